"""What stands in the diary, read for everybody over some days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.conversation import not_corrected
from creditmate.db.last_words import corrected_outcomes
from creditmate.db.models import (
    Contact,
    Customer,
    Interaction,
    Promise,
    PromiseEvent,
    Task,
    TermsSent,
    Visit,
    VisitPreparation,
)
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.contact_channels import WRITTEN
from creditmate.domain.outcomes import Outcome

_HAPPENED = PromiseEvent.void_action_id.is_null()
_TALK = 10  # the column of the contact in which a next step was set


@dataclass(frozen=True, slots=True)
class Whose:
    """A customer as the diary knows one; ``zone`` is empty where nobody said one."""

    code: str
    name: str
    country: str
    region: str
    zone: str
    owner: int | None


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A next step that is not done, as it was read at a version.

    ``talk`` is the contact in which it was set, ``person`` whom we spoke to, and ``agreed`` that
    somebody was reached in it; ``asks_for_terms`` that terms which were sent are waited for.
    ``hard``: they said in it that they cannot pay; ``written``: it was something that we wrote.
    ``visit`` is the visit that it is, with its ``minutes`` and those of the way, or that it
    prepares.
    """

    id: int
    version: int
    customer: int
    kind: str
    day: date
    at: time | None
    zone: str
    about: str
    note: str
    owner: int | None
    talk: int | None
    person: str
    asks_for_terms: bool
    visit: int = 0
    minutes: int = 0
    travel: int = 0
    next_door: bool = False
    agreed: bool = False
    refused: bool = False
    hard: bool = False
    written: bool = False


@dataclass(frozen=True, slots=True)
class Vow:
    """A promise of either side that has not been taken back."""

    id: int
    customer: int
    due_day: date
    deed: str


@dataclass(frozen=True, slots=True)
class Made:
    """A contact that was made; ``at`` is the moment."""

    id: int
    customer: int
    at: datetime
    way: str
    person: str
    owner: int | None
    seconds: int | None


def customers_in(ids: Collection[int]) -> dict[int, Whose]:
    """Return these customers; those that were put away are among them."""
    return {id_: Whose(*facts) for id_, *facts in _whose(sorted(ids))}


@prepared
def _whose(ids: Argument) -> Query:
    return Customer.select(
        Customer.id, Customer.code, Customer.name, Customer.country, Customer.region,
        Customer.zone, Customer.owner_id,
    ).where(Customer.id.in_(listed(ids)))  # fmt: skip


def planned_tasks(first: date, last: date, as_at: date) -> list[PlannedTask]:
    """Return next steps for the days from ``first`` to ``last`` that are not done by a day."""
    return _made_tasks(list(_tasks(first, last, as_at)), as_at)


@prepared
def _tasks(first: Argument, last: Argument, as_at: Argument) -> Query:
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    return (
        _task_columns()
        .where(Task.day.between(first, last) & undone & Task.archived_day.is_null())
        .where(Interaction.day.is_null() | (Interaction.day <= as_at))
        .order_by(Task.day, Task.id)
    )


def planned_task(id_: int) -> PlannedTask | None:
    """Return one next step as it is now; None where there is none, or it is done or taken out."""
    open_ = (Task.id == id_) & Task.done_day.is_null() & Task.archived_day.is_null()
    rows = list(database.execute(_task_columns().where(open_)))
    return next(iter(_made_tasks(rows, date.max)), None)


def _made_tasks(rows: Sequence[Any], as_at: date) -> list[PlannedTask]:
    """The last word on how the talk ended counts: it tells whether anything was agreed in it."""
    talks = {row[_TALK]: row[-1] for row in rows if row[_TALK] is not None}
    ends = talks | corrected_outcomes(talks, as_at)
    return [_task(row, ends.get(row[_TALK])) for row in rows]


def _task_columns() -> Any:  # noqa: ANN401 - a query
    sent = TermsSent.select(fn.COUNT(TermsSent.id)).where(TermsSent.task_id == Task.id)
    return (
        Task.select(
            Task.id, Task.version, Task.customer_id, Task.kind, Task.day, Task.at, Task.zone,
            Task.about, Task.note, Task.owner_id, Task.from_interaction_id,
            fn.COALESCE(Contact.name, Interaction.heard_name, ""), sent,
            fn.COALESCE(Visit.id, VisitPreparation.visit_id, 0), fn.COALESCE(Visit.minutes, 0),
            Visit.inner_travel_minutes, Interaction.channel, Interaction.outcome,
        )
        .join(Interaction, JOIN.LEFT_OUTER, on=Interaction.id == Task.from_interaction_id)
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .join(Visit, JOIN.LEFT_OUTER, on=Visit.task_id == Task.id)
        .join(VisitPreparation, JOIN.LEFT_OUTER, on=VisitPreparation.task_id == Task.id)
    )  # fmt: skip


def _task(row: Any, ended: str | None) -> PlannedTask:  # noqa: ANN401 - columns
    id_, version, customer, kind, day, at, zone, about, note, owner, talk, person, sent, *of = row
    return PlannedTask(
        id=id_,
        version=version,
        customer=customer,
        kind=kind,
        day=date.fromisoformat(day),
        at=None if at is None else time.fromisoformat(at),
        zone=zone,
        about=about,
        note=note,
        owner=owner,
        talk=talk,
        person=person,
        asks_for_terms=bool(sent),
        visit=of[0],
        minutes=of[1],
        travel=of[2] or 0,
        next_door=of[2] == 0,
        agreed=ended is not None and Outcome(ended).agrees,
        refused=ended is not None and Outcome(ended).leaves_it_to_us,
        hard=ended is not None and ended == Outcome.CANNOT_PAY,
        written=of[3] in WRITTEN,
    )


def vows(side: str, first: date, last: date, as_at: date) -> list[Vow]:
    """Return a side's promises for the days from ``first`` to ``last``, as at a day.

    Those withdrawn, replaced or (ours) done by then are left out.
    """
    return [
        Vow(id_, customer, date.fromisoformat(due), deed)
        for id_, customer, due, deed in _vows(side, first, last, as_at)
    ]


@prepared
def _vows(side: Argument, first: Argument, last: Argument, as_at: Argument) -> Query:
    ended = PromiseEvent.select(PromiseEvent.promise_id).where(
        (PromiseEvent.day <= as_at) & _HAPPENED
    )
    return (
        Promise.select(Promise.id, Promise.customer_id, Promise.due_day, Promise.deed)
        .where((Promise.side == side) & Promise.due_day.between(first, last))
        .where((Promise.made_day <= as_at) & Promise.void_action_id.is_null())
        .where(Promise.id.not_in(ended))
        .order_by(Promise.due_day, Promise.id)
    )


def contacts_between(first: date, last: date) -> list[Made]:
    """Return the contacts made from ``first`` to ``last``, those corrected since left out."""
    return [
        Made(id_, customer, datetime.fromisoformat(at), way, person or "", owner, seconds)
        for id_, customer, at, way, person, owner, seconds in _made(first, last)
    ]


@prepared
def _made(first: Argument, last: Argument) -> Query:
    return (
        Interaction.select(
            Interaction.id, Interaction.customer_id, Interaction.at, Interaction.channel,
            fn.COALESCE(Contact.name, Interaction.heard_name), Interaction.staff_id,
            Interaction.seconds,
        )
        .join(Contact, JOIN.LEFT_OUTER, on=Contact.id == Interaction.contact_id)
        .where(Interaction.day.between(first, last) & Interaction.void_action_id.is_null())
        .where(not_corrected(last))
        .order_by(Interaction.id)
    )  # fmt: skip
