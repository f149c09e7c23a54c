"""The parts of documents as entries: what is open of them, what was set against them and when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db import settlements
from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.entries import (
    ENTRY_COLUMNS,
    add_allocations,
    allocated,
    keep_open,
)
from creditmate.db.gateway import Writing
from creditmate.db.habits import keep_habits
from creditmate.db.models import Action, Allocation, Document, Entry, OwnDocument, Receipt
from creditmate.domain.allocation import allocation_day
from creditmate.domain.invoice_rows import PartRow, SettledRow
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money

_DEBITS = (EntryKind.INVOICE, EntryKind.CHARGE)


def add_entries(writing: Writing, rows: Sequence[Sequence[Any]]) -> range:
    """Add entries that are wholly open: ``ENTRY_COLUMNS`` without the two that are kept."""
    full = [(*row, row[-1], None) for row in rows]
    return writing.add_many(Entry, ENTRY_COLUMNS, full)


def credit_row(
    customer: int, kind: EntryKind, day: date, amount: Money, document: int | None = None
) -> tuple[object, ...]:
    """Return a credit of a (positive) amount as ``add_entries`` takes it."""
    return (
        customer, document, None, 1, kind.value, day.isoformat(), None, amount.currency,
        -amount.minor,
    )  # fmt: skip


def parts_of(document: int, as_at: date) -> list[PartRow]:
    """Return the parts of an invoice with what was open of each on a day, in their order."""
    later = (Allocation.day > as_at) & (Allocation.debit_entry_id == Entry.id)
    back = Allocation.select(fn.COALESCE(fn.SUM(Allocation.amount_minor), 0)).where(later)
    query = (
        Entry.select(
            Entry.id, Entry.part, Entry.due_day, Entry.currency, Entry.amount_minor,
            Entry.open_minor, back, OwnDocument.retention_minor,
        )
        .join(OwnDocument, JOIN.LEFT_OUTER, on=OwnDocument.document_id == Entry.document_id)
        .where((Entry.document_id == document) & Entry.void_action_id.is_null())
        .where(Entry.kind.in_(_DEBITS))
        .order_by(Entry.part)
    )  # fmt: skip
    rows = list(database.execute(query))
    return [
        PartRow(
            entry_id=id_,
            part=part,
            due_day=date.fromisoformat(due),
            amount=Money(amount, currency),
            open=Money(open_ + moved, currency),
            retained=held is not None and part == rows[-1][1],
        )
        for id_, part, due, currency, amount, open_, moved, held in rows
    ]


def settled_by(entries: Sequence[int], as_at: date) -> list[SettledRow]:
    """Return what was set against these debits up to a day, the oldest first.

    What was taken back stands there with a minus on its own day. What was set by mistake and
    taken back on one and the same day never was; what the bank took back, or what a cancellation
    set free, was there however shortly.
    """
    by_deed = Allocation.action_id.in_(_deeds_on(entries))
    credit, paper = Entry.alias("credit"), Document.alias("paper")
    number = fn.COALESCE(paper.number, fn.NULLIF(Receipt.number, ""), Receipt.reference, "")
    taken = fn.SUM(Allocation.amount_minor)
    query = (
        Allocation.select(
            Allocation.day, credit.kind, number, taken, credit.currency, credit.id,
            credit.action_id,
        )
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .join(
            paper,
            JOIN.LEFT_OUTER,
            on=(paper.id == credit.document_id) & (credit.kind == EntryKind.CREDIT_NOTE),
        )
        .switch(credit)
        .join(Receipt, JOIN.LEFT_OUTER, on=Receipt.id == credit.receipt_id)
        .where(Allocation.debit_entry_id.in_(list(entries)) & (Allocation.day <= as_at))
        .group_by(Allocation.day, credit.id, by_deed)
        .having(taken != 0)
        .order_by(Allocation.day, fn.MIN(Allocation.id))
    )  # fmt: skip
    return [
        SettledRow(date.fromisoformat(day), EntryKind(kind), said, Money(minor, currency), id_, at)
        for day, kind, said, minor, currency, id_, at in database.execute(query)
    ]


def _deeds_on(entries: Sequence[int]) -> list[int]:
    """Return the actions that cancelled these debits, or by which money for them bounced."""
    credit, bounce = Entry.alias("credit"), Entry.alias("bounce")
    against = (
        Allocation.select(credit.action_id)
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .where(Allocation.debit_entry_id.in_(list(entries)))
    )
    cancelled = against.where(credit.kind == EntryKind.CANCELLATION)
    bounced = (
        against.clone()
        .select(bounce.action_id)
        .join(bounce, on=bounce.receipt_id == credit.receipt_id)
        .where((bounce.kind == EntryKind.BOUNCE) & bounce.void_action_id.is_null())
    )
    found = {id_ for query in (cancelled, bounced) for (id_,) in database.execute(query)}
    return sorted(found)


def cancelled_because(document: int) -> str:
    """Return the reason for which an own document was cancelled; empty where it was not."""
    query = (
        Entry.select(Action.reason)
        .join(Action, on=Action.id == Entry.action_id)
        .where((Entry.document_id == document) & (Entry.kind == EntryKind.CANCELLATION))
    )
    return next((str(reason) for (reason,) in database.execute(query)), "")


def set_against(
    writing: Writing, customer: int, credit: int, debits: Sequence[int], amount: Money
) -> Money:
    """Set a new credit against debits, the first first, as far as they are open.

    Returns:
        What is left of ``amount``.
    """
    left, rows = amount, []
    taken = allocated(credit)
    for debit in debits:
        item = allocated(debit)
        free = item.amount.minor - sum(movement.minor for movement in item.movements)
        minor = min(left.minor, free)
        if minor > 0:
            part = Money(minor, amount.currency)
            rows.append((credit, debit, minor, allocation_day(item, taken, part)))
            left -= part
    if rows:
        add_allocations(writing, rows)
        keep_habits([customer])
    return left


def take_back(writing: Writing, customer: int, debits: Sequence[int], day: date) -> None:
    """Take back on a day, or on their own if later, all allocations that stand on debits."""
    settlements.take_back(writing, settlements.standing(debits), day)
    keep_habits([customer])


def take_back_wholly(writing: Writing, customer: int, credits: Sequence[int]) -> None:
    """Take back each allocation of credits on its own day: there never was any."""
    settlements.take_back(writing, settlements.standing(credits))
    keep_habits([customer])


def entries_of_action(action: int, kind: EntryKind) -> list[tuple[int, int]]:
    """Return the entries of a kind that an action made and nobody voided, with their customers.

    Ids and actions rise together: the latest entries are looked through, back to the action.
    """
    query = Entry.select(
        Entry.action_id, Entry.id, Entry.customer_id, Entry.kind, Entry.void_action_id
    ).order_by(Entry.id.desc())
    found = []
    for made_by, id_, customer, kind_, void in database.execute(query):
        if made_by < action:
            break
        if made_by == action and kind_ == kind.value and void is None:
            found.append((id_, customer))
    return found


def void_entries(writing: Writing, ids: Sequence[int]) -> None:
    """Void entries whose allocations were taken back."""
    for chunk in chunks(ids):
        Entry.update(open_minor=0).where(Entry.id.in_(chunk)).execute()
        writing.void(Entry, chunk)
        keep_open(chunk)
