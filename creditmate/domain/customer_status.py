"""How we trade with a customer: decided on a day, with a reason; the latest counts.

A stop is a stop of *supply*: what is owed is followed up all the same. Only what an agency has
taken over is not ours to follow up, write letters or send statements about.
Source: data-model.md, ``customer_status``; domain-rules 4.12 (D+30 stop, D+90 hand-over).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How we trade; the values are stored."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    WATCH = "watch"
    ON_STOP = "on_stop"
    WITH_AGENCY = "with_agency"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class StatusChange:
    """A decision how to trade from a day on; ``action`` is the one that put it down."""

    id: int
    customer: int
    day: date
    status: Status
    reason: str = ""
    action: int = 0


def status_at(changes: Iterable[StatusChange], day: date) -> StatusChange | None:
    """Return the decision that counts on a day: the latest made for it or before.

    Of two for the same day the later one counts. None before the first: then the customer is
    active, or nobody would have entered it.
    """
    known = (change for change in changes if change.day <= day)
    return max(known, key=lambda change: (change.day, change.id), default=None)


def is_ours_to_follow(status: Status) -> bool:
    """Whether we ourselves follow up what is owed, write and send statements."""
    return status is not Status.WITH_AGENCY


def is_supplied(status: Status) -> bool:
    """Whether the customer is supplied on account."""
    return status not in {Status.ON_STOP, Status.WITH_AGENCY, Status.CLOSED}


def gets_courtesy(status: Status) -> bool:
    """Whether a courtesy call before the due day makes sense: with whom we go on trading."""
    return is_supplied(status)
