"""A line of a visit's page: pressed it is opened, Del takes it out, Alt and an arrow shift it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import EnterPresses
from creditmate.ui.kit.menu import ActionMenu
from creditmate.ui.kit.paint import box
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground

_SHIFTS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Line(EnterPresses):
    """As large as what is laid out in it; it reaches a little beyond, so that words line up.

    Attributes:
        inside: Takes what it shows.
    """

    removed = Signal()
    shifted = Signal(int)
    """Behind its neighbour (1), or before it (-1)."""
    menu_asked = Signal(QPoint)

    def __init__(
        self, theme: Theme, said: str, ground: Ground | None = None, *, ruled: bool = False
    ) -> None:
        """Make it.

        Args:
            theme: Colours.
            said: What is read out.
            ground: On which it stands, where that is not the page's.
            ruled: Whether a hairline parts it from what stands above.
        """
        super().__init__()
        self._theme, self._ground, self._ruled = theme, ground, ruled
        self.inside = QHBoxLayout(self)
        self.inside.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        self.inside.setSpacing(SPACE.m)
        self.setAccessibleName(said)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """What it holds."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What it holds needs."""
        return self._inside.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open; the others are told."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif alt and key in _SHIFTS:
            self.shifted.emit(_SHIFTS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it."""
        self.menu_asked.emit(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground; what it holds draws itself."""
        ground = Ground.HOVER if self.underMouse() or self.isDown() else self._ground
        painter = QPainter(self)
        if ground is not None:
            box(painter, self.rect(), RADIUS.m, self._theme.colour(ground))
        if self._ruled:
            line = self.rect().adjusted(0, 0, 0, SIZES.hairline - self.height())
            painter.fillRect(line, QColor(self._theme.colours.line))

    @property
    def _inside(self) -> QLayout:
        return self.inside


def open_line_menu(
    around: Surroundings,
    line: Line,
    at: QPoint,
    edit: Callable[[], object],
    by: tuple[bool, bool] = (False, False),
) -> None:
    """Offer what can be done with a line of several: ``by`` whether it can go up, and down."""
    _, menu = words(around.language).gettext, ActionMenu(around.theme, line)
    menu.offer(Glyph.EDIT, _("Edit…"), edit, _("Enter"))
    ends = _("It is the first."), _("It is the last.")
    shifts = (Glyph.ARROW_UP, _("Up"), -1, "Alt+↑"), (Glyph.ARROW_DOWN, _("Down"), 1, "Alt+↓")
    for can, end, (glyph, text, step, keys) in zip(by, ends, shifts, strict=True):
        work = _emitting(line, step)
        menu.offer(glyph, text, work, keys, "" if can else end)
    menu.addSeparator()
    menu.offer(Glyph.CLOSE, _("Take out"), line.removed.emit, _("Del"))
    menu.popup(at)


def _emitting(line: Line, step: int) -> Callable[[], object]:
    return lambda: line.shifted.emit(step)
