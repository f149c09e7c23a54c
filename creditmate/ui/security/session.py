"""What the system says of the session: it is about to sleep, or its screen was locked.

Linux tells it on D-Bus. Elsewhere ``IdleWatch`` notices sleep by the clock; a screen that is locked
there is noticed when nobody has typed for as long as was chosen.
"""

import sys
from typing import cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_SLEEP = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SESSION = "org.freedesktop.login1.Session"
_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver")


class SessionSignals(QObject):
    """Listens from when it is made; where there is nobody to listen to it hears nothing."""

    away = Signal()
    """The computer goes to sleep, or its screen is locked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform.startswith("linux"):
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - seldom there, and not soon

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        # PySide takes what SLOT gives, though its stubs want bytes, which it refuses
        turned, locked = cast("bytes", SLOT("on_turned(bool)")), cast("bytes", SLOT("on_locked()"))
        if system.isConnected():
            system.connect(*_SLEEP, "PrepareForSleep", self, turned)
            system.connect("", "", _SESSION, "Lock", self, locked)
        if session.isConnected():
            for saver in _SAVERS:
                session.connect("", "", saver, "ActiveChanged", self, turned)

    @Slot(bool)
    def on_turned(self, begins: bool) -> None:
        """Sleep or the screen's lock begins or ends."""
        if begins:
            self.away.emit()

    @Slot()
    def on_locked(self) -> None:
        """The session is locked."""
        self.away.emit()
