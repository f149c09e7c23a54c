"""Writing off what will not be paid: one invoice, or what is left of many; always with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.disputes import disputed_entries
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.invoice_parts import (
    add_entries,
    credit_row,
    entries_of_action,
    parts_of,
    set_against,
    take_back_wholly,
    void_entries,
)
from creditmate.db.invoices import documents_by_id
from creditmate.db.small_balances import SmallBalance, in_credit, small_balances
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.invoice_warnings import LeaveOut
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money, total
from creditmate.domain.ports import Clock
from creditmate.domain.promises import LIVE
from creditmate.services.cases import standings_of
from creditmate.services.documents import require_document

_WRITTEN = Touched.INVOICES | Touched.PAYMENTS


@dataclass(frozen=True, slots=True)
class WriteOffLine:
    """What is left of an invoice; ``reason`` says why it is not chosen by itself."""

    document_id: int
    number: str
    code: str
    name: str
    day: date
    due_day: date
    gross: Money
    open: Money
    reason: LeaveOut | None

    @property
    def id(self) -> int:
        """The invoice's."""
        return self.document_id


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """What a write-off took, by ``action`` to be undone."""

    done: Done
    count: int
    amount: Money


class WriteOffs:
    """Gives up what is open; undone by voiding."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def preview(self, limit: Money, as_at: date) -> list[WriteOffLine]:
        """Return the invoices of which no more than ``limit`` is left, all of that overdue.

        By customer's name and day. Those in dispute, covered by a promise, or whose customer
        has money that is not matched come with the reason, and are for a person to choose.
        """
        rows = small_balances(limit, as_at)
        customers = sorted({row.customer_id for row in rows})
        disputed = {row.entry_id for row in disputed_entries(as_at, customers)}
        promised = {
            customer
            for customer, standings in standings_of(customers, as_at).items()
            if any(standing.state in LIVE for standing in standings)
        }
        loose = in_credit(customers, limit.currency, as_at)
        return [_line(row, disputed, promised, loose) for row in rows]

    def write_off(self, documents: Sequence[int], because: str) -> WrittenOff:
        """Write off, as of today, what is open of these invoices, in one action.

        Args:
            documents: Ids, all in one currency.
            because: The reason, which is kept.

        Raises:
            UserError: ``INVOICE_FIELD``: no reason; ``DOCUMENT_STANDS``: nothing is open of one
                of them.
        """
        if not because.strip():
            raise invoice_refused("reason", InvoiceWhy.NO_REASON)
        if not documents:
            raise UserError(Problem.DOCUMENT_STANDS, number="", why="nothing_open")
        today = self._clock.today
        with self._gateway.write("write-off", reason=because.strip()) as writing:
            amounts = [_write_off(writing, document, today) for document in documents]
        done = Done(writing.id, _WRITTEN)
        return WrittenOff(done, len(amounts), total(amounts, amounts[0].currency))

    def write_off_number(self, number: str, because: str) -> WrittenOff:
        """Write off what is open of one invoice.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``, or what ``write_off`` raises.
        """
        return self.write_off([require_document(number, DocumentKind.INVOICE).id], because)

    def undo(self, action: int) -> Touched:
        """Take a write-off back: it never was, and what it took is open again.

        Raises:
            UserError: ``WRITE_OFF_STANDS``: the action wrote nothing off, or that was taken back.
        """
        made = entries_of_action(action, EntryKind.WRITE_OFF)
        if not made:
            raise UserError(Problem.WRITE_OFF_STANDS)
        with self._gateway.write("undo-write-off", undoes=action) as writing:
            for entry, customer in made:
                take_back_wholly(writing, customer, [entry])
            void_entries(writing, [entry for entry, _ in made])
        return _WRITTEN


def _line(
    row: SmallBalance, disputed: set[int], promised: set[int], loose: set[int]
) -> WriteOffLine:
    reason = None
    if disputed.intersection(row.entries):
        reason = LeaveOut.IN_DISPUTE
    elif row.customer_id in promised:
        reason = LeaveOut.PROMISED
    elif row.customer_id in loose:
        reason = LeaveOut.MONEY_TO_MATCH
    return WriteOffLine(
        document_id=row.document_id,
        number=row.number,
        code=row.code,
        name=row.name,
        day=row.day,
        due_day=row.due_day,
        gross=row.gross,
        open=row.open,
        reason=reason,
    )


def _write_off(writing: Writing, document: int, day: date) -> Money:
    """Write off what is open of one invoice; the credit names no document, so it can be voided."""
    row = documents_by_id([document])[document]
    parts = [part for part in parts_of(document, date.max) if part.open]
    if not parts or row.day > day:
        raise UserError(Problem.DOCUMENT_STANDS, number=row.number, why="nothing_open")
    amount = total((part.open for part in parts), row.gross.currency)
    credit = credit_row(row.customer_id, EntryKind.WRITE_OFF, day, amount)
    (entry,) = add_entries(writing, [credit])
    set_against(writing, row.customer_id, entry, [part.entry_id for part in parts], amount)
    return amount
