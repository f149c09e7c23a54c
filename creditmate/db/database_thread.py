"""The one thread that opens, migrates, uses and closes the ledger (reliability.md D2).

Work is put to it and done strictly in order, so nothing is interleaved, but for what comes while
the ledger is copied: a copy bears it, and may take half a minute. The answer is a ``Future``. It
knows no toolkit: the window and the command line wait for it in their own ways.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from creditmate.domain.errors import Cancelled

Answer = TypeVar("Answer")
_Job = tuple[Callable[[], Any], "Future[Any]"]


class NotMeanwhile(BaseException):
    """Raised by work that cannot be done in the middle of other work; it is done again after it.

    Nothing may have been done before it is raised.
    """


Means = Callable[[BaseException], BaseException]
"""What an error means to whoever asked; itself, if it means nothing else."""


def _itself(error: BaseException) -> BaseException:
    return error


class DatabaseThread:
    """Runs functions one after another on a thread of its own.

    Args:
        means: Told of every error that work ends with, on this thread; what it gives back is
            handed to whoever asked.
    """

    def __init__(self, means: Means = _itself) -> None:
        self._means = means
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._put_off: deque[_Job | None] = deque()
        self._thread = threading.Thread(target=self._run, name="database", daemon=True)
        self._closed = self._ended = False
        self._gate = threading.Lock()
        self._held: list[_Job] | None = None
        self._thread.start()

    @property
    def works(self) -> bool:
        """Whether it is there to do anything; a bug of ours may have ended it."""
        return not self._ended

    @property
    def is_awaited(self) -> bool:
        """Whether something was asked that has not begun: what may wait should make room."""
        return not self._jobs.empty()

    def ask(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Put ``work`` in the queue; its answer or its error comes in the future.

        Raises:
            RuntimeError: The thread has been stopped.
        """
        if self._closed:
            raise RuntimeError("the database thread is stopped")
        future: Future[Answer] = Future()
        with self._gate:
            if self._held is None:
                return self._put(work, future)
            self._held.append((work, future))
        return future

    def _put(
        self, work: Callable[[], Answer], future: "Future[Answer] | None" = None
    ) -> "Future[Answer]":
        future = future or Future()
        self._jobs.put((work, future))
        if not self.works:
            self._refuse_all()
        return future

    # ------------------------------------------------------------- while the ledger is locked
    @property
    def is_held(self) -> bool:
        """Whether what is asked waits."""
        return self._held is not None

    def hold(self, last: Callable[[], Answer]) -> "Future[Answer]":
        """Do what is queued, then ``last``; what is asked from now on waits for ``go_on``."""
        with self._gate:
            self._held = []
            return self._put(last)

    def ask_though_held(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Put ``work`` in the queue though all else waits."""
        return self._put(work)

    def go_on(self) -> None:
        """Do what has waited, in the order in which it was asked."""
        with self._gate:
            held, self._held = self._held or [], None
            for job in held:
                self._jobs.put(job)

    def give_up_held(self) -> None:
        """Never do what waits: whoever waits for it finds it cancelled. For quitting."""
        with self._gate:
            held, self._held = self._held or [], None
        for _work, future in held:
            future.cancel()

    def stop(self, last: Callable[[], object]) -> None:
        """Do what is queued, then ``last`` (closing the ledger), then end the thread."""
        if self._closed or self._ended:  # ended by a bug, it left the ledger as a kill would
            return
        self.give_up_held()
        done = self.ask(last)
        self._closed = True
        self._jobs.put(None)
        self._thread.join()
        done.result()

    def give_way(self) -> None:
        """Do what was asked meanwhile, in the middle of work on this thread that bears it.

        Raises:
            Cancelled: Something was asked that cannot be done meanwhile, such as closing the
                ledger: it comes next, so whoever gives way has to end.
        """
        while not self._put_off:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is None:
                self._put_off.append(None)
            else:
                self._do_meanwhile(job)
            del job
        raise Cancelled

    def _do_meanwhile(self, job: _Job) -> None:
        work, future = job
        if not future.running() and not future.set_running_or_notify_cancel():
            return
        try:
            answer = work()
        except NotMeanwhile:
            self._put_off.append(job)
        except BaseException as error:  # handed to whoever asked, whatever it is
            future.set_exception(self._means(error))
        else:
            future.set_result(answer)

    def _next(self) -> _Job | None:
        return self._put_off.popleft() if self._put_off else self._jobs.get()

    def _run(self) -> None:
        try:
            self._work()
        finally:
            self._ended = True  # first: whoever asks from now on refuses by itself
            self._refuse_all()

    def _refuse_all(self) -> None:
        """Let nobody wait for an answer that no thread will give."""
        with suppress(Empty):
            while True:
                job = self._put_off.popleft() if self._put_off else self._jobs.get_nowait()
                if job is not None and not job[1].done():
                    job[1].set_exception(RuntimeError("the database thread has ended"))

    def _work(self) -> None:
        while (job := self._next()) is not None:
            work, future = job
            # what was put off runs already, as far as those know who wait for it
            if future.running() or future.set_running_or_notify_cancel():
                self._settle(future, work)
            # Dropped before waiting again: a kept traceback keeps the connection alive (D2).
            del job, work, future

    def _settle(self, future: "Future[Any]", work: Callable[[], Any]) -> None:
        try:
            answer = work()
        except BaseException as error:  # handed to whoever asked, whatever it is
            future.set_exception(self._means(error))
        else:
            future.set_result(answer)
