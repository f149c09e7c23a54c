"""What every use-case is built on; part of ``Program``."""

from functools import cached_property
from typing import TYPE_CHECKING

from creditmate.domain.ports import Clock

if TYPE_CHECKING:
    from creditmate.db.gateway import Gateway


class Foundation:
    """The clock and the way into the ledger, which the use-cases share.

    Args:
        clock: Tells the day to act on, and the moment.
        user: Who is at the computer, for the record.
        version: Of the program, for the record.

    Attributes:
        clock: The same.
    """

    def __init__(self, clock: Clock, user: str, version: str) -> None:
        self.clock = clock
        self._user, self._version = user, version

    @cached_property
    def _gateway(self) -> "Gateway":
        from creditmate.db.gateway import Gateway

        return Gateway(self.clock, self._user, self._version)
