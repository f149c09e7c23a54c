"""A second process of lower priority, for work that would hold up the window.

Python works on one thread at a time: pages drawn on a worker thread would stall typing. Another
process does not. It is begun when it is first needed; ``freeze_support`` in ``__main__`` makes
it possible in the frozen program.
"""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_context, parent_process
from types import TracebackType
from typing import Self, TypeVar

Argument = TypeVar("Argument")
Answer = TypeVar("Answer")

_NICENESS = 10
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS of Windows


class Elsewhere:
    """One helper process; leaving the ``with`` block ends it."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._broken = False

    def __enter__(self) -> Self:
        """Nothing is begun yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End the process once it has done what it was asked."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def do(self, work: Callable[[Argument], Answer], argument: Argument) -> Answer:
        """Do ``work`` there and wait for the answer; a function of a module, so that it travels.

        Where there can be no second process, or it was killed, the work is done here.
        """
        if not self._broken:
            try:
                return self._started().submit(work, argument).result()
            except (BrokenProcessPool, OSError):
                self._broken = True
        return work(argument)

    def do_beside(self, work: Callable[[Argument], Answer], argument: Argument) -> Answer:
        """Do ``work`` there between what else it does; here, where it has not begun or has ended.

        For another thread than the one that has the helper.
        """
        pool = self._pool
        if pool is not None and not self._broken:
            with suppress(RuntimeError, CancelledError, OSError):
                return pool.submit(work, argument).result()
        return work(argument)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1, mp_context=get_context("spawn"), initializer=_begin
            )
        return self._pool


def _begin() -> None:
    """Prepare the helper for its work, in its own process."""
    _give_way()
    threading.Thread(target=_end_with_parent, name="parent", daemon=True).start()


def _end_with_parent() -> None:
    """Go when the program is gone: killed, it cannot say so, and the helper would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _give_way() -> None:
    """Take a lower priority: the window goes first."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICENESS)
