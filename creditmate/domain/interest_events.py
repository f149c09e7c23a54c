"""What became of interest: charged, waived or cancelled, and what of it is still to decide.

What is to decide is what came up less what was decided: so a day is never charged twice, and what
comes out otherwise later (a payment entered late, a dispute rejected) shows. A waiver settles
everything up to its day, whatever that comes to afterwards.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.money import Money


class EventKind(StrEnum):
    """What was decided; the values are stored."""

    CHARGED = "charged"  # by a charge note
    WAIVED = "waived"
    CANCELLED = "cancelled"  # the principal was paid, and that is the end of it


@dataclass(frozen=True, slots=True)
class InterestEvent:
    """A decision about what had come up on an entry to ``until_day``.

    ``document`` is the charge note, ``number`` its number; both only where it was charged.
    """

    id: int
    entry: int
    kind: EventKind
    day: date
    until_day: date
    interest: Money
    fixed: Money
    document: int | None
    number: str
    reason: str
    action: int


@dataclass(frozen=True, slots=True)
class NewEvent:
    """A decision about to be made; ``basis`` is how it was worked out, as JSON."""

    entry: int
    until_day: date
    interest: Money
    fixed: Money
    basis: str


@dataclass(frozen=True, slots=True)
class Left:
    """What is to decide, and by how much more was charged than comes out now."""

    interest: Money
    fixed: Money
    over: Money

    @property
    def total(self) -> Money:
        """Interest and fixed sum."""
        return self.interest + self.fixed


def left_of(
    came_up: Callable[[date], Money], fixed: Money, events: Sequence[InterestEvent], as_at: date
) -> Left:
    """Return what is to decide of the interest that came up to a day.

    Args:
        came_up: The interest to a day, rounded once.
        fixed: The fixed sum that may be charged.
        events: Those that stand, up to ``as_at``.
        as_at: The day.
    """
    nothing = Money(0, fixed.currency)
    given_up = [one for one in events if one.kind is not EventKind.CHARGED]
    to = max((one.until_day for one in given_up if one.interest), default=None)
    settled = nothing if to is None else came_up(min(to, as_at))
    charged = [one for one in events if one.kind is EventKind.CHARGED]
    for one in charged:
        if to is None or one.until_day > to:
            settled += one.interest
    interest = came_up(as_at) - settled
    sums = fixed
    for one in charged:
        sums -= one.fixed
    if any(one.fixed for one in given_up) and sums.minor > 0:
        sums = nothing
    over = max(-interest, nothing) + max(-sums, nothing)
    return Left(max(interest, nothing), max(sums, nothing), over)
