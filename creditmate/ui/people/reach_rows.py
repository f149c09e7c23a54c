"""Telephone numbers and addresses, each on a line of its own; a new one waits below."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from creditmate.ui.kit.field import MessageLine
from creditmate.ui.kit.inputs import Choice, LineInput, mark_faulty
from creditmate.ui.kit.text import Text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type

Says = Callable[[str], tuple[str, str]]
"""What is understood of a line, and what is odd about it; both may be empty."""


class ReachRows(QWidget):
    """Lines of one sort; an empty one is always left at the end.

    Args:
        label: Above them, and the name of each.
        kinds: What each may be besides; none where there is nothing to choose.
        says: What stands below a line.
    """

    edited = Signal()

    def __init__(
        self, around: Surroundings, label: str, kinds: Sequence[tuple[str, str]], says: Says
    ) -> None:
        super().__init__()
        self._around, self._label, self._kinds, self._says = around, label, kinds, says
        self.rows: list[ReachRow] = []
        title = Text(around.theme, label, Type.SMALL_MEDIUM, Ink.MUTED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._column.addWidget(title)
        self._column.addStretch(1)
        self._add("", "")

    def show_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Show lines and their kinds, and an empty one."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for text, kind in (*values, ("", "")):
            self._add(text, kind)

    def values(self) -> tuple[tuple[str, str], ...]:
        """Return the lines that are not empty, with their kinds."""
        return tuple(row.value for row in self.rows if row.value[0].strip())

    def refuse(self, found: str, problem: str) -> None:
        """Say what is wrong below the line it is about, and go there."""
        wrong = next((row for row in self.rows if row.value[0].strip() == found), self.rows[0])
        wrong.refuse(problem)

    def _add(self, text: str, kind: str) -> None:
        row = ReachRow(self._around, self._label, self._kinds)
        row.show_value(text, kind)
        row.input.textChanged.connect(partial(self._on_typed, row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows), row)  # after the title, before the stretch
        row.say(*self._says(text))

    def _on_typed(self, row: "ReachRow", text: str) -> None:
        row.say(*self._says(text))
        if row is self.rows[-1] and text.strip():
            self._add("", "")
        self.edited.emit()


class ReachRow(QWidget):
    """One line, what it is, and below it what was understood."""

    def __init__(self, around: Surroundings, label: str, kinds: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.input = LineInput(around.theme, label)
        self._kind = Choice(around.theme, label) if kinds else None
        self._message = MessageLine(around.theme)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self.input, 1)
        if self._kind is not None:
            for code, said in kinds:
                self._kind.addItem(said, code)
            self._kind.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._kind.setFixedWidth(around.theme.wide(SIZES.day_field))
            row.addWidget(self._kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(row)
        column.addWidget(self._message)

    @property
    def value(self) -> tuple[str, str]:
        """What is typed, and what it is."""
        return self.input.text(), "" if self._kind is None else str(self._kind.currentData())

    def show_value(self, text: str, kind: str) -> None:
        """Show a line."""
        with QSignalBlocker(self.input):
            self.input.setText(text)
        if self._kind is not None and kind:
            self._kind.setCurrentIndex(max(self._kind.findData(kind), 0))

    def say(self, understood: str, odd: str) -> None:
        """Say what was understood, or what is odd."""
        mark_faulty(self.input, False)
        glyph = Glyph.ALERT if odd else Glyph.CHECK if understood else None
        self._message.say(glyph, Ink.WARNING if odd else Ink.POSITIVE, odd or understood, "")
        self._message.setVisible(glyph is not None)
        self.input.setAccessibleDescription(odd or understood)

    def refuse(self, problem: str) -> None:
        """Say what is wrong, and go there."""
        mark_faulty(self.input, True)
        self._message.say(Glyph.ALERT, Ink.DANGER, problem, "")
        self._message.show()
        self.input.setAccessibleDescription(problem)
        self.input.setFocus()
