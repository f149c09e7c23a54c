"""F6 goes through the parts of a place before it leaves it, Shift+F6 the other way round."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Area(NamedTuple):
    """A part of a place, and how work begins in it."""

    part: QWidget
    begin: Callable[[], object]


class Areas(QObject):
    """Claims the keys while there is another part to go to; else they are the window's."""

    def __init__(self, place: QWidget, areas: Sequence[Area]) -> None:
        super().__init__(place)
        self._place, self._areas = place, tuple(areas)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys that nothing inside the place has taken."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_F6:
            return False
        area = self._next(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        if area is None:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            area.begin()
        return True

    def enter(self, step: int) -> None:
        """Come into the place: at its first part, or backwards at its last."""
        shown = [area for area in self._areas if area.part.isVisible()]
        if shown:
            shown[0 if step > 0 else -1].begin()

    def _next(self, step: int) -> Area | None:
        shown = [area for area in self._areas if area.part.isVisible()]
        focus = self._place.window().focusWidget()
        places = [at for at, area in enumerate(shown) if focus and _holds(area.part, focus)]
        at = places[0] + step if places else -1
        return shown[at] if 0 <= at < len(shown) else None


def _holds(part: QWidget, focus: QWidget) -> bool:
    return part is focus or part.isAncestorOf(focus)
