"""Ctrl-C: a wish that long work hears where it reports, and never half a line of Python.

Work runs on the database thread while the main thread, which alone is told of signals, waits.
"""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from threading import Event
from typing import TypeVar

from creditmate.domain.errors import Cancelled
from creditmate.domain.progress import Progress

INTERRUPTED = 130
"""Exit status of a command that Ctrl-C ended: 128 + SIGINT, as shells count."""

_TICK = 0.1  # seconds: on Windows a thread that waits for longer hears no signal before it is done

Answer = TypeVar("Answer")


@contextmanager
def heard_by_work() -> Iterator[Progress]:
    """Take Ctrl-C as a wish; give the progress that raises ``Cancelled`` once it was uttered.

    What is done before the next report stays uninterrupted. A program that was started with
    Ctrl-C ignored (in the background) goes on ignoring it.
    """
    asked = Event()

    def progress(done: int, total: int) -> None:
        del done, total  # the command line draws no bar
        if asked.is_set():
            raise Cancelled

    with _handling(lambda *_: asked.set()):
        yield progress


@contextmanager
def unheard() -> Iterator[None]:
    """Let nothing interrupt what must be finished, such as closing the ledger."""
    with _handling(signal.SIG_IGN):
        yield


@contextmanager
def _handling(handler: Callable[..., object] | signal.Handlers) -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def answer_of(future: "Future[Answer]") -> Answer:
    """Wait for work on another thread so that signals are heard meanwhile."""
    while not wait([future], _TICK).done:
        pass
    return future.result()
