"""An error that nobody expected must not pass silently: it is written down, and the user told."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal


class Bugs(QObject):
    """Takes over what Python does with errors that reach the top, on any thread, until stopped."""

    met = Signal(str)
    """On the UI thread: where it was written down; empty if it could not be."""
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self.met, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error

    def stop(self) -> None:
        """Give errors back to Python."""
        sys.excepthook, threading.excepthook = self._before

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._before[0](kind, error, trace)
        if issubclass(kind, Exception):  # leaving by Ctrl+C is no bug
            from creditmate.system.log import log_bug  # noqa: PLC0415 - seldom needed, and slow

            self._caught.emit(str(log_bug(kind, error, trace) or ""))

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)
