"""Notices that nobody is there: no key and no mouse for a while, or the computer has slept."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from creditmate.system.preferences import LOCK_AFTER, lock_after

EVERY = 5_000
"""ms between looks at the clock."""
_SLEPT = 60
"""Seconds between two looks by which the computer must have slept."""
_MINUTE = 60
_LEAST = min(minutes for minutes in LOCK_AFTER if minutes) * _MINUTE
_SIGNS = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletMove,
})  # fmt: skip


class IdleWatch(QObject):
    """Watches the windows that get keys; what reaches one is a sign of life.

    Args:
        parent: As long as it lives.
        is_timed: Whether a call is timed: who listens on the telephone types nothing.
        now: Seconds of the computer's own clock, which also goes on while it sleeps.
    """

    away = Signal()
    """Nobody is there."""

    def __init__(
        self, parent: QObject, is_timed: Callable[[], bool], now: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._is_timed, self._now = is_timed, now
        self._sign = self._looked = now()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on."""
        if self._timer.isActive():
            return
        self._sign = self._looked = self._now()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._follow)
            self._follow(app.focusWindow())
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._follow)

    def look(self) -> None:
        """See how long ago the last sign was."""
        now = self._now()
        has_slept = now - self._looked > _SLEPT
        self._looked = now
        if self._is_timed() or now < self._sign:  # a clock that was put back: counted from now
            self._sign = now
        idle = now - self._sign
        minutes = lock_after() if idle >= _LEAST else 0
        if has_slept or (minutes and idle >= minutes * _MINUTE):
            self.away.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take down that somebody is there; the event goes where it goes."""
        if event.type() in _SIGNS:
            self._sign = self._now()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time it only comes first
