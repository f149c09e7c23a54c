"""The one thread that opens, migrates, uses and closes the ledger (reliability.md D2).

Work is put to it and done strictly in order, so nothing is interleaved, but for what comes while
the ledger is copied: a copy bears it, and may take half a minute. The answer is a ``Future``. It
knows no toolkit: the window and the command line wait for it in their own ways.
"""

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from creditmate.domain.errors import Cancelled

Answer = TypeVar("Answer")
_Job = tuple[Callable[[], Any], "Future[Any]"]


class NotMeanwhile(BaseException):
    """Raised by work that cannot be done in the middle of other work; it is done again after it.

    Nothing may have been done before it is raised.
    """


class DatabaseThread:
    """Runs functions one after another on a thread of its own."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._put_off: deque[_Job | None] = deque()
        self._thread = threading.Thread(target=self._work, name="database", daemon=True)
        self._closed = False
        self._thread.start()

    def ask(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Put ``work`` in the queue; its answer or its error comes in the future.

        Raises:
            RuntimeError: The thread has been stopped.
        """
        if self._closed:
            raise RuntimeError("the database thread is stopped")
        future: Future[Answer] = Future()
        self._jobs.put((work, future))
        return future

    def stop(self, last: Callable[[], object]) -> None:
        """Do what is queued, then ``last`` (closing the ledger), then end the thread."""
        if self._closed:
            return
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
            future.set_exception(error)
        else:
            future.set_result(answer)

    def _next(self) -> _Job | None:
        return self._put_off.popleft() if self._put_off else self._jobs.get()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            work, future = job
            # what was put off runs already, as far as those know who wait for it
            if future.running() or future.set_running_or_notify_cancel():
                _settle(future, work)
            # Dropped before waiting again: a kept traceback keeps the connection alive (D2).
            del job, work, future


def _settle(future: "Future[Any]", work: Callable[[], Any]) -> None:
    try:
        answer = work()
    except BaseException as error:  # handed to whoever asked, whatever it is
        future.set_exception(error)
    else:
        future.set_result(answer)
