"""The rows that new documents of another program become: documents, money, entries, disputes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from creditmate.db.imports import number_key
from creditmate.domain.disputes import DisputeEventKind, DisputeReason
from creditmate.domain.importing import InvoiceRecord
from creditmate.domain.kinds import EntryKind

Row = tuple[Any, ...]


@dataclass(slots=True)
class NewRows:
    """Rows in the columns of ``db.imports``; ids of the entries are known beforehand.

    Entries come in two blocks, one per document and one per settlement, so that the ids of
    either follow from the block's first.
    """

    documents: list[Row] = field(default_factory=list)
    receipts: list[Row] = field(default_factory=list)
    document_entries: list[Row] = field(default_factory=list)
    settlement_entries: list[Row] = field(default_factory=list)
    allocations: list[Row] = field(default_factory=list)
    disputes: list[Row] = field(default_factory=list)
    dispute_items: list[tuple[int, int, int | None]] = field(default_factory=list)
    dispute_endings: list[tuple[int, DisputeEventKind, date]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Context:
    """What the rows of one import have in common.

    The ``first_…`` ids are those that the first row of each block will get; ``today`` stands in
    for the day of a payment that the file does not date.
    """

    source: str
    batch: int
    today: date
    first_document: int
    first_receipt: int
    first_entry: int
    count: int


def new_rows(
    records: Sequence[InvoiceRecord], customers: Sequence[int], context: Context
) -> NewRows:
    """Return the rows for records that the ledger does not have.

    Args:
        records: The new ones.
        customers: The customer's id of each.
        context: What they have in common.
    """
    rows = NewRows()
    for place, (record, customer) in enumerate(zip(records, customers, strict=True)):
        _add_record(rows, record, customer, place, context)
    return rows


def _add_record(
    rows: NewRows, record: InvoiceRecord, customer: int, place: int, context: Context
) -> None:
    amount, settled = record.amount.minor, record.settled.minor
    currency, day = record.amount.currency, record.day.isoformat()
    due = record.due_day.isoformat() if amount > 0 and record.due_day else None
    paid_on = (record.settled_day or max(context.today, record.day)).isoformat()
    allocated_on = max(day, paid_on)
    entry = context.first_entry + place
    closed = allocated_on if settled == amount else None
    rows.documents.append(
        (customer, record.kind.value, "imported", "issued", context.source, record.number,
         number_key(record.number), 1, day, record.order_number, None, currency, None, None,
         abs(amount), context.batch, record.row)
    )  # fmt: skip
    kind = EntryKind.INVOICE if amount > 0 else EntryKind.CREDIT_NOTE
    rows.document_entries.append(
        (customer, context.first_document + place, None, 1, kind.value, day, due, currency,
         amount, amount - settled, closed)
    )  # fmt: skip
    if settled:
        other = context.first_entry + context.count + len(rows.settlement_entries)
        _add_settlement(rows, record, customer, paid_on, context)
        sides = (
            (other, entry, day, due, paid_on)
            if amount > 0
            else (entry, other, paid_on, paid_on, day)
        )
        credit, debit, debit_day, due_day, credit_day = sides
        rows.allocations.append(
            (credit, debit, abs(settled), allocated_on, None, customer, currency, debit_day,
             due_day, credit_day)
        )  # fmt: skip
    if record.disputed:
        _add_dispute(rows, record, customer, entry, closed)


def _add_settlement(
    rows: NewRows, record: InvoiceRecord, customer: int, paid_on: str, context: Context
) -> None:
    """Money for an invoice is a receipt; a credit note that is used up was refunded."""
    settled, currency = record.settled.minor, record.amount.currency
    closed = max(paid_on, record.day.isoformat())
    if settled < 0:
        rows.settlement_entries.append(
            (customer, None, None, 1, EntryKind.REFUND.value, paid_on, paid_on, currency,
             -settled, 0, closed)
        )  # fmt: skip
        return
    presumed = record.settled_day is None
    receipt = context.first_receipt + len(rows.receipts)
    rows.receipts.append(
        ("", paid_on, "", record.customer_name, record.number, currency, settled, int(presumed),
         record.day.isoformat() if presumed else None, context.batch, record.row)
    )  # fmt: skip
    rows.settlement_entries.append(
        (customer, None, receipt, 1, EntryKind.RECEIPT.value, paid_on, None, currency, -settled, 0,
         closed)
    )  # fmt: skip


def _add_dispute(
    rows: NewRows, record: InvoiceRecord, customer: int, entry: int, closed: str | None
) -> None:
    """The file says "disputed" without a day: from the invoice's day to settlement, marked so."""
    place = len(rows.disputes)
    rows.disputes.append(
        (customer, record.day.isoformat(), 1, DisputeReason.OTHER.value, "", None, "", closed)
    )
    rows.dispute_items.append((place, entry, None))
    if closed is not None:
        ended = date.fromisoformat(closed)
        rows.dispute_endings.append((place, DisputeEventKind.SETTLED, ended))
