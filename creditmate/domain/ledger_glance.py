"""What a look at the open ledger tells, after something of ours went wrong."""

from enum import Enum, auto


class Glance(Enum):
    """How the ledger is, as far as was looked."""

    NONE_OPEN = auto()
    """No ledger is open, so that none can have come to harm."""
    END_FITS = auto()
    """Nothing is half written, and the end of the chain is what it says; no more was looked at."""
    PAGES_READ = auto()
    """So it is, and every page of the file was looked at, which takes longer."""
    HALF_WRITTEN = auto()
    """Something was begun and neither saved nor taken back."""
    DAMAGED = auto()
    """The end of the chain does not fit, or something cannot be read."""
