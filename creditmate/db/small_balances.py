"""What little is left of invoices, all of it overdue: candidates for writing off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.entries import open_entries
from creditmate.db.models import Customer, Document, Entry
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money


@dataclass(frozen=True, slots=True)
class SmallBalance:
    """An invoice with what is open of it, and the entries that are."""

    document_id: int
    customer_id: int
    code: str
    name: str
    number: str
    day: date
    due_day: date
    gross: Money
    open: Money
    entries: tuple[int, ...]


def small_balances(limit: Money, as_at: date) -> list[SmallBalance]:
    """Return invoices of which something, but no more than ``limit``, was open and is.

    All of it is overdue, now and on the day; by customer's name and day.
    """
    query = (
        Entry.select(
            Entry.document_id, Entry.customer_id, Customer.code, Customer.name, Document.number,
            Document.day, fn.MAX(Entry.due_day), Document.gross_minor,
            fn.SUM(Entry.open_minor), fn.GROUP_CONCAT(Entry.id),
        )
        .join(Document, on=Document.id == Entry.document_id)
        .switch(Entry)
        .join(Customer, on=Customer.id == Entry.customer_id)
        .where((Entry.open_minor > 0) & (Entry.currency == limit.currency))
        .where((Entry.kind == EntryKind.INVOICE) & (Entry.day <= as_at))
        .group_by(Entry.document_id)
        .having((fn.SUM(Entry.open_minor) <= limit.minor) & (fn.MAX(Entry.due_day) < as_at))
        .order_by(Customer.name, Document.day, Document.id)
    )  # fmt: skip
    return [
        SmallBalance(
            document_id=document,
            customer_id=customer,
            code=code,
            name=name,
            number=number,
            day=date.fromisoformat(day),
            due_day=date.fromisoformat(due),
            gross=Money(gross, limit.currency),
            open=Money(open_, limit.currency),
            entries=tuple(map(int, entries.split(","))),
        )
        for document, customer, code, name, number, day, due, gross, open_, entries in (
            database.execute(query)
        )
    ]


def in_credit(customers: Sequence[int], currency: str, as_at: date) -> set[int]:
    """Which of these have money or credits that are not matched."""
    return {
        row.customer_id
        for row in open_entries(customers, as_at)
        if row.open.minor < 0 and row.open.currency == currency
    }
