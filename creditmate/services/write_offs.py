"""Writing off what will not be paid: one invoice, or what is left of many; always with a reason.

A charge is waived: that is an entry of its own kind, as nothing that was sold is given up. Small
balances are of invoices alone, so that no charge is waived unseen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db.disputes import disputed_entries
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.groups import heads_of
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
from creditmate.domain.kinds import OWED, DocumentKind, EntryKind
from creditmate.domain.money import Money, total
from creditmate.domain.ports import Clock
from creditmate.domain.promises import LIVE
from creditmate.services.circles import Circles
from creditmate.services.claim_standings import open_claims
from creditmate.services.documents import require_document
from creditmate.services.promise_standings import standings_of

_WRITTEN = Touched.INVOICES | Touched.PAYMENTS
_GIVEN_UP = (EntryKind.WRITE_OFF, EntryKind.WAIVER)


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
    """What a write-off took, by its action to be undone; ``waived`` of ``count`` are charges."""

    done: Done
    count: int
    amount: Money
    waived: int = 0


class WriteOffs:
    """Gives up what is open; undone by voiding."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def preview(self, limit: Money, as_at: date) -> list[WriteOffLine]:
        """Return the invoices of which no more than ``limit`` is left, all of that overdue.

        By customer's name and day. Those in dispute, said to be paid (found or not), covered by
        a promise, or whose customer has money that is not matched come with the reason, and are
        for a person to choose.
        """
        rows = small_balances(limit, as_at)
        customers = sorted({row.customer_id for row in rows})
        disputed = {row.entry_id for row in disputed_entries(as_at, customers)}
        promised = _promised(customers, as_at)
        loose = in_credit(customers, limit.currency, as_at)
        said = _said_paid(customers, limit.currency, as_at)
        return [_line(row, _reason(row, disputed, said, promised, loose)) for row in rows]

    def write_off(self, documents: Sequence[int], because: str) -> WrittenOff:
        """Write off, as of today, what is open of these invoices, in one action; waive charges.

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
            taken = [_write_off(writing, document, today) for document in documents]
        amounts = [amount for amount, _ in taken]
        waived = sum(kind is EntryKind.WAIVER for _, kind in taken)
        done = Done(writing.id, _WRITTEN)
        return WrittenOff(done, len(taken), total(amounts, amounts[0].currency), waived)

    def write_off_number(self, number: str, because: str) -> WrittenOff:
        """Write off what is open of one invoice, or waive a charge.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``, or what ``write_off`` raises.
        """
        return self.write_off([require_document(number, OWED).id], because)

    def undo(self, action: int) -> Touched:
        """Take a write-off back: it never was, and what it took is open again.

        Raises:
            UserError: ``WRITE_OFF_STANDS``: the action wrote nothing off, or that was taken back.
        """
        made = [made for kind in _GIVEN_UP for made in entries_of_action(action, kind)]
        if not made:
            raise UserError(Problem.WRITE_OFF_STANDS)
        with self._gateway.write("undo-write-off", undoes=action) as writing:
            for entry, customer in made:
                take_back_wholly(writing, customer, [entry])
            void_entries(writing, [entry for entry, _ in made])
        return _WRITTEN


def _promised(customers: Sequence[int], as_at: date) -> set[int]:
    """Whose promise runs, or the promise of whose head office."""
    circles = Circles(customers)
    running = {
        customer
        for customer, standings in standings_of(circles.everybody, as_at).items()
        if any(standing.state in LIVE for standing in standings)
    }
    return {id_ for id_ in customers if not running.isdisjoint({id_, circles.leader(id_)})}


def _said_paid(customers: Sequence[int], currency: str, as_at: date) -> set[int]:
    """The entries of which money is said to be on its way, or was and is still looked for.

    What a head office says to have paid may be its branches'.
    """
    heads = heads_of(customers).values()
    return {
        entry
        for standing in open_claims(sorted({*customers, *heads}), as_at)
        if standing.claim.currency == currency
        for entry in standing.claim.entries
    }


def _reason(
    row: SmallBalance, disputed: set[int], said: set[int], promised: set[int], loose: set[int]
) -> LeaveOut | None:
    if disputed.intersection(row.entries):
        return LeaveOut.IN_DISPUTE
    if said.intersection(row.entries):
        return LeaveOut.SAID_PAID
    if row.customer_id in promised:
        return LeaveOut.PROMISED
    return LeaveOut.MONEY_TO_MATCH if row.customer_id in loose else None


def _line(row: SmallBalance, reason: LeaveOut | None) -> WriteOffLine:
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


def _write_off(writing: Writing, document: int, day: date) -> tuple[Money, EntryKind]:
    """Write off what is open of a document; the credit names no document, so it can be voided."""
    row = documents_by_id([document])[document]
    parts = [part for part in parts_of(document, date.max) if part.open]
    if not parts or row.day > day:
        raise UserError(Problem.DOCUMENT_STANDS, number=row.number, why="nothing_open")
    amount = total((part.open for part in parts), row.gross.currency)
    charge = row.kind is DocumentKind.CHARGE_NOTE
    kind = EntryKind.WAIVER if charge else EntryKind.WRITE_OFF
    credit = credit_row(row.customer_id, kind, day, amount)
    (entry,) = add_entries(writing, [credit])
    set_against(writing, row.customer_id, entry, [part.entry_id for part in parts], amount)
    return amount, kind
