"""How long work reports back and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Passed to every slow use-case; calling it may raise ``Cancelled``."""

    def __call__(self, done: int, total: int) -> None:
        """Report ``done`` of ``total`` units; ``total`` 0 means unknown."""


def silent(done: int, total: int) -> None:
    """Report to nobody: the default in tests and scripts."""
