"""Payments that came back: which receipt a bounce takes."""

from collections.abc import Sequence
from datetime import date

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Entry, ReceiptExtra
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.workcase import CameBack


def bounces_among(entries: Sequence[int]) -> dict[int, int | None]:
    """Return those of some entries that are bounces, with the receipt that each takes.

    None where it is set against no receipt.
    """
    query = (
        Entry.select(Entry.id, Allocation.credit_entry_id)
        .join(Allocation, JOIN.LEFT_OUTER, on=Allocation.debit_entry_id == Entry.id)
        .where(Entry.id.in_(among(entries)) & (Entry.kind == EntryKind.BOUNCE))
        .order_by(Entry.id, Allocation.id.desc())
    )
    return dict(database.execute(query)) if entries else {}


def returned_since(customers: Sequence[int], first: date, as_at: date) -> dict[int, list[CameBack]]:
    """Return the payments of these customers that came back from a day on, the first first."""
    found: dict[int, list[CameBack]] = {}
    for customer, day, minor, currency in _returned(list(customers), first, as_at):
        back = CameBack(date.fromisoformat(day), Money(minor, currency))
        found.setdefault(customer, []).append(back)
    return found


@prepared
def _returned(customers: Argument, first: Argument, last: Argument) -> Query:
    beside = ReceiptExtra.select(ReceiptExtra.id).where(ReceiptExtra.entry_id == Entry.id)
    return (
        Entry.select(Entry.customer_id, Entry.day, Entry.amount_minor, Entry.currency)
        .where(Entry.customer_id.in_(listed(customers)) & Entry.void_action_id.is_null())
        .where(Entry.document_id.is_null() & (Entry.kind == EntryKind.BOUNCE))
        .where(Entry.day.between(first, last) & ~fn.EXISTS(beside))
        .order_by(Entry.day, Entry.id)
    )
