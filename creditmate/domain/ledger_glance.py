"""What a quick look at the open ledger tells, after something of ours went wrong."""

from enum import Enum, auto


class Glance(Enum):
    """How the ledger is, as far as a millisecond tells."""

    NONE_OPEN = auto()
    """No ledger is open, so that none can have come to harm."""
    WHOLE = auto()
    """Nothing is half written, and the end of the chain is what it says."""
    HALF_WRITTEN = auto()
    """Something was begun and neither saved nor taken back."""
    DAMAGED = auto()
    """The end of the chain does not fit, or cannot be read."""
