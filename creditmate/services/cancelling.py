"""Cancelling an own invoice or charge: from a day on it is owed no more; its number stays."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from creditmate.db import credited, work_items
from creditmate.db.gateway import Gateway
from creditmate.db.interest_decisions import charged_with, void_events
from creditmate.db.invoice_parts import (
    add_entries,
    credit_row,
    parts_of,
    set_against,
    settled_by,
    take_back,
)
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.invoice_rows import DocumentRow, PartRow, SettledRow
from creditmate.domain.kinds import OWED, DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.ports import Clock
from creditmate.services.documents import require_document

_GIVEN = frozenset(EntryKind) - {EntryKind.RECEIPT}
"""What was set against an invoice, but for money, has to go before it can be cancelled."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """An invoice or charge note that was cancelled.

    ``released`` is money that had been set against it and is to be matched anew, ``work`` how
    many pieces of work wait for an invoice again.
    """

    document_id: int
    kind: DocumentKind
    amount: Money
    released: Money
    work: int
    touched: Touched


class Cancelling:
    """Cancels own invoices and charge notes.

    It cannot be undone: the customer has the paper; invoice anew.
    """

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def cancel(self, number: str, because: str) -> Cancelled:
        """Cancel an own invoice or charge note as of today.

        Before today it stands as it did. Money that was set against it is free again from today;
        the work on it waits to be invoiced again.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``; ``INVOICE_FIELD``: no reason; ``DOCUMENT_STANDS``:
                it was imported, cancelled before, or credited or written off in part.
        """
        if not because.strip():
            raise invoice_refused("reason", InvoiceWhy.NO_REASON)
        row, today = require_document(number, OWED), self._clock.today
        parts = parts_of(row.id, date.max)
        released = _check(row, parts, today)
        with self._gateway.write("cancel-invoice", reason=because.strip()) as writing:
            debits = [part.entry_id for part in parts]
            take_back(writing, row.customer_id, debits, today)
            credit = credit_row(row.customer_id, EntryKind.CANCELLATION, today, row.gross, row.id)
            (entry,) = add_entries(writing, [credit])
            set_against(writing, row.customer_id, entry, debits, row.gross)
            work = work_items.free_again(writing, row.id)
            void_events(writing, charged_with(row.id))  # interest on it is to decide again
        touched = Touched.INVOICES | Touched.PAYMENTS
        return Cancelled(
            document_id=row.id,
            kind=row.kind,
            amount=row.gross,
            released=released,
            work=work,
            touched=touched | Touched.WORK if work else touched,
        )


def _check(row: DocumentRow, parts: list[PartRow], today: date) -> Money:
    """Refuse what may not be cancelled; return the money that stands against it.

    Raises:
        UserError: ``DOCUMENT_STANDS``.
    """
    why = ""
    settled = settled_by([part.entry_id for part in parts], date.max)
    if not row.own:
        why = "imported"
    elif credited.cancelled_on(row.id) is not None:
        why = "cancelled"
    elif row.day > today:
        why = "later"
    elif credited.not_yet_credited(row.id) != row.gross.minor:
        why = "credited"  # whether or not its credit note stands against it
    elif _is_given(settled):
        why = "settled"
    if why:
        raise UserError(Problem.DOCUMENT_STANDS, number=row.number, why=why)
    return Money(sum(one.amount.minor for one in settled), row.gross.currency)


def _is_given(settled: list[SettledRow]) -> bool:
    """Whether anything but money stands; what was taken back since, on whichever day, does not."""
    standing: Counter[int] = Counter()
    for one in settled:
        if one.kind in _GIVEN:
            standing[one.entry_id] += one.amount.minor
    return any(minor > 0 for minor in standing.values())
