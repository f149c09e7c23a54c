"""Which visits there are, by what is asked for: those taken out are left out."""

from collections.abc import Collection, Sequence
from datetime import date

from peewee import fn

from creditmate.db.connection import execute
from creditmate.db.models import Task, Visit, VisitEvent
from creditmate.db.prepared import Argument, Query, listed, prepared


def open_visits(as_at: date) -> list[int]:
    """Return the visits with which something was to be done on a day; ended ones cost nothing."""
    return [id_ for (id_,) in _open(as_at)]


@prepared
def _open(as_at: Argument) -> Query:
    waiting = Visit.ended_day.is_null() | (Visit.ended_day > as_at)
    return Visit.select(Visit.id).where(waiting & Visit.archived_day.is_null())


_PLANNED_LATER = """
    SELECT c.entity_id FROM change c JOIN action a ON a.id = c.action_id
    WHERE c.entity = 'visit' AND c.op = 'create' AND a.use_case = 'plan-visit'
        AND c.entity_id IN (SELECT value FROM json_each(?)) AND a.business_day > ?
"""


def planned_by(ids: Collection[int], as_at: date) -> list[int]:
    """Return which of these visits had been planned by a day, in their order.

    Those that came with the sample were planned on no day, and are known on any.
    """
    named = f"[{','.join(map(str, ids))}]"
    later = {int(id_) for (id_,) in execute(_PLANNED_LATER, (named, as_at.isoformat()))}
    return [id_ for id_ in ids if id_ not in later]


def ended_visits(as_at: date, first: date) -> list[int]:
    """Return the visits that ended from one day to another."""
    return [id_ for (id_,) in _ended(as_at, first)]


@prepared
def _ended(as_at: Argument, first: Argument) -> Query:
    return Visit.select(Visit.id).where(
        Visit.ended_day.between(first, as_at) & Visit.archived_day.is_null()
    )


def visits_of(customers: Sequence[int]) -> dict[int, list[int]]:
    """Return the visits of customers, ended ones too, in the order in which they were planned."""
    found: dict[int, list[int]] = {}
    for customer, id_ in _of(list(customers)):
        found.setdefault(customer, []).append(id_)
    return found


@prepared
def _of(customers: Argument) -> Query:
    return (
        Visit.select(Visit.customer_id, Visit.id)
        .where(Visit.customer_id.in_(listed(customers)) & Visit.archived_day.is_null())
        .order_by(Visit.id)
    )


def visit_named(named: str) -> int | None:
    """Return the visit of a number, or an id; None where there is none."""
    text = named.strip()
    by_number = fn.LOWER(Visit.number) == text.lower()
    asked = by_number | (Visit.id == int(text) % 2**63) if text.isdecimal() else by_number
    found = Visit.select(Visit.id).where(asked & Visit.archived_day.is_null()).order_by(Visit.id)
    id_: int | None = found.scalar()
    return id_


def numbers_like(beginning: str) -> int:
    """Return how many visits have a number that begins so, those taken out among them."""
    return int(Visit.select().where(Visit.number.startswith(beginning)).count())


def last_visits(customers: Sequence[int], as_at: date) -> dict[int, date]:
    """Return the day of the last visit of customers that was held, by a day."""
    return {id_: date.fromisoformat(day) for id_, day in _last(list(customers), as_at)}


@prepared
def _last(customers: Argument, as_at: Argument) -> Query:
    held = VisitEvent.kind.in_(("held", "reported")) & VisitEvent.void_action_id.is_null()
    return (
        Visit.select(Visit.customer_id, fn.MAX(Task.day))
        .join(VisitEvent, on=VisitEvent.visit_id == Visit.id)
        .join(Task, on=Task.id == Visit.task_id)
        .where(Visit.customer_id.in_(listed(customers)) & held & (Task.day <= as_at))
        .group_by(Visit.customer_id)
    )
