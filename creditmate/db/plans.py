"""Payment plans: agreed, and what was done with them, as at a day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database, execute
from creditmate.db.fields import among
from creditmate.db.gateway import Writing
from creditmate.db.models import Entry, Instalment, Plan, PlanEvent, PlanItem
from creditmate.db.prepared import Argument, Query, prepared
from creditmate.domain import plans as rules
from creditmate.domain.plan_schedule import Part
from creditmate.domain.plan_terms import Meanwhile

_AGREED = Plan.void_action_id.is_null()
"""What was undone never was, at any day."""
_HAPPENED = PlanEvent.void_action_id.is_null()
_ENDS = (rules.PlanEventKind.CANCELLED, rules.PlanEventKind.REPLACED)


def plans_of(customers: Sequence[int], as_at: date) -> dict[int, list[rules.Plan]]:
    """Return the plans that were agreed with these customers up to a day, the oldest first."""
    if not customers or not _ever_agreed():
        return {}
    there = Plan.customer_id.in_(among(customers)) & (Plan.day <= as_at)
    found: dict[int, list[rules.Plan]] = {}
    for plan in _read(there, as_at):
        found.setdefault(plan.customer_id, []).append(plan)
    return found


def _ever_agreed() -> bool:
    """Whether there ever was a plan: most ledgers are asked in vain, and often."""
    return execute("SELECT 1 FROM plan LIMIT 1").fetchone() is not None


def plan_by_id(plan: int, as_at: date) -> rules.Plan | None:
    """Return a plan as known on a day; None if there is none."""
    return next(iter(_read((Plan.id == plan) & (Plan.day <= as_at), as_at)), None)


def plan_by_number(number: str, as_at: date) -> rules.Plan | None:
    """Return the plan of a number, however its letters are written; None if there is none."""
    same = (fn.LOWER(Plan.number) == number.strip().lower()) & (Plan.day <= as_at)
    return next(iter(_read(same, as_at)), None)


def customers_with_plans(as_at: date) -> set[int]:
    """Return the customers with a plan that was not ended and pays something that is open.

    How it stands is worked out from the money: it may be in default.
    """
    return {customer for (customer,) in _with_plans(as_at)} if _ever_agreed() else set()


@prepared
def _with_plans(as_at: Argument) -> Query:
    still = (Entry.open_minor != 0) | (Entry.closed_day > as_at)
    left = (
        PlanItem.select(PlanItem.id)
        .join(Entry, on=Entry.id == PlanItem.entry_id)
        .where((PlanItem.plan_id == Plan.id) & still)
    )
    again = PlanEvent.alias("again")
    later = again.select(again.id).where(
        (again.plan_id == PlanEvent.plan_id)
        & (again.kind == rules.PlanEventKind.REINSTATED.value)
        & (again.id > PlanEvent.id)
        & (again.day <= as_at)
        & again.void_action_id.is_null()
    )
    ended = PlanEvent.select(PlanEvent.plan_id).where(
        PlanEvent.kind.in_([kind.value for kind in _ENDS])
        & (PlanEvent.day <= as_at)
        & _HAPPENED
        & ~fn.EXISTS(later)
    )
    return (
        Plan.select(Plan.customer_id)
        .where((Plan.day <= as_at) & _AGREED & Plan.id.not_in(ended) & fn.EXISTS(left))
        .distinct()
    )


def all_plans(as_at: date) -> list[rules.Plan]:
    """Return every plan that was agreed up to a day."""
    return _read(Plan.day <= as_at, as_at)


def _read(which: Any, as_at: date) -> list[rules.Plan]:  # noqa: ANN401 - an expression
    query = (
        Plan.select(
            Plan.id, Plan.customer_id, Plan.interaction_id, Plan.day, Plan.number, Plan.contact_id,
            Plan.by_whom, Plan.staff_id, Plan.currency, Plan.amount_minor, Plan.rhythm,
            Plan.method, Plan.reference, Plan.interest, Plan.cure_days, Plan.note,
        )
        .where(which & _AGREED)
        .order_by(Plan.day, Plan.id)
    )  # fmt: skip
    rows = list(database.execute(query))
    ids = [row[0] for row in rows]
    items, parts, events = _items(ids), _instalments(ids), _events(ids, as_at)
    return [_plan(row, items, parts, events) for row in rows]


def _plan(
    row: Sequence[Any],
    items: Mapping[int, Sequence[rules.PlanItem]],
    parts: Mapping[int, Sequence[rules.Instalment]],
    events: Mapping[int, Sequence[rules.PlanEvent]],
) -> rules.Plan:
    (
        id_, customer, talk, day, number, contact, by_whom, staff, currency, minor, rhythm,
        method, reference, interest, cure_days, note,
    ) = row  # fmt: skip
    return rules.Plan(
        id=id_,
        customer_id=customer,
        interaction_id=talk,
        day=date.fromisoformat(day),
        number=number,
        contact_id=contact,
        by_whom=by_whom,
        staff_id=staff,
        currency=currency,
        minor=minor,
        rhythm=rhythm,
        method=method,
        reference=reference,
        interest=Meanwhile(interest),
        cure_days=cure_days,
        note=note,
        items=tuple(items.get(id_, ())),
        instalments=tuple(parts.get(id_, ())),
        events=tuple(events.get(id_, ())),
    )


def _items(plans: Collection[int]) -> dict[int, list[rules.PlanItem]]:
    if not plans:
        return {}
    query = (
        PlanItem.select(PlanItem.plan_id, PlanItem.entry_id, PlanItem.amount_minor)
        .where(PlanItem.plan_id.in_(among(plans)))
        .order_by(PlanItem.id)
    )
    found: dict[int, list[rules.PlanItem]] = {}
    for plan, entry, minor in database.execute(query):
        found.setdefault(plan, []).append(rules.PlanItem(entry, minor))
    return found


def _instalments(plans: Collection[int]) -> dict[int, list[rules.Instalment]]:
    if not plans:
        return {}
    query = (
        Instalment.select(
            Instalment.plan_id, Instalment.place, Instalment.due_day, Instalment.cure_day,
            Instalment.amount_minor,
        )
        .where(Instalment.plan_id.in_(among(plans)))
        .order_by(Instalment.plan_id, Instalment.place)
    )  # fmt: skip
    found: dict[int, list[rules.Instalment]] = {}
    for plan, place, due, cure, minor in database.execute(query):
        days = date.fromisoformat(due), date.fromisoformat(cure)
        found.setdefault(plan, []).append(rules.Instalment(place, *days, minor))
    return found


def _events(plans: Collection[int], as_at: date) -> dict[int, list[rules.PlanEvent]]:
    if not plans:
        return {}
    query = (
        PlanEvent.select(
            PlanEvent.plan_id, PlanEvent.kind, PlanEvent.day, PlanEvent.note, PlanEvent.by_plan_id
        )
        .where(PlanEvent.plan_id.in_(among(plans)) & (PlanEvent.day <= as_at) & _HAPPENED)
        .order_by(PlanEvent.day, PlanEvent.id)
    )
    found: dict[int, list[rules.PlanEvent]] = {}
    for plan, kind, day, note, by in database.execute(query):
        event = rules.PlanEvent(rules.PlanEventKind(kind), date.fromisoformat(day), note, by)
        found.setdefault(plan, []).append(event)
    return found


def numbers_like(beginning: str) -> int:
    """Return how many plans have a number that begins so, those taken back among them."""
    query = Plan.select(fn.COUNT(Plan.id)).where(Plan.number.startswith(beginning))
    return int(next(iter(database.execute(query)))[0])


# ---------------------------------------------------------------- writing
def add_plan(
    writing: Writing,
    items: Sequence[rules.PlanItem],
    parts: Sequence[Part],
    **values: object,
) -> int:
    """Put down a plan with what it pays and its parts: every column of it."""
    plan = writing.add(Plan, **values)
    columns = ("plan_id", "entry_id", "amount_minor")
    writing.add_many(PlanItem, columns, [(plan, item.entry, item.minor) for item in items])
    writing.add_many(
        Instalment,
        ("plan_id", "place", "due_day", "cure_day", "amount_minor"),
        [(plan, one.place, one.day, one.cure_day, one.amount.minor) for one in parts],
    )
    return plan


def add_plan_event(writing: Writing, plan: int, event: rules.PlanEvent) -> int:
    """Put down what was done with a plan."""
    return writing.add(
        PlanEvent,
        plan_id=plan,
        kind=event.kind.value,
        day=event.day,
        note=event.note,
        by_plan_id=event.by_plan,
    )
