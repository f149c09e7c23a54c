"""Putting down what becomes of interest, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.gateway import Writing
from creditmate.db.interest_decisions import add_event
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind, NewEvent
from creditmate.domain.interest_record import basis_text
from creditmate.domain.interest_refusals import InterestWhy, interest_refused
from creditmate.domain.money import Money
from creditmate.domain.refusals import Why, refused
from creditmate.services.interest_book import interest_on

LONGEST = 500
"""Letters of a reason."""


@dataclass(frozen=True, slots=True)
class What:
    """Of what came up: the interest, the fixed sum, or both."""

    interest: bool = True
    fixed: bool = True


BOTH = What()


@dataclass(frozen=True, slots=True)
class Settled:
    """Interest of so many ``invoices`` that was given up, by its action to be undone."""

    done: Done
    kind: EventKind
    invoices: int
    sums: tuple[Money, ...]


def checked_reason(reason: str) -> str:
    """Return a reason as it is kept.

    Raises:
        UserError: ``INTEREST_REFUSED``: there is none; ``FIELD_REFUSED``: it is too long.
    """
    said = reason.strip()
    if not said:
        raise interest_refused(InterestWhy.NO_REASON, field="reason")
    if len(said) > LONGEST:
        raise refused("interest.reason", Why.TOO_LONG, most=LONGEST)
    return said


def new_event(one: LateInterest, as_at: date, what: What) -> NewEvent:
    """Return the decision about what is left of it."""
    nothing = Money(0, one.debt.amount.currency)
    return NewEvent(
        entry=one.debt.entry,
        until_day=as_at,
        interest=one.left.interest if what.interest else nothing,
        fixed=one.left.fixed if what.fixed else nothing,
        basis=basis_text(one),
    )


def write_event(  # noqa: PLR0913, PLR0917 - the columns of an event
    writing: Writing,
    kind: EventKind,
    customer: int,
    day: date,
    event: NewEvent,
    reason: str = "",
    document: int | None = None,
) -> None:
    """Put down what becomes of interest."""
    values = {
        "customer_id": customer,
        "entry_id": event.entry,
        "kind": kind.value,
        "day": day,
        "until_day": event.until_day,
        "currency": event.interest.currency,
        "interest_minor": event.interest.minor,
        "fixed_minor": event.fixed.minor,
        "basis": event.basis,
        "document_id": document,
        "reason": reason,
    }
    add_event(writing, values)


def check_still_left(events: Sequence[NewEvent]) -> None:
    """Refuse to charge what was decided or came out otherwise since it was worked out.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    until = events[0].until_day
    found = interest_on((event.entry for event in events), until)
    left = {one.debt.entry: one for one in found if one.stopped is None}
    for event in events:
        now = left.get(event.entry)
        if now is None or event.interest.minor not in {0, now.left.interest.minor}:
            raise UserError(Problem.CHANGED_MEANWHILE)
        if event.fixed.minor not in {0, now.left.fixed.minor}:
            raise UserError(Problem.CHANGED_MEANWHILE)
