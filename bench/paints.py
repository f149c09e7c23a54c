"""Looks when a window is painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class Paints(QObject):
    """Tells of the next time that a window is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._then: Callable[[], object] | None = None
        window.installEventFilter(self)
        self._window = window

    def tell_next(self, then: Callable[[], object]) -> None:
        """Call ``then`` once, after the next painting, which is asked for."""
        self._then = then
        self._window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look for paintings, and let everything pass."""
        if event.type() is QEvent.Type.Paint and self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None
        return super().eventFilter(watched, event)
