"""Our own people: who they are, whose customers are whose, and who covers for whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.models import Cover, Customer, Staff
from creditmate.domain.cover import Cover as CoverRule
from creditmate.domain.our_people import CoverRow, StaffRow

_STAFF = (
    Staff.id, Staff.version, Staff.name, Staff.initials, Staff.role, Staff.phone, Staff.email,
    Staff.signature, Staff.os_login, Staff.archived_day,
)  # fmt: skip
_COVER = (
    Cover.id, Cover.version, Cover.staff_id, Cover.by_staff_id, Cover.from_day, Cover.to_day,
    Cover.note,
)  # fmt: skip


def our_people(*, with_archived: bool = False) -> list[StaffRow]:
    """Return our people in the order in which they were entered."""
    query = Staff.select(*_STAFF).order_by(Staff.id)
    if not with_archived:
        query = query.where(Staff.archived_day.is_null())
    owned = _owned()
    return [_staff(row, owned) for row in database.execute(query)]


def staff_row(id_: int) -> StaffRow | None:
    """Return one of our people, archived or not; None where nobody has the id."""
    query = Staff.select(*_STAFF).where(Staff.id == id_)
    row = next(iter(database.execute(query)), None)
    return None if row is None else _staff(row, _owned())


def _staff(row: Sequence[Any], owned: Mapping[int, int]) -> StaffRow:
    archived = row[-1]
    day = maybe_day(archived)
    return StaffRow(*(*row[:-1], day, owned.get(row[0], 0)))


def _owned() -> dict[int, int]:
    """How many customers each of our people looks after, archived ones left out."""
    query = (
        Customer.select(Customer.owner_id, fn.COUNT(Customer.id))
        .where(Customer.owner_id.is_null(False) & Customer.archived_day.is_null())
        .group_by(Customer.owner_id)
    )
    return dict(database.execute(query))


def owners(customers: Sequence[int]) -> dict[int, int]:
    """Return who looks after each of these customers; those whom nobody does are left out."""
    found: dict[int, int] = {}
    for chunk in chunks(customers):
        query = Customer.select(Customer.id, Customer.owner_id).where(
            Customer.id.in_(chunk) & Customer.owner_id.is_null(False)
        )
        found.update(database.execute(query))
    return found


def owned_by(staff: int) -> list[tuple[int, int]]:
    """Return the ids and versions of the customers that one of our people looks after."""
    query = (
        Customer.select(Customer.id, Customer.version)
        .where((Customer.owner_id == staff) & Customer.archived_day.is_null())
        .order_by(Customer.id)
    )
    return list(database.execute(query))


def give_customer(writing: Writing, customer: int, version: int, owner: int | None) -> None:
    """Let somebody else look after a customer.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Customer, customer, version, owner_id=owner)


def covers() -> list[CoverRow]:
    """Return every cover that was not taken back, the latest first."""
    query = (
        Cover.select(*_COVER)
        .where(Cover.archived_day.is_null())
        .order_by(Cover.from_day.desc(), Cover.id.desc())
    )
    return [
        CoverRow(id_, version, staff, by, _day(first), _day(last), note)
        for id_, version, staff, by, first, last, note in database.execute(query)
    ]


def cover_rules(day: date) -> list[CoverRule]:
    """Return the covers in force on a day, as the rule reads them."""
    query = Cover.select(Cover.staff_id, Cover.by_staff_id, Cover.from_day, Cover.to_day).where(
        Cover.archived_day.is_null() & (Cover.from_day <= day) & (Cover.to_day >= day)
    )
    return [
        CoverRule(staff, by, _day(first), _day(last))
        for staff, by, first, last in database.execute(query)
    ]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def add_staff(writing: Writing, values: Mapping[str, str]) -> int:
    """Add one of our people: every column of theirs."""
    return writing.create(Staff, **values)


def edit_staff(writing: Writing, id_: int, version: int, values: Mapping[str, object]) -> None:
    """Edit one of our people.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Staff, id_, version, **values)


def add_cover(writing: Writing, values: Mapping[str, object]) -> int:
    """Add a cover: every column of it."""
    return writing.create(Cover, **values)


def edit_cover(writing: Writing, id_: int, version: int, values: Mapping[str, object]) -> None:
    """Edit a cover.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    writing.edit(Cover, id_, version, **values)
