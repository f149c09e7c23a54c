"""What is seen while no ledger is open: what the program is for, and three ways to begin."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from creditmate.i18n.catalogue import words
from creditmate.i18n.countries import country_defaults, country_of
from creditmate.ui.file_kinds import LEDGER_FILES, TABLE_FILES
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.mark import Mark
from creditmate.ui.kit.notice import Notice
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.screens.new_ledger import NewLedger
from creditmate.ui.screens.welcome_cards import Beginning, Beginnings
from creditmate.ui.screens.welcome_foot import LookFoot
from creditmate.ui.screens.welcome_picture import WelcomePicture
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type


class Welcome(QWidget):
    """Words and choices at the left; at the right a picture where there is room for it."""

    ledger_chosen = Signal(Path)
    """A ledger that is there already."""
    sample_wanted = Signal()
    named = Signal(Path, object, object)
    """Make a ledger here, for this ``NewBusiness``; then bring in this file if it is a path."""
    speech_changed = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        self._file: Path | None = None
        self.beginnings = Beginnings(around.theme, around.language)
        self.new = NewLedger(around)
        self.foot = LookFoot(around)
        currency = country_defaults(country_of(around.locale)).currency
        self.picture = WelcomePicture(around, currency)
        self._notes = QVBoxLayout()
        self._gaps = [QSpacerItem(0, 0) for _ in range(3)]
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
        half = QWidget()
        self._column = column = QVBoxLayout(half)
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
        column.addWidget(self.foot)
        self.new.hide()
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
        says.setMaximumWidth(SIZES.empty_text)
        return says

    def _purpose(self) -> Paragraph:
        _ = self._words.gettext
        text = _(
            "Each morning one list, with the reasons. Everything stays in one file on this"
            " computer, and nothing is ever sent by itself."
        )
        says = Paragraph(self._around.theme, text, Type.HEADING_PLAIN, Ink.MUTED)
        says.setMaximumWidth(SIZES.welcome_column)
        return says

    def _connect(self) -> None:
        for part in (self.beginnings, self.new, self.foot):
            part.setMaximumWidth(SIZES.welcome_column)
        self.beginnings.chosen.connect(self._on_beginning)
        self.beginnings.has_one.connect(self._on_has_one)
        self.new.named.connect(self._on_named)
        self.new.left.connect(self.begin)
        self.foot.speech_changed.connect(self.speech_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no picture, and all in the middle; a low one has smaller gaps."""
        super().resizeEvent(event)
        width = event.size().width()
        alone = width < SIZES.welcome_picture_from
        self.picture.setVisible(not alone)
        side = (width - SIZES.welcome_column) // 2 if alone else SIZES.welcome_side
        keep_clear(self._column, side, 0, side - SPACE.s, SPACE.l)
        low = event.size().height() < SIZES.first_height - SPACE.xl
        gap, before_choices = SIZES.welcome_top, SPACE.xl + SPACE.m
        gaps = (SPACE.xl, SPACE.xl, SPACE.xl) if low else (gap, gap, before_choices)
        for item, height in zip(self._gaps, gaps, strict=True):
            item.changeSize(0, height)
        self._column.invalidate()

    # ------------------------------------------------------------- beginning
    def begin(self) -> None:
        """Offer the three ways."""
        self._file = None
        self.new.hide()
        self.beginnings.show()
        self.beginnings.go.setFocus()

    def explain(self, title: str, detail: str = "") -> None:
        """Say above the choices why no ledger is open; nothing if there is nothing to say."""
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if title:
            note = Notice(self._around.theme, Tone.WARNING, title, detail)
            note.setMaximumWidth(SIZES.welcome_column)
            self._notes.addWidget(note)
            self._notes.addSpacing(SPACE.m)

    def name_ledger(self, file: Path | None) -> None:
        """Ask whose ledger is to be made, for the invoices of a file if one is given."""
        self._file = file
        self.beginnings.hide()
        self.new.show()
        self.new.name.setFocus()

    def _on_beginning(self, key: Beginning) -> None:
        if key is Beginning.SAMPLE:
            self.sample_wanted.emit()
        elif key is Beginning.NEW:
            self.name_ledger(None)
        else:
            _ = self._words.gettext
            title, kind = _("Choose the file with the invoices"), _("Tables of invoices")
            self._ask_file(title, f"{kind} {TABLE_FILES}").fileSelected.connect(self._on_file)

    def _on_has_one(self) -> None:
        _ = self._words.gettext
        title, kind = _("Open a ledger"), _("Ledgers")
        self._ask_file(title, f"{kind} {LEDGER_FILES}").fileSelected.connect(self._on_ledger)

    def _ask_file(self, title: str, kinds: str) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(kinds)
        dialog.open()
        return dialog

    def _on_file(self, path: str) -> None:
        self.name_ledger(Path(path))

    def _on_ledger(self, path: str) -> None:
        self.ledger_chosen.emit(Path(path))

    def _on_named(self, path: Path, business: object) -> None:
        self.named.emit(path, business, self._file)


_PROGRAM = "CreditMate"
