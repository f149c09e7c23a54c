"""The outcomes with their title, the way to the further ones, and what is wrong if none is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.i18n.call_words import missing_words
from creditmate.i18n.catalogue import words
from creditmate.ui.call.outcome_grid import OutcomeGrid
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class OutcomeSection(QWidget):
    """Says in its title that letters choose, or that one has to be chosen."""

    chosen = Signal(object)
    """The outcome that the user chose."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._language = language
        _ = words(language).gettext
        self._more_words, self._usual_words = _("More outcomes"), _("Usual outcomes")
        self._hint_words = _("press its letter")
        self._again_words = _("that letter came too soon: press it once more")
        self.grid = OutcomeGrid(theme, language, _("Outcome"))
        self._hint = Text(theme, self._hint_words, Type.SMALL, Ink.MUTED)
        self.more = Button(theme, self._more_words, Kind.LINK)
        end = QWidget()
        row = QHBoxLayout(end)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self.more)
        row.addWidget(self._hint)
        head = SectionHead(theme, _("Outcome"), end)
        head.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.grid)
        self.more.clicked.connect(lambda: self.grid.turn(further=not self.grid.further))
        self.grid.paged.connect(self._on_paged)
        self.grid.chosen.connect(self._on_chosen)

    @property
    def hint(self) -> str:
        """What is said beside the title."""
        return self._hint.text()

    def choose(self, outcome: Outcome) -> None:
        """Choose as the user does."""
        self.grid.choose(outcome)
        self._on_chosen(outcome)

    def refuse(self) -> None:
        """Say that one has to be chosen."""
        self._say(missing_words("outcome", self._language), Ink.DANGER)

    def ask_again(self) -> None:
        """Say that a letter was typed on from before, and is to be pressed again if it was not."""
        self._say(self._again_words, Ink.MUTED)

    def clear(self) -> None:
        """Say only that letters choose."""
        self._say(self._hint_words, Ink.MUTED)

    def _say(self, text: str, ink: Ink) -> None:
        self._hint.setText(text)
        self._hint.set_ink(ink)

    def _on_chosen(self, outcome: Outcome) -> None:
        self.clear()
        self.chosen.emit(outcome)

    def _on_paged(self, further: bool) -> None:
        self.more.rename(self._usual_words if further else self._more_words)
