"""Questions put to another thread, mostly the database's, without holding up the window."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

Answer = TypeVar("Answer")
Failed = Callable[[Exception], object]
"""Told what went wrong, on the UI thread."""


class Thread(Protocol):
    """A thread that does one thing after another: ``Program``'s own, or one for drawing."""

    def later(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Do ``work`` there when its turn comes."""


class _Errand:
    """A question on its way to the database thread, then its answer on its way back.

    Whoever asked hangs on ``work`` and ``then``. Both are let go of on the UI thread: were the
    database thread the last to hold a widget, it would destroy it there, and Qt would crash.
    """

    def __init__(
        self,
        work: Callable[[], Any],
        then: Callable[["Future[Any]"], None],
        bring: Callable[["_Errand"], object],
    ) -> None:
        self._work: Callable[[], Any] | None = work
        self._then: Callable[[Future[Any]], None] | None = then
        self._bring = bring
        self._future: Future[Any] | None = None

    def do(self) -> Any:  # noqa: ANN401 - the answer to any question
        """Work it out, on the database thread."""
        return None if self._work is None else self._work()

    def done(self, future: "Future[Any]") -> None:
        """Send the answer, on the thread that has it."""
        self._future = future
        self._bring(self)

    def deliver(self) -> None:
        """Hand the answer over and let go of everything, on the UI thread."""
        then, future = self._then, self._future
        self.let_go()
        if then is not None and future is not None:
            then(future)

    def let_go(self) -> None:
        """Keep hold of nothing any more, on the UI thread."""
        self._work = self._then = self._future = None


class Desk(QObject):
    """Takes questions to a thread and brings the answers back to the UI thread.

    One for the whole program stands at the database thread, so that whoever asked may be gone
    when the answer comes; it has to outlive that thread.
    """

    failed = Signal(Exception)
    """For questions whose asker has no place of its own to say what went wrong."""
    _brought = Signal(_Errand)

    def __init__(self, thread: Thread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._later = thread.later
        self._is_closed = False
        self._brought.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        work: Callable[[], Answer],
        then: Callable[["Future[Answer]"], None],
        owner: QObject | None = None,
    ) -> "Future[Answer]":
        """Do ``work`` on the other thread, and ``then`` on this one, always later.

        Args:
            work: The question.
            then: Given its answer.
            owner: Whose ``then`` it is; once it is destroyed an error is told by ``failed``
                instead, and an answer by nobody.

        Returns:
            The future; cancelled before its turn, ``then`` gets it cancelled.
        """
        if self._is_closed:
            nobody: Future[Answer] = Future()
            nobody.cancel()
            return nobody
        taken = then if owner is None else partial(self._hand_over, owner, then)
        errand = _Errand(work, taken, self._brought.emit)
        future: Future[Answer] = self._later(errand.do)
        future.add_done_callback(errand.done)
        return future

    def close(self) -> None:
        """Bring no answer any more, and take no question: the thread is about to end."""
        self._is_closed = True

    def _hand_over(
        self, owner: QObject, then: Callable[["Future[Any]"], None], future: "Future[Any]"
    ) -> None:
        if isValid(owner):
            then(future)
        elif not future.cancelled() and isinstance(error := future.exception(), Exception):
            self.failed.emit(error)

    def _deliver(self, errand: _Errand) -> None:
        if self._is_closed:
            errand.let_go()
        else:
            errand.deliver()


class Latest(Generic[Answer]):
    """Asks in the background and shows only the newest answer.

    Args:
        desk: Takes the questions.
        show: Given the newest answer, on the UI thread.
        failed: Given the newest question's error instead.
        owner: Whoever shows; once it is destroyed nothing is shown any more.
    """

    def __init__(
        self, desk: Desk, show: Callable[[Answer], object], failed: Failed, owner: QObject
    ) -> None:
        self._desk, self._show, self._failed, self._owner = desk, show, failed, owner
        self._asked: Future[Answer] | None = None

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None

    def ask(self, query: Callable[[], Answer]) -> None:
        """Put ``query``; one that was put earlier and is not answered is forgotten."""
        self.forget()
        self._asked = self._desk.ask(query, self._on_answer)

    def forget(self) -> None:
        """Take the question back, or never show its answer."""
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _on_answer(self, future: "Future[Answer]") -> None:
        if future is not self._asked or not isValid(self._owner):
            return
        self._asked = None
        error = future.exception()
        if error is None:
            self._show(future.result())
        elif isinstance(error, Exception):
            self._failed(error)
        else:
            raise error
