"""The thread on which pages are drawn to be looked at."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Answer = TypeVar("Answer")


class DrawingThread:
    """Does one thing after another; ends with whoever holds it. ``Desk`` asks it."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")

    def later(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Do ``work`` when its turn comes; cancelled before, it is not done."""
        return self._worker.submit(work)
