"""Threads beside the database's: one on which pages are drawn, one on which passwords are tried."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from creditmate.ui.queries import Desk

Answer = TypeVar("Answer")


class OwnThread:
    """Does one thing after another, until it is stopped; begun when it is first needed."""

    def __init__(self, name: str) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def later(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Do ``work`` when its turn comes; cancelled before, it is not done."""
        return self._worker.submit(work)

    def stop(self) -> None:
        """Wait for what is being done; what has not begun is not done."""
        self._worker.shutdown(wait=True, cancel_futures=True)


class OwnDesk(Desk):
    """Takes questions to a thread of its own; one for the whole program.

    Were it a screen's, the thread could bring an answer to a desk that is being destroyed.
    """

    def __init__(self, name: str) -> None:
        worker = OwnThread(name)
        super().__init__(worker)
        self._worker = worker

    def close(self) -> None:
        """End the thread and bring no answer any more."""
        super().close()
        self._worker.stop()
