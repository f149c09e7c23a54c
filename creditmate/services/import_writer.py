"""Writing an import into the ledger, inside one action."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from creditmate.db import imports
from creditmate.db.business import business, cash_posted_to
from creditmate.db.customers import (
    code_key,
    create_customers,
    ids_by_code_key,
    take_back_archived,
    terms_id,
)
from creditmate.db.disputes import add_disputes, end_disputes, running_disputes_on
from creditmate.db.entries import add_allocations
from creditmate.db.gateway import Writing
from creditmate.db.habits import keep_habits
from creditmate.domain.allocation import AllocatedEntry, Movement, allocation_day
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.due_rules import Net
from creditmate.domain.importing import InvoiceRecord, InvoiceTable
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.progress import Progress
from creditmate.services.import_plan import ImportPlan, Settlement
from creditmate.services.import_rows import Context, NewRows, Row, new_rows
from creditmate.services.stored_terms import stored

_ENOUGH = 3  # invoices with one and the same credit period that make it the customer's terms
_LONGEST_TERMS = 366  # days
_PIECE = 5_000  # rows written between two reports: how long cancelling may take to be heard

_Add = Callable[[Writing, Sequence[Sequence[Any]]], range]


class ImportWriter:
    """Writes one file's records; made inside the action that they belong to.

    Identity is the folded source; the batch keeps it as it was typed.
    """

    def __init__(self, writing: Writing, table: InvoiceTable, source: str, today: date) -> None:
        self._writing = writing
        self._source = imports.source_key(source)
        self._today = today
        self._touched: set[int] = set()
        self._batch = imports.add_batch(
            writing,
            source=source.strip(),
            file_sha256=table.sha256,
            mapping=json.dumps(dict(table.mapping), sort_keys=True),
            options=json.dumps(_options(table)),
            totals=json.dumps({t.amount.currency: [t.count, t.amount.minor] for t in table.totals}),
        )

    def add_new(self, plan: ImportPlan, progress: Progress) -> None:
        """Add the documents that the ledger does not have, with all that belongs to them.

        Args:
            plan: What is new.
            progress: Told the documents written; may cancel between two pieces.
        """
        by_key = ids_by_code_key()
        by_key.update(self._add_customers(plan))
        customers = [by_key[code_key(record.customer_code)] for record in plan.new]
        document, receipt, entry = imports.first_ids(self._writing)
        context = Context(
            source=self._source,
            batch=self._batch,
            today=self._today,
            first_document=document,
            first_receipt=receipt,
            first_entry=entry,
            count=len(plan.new),
        )
        take_back_archived(self._writing, customers)
        self._write(new_rows(plan.new, customers, context), len(plan.new), progress)
        self._touched |= set(customers)

    def _write(self, rows: NewRows, documents: int, progress: Progress) -> None:
        """Write the rows; a document has several, so what is told is its share of them."""
        blocks: tuple[tuple[_Add, list[Row]], ...] = (
            (imports.add_documents, rows.documents),
            (imports.add_receipts, rows.receipts),
            (imports.add_entries, rows.document_entries),
            (imports.add_entries, rows.settlement_entries),
            (imports.add_finished_allocations, rows.allocations),
        )
        done, total = 0, sum(len(found) for _, found in blocks)
        for add, found in blocks:
            for at in range(0, len(found), _PIECE):
                progress(done * documents // total, documents)
                piece = found[at : at + _PIECE]
                add(self._writing, piece)
                done += len(piece)
        progress(documents, documents)
        add_disputes(self._writing, rows.disputes, rows.dispute_items, rows.dispute_endings)

    def _add_customers(self, plan: ImportPlan) -> dict[str, int]:
        fresh = {code_key(code) for code in plan.new_customers}
        records: dict[str, list[InvoiceRecord]] = {}
        for record in plan.new:
            key = code_key(record.customer_code)
            if key in fresh:
                records.setdefault(key, []).append(record)
        home = business()
        rows = [
            {
                "code": found[0].customer_code,
                "name": found[0].customer_name,
                "country": home.country,
                "zone": home.zone,
                "locale": home.locale,
                "currency": found[0].amount.currency,
                "payment_terms_id": self._terms(found),
            }
            for found in records.values()
        ]
        ids = create_customers(self._writing, rows)
        return dict(zip(records, ids, strict=True))

    def _terms(self, records: Sequence[InvoiceRecord]) -> int | None:
        """The customer's terms, where all of several invoices have the same credit period."""
        periods = {(r.due_day - r.day).days for r in records if r.due_day is not None}
        if len(records) < _ENOUGH or len(periods) != 1:
            return None
        (days,) = periods
        if not 0 <= days <= _LONGEST_TERMS:
            return None
        return terms_id(self._writing, *stored(PaymentTerms(Net(days))))

    def settle(self, settlements: Sequence[Settlement]) -> None:
        """Add the receipts of documents that the ledger has, and end what they settle."""
        days = [row.record.settled_day or max(self._today, row.record.day) for row in settlements]
        others = self._add_money(settlements, days)
        moved = imports.movements_on([settlement.known.entry_id for settlement in settlements])
        closing: dict[int, date] = {}
        paid = []
        for row, other, day in zip(settlements, others, days, strict=True):
            entry = row.known.entry_id
            on = _allocation_day(row, day, moved.get(entry, ()))
            credit, debit = (other, entry) if row.known.amount_minor > 0 else (entry, other)
            paid.append((credit, debit, row.minor, on))
            if row.settles_it:
                closing[entry] = on
        add_allocations(self._writing, paid)
        for entry, disputes in running_disputes_on(closing.keys()).items():
            ended = [(id_, DisputeEventKind.SETTLED, closing[entry]) for id_ in disputes]
            end_disputes(self._writing, ended)
        self._touched |= {settlement.known.customer_id for settlement in settlements}

    def _add_money(self, settlements: Sequence[Settlement], days: Sequence[date]) -> range:
        """Add receipts, or refunds of credit notes, and return their entries."""
        both = list(zip(settlements, days, strict=True))
        money_in = [self._receipt(row, day) for row, day in both if row.known.amount_minor > 0]
        receipts = iter(imports.add_receipts(self._writing, money_in))
        rows = [
            _money_entry(row, day, next(receipts) if row.known.amount_minor > 0 else None)
            for row, day in both
        ]
        return imports.add_entries(self._writing, rows)

    def _receipt(self, settlement: Settlement, day: date) -> Row:
        record = settlement.record
        presumed = record.settled_day is None
        return (
            "", day, "", record.customer_name, record.number, settlement.known.currency,
            settlement.minor, int(presumed), record.day if presumed else None, self._batch,
            record.row,
        )  # fmt: skip

    def post_cash(self, plan: ImportPlan) -> None:
        """Cash is posted up to the latest payment that the file brings and that has come.

        A payment dated later says nothing about the bank. An import never goes back.
        """
        known = cash_posted_to()
        before = date.min if known is None else date.fromisoformat(known)
        come = (day for day in plan.payment_days if day <= self._today)
        latest = max(come, default=date.min)
        if latest > before:
            imports.post_cash(self._writing, latest)

    def keep_habits(self) -> None:
        """Work out the kept habits of everybody concerned."""
        keep_habits(self._touched)


def _options(table: InvoiceTable) -> dict[str, object]:
    """How the file was read, and which of its rows were left out and why.

    What stood in those rows is not kept: names of people would stay here for good.
    """
    options: dict[str, object] = {"date_order": table.date_order, "encoding": table.encoding}
    if table.left_out:
        options["left_out"] = [[p.row, p.column, p.reason] for p in table.left_out]
    return options


def _money_entry(settlement: Settlement, day: date, receipt: int | None) -> Row:
    """The entry of a receipt, or without one of a refund: wholly open."""
    known = settlement.known
    refund = receipt is None
    kind = EntryKind.REFUND if refund else EntryKind.RECEIPT
    signed = settlement.minor if refund else -settlement.minor
    return (
        known.customer_id, None, receipt, 1, kind.value, day, day if refund else None,
        known.currency, signed, signed, None,
    )  # fmt: skip


def _allocation_day(settlement: Settlement, day: date, moved: tuple[Movement, ...]) -> date:
    """The day on which the money of ``day`` pays a document with these allocations."""
    known, minor = settlement.known, Money(settlement.minor, settlement.known.currency)
    amount = Money(known.amount_minor, known.currency)
    document = AllocatedEntry(date.fromisoformat(known.day), amount, moved)
    if known.amount_minor > 0:
        return allocation_day(document, AllocatedEntry(day, -minor), minor)
    return allocation_day(AllocatedEntry(day, minor), document, minor)
