"""Visits as they are stored: read whole, some at a time; what is taken out or void left out."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from peewee import fn

from creditmate.db.business import home_currency
from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.models import (
    Task,
    Visit,
    VisitEvent,
    VisitIssue,
    VisitIssueItem,
    VisitPerson,
    VisitPoint,
    VisitPreparation,
    VisitRequest,
    VisitSlot,
)
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain import visits as rules
from creditmate.domain.money import Money
from creditmate.domain.visit_plan import with_hours


# ---------------------------------------------------------------- which ones
def open_visits(as_at: date) -> list[int]:
    """Return the visits with which something was to be done on a day; ended ones cost nothing."""
    return [id_ for (id_,) in _open(as_at)]


@prepared
def _open(as_at: Argument) -> Query:
    waiting = Visit.ended_day.is_null() | (Visit.ended_day > as_at)
    return Visit.select(Visit.id).where(waiting & Visit.archived_day.is_null())


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


def visit_of_task(task: int) -> tuple[int, str] | None:
    """Return the visit whose day and hour a next step keeps, and its number; None if it is none."""
    query = Visit.select(Visit.id, Visit.number).where(
        (Visit.task_id == task) & Visit.archived_day.is_null()
    )
    return next(iter(database.execute(query)), None)


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


# ---------------------------------------------------------------- all there is of some
def visit_files(ids: Sequence[int]) -> list[rules.VisitFile]:
    """Return some visits with all there is of them, in the order asked for."""
    asked = list(ids)
    if not asked:
        return []
    parts = _Parts(asked, home_currency())
    found = {row[0]: parts.file(row) for row in _visits(asked)}
    return [found[id_] for id_ in asked if id_ in found]


@prepared
def _visits(ids: Argument) -> Query:
    return (
        Visit.select(
            Visit.id, Visit.version, Visit.number, Visit.customer_id, Visit.task_id,
            Task.day, Task.at, Visit.minutes, Task.zone, Visit.address, Visit.purpose_words,
            Task.owner_id, Visit.site_id, Visit.ended_day, Visit.inner_purpose,
            Visit.inner_travel_minutes, Visit.inner_distance_tenths, Visit.inner_unit,
            Visit.inner_limits, Visit.inner_if_deputy, Visit.inner_note, Visit.inner_margin_minor,
        )
        .join(Task, on=Task.id == Visit.task_id)
        .where(Visit.id.in_(listed(ids)) & Visit.archived_day.is_null())
    )  # fmt: skip


class _Parts:
    """What hangs on some visits, read once for all of them."""

    def __init__(self, ids: list[int], currency: str) -> None:
        self._currency = currency
        self._people = _by_visit(_people(ids))
        self._issues = _by_visit(_issues(ids))
        self._points = _by_visit(_points(ids))
        self._slots = _by_visit(_slots(ids))
        self._requests = _by_visit(_requests(ids))
        self._steps = _by_visit(_steps(ids))
        self._events = _by_visit(_events(ids))
        self._items: dict[int, list[int]] = {}
        for issue, entry in _items(ids):
            self._items.setdefault(issue, []).append(entry)

    def file(self, row: Sequence[Any]) -> rules.VisitFile:
        """Return one of them whole."""
        return rules.VisitFile(
            visit=self._visit(row),
            inner=self._inner(row),
            steps=tuple(_step(each) for each in self._steps.get(row[0], ())),
            events=tuple(_event(each) for each in self._events.get(row[0], ())),
            ended_day=maybe_day(row[13]),
        )

    def _visit(self, row: Sequence[Any]) -> rules.Visit:
        id_, version, number, customer, task, day, at, minutes, zone, address, said, owner = row[
            :12
        ]
        hour = _hour(at)
        slots = tuple(_slot(each) for each in self._slots.get(id_, ()))
        return rules.Visit(
            id=id_, version=version, number=number, customer=customer, task=task,
            day=date.fromisoformat(day), at=hour, minutes=minutes, zone=zone, address=address,
            words=said, owner=owner, site=row[12],
            people=tuple(_person(each) for each in self._people.get(id_, ())),
            issues=tuple(self._issue(each) for each in self._issues.get(id_, ())),
            points=tuple(
                rules.VisitPoint(point, words, maybe_day(said_day), by_whom)
                for point, words, said_day, by_whom in self._points.get(id_, ())
            ),
            slots=with_hours(hour, slots),
            requests=tuple(rules.VisitRequest(*each) for each in self._requests.get(id_, ())),
        )  # fmt: skip

    def _issue(self, row: Sequence[Any]) -> rules.VisitIssue:
        id_, kind, what, papers, dispute, *_ = row
        entries = tuple(self._items.get(id_, ()))
        return rules.VisitIssue(id_, rules.IssueKind(kind), what, papers, dispute, entries)

    def _inner(self, row: Sequence[Any]) -> rules.VisitInner:
        id_, (purpose, travel, distance, unit, limits, if_deputy, note, margin) = row[0], row[14:]
        return rules.VisitInner(
            purpose=rules.VisitPurpose(purpose),
            travel_minutes=travel,
            distance_tenths=distance,
            unit=rules.DistanceUnit(unit),
            limits=limits,
            if_deputy=if_deputy,
            note=note,
            margin=None if margin is None else Money(margin, self._currency),
            issues={
                each[0]: rules.InnerIssue(each[5], each[6]) for each in self._issues.get(id_, ())
            },
            people={each[0]: each[7] for each in self._people.get(id_, ()) if each[7]},
        )


def _by_visit(rows: Iterable[Sequence[Any]]) -> dict[int, list[Sequence[Any]]]:
    found: dict[int, list[Sequence[Any]]] = {}
    for visit, *row in rows:
        found.setdefault(visit, []).append(row)
    return found


def _hour(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _person(row: Sequence[Any]) -> rules.VisitPerson:
    id_, side, name, role, decides, contact, staff, _ = row
    return rules.VisitPerson(id_, rules.Side(side), name, role, bool(decides), contact, staff)


def _slot(row: Sequence[Any]) -> rules.VisitSlot:
    id_, minutes, kind, title, detail, issue = row
    return rules.VisitSlot(id_, time(), minutes, rules.SlotKind(kind), title, detail, issue)


def _step(row: Sequence[Any]) -> rules.PreparationStep:
    id_, kind, task, due, done, words, owner, talk, left = row
    day = date.fromisoformat(due)
    return rules.PreparationStep(
        id_, rules.Preparation(kind), task, day, maybe_day(done), words, owner, talk,
        left=left is not None,
    )  # fmt: skip


def _event(row: Sequence[Any]) -> rules.VisitEvent:
    (id_, kind, day, way, by_whom, contact, paper, talk, from_day, from_at, to_day, to_at,
     note) = row  # fmt: skip
    return rules.VisitEvent(
        kind=rules.VisitEventKind(kind), day=date.fromisoformat(day), id=id_, way=way,
        by_whom=by_whom, contact=contact, paper=paper, interaction=talk,
        from_day=maybe_day(from_day), from_at=_hour(from_at), to_day=maybe_day(to_day),
        to_at=_hour(to_at), note=note,
    )  # fmt: skip


@prepared
def _people(ids: Argument) -> Query:
    row = VisitPerson
    return (
        row.select(row.visit_id, row.id, row.side, row.name, row.role, row.decides,
                   row.contact_id, row.staff_id, row.inner_note)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )  # fmt: skip


@prepared
def _issues(ids: Argument) -> Query:
    row = VisitIssue
    return (
        row.select(row.visit_id, row.id, row.kind, row.what, row.papers, row.dispute_id,
                   row.inner_wanted, row.inner_fall_back)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )  # fmt: skip


@prepared
def _items(ids: Argument) -> Query:
    return (
        VisitIssueItem.select(VisitIssueItem.visit_issue_id, VisitIssueItem.entry_id)
        .join(VisitIssue, on=VisitIssue.id == VisitIssueItem.visit_issue_id)
        .where(VisitIssue.visit_id.in_(listed(ids)) & VisitIssueItem.archived_day.is_null())
        .order_by(VisitIssueItem.id)
    )


@prepared
def _points(ids: Argument) -> Query:
    row = VisitPoint
    return (
        row.select(row.visit_id, row.id, row.words, row.said_day, row.by_whom)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )


@prepared
def _slots(ids: Argument) -> Query:
    row = VisitSlot
    return (
        row.select(row.visit_id, row.id, row.minutes, row.kind, row.title, row.detail,
                   row.visit_issue_id)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )  # fmt: skip


@prepared
def _requests(ids: Argument) -> Query:
    row = VisitRequest
    return (
        row.select(row.visit_id, row.id, row.what)
        .where(row.visit_id.in_(listed(ids)) & row.archived_day.is_null())
        .order_by(row.place, row.id)
    )


@prepared
def _steps(ids: Argument) -> Query:
    """One that was taken out went with its next step; of one left undone that stands, as ended."""
    row = VisitPreparation
    return (
        row.select(row.visit_id, row.id, row.kind, row.task_id, Task.day, Task.done_day,
                   Task.note, Task.owner_id, Task.done_by_interaction_id, row.archived_day)
        .join(Task, on=Task.id == row.task_id)
        .where(row.visit_id.in_(listed(ids)) & Task.archived_day.is_null())
        .order_by(row.kind == rules.Preparation.REPORT.value, row.place, row.id)
    )  # fmt: skip


@prepared
def _events(ids: Argument) -> Query:
    row = VisitEvent
    return (
        row.select(row.visit_id, row.id, row.kind, row.day, row.way, row.by_whom, row.contact_id,
                   row.paper_id, row.interaction_id, row.from_day, row.from_at, row.to_day,
                   row.to_at, row.note)
        .where(row.visit_id.in_(listed(ids)) & row.void_action_id.is_null())
        .order_by(row.id)
    )  # fmt: skip
