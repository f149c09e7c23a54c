"""The thread on which pages are drawn to be looked at."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from creditmate.ui.queries import Desk

Answer = TypeVar("Answer")


class DrawingThread:
    """Does one thing after another, until it is stopped."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")

    def later(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Do ``work`` when its turn comes; cancelled before, it is not done."""
        return self._worker.submit(work)

    def stop(self) -> None:
        """Wait for what is being drawn; what has not begun is not drawn."""
        self._worker.shutdown(wait=True, cancel_futures=True)


class DrawingDesk(Desk):
    """Takes drawing to a thread of its own; one for the whole program.

    Were it a screen's, the thread could bring a page to a desk that is being destroyed.
    """

    def __init__(self) -> None:
        worker = DrawingThread()
        super().__init__(worker)
        self._worker = worker

    def close(self) -> None:
        """End the thread and bring no page any more."""
        super().close()
        self._worker.stop()
