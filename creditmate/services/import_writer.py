"""Writing an import into the ledger, inside one action."""

import json
from collections.abc import Sequence
from datetime import date

from creditmate.db import imports
from creditmate.db.business import business, cash_posted_to
from creditmate.db.customers import code_key, create_customers, ids_by_code_key, terms_id
from creditmate.db.disputes import add_disputes, end_disputes, running_disputes_on
from creditmate.db.entries import add_allocations, allocated
from creditmate.db.gateway import Writing
from creditmate.db.habits import keep_habits
from creditmate.domain.allocation import allocation_day
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.due_rules import Net
from creditmate.domain.importing import InvoiceRecord, InvoiceTable
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.services.import_plan import ImportPlan, Settlement
from creditmate.services.import_rows import Context, NewRows, new_rows
from creditmate.services.stored_terms import stored

_ENOUGH = 3  # invoices with one and the same credit period that make it the customer's terms
_LONGEST_TERMS = 366  # days


class ImportWriter:
    """Writes one file's records; made inside the action that they belong to."""

    def __init__(self, writing: Writing, table: InvoiceTable, source: str, today: date) -> None:
        self._writing = writing
        self._source = source
        self._today = today
        self._touched: set[int] = set()
        self._batch = imports.add_batch(
            writing,
            source=source,
            file_sha256=table.sha256,
            mapping=json.dumps(dict(table.mapping), sort_keys=True),
            options=json.dumps({"date_order": table.date_order, "encoding": table.encoding}),
            totals=json.dumps({t.amount.currency: [t.count, t.amount.minor] for t in table.totals}),
        )

    def add_new(self, plan: ImportPlan) -> None:
        """Add the documents that the ledger does not have, with all that belongs to them."""
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
        self._write(new_rows(plan.new, customers, context))
        self._touched |= set(customers)

    def _write(self, rows: NewRows) -> None:
        imports.add_documents(self._writing, rows.documents)
        imports.add_receipts(self._writing, rows.receipts)
        imports.add_entries(self._writing, rows.document_entries)
        imports.add_entries(self._writing, rows.settlement_entries)
        imports.add_finished_allocations(self._writing, rows.allocations)
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
        paid = [(settlement, *self._allocation(settlement)) for settlement in settlements]
        add_allocations(
            self._writing,
            [(credit, debit, row.minor, on) for row, credit, debit, on in paid],
        )
        closing = {row.known.entry_id: on for row, _, _, on in paid if row.settles_it}
        for entry, disputes in running_disputes_on(closing.keys()).items():
            ended = [(id_, DisputeEventKind.SETTLED, closing[entry]) for id_ in disputes]
            end_disputes(self._writing, ended)
        self._touched |= {settlement.known.customer_id for settlement in settlements}

    def _allocation(self, settlement: Settlement) -> tuple[int, int, date]:
        """Add the money; return the credit, the debit, and the day the one pays the other."""
        record, known = settlement.record, settlement.known
        amount = Money(settlement.minor, known.currency)
        other = self._money_entry(settlement, record.settled_day or max(self._today, record.day))
        debit, credit = known.entry_id, other
        if known.amount_minor < 0:
            debit, credit = credit, debit
        return credit, debit, allocation_day(allocated(debit), allocated(credit), amount)

    def _money_entry(self, settlement: Settlement, day: date) -> int:
        """Add the receipt, or the refund of a credit note, and return its entry."""
        record, known, minor = settlement.record, settlement.known, settlement.minor
        presumed = record.settled_day is None
        receipt, kind, signed = None, EntryKind.REFUND, minor
        if known.amount_minor > 0:
            kind, signed = EntryKind.RECEIPT, -minor
            money_in = ("", day, "", record.customer_name, record.number, known.currency, minor,
                        int(presumed), record.day if presumed else None, self._batch,
                        record.row)  # fmt: skip
            receipt = imports.add_receipts(self._writing, [money_in])[0]
        due = day if signed > 0 else None
        row = (known.customer_id, None, receipt, 1, kind.value, day, due, known.currency, signed,
               signed, None)  # fmt: skip
        return imports.add_entries(self._writing, [row])[0]

    def post_cash(self, plan: ImportPlan) -> None:
        """Cash is posted up to the latest payment that the file brings."""
        records = [*plan.new, *(settlement.record for settlement in plan.settlements)]
        days = [record.settled_day for record in records if record.settled_day is not None]
        known = cash_posted_to()
        before = date.min if known is None else date.fromisoformat(known)
        latest = max(days, default=date.min)
        if latest > before:
            imports.post_cash(self._writing, latest)

    def keep_habits(self) -> None:
        """Work out the kept habits of everybody concerned."""
        keep_habits(self._touched)
