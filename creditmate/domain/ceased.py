"""Whoever is said to have ceased trading: left in peace until one of us has decided about it.

To be left in peace as insolvent, to hand it over, to close the account or to carry on are all
decisions; which of them is right nobody can work out.

Source: domain-rules 4.7; docs/decisions/0024.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from creditmate.domain.contact_steps import StepMark
from creditmate.domain.customer_status import StatusChange
from creditmate.domain.holds import Hold, Stop


@dataclass(frozen=True, slots=True)
class SaidCeased:
    """The talk in which it was said: its day, and the action that put it down."""

    day: date
    action: int = 0


def is_undecided(
    said: SaidCeased,
    holds: Iterable[Hold],
    status: StatusChange | None = None,
    mark: StepMark | None = None,
) -> bool:
    """Return whether nobody has decided yet what follows from what was said.

    Args:
        said: The last that was heard of them.
        holds: The customer's; one that stops the following up decides it, and so does its end.
        status: How we trade with it, as last decided.
        mark: The step it was last said to be at: whoever says so carries on.
    """
    if status is not None and (status.day, status.action) > (said.day, said.action):
        return False
    if mark is not None and mark.day >= said.day:
        return False
    return not any(
        Stop.STEPS in hold.stops and not hold.is_taken_back and _lasted(hold, said.day)
        for hold in holds
    )


def _lasted(hold: Hold, day: date) -> bool:
    """Whether a hold was not over before a day."""
    ends = (hold.until_day, hold.ended_day)
    return all(end is None or end >= day for end in ends)
