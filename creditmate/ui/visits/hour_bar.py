"""The hour: the agenda's items beside each other, each as wide as it takes long."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from creditmate.ui.kit.paint import box, line_of_text
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SPACE, Ground, Ink, Type
from creditmate.ui.visits.line import Line, open_line_menu
from creditmate.ui.visits.plan_edits import Part


class SlotShown(NamedTuple):
    """An item of the hour in words; ``theirs`` is the time that is the customer's own."""

    at: str
    title: str
    said: str
    minutes: int
    theirs: bool = False


class SlotLine(Line):
    """Its hour over a box with its name; what does not fit is told under the pointer."""

    def __init__(self, theme: Theme, shown: SlotShown) -> None:
        super().__init__(theme, shown.said)
        self._shown = shown
        self.setToolTip(shown.said)

    def sizeHint(self) -> QSize:
        """As high as an hour over a box; its width is given."""
        theme = self._theme
        return QSize(SPACE.xl, theme.line(Type.SMALL) + theme.line(Type.BODY) + SPACE.xs + SPACE.xs)

    def focus_outline(self) -> tuple[QRect, int]:
        """The box carries the focus."""
        return self._box(), RADIUS.m

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hour and the box."""
        painter, theme, shown = QPainter(self), self._theme, self._shown
        painter.setLayoutDirection(self.layoutDirection())
        top = QRect(0, 0, self.width(), theme.line(Type.SMALL))
        line_of_text(painter, top, shown.at, theme.font(Type.SMALL), theme.colour(Ink.MUTED))
        ground = Ground.ACCENT_SOFT if shown.theirs else Ground.SUNKEN
        if self.underMouse() or self.isDown():
            ground = Ground.HOVER
        at = self._box()
        box(painter, at, RADIUS.s, theme.colour(ground))
        ink = theme.colour(Ink.ACCENT if shown.theirs else Ink.TEXT)
        room = at.adjusted(SPACE.s, 0, -SPACE.xs, 0)
        line_of_text(painter, room, shown.title, theme.font(Type.SMALL_MEDIUM), ink)

    def _box(self) -> QRect:
        return self.rect().adjusted(0, self._theme.line(Type.SMALL) + SPACE.xs, 0, 0)


class HourBar(QWidget):
    """Tab goes from item to item; Alt with an arrow shifts one."""

    edit_asked = Signal(object, int)
    remove_asked = Signal(object, int)
    shift_asked = Signal(object, int, int)

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__()
        self._around = around
        self._shown: Sequence[SlotShown] = ()
        self.lines: list[SlotLine] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        around.theme.changed.connect(self._arrange)

    def sizeHint(self) -> QSize:
        """One line of items."""
        return QSize(0, self.lines[0].sizeHint().height() if self.lines else 0)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def show_slots(self, shown: Sequence[SlotShown]) -> None:
        """Show other items; the focus stays in the same place."""
        if shown == self._shown:
            return
        focus = self.window().focusWidget()  # kept while a dialog over the window has it
        at = next((place for place, line in enumerate(self.lines) if line is focus), None)
        self._shown = shown
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [self._line(place, slot) for place, slot in enumerate(shown)]
        self.updateGeometry()
        self._arrange()
        if at is not None and self.lines:
            self.lines[min(at, len(self.lines) - 1)].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its share of another width."""
        super().resizeEvent(event)
        self._arrange()

    def _line(self, place: int, shown: SlotShown) -> SlotLine:
        line = SlotLine(self._around.theme, shown)
        line.setParent(self)
        edit = partial(self.edit_asked.emit, Part.SLOTS, place)
        line.clicked.connect(edit)
        line.removed.connect(partial(self.remove_asked.emit, Part.SLOTS, place))
        line.shifted.connect(partial(self._on_shifted, place))
        line.menu_asked.connect(partial(self._open_menu, line, edit, place))
        line.show()
        return line

    def _on_shifted(self, place: int, step: int) -> None:
        if 0 <= place + step < len(self.lines):
            self.lines[place + step].setFocus()
            self.shift_asked.emit(Part.SLOTS, place, step)

    def _open_menu(self, line: Line, edit: Callable[[], object], place: int, at: QPoint) -> None:
        open_line_menu(self._around, line, at, edit, (place > 0, place < len(self.lines) - 1))

    def _arrange(self) -> None:
        whole = sum(slot.minutes for slot in self._shown)
        if not whole:
            return
        gap, begun = SPACE.xs, 0
        room = self.width() - gap * (len(self.lines) - 1)
        direction = self.layoutDirection()
        high = self.lines[0].sizeHint().height()
        for place, (line, slot) in enumerate(zip(self.lines, self._shown, strict=True)):
            left = room * begun // whole + gap * place
            begun += slot.minutes
            right = room * begun // whole + gap * place
            at = QRect(left, 0, right - left, high)
            line.setGeometry(QStyle.visualRect(direction, self.rect(), at))
