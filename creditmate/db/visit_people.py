"""Who takes part in visits, and whether it was said that they can decide."""

from collections.abc import Collection
from datetime import date

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.models import Task, Visit, VisitPerson
from creditmate.domain.next_steps import About


def last_said_of_ours() -> dict[int, bool]:
    """Return whether each of our people could decide, as it was said of them the last time."""
    column = VisitPerson.staff_id
    return _last_said(column, column.is_null(False))


def last_said_of_theirs(customer: int) -> dict[int, bool]:
    """Return the same of a customer's contacts."""
    column = VisitPerson.contact_id
    return _last_said(column, column.is_null(False) & (Visit.customer_id == customer))


def ours_in(visits: Collection[int]) -> dict[int, frozenset[int]]:
    """Return which of our people are named in each of these visits; visits without are left out."""
    found: dict[int, set[int]] = {}
    for chunk in chunks(sorted(visits)):
        query = VisitPerson.select(VisitPerson.visit_id, VisitPerson.staff_id).where(
            VisitPerson.visit_id.in_(chunk)
            & VisitPerson.staff_id.is_null(False)
            & VisitPerson.archived_day.is_null()
        )
        for visit, staff in database.execute(query):
            found.setdefault(visit, set()).add(staff)
    return {visit: frozenset(people) for visit, people in found.items()}


def visited_by(people: Collection[int], as_at: date) -> set[int]:
    """Return the customers for whose visits some of our people have something to do by a day.

    Whoever goes along has the visit and its report, not the steps before it.
    """
    staff = list(people)
    goes = VisitPerson.select(VisitPerson.visit_id).where(
        VisitPerson.staff_id.in_(staff) & VisitPerson.archived_day.is_null()
    )
    undone = Task.done_day.is_null() | (Task.done_day > as_at)
    query = (
        Task.select(Task.customer_id)
        .distinct()
        .join(Visit, JOIN.LEFT_OUTER, on=Visit.task_id == Task.id)
        .where((Task.day <= as_at) & undone & Task.archived_day.is_null())
        .where(Task.about.startswith(About.VISIT.value))
        .where(Task.owner_id.in_(staff) | Visit.id.in_(goes))
    )
    return {customer for (customer,) in database.execute(query)}


def _last_said(column: object, which: object) -> dict[int, bool]:
    """By the visit that was planned last; one that was taken back says nothing."""
    query = (
        VisitPerson.select(column, VisitPerson.decides, fn.MAX(VisitPerson.visit_id))
        .join(Visit, on=Visit.id == VisitPerson.visit_id)
        .where(which & VisitPerson.archived_day.is_null() & Visit.archived_day.is_null())
        .group_by(column)
    )
    return {id_: bool(decides) for id_, decides, _visit in database.execute(query)}
