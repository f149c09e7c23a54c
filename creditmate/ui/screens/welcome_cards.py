"""The three ways to begin, and the button whose words follow the choice."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.radio_card import RadioCard
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE

_STEPS = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class Beginning(StrEnum):
    """How somebody begins."""

    SAMPLE = "sample"
    BRING_IN = "bring-in"
    NEW = "new"


class Beginnings(QWidget):
    """Cards, the primary button, and the way to a ledger that is there already."""

    chosen = Signal(Beginning)
    has_one = Signal()
    has_backup = Signal()

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self._verbs = {
            Beginning.SAMPLE: _("Open the sample"),
            Beginning.BRING_IN: _("Choose a file"),
            Beginning.NEW: _("Name the ledger"),
        }
        self.cards = _cards(theme, _)
        self.go = Button(theme, self._verbs[Beginning.SAMPLE], Kind.PRIMARY, after=Glyph.GO)
        self.existing = Button(theme, _("Open a ledger I already have"), Kind.LINK)
        self.backup = Button(theme, _("Restore from a backup"), Kind.LINK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for key, card in self.cards.items():
            column.addWidget(card)
            card.toggled.connect(partial(self._on_toggled, key))
            card.entered.connect(self._on_go)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE.m, 0, 0)
        row.addWidget(self.go)
        row.addStretch()
        links = QVBoxLayout()
        links.setSpacing(0)
        for link in (self.existing, self.backup):
            links.addWidget(link, 0, Qt.AlignmentFlag.AlignTrailing)
        row.addLayout(links)
        column.addLayout(row)
        self.cards[Beginning.SAMPLE].setChecked(True)
        self.go.clicked.connect(self._on_go)
        self.go.installEventFilter(self)
        self.existing.clicked.connect(self.has_one)
        self.backup.clicked.connect(self.has_backup)
        self.setFocusProxy(self.go)

    @property
    def key(self) -> Beginning:
        """What is chosen."""
        return next(key for key, card in self.cards.items() if card.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the button, up and down choose as they do on the cards."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0)
            if step:
                keys = list(self.cards)
                at = (keys.index(self.key) + step) % len(keys)
                self.cards[keys[at]].setChecked(True)
                return True
        return super().eventFilter(watched, event)

    def _on_toggled(self, key: Beginning, on: bool) -> None:
        if on:
            self.go.rename(self._verbs[key])

    def _on_go(self) -> None:
        self.chosen.emit(self.key)


def _cards(theme: Theme, _: Callable[[str], str]) -> dict[Beginning, RadioCard]:
    return {
        Beginning.SAMPLE: RadioCard(
            theme,
            Glyph.SAMPLE,
            _("Look round in the sample ledger"),
            _("An invented joinery supplier, 61 customers."),
        ),
        Beginning.BRING_IN: RadioCard(
            theme,
            Glyph.BRING_IN,
            _("Bring in my customers and invoices"),
            _("From your accounts program; dry run first."),
        ),
        Beginning.NEW: RadioCard(
            theme,
            Glyph.NEW_LEDGER,
            _("Start an empty ledger"),
            _("Bring invoices in when you are ready."),
        ),
    }
