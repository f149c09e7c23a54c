"""What was decided about interest: on which basis for a customer, and what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from peewee import JOIN

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import Document, InterestChoice, InterestEvent
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.interest_basis import Choice, Chosen
from creditmate.domain.interest_events import EventKind
from creditmate.domain.interest_events import InterestEvent as Event
from creditmate.domain.money import Money


# ---------------------------------------------------------------- on which basis
def choices(as_at: date, customers: Sequence[int] | None = None) -> dict[int, Chosen]:
    """Return the decision that counts on a day, of those customers about whom one was made."""
    if customers is None:
        rows = list(_every_choice(as_at))
    else:
        rows = list(_choices_about(as_at, list(customers)))
    return {
        customer: Chosen(Choice(choice), date.fromisoformat(day), reason, bool(fair), action)
        for customer, day, choice, fair, reason, action in rows
    }


def _choices(as_at: Argument) -> Query:
    return (
        InterestChoice.select(
            InterestChoice.customer_id, InterestChoice.day, InterestChoice.choice,
            InterestChoice.fair, InterestChoice.reason, InterestChoice.action_id,
        )
        .where(InterestChoice.void_action_id.is_null() & (InterestChoice.day <= as_at))
        .order_by(InterestChoice.day, InterestChoice.id)
    )  # fmt: skip


@prepared
def _every_choice(as_at: Argument) -> Query:
    return _choices(as_at)


@prepared
def _choices_about(as_at: Argument, customers: Argument) -> Query:
    return _choices(as_at).where(InterestChoice.customer_id.in_(listed(customers)))


def add_choice(writing: Writing, customer: int, chosen: Chosen) -> int:
    """Put a decision down and return its id."""
    return writing.add(
        InterestChoice,
        customer_id=customer,
        day=chosen.day,
        choice=chosen.choice.value,
        fair=int(chosen.fair),
        reason=chosen.reason,
    )


# ---------------------------------------------------------------- what became of it
def events_of(customers: Sequence[int] | None, as_at: date) -> dict[int, list[Event]]:
    """Return the decisions that stand and were made up to a day, by entry, the oldest first."""
    if customers is None:
        return _by_entry(_every_event(as_at))
    return _by_entry(_events_about(as_at, list(customers)))


@prepared
def _every_event(as_at: Argument) -> Query:
    return _events(as_at)


@prepared
def _events_about(as_at: Argument, customers: Argument) -> Query:
    return _events(as_at).where(InterestEvent.customer_id.in_(listed(customers)))


def _events(as_at: Argument) -> Query:
    return (
        InterestEvent.select(
            InterestEvent.id, InterestEvent.entry_id, InterestEvent.kind, InterestEvent.day,
            InterestEvent.until_day, InterestEvent.currency, InterestEvent.interest_minor,
            InterestEvent.fixed_minor, InterestEvent.document_id, Document.number,
            InterestEvent.reason, InterestEvent.action_id,
        )
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == InterestEvent.document_id)
        .where(InterestEvent.void_action_id.is_null() & (InterestEvent.day <= as_at))
        .order_by(InterestEvent.day, InterestEvent.id)
    )  # fmt: skip


def _by_entry(rows: Any) -> dict[int, list[Event]]:  # noqa: ANN401 - a cursor
    found: dict[int, list[Event]] = {}
    for row in rows:
        id_, entry, kind, day, until, currency, interest, fixed, document, number, why, action = row
        event = Event(
            id=id_,
            entry=entry,
            kind=EventKind(kind),
            day=date.fromisoformat(day),
            until_day=date.fromisoformat(until),
            interest=Money(interest, currency),
            fixed=Money(fixed, currency),
            document=document,
            number=number or "",
            reason=why,
            action=action,
        )
        found.setdefault(entry, []).append(event)
    return found


def add_event(writing: Writing, values: Mapping[str, object]) -> int:
    """Put down what became of interest; ``values`` are the columns of ``interest_event``."""
    return writing.add(InterestEvent, **values)


def charged_with(document: int) -> list[int]:
    """Return the events by which a charge note that stands charges interest."""
    return _ids(InterestEvent.document_id == document)


def made_in(action: int) -> list[tuple[int, str]]:
    """Return what an action decided of interest and still stands: ids and kinds."""
    query = InterestEvent.select(InterestEvent.id, InterestEvent.kind).where(
        (InterestEvent.action_id == action) & InterestEvent.void_action_id.is_null()
    )
    return [(id_, kind) for id_, kind in database.execute(query)]


def choices_made_in(action: int) -> list[int]:
    """Return the decisions about a basis that an action made and that stand."""
    query = InterestChoice.select(InterestChoice.id).where(
        (InterestChoice.action_id == action) & InterestChoice.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]


def void_events(writing: Writing, ids: Sequence[int]) -> None:
    """Take back what became of interest: it is to decide again."""
    writing.void(InterestEvent, ids)


def void_choices(writing: Writing, ids: Sequence[int]) -> None:
    """Take back decisions about a basis: they were never made."""
    writing.void(InterestChoice, ids)


def _ids(which: Any) -> list[int]:  # noqa: ANN401 - an expression
    query = InterestEvent.select(InterestEvent.id).where(
        which & InterestEvent.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]
