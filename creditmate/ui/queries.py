"""Questions put to another thread, mostly the database's, without holding up the window."""

from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

Answer = TypeVar("Answer")
Failed = Callable[[Exception], object]
"""Told what went wrong, on the UI thread."""
CALM = 150
"""Milliseconds without a question after which what may wait is asked: an answer was painted then,
and whoever reads on after it (Today) has asked for more."""


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
        self._under_way = 0
        self._patient: deque[Callable[[], object]] = deque()
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self._on_calm)
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
        self._under_way += 1
        future: Future[Answer] = self._later(errand.do)
        future.add_done_callback(errand.done)
        return future

    def when_calm(self, then: Callable[[], object]) -> None:
        """Do ``then``, which asks something, when nothing else has been asked for a moment.

        So what is said in passing keeps nobody waiting for the place he has opened.
        """
        self._patient.append(then)
        if not self._under_way:
            self._calm.start()

    def _on_calm(self) -> None:
        if self._patient and not self._under_way and not self._is_closed:
            self._patient.popleft()()
        if self._patient and not self._under_way:
            self._calm.start()

    def close(self) -> None:
        """Bring no answer any more, and take no question: the thread is about to end."""
        self._is_closed = True
        self._patient.clear()

    def _hand_over(
        self, owner: QObject, then: Callable[["Future[Any]"], None], future: "Future[Any]"
    ) -> None:
        if isValid(owner):
            then(future)
        elif not future.cancelled() and isinstance(error := future.exception(), Exception):
            self.failed.emit(error)

    def _deliver(self, errand: _Errand) -> None:
        self._under_way -= 1
        if self._is_closed:
            errand.let_go()
            return
        errand.deliver()
        if self._patient and not self._under_way:
            self._calm.start()


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
        self._patient: Callable[[], Answer] | None = None

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._asked is not None or self._patient is not None

    def ask(self, query: Callable[[], Answer]) -> None:
        """Put ``query``; one that was put earlier and is not answered is forgotten."""
        self.forget()
        self._asked = self._desk.ask(query, self._on_answer)

    def ask_when_calm(self, query: Callable[[], Answer]) -> None:
        """As ``ask``, once all that anybody waits for is answered (``Desk.when_calm``)."""
        self.forget()
        self._patient = query
        self._desk.when_calm(partial(self._put, query))

    def _put(self, query: Callable[[], Answer]) -> None:
        if self._patient is query and isValid(self._owner):
            self.ask(query)

    def forget(self) -> None:
        """Take the question back, or never show its answer."""
        self._patient = None
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


class Writes:
    """Does everything that it is given in the background, one after another.

    Of questions the newest is the one that counts (``Latest``); what is to be written counts
    whatever is asked for next. So two presses are two deeds, and each is told by itself.

    Args:
        desk: Takes the deeds.
        failed: Given the error of a deed that could not be done.
        owner: Whoever tells; once it is destroyed, what was asked for is done all the same.
    """

    def __init__(self, desk: Desk, failed: Failed, owner: QObject) -> None:
        self._desk, self._failed, self._owner = desk, failed, owner
        self._once: set[Hashable] = set()

    def do(
        self,
        work: Callable[[], Answer],
        then: Callable[[Answer], object],
        once: Hashable | None = None,
    ) -> None:
        """Do ``work`` when all that was asked before it is done.

        Args:
            work: What is to be done.
            then: Tells what came of it.
            once: A record and its version, which is another one after a deed: asked for again
                before that is seen, the same was pressed twice, and is not refused as changed.
        """
        if once is not None and once in self._once:
            return
        self._once.add(once)
        self._desk.ask(work, partial(self._on_done, then, once), self._owner)

    def _on_done(
        self, then: Callable[[Answer], object], once: Hashable, future: "Future[Answer]"
    ) -> None:
        error = future.exception()
        if error is None:
            then(future.result())
            return
        self._once.discard(once)
        if isinstance(error, Exception):
            self._failed(error)
        else:
            raise error
