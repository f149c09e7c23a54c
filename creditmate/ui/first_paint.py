"""The window first, then the work: what loads modules waits until the window was painted.

Threads of Python take turns, and loading modules is a long turn.
"""

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LONGEST = 500
"""Milliseconds after which nobody waits any longer: the window may be minimised, or hidden."""


class FirstPaint(QObject):
    """Watches a window until it is painted for the first time."""

    done = Signal()
    """It was, or did not come to it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._done = Event()
        self._soon = QTimer(self, singleShot=True, interval=LONGEST)
        self._soon.timeout.connect(self._on_soon)
        self._soon.start()
        window.installEventFilter(self)

    def waiting(self) -> Callable[[], object]:
        """Return what another thread does to wait; it keeps hold of no widget."""
        return partial(self._done.wait, 10 * LONGEST / 1000)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The painting is done when the window turns to what comes after it."""
        if event.type() == QEvent.Type.Paint:
            self._soon.start(0)
        return False

    def _on_soon(self) -> None:
        self._window.removeEventFilter(self)
        self._done.set()
        self.done.emit()
