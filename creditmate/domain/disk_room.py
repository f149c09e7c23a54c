"""How much room the disk must have before something large begins, and when to say that it is low.

A full disk loses nothing (reliability.md D3), but it stops the work in the middle of a morning. A
migration, a backup or a change of password writes the ledger once more beside it, and its journal
may grow as large again: with three times the ledger free, whatever comes next can end (D4).
"""

from dataclasses import dataclass
from enum import StrEnum

_COPIES = 3
_LEAST = 64 * 1024 * 1024
"""Bytes: with less even a small ledger's papers, and the system itself, soon have no room."""
_NOTHING = 1024 * 1024
"""Bytes: with less a save may fail."""


class Bytes(int):
    """A number of bytes: told in words it is not a mere number."""


class Room(StrEnum):
    """How the disk stands; a banner says the second and the third."""

    PLENTY = "plenty"
    LOW = "low"
    """Saving works; what is large may not."""
    NONE = "none"
    """Reading works; what is saved may be refused, and then nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class DiskRoom:
    """The room on the disk with a ledger, in bytes.

    Attributes:
        free: What is free.
        needed: What should be.
    """

    free: int
    needed: int

    @property
    def room(self) -> Room:
        """How the disk stands."""
        if self.free >= self.needed:
            return Room.PLENTY
        return Room.NONE if self.free < _NOTHING else Room.LOW


def disk_room(free: int, ledger: int, coming: int = 0) -> DiskRoom:
    """Return how the disk with a ledger stands.

    Args:
        free: Bytes free for this user.
        ledger: Bytes of the ledger's file and its journal.
        coming: Bytes that are about to be added.
    """
    return DiskRoom(free, max(_COPIES * ledger + coming, _LEAST))
