"""Visits read whole, some at a time: what hangs on them is read once for all of them."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from peewee import JOIN, fn

from creditmate.db import visit_parts as stored
from creditmate.db.business import home_currency
from creditmate.db.days import maybe_day
from creditmate.db.models import Customer, Site, Task, Visit
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain import visits as rules
from creditmate.domain.money import Money
from creditmate.domain.visit_plan import with_hours


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
            fn.COALESCE(fn.NULLIF(Site.country, ""), Customer.country),
        )
        .join(Task, on=Task.id == Visit.task_id)
        .join(Customer, on=Customer.id == Visit.customer_id)
        .join(Site, JOIN.LEFT_OUTER, on=Site.id == Visit.site_id)
        .where(Visit.id.in_(listed(ids)) & Visit.archived_day.is_null())
    )  # fmt: skip


class _Parts:
    """What hangs on some visits, read once for all of them."""

    def __init__(self, ids: list[int], currency: str) -> None:
        self._currency = currency
        self._people = _by_visit(stored.people_of(ids))
        self._issues = _by_visit(stored.issues_of(ids))
        self._points = _by_visit(stored.points_of(ids))
        self._slots = _by_visit(stored.slots_of(ids))
        self._requests = _by_visit(stored.requests_of(ids))
        self._steps = _by_visit(stored.steps_of(ids))
        self._events = _by_visit(stored.events_of(ids))
        self._items: dict[int, list[int]] = {}
        for issue, entry in stored.items_of(ids):
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
            words=said, owner=owner, site=row[12], country=row[-1],
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
        id_, (purpose, travel, distance, unit, limits, if_deputy, note, margin) = row[0], row[14:22]
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
