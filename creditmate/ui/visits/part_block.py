"""Several lines of one kind under a title, each with what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.emptying import empty
from creditmate.ui.kit.panel import SectionHead
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE, Ink, Type
from creditmate.ui.visits.line import Line, open_line_menu
from creditmate.ui.visits.plan_edits import Part

Shown = TypeVar("Shown")


class PartBlock(QWidget, Generic[Shown]):
    """Makes its lines anew when it shows others; the focus stays in the same place.

    Attributes:
        add: Adds one.
        lines: Those that are seen, in order.
    """

    add_asked = Signal()
    edit_asked = Signal(object, int)
    """The part, and the place in the plan."""
    remove_asked = Signal(object, int)
    shift_asked = Signal(object, int, int)

    def __init__(  # noqa: PLR0913 - what a block has to be told
        self,
        around: Surroundings,
        part: Part,
        title: str,
        add: str,
        make: Callable[[Shown], Line],
        *,
        head: QWidget | None = None,
        none: str = "",
    ) -> None:
        """Make an empty one.

        Args:
            around: Of the window.
            part: What its lines are of the plan.
            title: What they are.
            add: What the button says that adds one.
            make: Makes the line of one.
            head: What stands over the lines, where they have columns.
            none: What is said where there is none.
        """
        super().__init__()
        self._around, self._part, self._make = around, part, make
        self._shown: Sequence[tuple[int, Shown]] | None = None
        self.lines: list[Line] = []
        self.add = Button(around.theme, add, Kind.QUIET, glyph=Glyph.ADD, small=True)
        self.add.clicked.connect(self.add_asked)
        self._none = Paragraph(around.theme, none, Type.SMALL, Ink.MUTED)
        self._head = head
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(SectionHead(around.theme, title, self.add, wraps=True))
        if head is not None:
            column.addWidget(head)
        column.addWidget(self._none)
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.xs)
        column.addLayout(self._column)
        column.addStretch(1)
        self.setAccessibleName(title)

    def show_items(self, items: Sequence[tuple[int, Shown]]) -> None:
        """Show others, each with its place in the plan; one that is off asks for nothing."""
        self.add.setVisible(self.isEnabled())
        self._none.setVisible(self.isEnabled() and not items and bool(self._none.text()))
        if items == self._shown:
            return
        focus = self.window().focusWidget()  # kept while a dialog over the window has it
        at = next((place for place, line in enumerate(self.lines) if line is focus), None)
        self._shown = items
        empty(self._column)
        self.lines = []
        for order, (place, item) in enumerate(items):
            line = self._make(item)
            self._connect(line, place, (order > 0, order < len(items) - 1))
            self._column.addWidget(line)
            line.show()  # at once: what is not seen yet takes no focus
            self.lines.append(line)
        if self._head is not None:
            self._head.setVisible(bool(items))
        if at is not None:
            self.focus_at(at)

    def focus_at(self, order: int) -> None:
        """Put the focus on a line, on the last where there are fewer, or on the way to add one."""
        (self.lines[min(order, len(self.lines) - 1)] if self.lines else self.add).setFocus()

    def _connect(self, line: Line, place: int, by: tuple[bool, bool]) -> None:
        edit = partial(self.edit_asked.emit, self._part, place)
        line.clicked.connect(edit)
        line.removed.connect(partial(self.remove_asked.emit, self._part, place))
        line.shifted.connect(partial(self._on_shifted, place, len(self.lines)))
        line.menu_asked.connect(partial(self._open_menu, line, edit, by))

    def _on_shifted(self, place: int, order: int, step: int) -> None:
        """A line goes before or behind its neighbour that is seen, whatever else lies between."""
        shown, to = self._shown or (), order + step
        if 0 <= to < len(shown):
            self.focus_at(to)
            self.shift_asked.emit(self._part, place, shown[to][0] - place)

    def _open_menu(
        self, line: Line, edit: Callable[[], object], by: tuple[bool, bool], at: QPoint
    ) -> None:
        open_line_menu(self._around, line, at, edit, by)
