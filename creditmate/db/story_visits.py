"""What a customer's story tells of visits besides the talk itself: sent, confirmed, moved, off."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.models import Action, Change, Task, Visit, VisitEvent
from creditmate.db.models.base import table_name
from creditmate.db.story_keys import story_key
from creditmate.domain.story import Happening, InVain, VisitMoved, VisitPlanned
from creditmate.domain.visit_report import NOT_MET
from creditmate.domain.visits import VisitChange, VisitEventKind

_TOLD = tuple(
    kind.value
    for kind in (
        VisitEventKind.AGENDA_SENT,
        VisitEventKind.CONFIRMED,
        VisitEventKind.RECONFIRMED,
        VisitEventKind.MOVED,
        VisitEventKind.CANCELLED,
    )
)
"""Whatever was held or tried in vain is a contact, and told as one."""
_PLANNED = "plan-visit"
"""The use-case that plans one: a visit of the sample came with its ledger, planned on no day."""


def planned_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the visits to a customer that were planned; of the day of the action that did it."""
    return (
        Visit.select(Action.business_day, Visit.id)
        .join(Change, on=_made())
        .join(Action, on=Action.id == Change.action_id)
        .where((Visit.customer_id == customer) & Visit.archived_day.is_null())
        .where((Action.use_case == _PLANNED) & (Action.business_day <= as_at))
    )


def planned(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[VisitPlanned]:
    """Yield that visits were planned, each with the day for which it was at first."""
    query = (
        Visit.select(Action.business_day, Visit.id, Visit.number, _first_day())
        .join(Change, on=_made())
        .join(Action, on=Action.id == Change.action_id)
        .switch(Visit)
        .join(Task, on=Task.id == Visit.task_id)
        .where(Visit.id.in_(list(ids)))
    )
    for day, id_, number, visit_day in database.execute(query):
        key = story_key(day, Happening.VISIT_PLANNED, id_)
        yield VisitPlanned(key, number, date.fromisoformat(visit_day))


def _made() -> Any:  # noqa: ANN401 - a peewee expression
    """The row of the record that a visit was made with."""
    of_it = (Change.entity == table_name(Visit)) & (Change.entity_id == Visit.id)
    return of_it & (Change.op == "create")


def _first_day() -> Any:  # noqa: ANN401 - as above
    """The day from which a visit was moved first; that on which it is where it never was."""
    moved = VisitEvent.alias()
    first = (
        moved.select(moved.from_day)
        .where((moved.visit_id == Visit.id) & moved.void_action_id.is_null())
        .where(moved.kind == VisitEventKind.MOVED.value)
        .order_by(moved.id)
        .limit(1)
    )
    return fn.COALESCE(first, Task.day)


def visit_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for what happened to visits to a customer."""
    return (
        VisitEvent.select(VisitEvent.day, VisitEvent.id)
        .join(Visit, on=Visit.id == VisitEvent.visit_id)
        .where((Visit.customer_id == customer) & (VisitEvent.day <= as_at))
        .where(VisitEvent.kind.in_(_TOLD) & VisitEvent.void_action_id.is_null())
    )


def visits(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[VisitMoved]:
    """Yield what happened to visits, each with the day that the visit had then.

    Which was that is told by the move that came next: it went from there.
    """
    later = VisitEvent.alias()
    day_then = (
        later.select(later.from_day)
        .where((later.visit_id == VisitEvent.visit_id) & (later.id > VisitEvent.id))
        .where((later.kind == VisitEventKind.MOVED.value) & later.void_action_id.is_null())
        .order_by(later.id)
        .limit(1)
    )
    query = (
        VisitEvent.select(
            VisitEvent.day, VisitEvent.id, VisitEvent.kind, Visit.number,
            fn.COALESCE(day_then, Task.day),
            VisitEvent.by_whom, VisitEvent.note, VisitEvent.from_day, VisitEvent.to_day,
            VisitEvent.way,
        )
        .join(Visit, on=Visit.id == VisitEvent.visit_id)
        .join(Task, on=Task.id == Visit.task_id)
        .where(VisitEvent.id.in_(list(ids)))
    )  # fmt: skip
    for row in database.execute(query):
        day, id_, kind, number, visit_day, by_whom, note, from_day, to_day, way = row
        is_change = kind == VisitEventKind.MOVED and way in set(VisitChange)
        change = VisitChange(way) if is_change else None
        yield VisitMoved(
            story_key(day, Happening.VISIT_MOVED, id_), VisitEventKind(kind), number,
            date.fromisoformat(visit_day), by_whom, note,
            None if change else _moved(from_day, to_day), change,
        )  # fmt: skip


def visits_in_vain(talks: Sequence[int], as_at: date) -> dict[int, InVain]:
    """Return the contacts that were attempts at a visit, with the day agreed instead in them."""
    moved = VisitEvent.alias()
    instead = (
        moved.select(moved.to_day)
        .where((moved.visit_id == VisitEvent.visit_id) & (moved.action_id == VisitEvent.action_id))
        .where((moved.kind == VisitEventKind.MOVED.value) & (moved.day <= as_at))
        .limit(1)
    )
    query = VisitEvent.select(VisitEvent.interaction_id, VisitEvent.kind, instead).where(
        VisitEvent.interaction_id.in_(list(talks))
        & VisitEvent.kind.in_([kind.value for kind in NOT_MET])
        & VisitEvent.void_action_id.is_null()
    )
    return {
        talk: InVain(VisitEventKind(kind), None if day is None else date.fromisoformat(day))
        for talk, kind, day in database.execute(query)
    }


def visit_told_in(interactions: Sequence[int]) -> str:
    """Return the number of the visit that contacts tell of; empty where none was planned."""
    query = (
        Visit.select(Visit.number)
        .join(VisitEvent, on=Visit.id == VisitEvent.visit_id)
        .where(VisitEvent.interaction_id.in_(list(interactions)))
        .where(VisitEvent.void_action_id.is_null())
        .order_by(VisitEvent.id)
    )
    return str(query.scalar() or "")


def _moved(from_day: str | None, to_day: str | None) -> tuple[date, date] | None:
    """From which day to which, of a visit that was moved."""
    if from_day is None or to_day is None:
        return None
    return date.fromisoformat(from_day), date.fromisoformat(to_day)
