"""Long use-cases: done elsewhere, with progress, and to be cancelled."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Cancelled
from creditmate.domain.progress import Progress

Task = Callable[[Progress], Touched]
"""What a job does; it asks the database thread by ``Program.ask`` for what touches the ledger."""

TELL_EVERY = 0.05
"""Seconds between two words of progress, so that a fast loop cannot flood the window."""


class Job(QObject):
    """A task with its news and the way to stop it. Connect first, then start.

    Every signal is emitted on the UI thread, whichever thread the task works on.

    Attributes:
        title: What is done.
        if_stopped: What stopping it means; empty for what anybody may stop unasked.
        done: How far it is, as told last.
        total: Of how many; 0 while nobody knows.
    """

    progressed = Signal(int, int)
    finished = Signal(Touched)
    failed = Signal(Exception)
    cancelled = Signal()
    over = Signal()
    """After any of the three endings."""
    _told = Signal(int, int)
    _ended = Signal(object)

    def __init__(
        self, title: str, task: Task, parent: QObject | None = None, *, if_stopped: str = ""
    ) -> None:
        super().__init__(parent)
        self.title, self.if_stopped = title, if_stopped
        self.done = self.total = 0
        self._task = task
        self._stop = Event()
        self._told_at = float("-inf")
        queued = Qt.ConnectionType.QueuedConnection
        self._told.connect(self._on_told, queued)
        self._ended.connect(self._on_ended, queued)

    def cancel(self) -> None:
        """Ask the task to stop at its next word of progress, or not to begin."""
        self._stop.set()

    def work(self) -> None:
        """Do the task on the calling thread; its ending is told on the UI thread."""
        try:
            self._check()
            ending: object = self._task(self._report)
        except Exception as error:  # told to whoever connected, whatever it is
            ending = error
        self._ended.emit(ending)

    def _report(self, done: int, total: int) -> None:
        self._check()
        now = monotonic()
        if done == total or now - self._told_at >= TELL_EVERY:
            self._told_at = now
            self._told.emit(done, total)

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _on_told(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.progressed.emit(done, total)

    def _on_ended(self, ending: object) -> None:
        del self._task  # what it holds is let go of on this thread
        if isinstance(ending, Cancelled):
            self.cancelled.emit()
        elif isinstance(ending, Exception):
            self.failed.emit(ending)
        else:
            self.finished.emit(ending)
        self.over.emit()


class JobRunner(QObject):
    """Runs jobs one after another on a thread of its own and tells what they touched.

    Attributes:
        is_stopped: Whether no more are taken.
    """

    began = Signal(Job)
    """A job was put in the queue: the status line shows it."""
    touched = Signal(Touched)
    failed = Signal(Exception)
    rested = Signal()
    """The last job is over."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._jobs: dict[Job, Future[None]] = {}
        self._then: Callable[[], object] | None = None
        self.is_stopped = False

    def start(self, job: Job) -> None:
        """Queue ``job``; the runner keeps it until it is over."""
        job.setParent(self)
        job.finished.connect(self.touched)
        job.failed.connect(self.failed)
        job.over.connect(self._on_over)
        self._jobs[job] = self._worker.submit(job.work)
        self.began.emit(job)

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waiting."""
        return bool(self._jobs)

    @property
    def worth_asking(self) -> Job | None:
        """The first job that nobody should stop without being asked."""
        return next((job for job in self._jobs if job.if_stopped), None)

    def clear(self, then: Callable[[], object]) -> None:
        """Cancel every job, and do ``then`` once none is left: at once if there is none.

        Of several that wait only the latest is done.
        """
        for job in self._jobs:
            job.cancel()
        self._then = then
        self._do_then()

    def stop(self) -> None:
        """Cancel every job and wait until the one under way has stopped: for quitting."""
        self.is_stopped = True
        for job in self._jobs:
            job.cancel()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _on_over(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            # its thread may still be on the way out of it: destroyed by then, Qt would crash
            self._jobs.pop(job).result()
            job.deleteLater()
            self._do_then()
            if not self._jobs:
                self.rested.emit()

    def _do_then(self) -> None:
        if not self._jobs and self._then is not None:
            then, self._then = self._then, None
            then()
