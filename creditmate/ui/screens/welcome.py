"""What is seen while no ledger is open: what the program is for, and three ways to begin."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import country_defaults, country_of
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import LEDGER_FILES, TABLE_FILES, ask_file
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.mark import Mark
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.shrinking import Shrinking
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.screens.new_ledger import NewLedger
from creditmate.ui.screens.welcome_cards import Beginning, Beginnings
from creditmate.ui.screens.welcome_foot import LookFoot
from creditmate.ui.screens.welcome_picture import WelcomePicture
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type

Act = Callable[[], object]


class Welcome(QWidget):
    """Words and choices at the left; at the right a picture where there is room for it."""

    ledger_chosen = Signal(Path)
    """A ledger that is there already."""
    sample_wanted = Signal()
    restore_wanted = Signal()
    named = Signal(Path, object, str, object)
    """Make a ledger here, for this ``NewBusiness``, with this password if it is not empty; then
    bring in this file if it is a path."""
    speech_changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        self._file: Path | None = None
        self._again: Button | None = None
        self.beginnings = Beginnings(around.theme, around.language)
        self.new = NewLedger(around)
        self.foot = LookFoot(around)
        currency = country_defaults(country_of(around.locale)).currency
        self.picture = WelcomePicture(around, currency)
        self._notes = QVBoxLayout()
        self._gaps = [QSpacerItem(0, 0) for _ in range(3)]
        self._limits: dict[QWidget, int] = {}  # how wide each may be at 100 %
        self.setProperty("ground", Ground.SURFACE.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        halves = QHBoxLayout(self)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._words_and_choices(), 1)
        halves.addWidget(self.picture, 1)
        self._connect()

    # ------------------------------------------------------------- building
    def _words_and_choices(self) -> QWidget:
        half, choices = QWidget(), QWidget()
        self._column = column = QVBoxLayout(choices)
        column.setSpacing(0)
        column.addItem(self._gaps[0])
        column.addLayout(self._name())
        column.addItem(self._gaps[1])
        column.addWidget(self._promise())
        column.addSpacing(SPACE.s)
        column.addWidget(self._purpose())
        column.addItem(self._gaps[2])
        column.addLayout(self._notes)
        column.addWidget(self.beginnings)
        column.addWidget(self.new)
        column.addStretch()
        self.new.hide()
        self._below = QVBoxLayout()
        self._below.addWidget(self.foot)
        whole = QVBoxLayout(half)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Shrinking(choices, self._words.gettext("Ways to begin")))
        whole.addStretch()
        whole.addLayout(self._below)
        half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return half

    def _name(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(Mark())
        row.addWidget(Text(self._around.theme, _PROGRAM, Type.HEADING))
        row.addStretch()
        return row

    def _promise(self) -> Paragraph:
        _ = self._words.gettext
        says = Paragraph(
            self._around.theme, _("Know whom to call, why, and what to say."), Type.DISPLAY
        )
        self._limits[says] = SIZES.empty_text
        return says

    def _purpose(self) -> Paragraph:
        _ = self._words.gettext
        text = _(
            "Each morning one list, with the reasons. Everything stays in one file on this"
            " computer, and nothing is ever sent by itself."
        )
        says = Paragraph(self._around.theme, text, Type.HEADING_PLAIN, Ink.MUTED)
        self._limits[says] = SIZES.welcome_column
        return says

    def _connect(self) -> None:
        self._limits |= dict.fromkeys((self.beginnings, self.new, self.foot), SIZES.welcome_column)
        self.beginnings.chosen.connect(self._on_beginning)
        self.beginnings.has_one.connect(self._on_has_one)
        self.beginnings.has_backup.connect(self.restore_wanted)
        self.new.named.connect(self._on_named)
        self.new.left.connect(self.begin)
        self._around.theme.changed.connect(self._fit)
        self.foot.speech_changed.connect(self.speech_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no picture, and all in the middle; a low one has smaller gaps."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme, width = self._around.theme, self.width()
        for part, limit in self._limits.items():
            part.setMaximumWidth(theme.wide(limit))
        alone = width < theme.wide(SIZES.welcome_picture_from)
        self.picture.setVisible(not alone)
        side = (width - theme.wide(SIZES.welcome_column)) // 2 if alone else SIZES.welcome_side
        keep_clear(self._column, side, 0, side - SPACE.s, SPACE.s)
        keep_clear(self._below, side, SPACE.s, side - SPACE.s, SPACE.l)
        gaps = (SIZES.welcome_top, SIZES.welcome_top, SPACE.xl + SPACE.m)
        is_told = self._notes.count() > 0  # which takes the room of a gap
        if is_told or self.height() < SIZES.first_height - SPACE.xl:
            low = self.height() < theme.wide(SIZES.welcome_low)
            gap = SPACE.s if low else SPACE.xl
            gaps = (gap, gap, gap)
        for item, height in zip(self._gaps, gaps, strict=True):
            item.changeSize(0, height)
        self._column.invalidate()

    # ------------------------------------------------------------- beginning
    def begin(self) -> None:
        """Offer the three ways."""
        self._file = None
        self.new.forget_password()
        self.new.hide()
        self.beginnings.show()
        (self._again or self.beginnings.go).setFocus()

    def explain(self, title: str, detail: str = "", verb: str = "", act: Act | None = None) -> None:
        """Say above the choices why no ledger is open; nothing if there is nothing to say.

        Args:
            title: What happened.
            detail: What more there is to say.
            verb: What the button in it does, which has the focus then.
            act: The same; None: there is none.
        """
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._again = None
        if title:
            if act is not None:
                self._again = Button(self._around.theme, verb)
                self._again.clicked.connect(lambda _on: act())
            note = Notice(self._around.theme, Tone.WARNING, title, detail, self._again)
            note.setMaximumWidth(self._around.theme.wide(SIZES.welcome_column))
            self._notes.addWidget(note)
            self._notes.addSpacing(SPACE.m)
        self._fit()

    def name_ledger(self, file: Path | None) -> None:
        """Ask whose ledger is to be made, for the invoices of a file if one is given."""
        self._file = file
        self.beginnings.hide()
        self.new.show()
        self.new.begin()

    def _on_beginning(self, key: Beginning) -> None:
        if key is Beginning.SAMPLE:
            self.sample_wanted.emit()
        elif key is Beginning.NEW:
            self.name_ledger(None)
        else:
            _ = self._words.gettext
            kinds = [f"{_('Tables of invoices')} {TABLE_FILES}"]
            title = _("Choose the file with the invoices")
            ask_file(self, title, Purpose.IMPORTS, kinds, self.name_ledger)

    def _on_has_one(self) -> None:
        _ = self._words.gettext
        kinds = [f"{_('Ledgers')} {LEDGER_FILES}"]
        ask_file(self, _("Open a ledger"), Purpose.LEDGERS, kinds, self.ledger_chosen.emit)

    def _on_named(self, path: Path, business: object, password: str) -> None:
        self.named.emit(path, business, password, self._file)


_PROGRAM = "CreditMate"
