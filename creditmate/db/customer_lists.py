"""What lists of customers are narrowed and ordered by, from indices alone where there are any."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.models import Allocation, Customer, Entry, Interaction


@dataclass(frozen=True, slots=True)
class Known:
    """A customer as lists know one."""

    id: int
    code: str
    name: str


def listed_customers(*, archived: bool = False) -> list[Known]:
    """Return every customer who is neither archived nor merged into another.

    Args:
        archived: Those who were put away instead; merged ones are nobody of their own.
    """
    query = Customer.select(Customer.id, Customer.code, Customer.name).where(
        Customer.archived_day.is_null(not archived) & Customer.merged_into_id.is_null()
    )
    return [Known(*row) for row in database.execute(query)]


def oldest_due_days(as_at: date) -> dict[int, date]:
    """Return the oldest due day of what each customer has open and overdue as at a day."""
    oldest: dict[int, date] = {}
    for query in (_open_now(as_at), _allocated_later(as_at)):
        for customer, text in database.execute(query):
            due = date.fromisoformat(str(text))
            oldest[customer] = min(due, oldest.get(customer, due))
    return oldest


def _open_now(as_at: date) -> Any:  # noqa: ANN401 - a query
    return (
        Entry.select(Entry.customer_id, fn.MIN(Entry.due_day))
        .where((Entry.open_minor != 0) & (Entry.day <= as_at) & (Entry.due_day < as_at))
        .group_by(Entry.customer_id)
    )


def _allocated_later(as_at: date) -> Any:  # noqa: ANN401 - a query
    """Items that were open on the day because what settled them came later."""
    return (
        Allocation.select(Allocation.customer_id, fn.MIN(Allocation.due_day))
        .where((Allocation.day > as_at) & (Allocation.debit_day <= as_at))
        .where(Allocation.due_day < as_at)
        .group_by(Allocation.customer_id)
    )


def last_contact_days(as_at: date) -> dict[int, date]:
    """Return the day of each customer's latest contact up to a day."""
    query = (
        Interaction.select(Interaction.customer_id, fn.MAX(Interaction.day))
        .where((Interaction.day <= as_at) & Interaction.void_action_id.is_null())
        .group_by(Interaction.customer_id)
    )
    return {id_: date.fromisoformat(str(text)) for id_, text in database.execute(query)}
