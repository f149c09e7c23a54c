"""The one thread that opens, migrates, uses and closes the ledger (reliability.md D2).

Work is put to it and done strictly in order, so nothing is interleaved; the answer is a
``Future``. It knows no toolkit: the window and the command line wait for it in their own ways.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_Job = tuple[Callable[[], Any], "Future[Any]"]


class DatabaseThread:
    """Runs functions one after another on a thread of its own."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
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

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, future = job
            if future.set_running_or_notify_cancel():
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
