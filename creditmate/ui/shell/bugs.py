"""An error that nobody expected must not pass silently: it is reported, and the user told."""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from creditmate.system.crash_report import CrashReport


class Bugs(QObject):
    """Takes over what Python does with errors that reach the top, on any thread, until stopped.

    What comes again from the same place is not reported anew: an error in what is painted comes
    with every painting, and would drive the first report out of those that are kept.
    """

    met = Signal(object)
    """On the UI thread: the ``CrashReport`` of an error that was not met before."""
    met_again = Signal()
    """On the UI thread: one of them came once more."""
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)
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
            self._caught.emit(self._reported(kind, error, trace))

    def _reported(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> "CrashReport | None":
        from creditmate.system.frames import error_lines  # noqa: PLC0415 - seldom needed, and slow

        place = "\n".join(error_lines(error, trace))
        if place in self._seen:
            return None
        self._seen.add(place)
        from creditmate.system.crash_report import report_bug  # noqa: PLC0415 - as above

        return report_bug(kind, error, trace)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, report: "CrashReport | None") -> None:
        if report is None:
            self.met_again.emit()
        else:
            self.met.emit(report)
