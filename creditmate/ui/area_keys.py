"""F6 and Shift+F6: from the sidebar to the place, to what is told with a way back, and round."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from creditmate.ui.kit.screen import Screen
from creditmate.ui.navigation import Navigation
from creditmate.ui.telling import Telling


class AreaKeys:
    """Leaves one area for the next; a place may have parts of its own that come first."""

    def __init__(
        self,
        window: QMainWindow,
        sidebar: Navigation,
        telling: Telling,
        shown: Callable[[], Screen | None],
    ) -> None:
        self._window, self._sidebar, self._telling, self._shown = window, sidebar, telling, shown

    def go(self, step: int) -> None:
        """Go on by so many areas: 1 or -1. From outside all of them one comes to the place."""
        shown, toast = self._shown(), self._telling.undoable
        stops: list[QWidget] = [stop for stop in (self._sidebar, shown, toast) if stop is not None]
        focus = self._window.focusWidget()
        at = next((at for at, stop in enumerate(stops) if _holds(stop, focus)), None)
        to = stops[(at + step) % len(stops)] if at is not None else shown or self._sidebar
        if to is shown and shown is not None:
            shown.enter(step)
        elif to is toast and toast is not None:
            toast.enter()
        else:
            self._sidebar.places.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(stop: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (stop is focus or stop.isAncestorOf(focus))
