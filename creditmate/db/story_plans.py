"""The part of a customer's story that tells of payment plans and more time."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.models import (
    Document,
    Entry,
    Extension,
    ExtensionEvent,
    ExtensionItem,
    Instalment,
    Plan,
    PlanEvent,
)
from creditmate.db.story_keys import story_key
from creditmate.domain.extensions import ExtensionEnd
from creditmate.domain.money import Money
from creditmate.domain.plans import PlanEventKind
from creditmate.domain.story import Happening, PlanAgreed, PlanMoved, TimeEnded, TimeGiven

_AGREED = Plan.void_action_id.is_null()
_GIVEN = Extension.void_action_id.is_null()


def agreed_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of plans."""
    theirs = (Plan.customer_id == customer) & (Plan.day <= as_at)
    return Plan.select(Plan.day, Plan.id).where(theirs & _AGREED)


def agreed(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[PlanAgreed]:
    """Return these plans."""
    query = (
        Plan.select(
            Plan.day, Plan.id, Plan.number, Plan.amount_minor, Plan.currency, Plan.by_whom,
            fn.COUNT(Instalment.id), fn.MIN(Instalment.due_day), fn.MAX(Instalment.due_day),
        )
        .join(Instalment, on=Instalment.plan_id == Plan.id)
        .where(Plan.id.in_(list(ids)))
        .group_by(Plan.id)
    )  # fmt: skip
    for day, id_, number, minor, currency, by, parts, first, last in database.execute(query):
        yield PlanAgreed(
            key=story_key(day, Happening.PLAN_AGREED, id_),
            number=number,
            amount=Money(minor, currency),
            parts=parts,
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
            by_whom=by,
        )


def moved_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of what was done with plans; a new plan tells what it replaces."""
    return (
        PlanEvent.select(PlanEvent.day, PlanEvent.id)
        .join(Plan, on=Plan.id == PlanEvent.plan_id)
        .where((Plan.customer_id == customer) & (PlanEvent.day <= as_at) & _AGREED)
        .where(PlanEvent.void_action_id.is_null())
    )


def moved(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[PlanMoved]:
    """Return what was done with plans."""
    query = (
        PlanEvent.select(PlanEvent.day, PlanEvent.id, PlanEvent.kind, Plan.number, PlanEvent.note)
        .join(Plan, on=Plan.id == PlanEvent.plan_id)
        .where(PlanEvent.id.in_(list(ids)))
    )
    for day, id_, kind, number, note in database.execute(query):
        key = story_key(day, Happening.PLAN_MOVED, id_)
        yield PlanMoved(key, PlanEventKind(kind), number, note)


def given_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of time given."""
    theirs = (Extension.customer_id == customer) & (Extension.day <= as_at)
    return Extension.select(Extension.day, Extension.id).where(theirs & _GIVEN)


def given(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[TimeGiven]:
    """Return time given, with the numbers of the items it is for."""
    numbers: dict[int, list[str]] = {}
    items = (
        ExtensionItem.select(ExtensionItem.extension_id, fn.COALESCE(Document.number, ""))
        .join(Entry, on=Entry.id == ExtensionItem.entry_id)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .where(ExtensionItem.extension_id.in_(list(ids)))
        .order_by(ExtensionItem.id)
    )
    for extension, number in database.execute(items):
        numbers.setdefault(extension, []).append(number)
    query = Extension.select(
        Extension.day, Extension.id, Extension.to_day, Extension.by_whom, Extension.reason
    ).where(Extension.id.in_(list(ids)))
    for day, id_, to, by, because in database.execute(query):
        key = story_key(day, Happening.TIME_GIVEN, id_)
        about = tuple(number for number in numbers.get(id_, ()) if number)
        yield TimeGiven(key, date.fromisoformat(to), about, by, because)


def ended_keys(customer: int, as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for the days and ids of endings of time given; given anew tells itself."""
    return (
        ExtensionEvent.select(ExtensionEvent.day, ExtensionEvent.id)
        .join(Extension, on=Extension.id == ExtensionEvent.extension_id)
        .where((Extension.customer_id == customer) & (ExtensionEvent.day <= as_at) & _GIVEN)
        .where(ExtensionEvent.void_action_id.is_null())
        .where(ExtensionEvent.kind != ExtensionEnd.REPLACED.value)
    )


def ended(_customer: int, _as_at: date, ids: Sequence[int]) -> Iterator[TimeEnded]:
    """Return endings of time given."""
    query = (
        ExtensionEvent.select(
            ExtensionEvent.day, ExtensionEvent.id, ExtensionEvent.kind, Extension.to_day,
            ExtensionEvent.note,
        )
        .join(Extension, on=Extension.id == ExtensionEvent.extension_id)
        .where(ExtensionEvent.id.in_(list(ids)))
    )  # fmt: skip
    for day, id_, kind, to, note in database.execute(query):
        key = story_key(day, Happening.TIME_ENDED, id_)
        yield TimeEnded(key, ExtensionEnd(kind), date.fromisoformat(to), note)
