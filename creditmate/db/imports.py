"""Writing an import: many documents, receipts, entries and allocations in one action."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.entries import ALLOCATION_COLUMNS, ENTRY_COLUMNS
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Allocation,
    CashPosted,
    Dispute,
    DisputeItem,
    Document,
    Entry,
    ImportBatch,
    Receipt,
)
from creditmate.domain.allocation import Movement

DOCUMENT_COLUMNS = (
    "customer_id", "kind", "origin", "state", "source", "number", "number_key", "revision", "day",
    "order_number", "payment_terms_id", "currency", "net_minor", "tax_minor", "gross_minor",
    "import_batch_id", "source_row",
)  # fmt: skip
RECEIPT_COLUMNS = (
    "number", "day", "method", "payer", "reference", "currency", "amount_minor", "presumed",
    "earliest_day", "import_batch_id", "source_row",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of a source as the ledger has it, with its one entry.

    ``settled_day`` is the day of its payment, ISO text, where an import brought just one.
    """

    id: int
    entry_id: int
    customer_id: int
    kind: str
    number: str
    day: str
    due_day: str | None
    currency: str
    amount_minor: int
    open_minor: int
    order_number: str
    settled_day: str | None


def known_documents(source: str) -> dict[tuple[str, str], KnownDocument]:
    """Return a source's documents by kind and number key: identity is source and number."""
    query = (
        Document.select(
            Document.kind, Document.number_key, Document.id, Entry.id, Document.customer_id,
            Document.number, Document.day, Entry.due_day, Document.currency, Entry.amount_minor,
            Entry.open_minor, Document.order_number,
        )
        .join(Entry, on=(Entry.document_id == Document.id) & Entry.void_action_id.is_null())
        .where((Document.source == source_key(source)) & Document.void_action_id.is_null())
    )  # fmt: skip
    paid = _days_of_imported_payments()
    return {
        (kind, key): KnownDocument(
            id_, entry, customer, kind, number, day, due, currency, amount, open_, order,
            paid.get(entry),
        )
        for kind, key, id_, entry, customer, number, day, due, currency, amount, open_, order
        in database.execute(query)
    }  # fmt: skip


def _days_of_imported_payments() -> dict[int, str]:
    """Return the day, ISO text, of the payment that settles an entry, by entry.

    Only where an import brought it and there never was another allocation: which of several
    payments a file dates is not known, and what a user entered or took back is not its business.
    """
    other = Entry.alias()
    imported = ImportBatch.select(ImportBatch.action_id)
    found: dict[int, str] = {}
    sides = (Allocation.debit_entry_id, Allocation.credit_entry_id)
    for mine, theirs in (sides, sides[::-1]):
        only = (fn.COUNT(Allocation.id) == 1) & fn.MIN(other.document_id).is_null()
        query = (
            Allocation.select(mine, fn.MIN(other.day))
            .join(other, on=other.id == theirs)
            .group_by(mine)
            .having(only & fn.MIN(other.action_id).in_(imported))
        )
        found.update(database.execute(query))
    return found


def disputed_by_import() -> set[int]:
    """Return the entries with a running dispute that an import raised: its day is presumed."""
    query = (
        DisputeItem.select(DisputeItem.entry_id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(
            Dispute.ended_day.is_null()
            & (Dispute.day_presumed == 1)
            & Dispute.void_action_id.is_null()
        )
    )
    return {entry for (entry,) in database.execute(query)}


def movements_on(entries: Sequence[int]) -> dict[int, tuple[Movement, ...]]:
    """Return every allocation on these entries; entries without any are left out."""
    found: dict[int, tuple[Movement, ...]] = {}
    for chunk in chunks(entries):
        for side in (Allocation.debit_entry_id, Allocation.credit_entry_id):
            query = Allocation.select(side, Allocation.day, Allocation.amount_minor)
            for entry, day, minor in database.execute(query.where(side.in_(chunk))):
                movement = Movement(date.fromisoformat(day), minor)
                found[entry] = (*found.get(entry, ()), movement)
    return found


def source_key(source: str) -> str:
    """The form in which names of sources are compared."""
    return source.strip().casefold()


def number_key(number: str) -> str:
    """The form in which document numbers are compared; leading zeros are kept."""
    return number.strip().casefold()


def add_batch(writing: Writing, **values: object) -> int:
    """Put down that a file was read in."""
    return writing.add(ImportBatch, **values)


def latest_source() -> str:
    """The source of the newest import as it was typed; empty before the first."""
    newest = ImportBatch.select(ImportBatch.source).order_by(ImportBatch.id.desc()).limit(1)
    return next((source for (source,) in database.execute(newest)), "")


def first_ids(writing: Writing) -> tuple[int, int, int]:
    """The ids that the next document, receipt and entry will get."""
    return writing.next_id(Document), writing.next_id(Receipt), writing.next_id(Entry)


def add_documents(writing: Writing, rows: Sequence[Sequence[Any]]) -> range:
    """Add documents: values of ``DOCUMENT_COLUMNS``."""
    return writing.add_many(Document, DOCUMENT_COLUMNS, rows)


def add_receipts(writing: Writing, rows: Sequence[Sequence[Any]]) -> range:
    """Add receipts: values of ``RECEIPT_COLUMNS``."""
    return writing.add_many(Receipt, RECEIPT_COLUMNS, rows)


def add_entries(writing: Writing, rows: Sequence[Sequence[Any]]) -> range:
    """Add entries: values of ``ENTRY_COLUMNS``, the kept ones agreeing with the allocations."""
    return writing.add_many(Entry, ENTRY_COLUMNS, rows)


def add_finished_allocations(writing: Writing, rows: Sequence[Sequence[Any]]) -> range:
    """Add allocations: values of ``ALLOCATION_COLUMNS``; the entries' kept columns agree."""
    return writing.add_many(Allocation, ALLOCATION_COLUMNS, rows)


def post_cash(writing: Writing, to_day: date) -> int:
    """Put down that cash is posted up to a day."""
    return writing.add(CashPosted, to_day=to_day)
