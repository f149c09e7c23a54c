"""Who took part in visits before, and whether it was said that they can decide."""

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.models import Visit, VisitPerson


def last_said_of_ours() -> dict[int, bool]:
    """Return whether each of our people could decide, as it was said of them the last time."""
    column = VisitPerson.staff_id
    return _last_said(column, column.is_null(False))


def last_said_of_theirs(customer: int) -> dict[int, bool]:
    """Return the same of a customer's contacts."""
    column = VisitPerson.contact_id
    return _last_said(column, column.is_null(False) & (Visit.customer_id == customer))


def _last_said(column: object, which: object) -> dict[int, bool]:
    """By the visit that was planned last; one that was taken back says nothing."""
    query = (
        VisitPerson.select(column, VisitPerson.decides, fn.MAX(VisitPerson.visit_id))
        .join(Visit, on=Visit.id == VisitPerson.visit_id)
        .where(which & VisitPerson.archived_day.is_null() & Visit.archived_day.is_null())
        .group_by(column)
    )
    return {id_: bool(decides) for id_, decides, _visit in database.execute(query)}
