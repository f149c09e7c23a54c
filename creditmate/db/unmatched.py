"""Money and credits that are not set against anything, as at a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.entries import put_back
from creditmate.db.models import Allocation, Customer, Document, Entry, Receipt
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """A credit with something left, whose it is, and what the payer wrote if it is money."""

    entry_id: int
    customer_id: int
    receipt_id: int | None
    code: str
    name: str
    kind: EntryKind
    number: str
    payer: str
    reference: str
    day: date
    original: Money
    open: Money
    presumed: bool


def unmatched_rows(as_at: date, customers: Sequence[int] | None = None) -> list[UnmatchedRow]:
    """Return credits open as at a day, the oldest first; held deposits among them.

    Args:
        as_at: The day; what is set against something later is unmatched on it.
        customers: Only of these; None for all.
    """
    found = {row[0]: row for row in _open_now(customers, as_at)}
    for chunk in chunks(_set_later(as_at, customers)):
        found |= {row[0]: row for row in _come_by(as_at, list(chunk))}
    back = put_back(sorted({row[1] for row in found.values()}), as_at)
    rows = (_row(values, back) for values in found.values())
    return sorted((row for row in rows if row.open), key=lambda row: (row.day, row.entry_id))


def presumed_rows(amount: Money, as_at: date) -> list[UnmatchedRow]:
    """Return money of an amount whose coming is only presumed, set against something or not."""
    receipts = Receipt.select(Receipt.id).where(
        (Receipt.presumed == 1) & (Receipt.amount_minor == amount.minor)
        & (Receipt.currency == amount.currency) & (Receipt.day <= as_at)
        & Receipt.void_action_id.is_null()
    )  # fmt: skip
    query = _rows().where(Entry.receipt_id.in_(receipts) & (Entry.kind == EntryKind.RECEIPT))
    return [_row(row, {}) for row in database.execute(query)]


def waiting_amounts(as_at: date) -> set[Money]:
    """Return what is left of each receipt that came by a day and is not wholly matched now."""
    query = (
        Entry.select(Entry.open_minor, Entry.currency)
        .where((Entry.open_minor != 0) & Entry.due_day.is_null() & (Entry.day <= as_at))
        .where(Entry.kind == EntryKind.RECEIPT)
        .distinct()
    )
    return {Money(-minor, currency) for minor, currency in database.execute(query)}


def _set_later(as_at: date, customers: Sequence[int] | None) -> list[int]:
    """Credits from which something was taken after a day.

    Asked for with repeats: told to leave them out, SQLite walks the index of credits, all of it.
    """
    return sorted({entry for (entry,) in _later(customers, as_at)})


@about_customers(Allocation.customer_id)
def _later(as_at: Argument) -> Query:
    return Allocation.select(Allocation.credit_entry_id).where(
        (Allocation.day > as_at) & (Allocation.credit_day <= as_at)
    )


@about_customers(Entry.customer_id)
def _open_now(as_at: Argument) -> Query:
    # an open entry that is due on no day is a credit; said so, the index of open ones answers
    return _there(as_at).where((Entry.open_minor != 0) & Entry.due_day.is_null())


@prepared
def _come_by(as_at: Argument, entries: Argument) -> Query:
    return _there(as_at).where(Entry.id.in_(listed(entries)))


def _there(as_at: Argument) -> Query:
    return _rows().where((Entry.day <= as_at) & Entry.void_action_id.is_null())


def _rows() -> Any:  # noqa: ANN401 - a peewee query
    number = fn.COALESCE(Document.number, fn.NULLIF(Receipt.number, ""), "")
    return (
        Entry.select(
            Entry.id, Entry.customer_id, Entry.receipt_id, Customer.code, Customer.name,
            Entry.kind, number, fn.COALESCE(Receipt.payer, ""),
            fn.COALESCE(Receipt.reference, ""), Entry.day, Entry.amount_minor, Entry.currency,
            Entry.open_minor, fn.COALESCE(Receipt.presumed, 0),
        )
        .join(Customer, on=Customer.id == Entry.customer_id)
        .switch(Entry)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .switch(Entry)
        .join(Receipt, JOIN.LEFT_OUTER, on=Receipt.id == Entry.receipt_id)
    )  # fmt: skip


def _row(values: Sequence[Any], back: dict[int, int]) -> UnmatchedRow:
    (
        id_, customer, receipt, code, name, kind, number, payer, reference, day, amount, currency,
        open_, presumed,
    ) = values  # fmt: skip
    return UnmatchedRow(
        entry_id=id_,
        customer_id=customer,
        receipt_id=receipt,
        code=code,
        name=name,
        kind=EntryKind(kind),
        number=number,
        payer=payer,
        reference=reference,
        day=date.fromisoformat(day),
        original=Money(amount, currency),
        open=Money(open_ + back.get(id_, 0), currency),
        presumed=bool(presumed),
    )
