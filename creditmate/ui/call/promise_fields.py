"""A promise of one side: what, and by which day; below it what was understood of both."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import LineInput, mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class PromiseFields(QWidget):
    """Two inputs that go together, and one line below that is reserved for both.

    Args:
        theme: Its look.
        title: Whose promise it is.
        what: The input of what is promised.
        by_words: Stands between both.
        by: The input of the day.
    """

    edited = Signal()
    left = Signal()
    """One has gone to another field: what cannot be read may be said now."""

    def __init__(
        self, theme: Theme, title: str, what: LineInput, by_words: str, by: LineInput
    ) -> None:
        super().__init__()
        self.what, self.by = what, by
        label = Text(theme, title, Type.SMALL_MEDIUM, Ink.MUTED)
        label.setBuddy(what)
        self._message = MessageLine(theme)
        by.be_wide(SIZES.short_day)
        self._row = row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(what, 1)
        row.addWidget(Text(theme, by_words, Type.BODY, Ink.MUTED))
        row.addWidget(by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._message)
        column.addStretch()
        for field in (what, by):
            field.textChanged.connect(self.edited)
            field.editingFinished.connect(self.left)

    def stand_beside(self, how: QWidget) -> None:
        """Let something stand beside both inputs: of money, how it is to be paid."""
        self._row.addWidget(how, 1)

    def echo(self, understood: str, rest: str, *, doubtful: bool = False) -> None:
        """Say what was understood of the day, and what the amount means."""
        glyph, ink = (Glyph.ALERT, Ink.WARNING) if doubtful else (None, Ink.POSITIVE)
        self._message.say(glyph, ink, understood, rest)
        self._mark(())
        self.by.setAccessibleDescription(understood)
        self.what.setAccessibleDescription(rest)

    def refuse(self, problem: str, faulty: Sequence[LineInput]) -> None:
        """Say what is wrong with which of both; what was typed stays."""
        self._message.say(Glyph.ALERT, Ink.DANGER, problem, "")
        self._mark(faulty)

    def _mark(self, faulty: Sequence[LineInput]) -> None:
        for field in (self.what, self.by):
            mark_faulty(field, field in faulty)
