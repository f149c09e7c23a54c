"""Keeps a call form on disk while it is typed, at most two seconds behind."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from creditmate.ui.queries import Desk

BEHIND = 1000
"""ms from the first letter that is not kept to keeping it: half of what may be lost, since the
database may be busy."""


class DraftKeeper(QObject):
    """Asked to keep; typing on does not put it off. Keeps nothing until it is told to begin."""

    kept = Signal(object)
    """The moment since which everything typed until then is kept."""
    failed = Signal(Exception)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._save: Callable[[], Callable[[], datetime]] | None = None
        self._keeps = False
        self._wait = QTimer(self, interval=BEHIND, singleShot=True)
        self._wait.timeout.connect(self.flush)

    @property
    def is_behind(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self._save is not None

    def begin(self) -> None:
        """From now on a form is to be kept."""
        self._keeps = True

    def touch(self, save: Callable[[], Callable[[], datetime]]) -> None:
        """Something was typed.

        Args:
            save: Takes a picture of the form when its time comes, and returns the work that
                keeps it, for the database thread.
        """
        if not self._keeps:
            return
        self._save = save
        if not self._wait.isActive():
            self._wait.start()

    def flush(self) -> None:
        """Keep it now if anything was typed since."""
        self._wait.stop()
        if self._save is not None:
            save, self._save = self._save, None
            self._desk.ask(save(), self._on_kept, self)

    def end(self) -> None:
        """Nothing is to be kept any more: it is being recorded, or thrown away.

        What is typed while that lasts would come back as a form that nobody wants.
        """
        self._keeps = False
        self._wait.stop()
        self._save = None

    def _on_kept(self, future: "Future[datetime]") -> None:
        error = future.exception()
        if isinstance(error, Exception):
            self.failed.emit(error)
        elif error is None:
            self.kept.emit(future.result())
