"""Money in: recorded with what it is for, bounced, given back, and undone."""

from collections.abc import Sequence
from datetime import date

from creditmate.db import money_undo, receipts
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.habits import keep_habits
from creditmate.db.receipts import NewEntry, StoredReceipt
from creditmate.db.settlements import settle, standing, take_back
from creditmate.domain.allocation_plan import Setting
from creditmate.domain.changes import Done, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money, total
from creditmate.domain.ports import Clock
from creditmate.domain.proposals import UnmatchedCredit
from creditmate.domain.receipts import NewPayment
from creditmate.services.customers import require_customer
from creditmate.services.payment_entry import PaymentEntry
from creditmate.services.settling import MONEY, check_day, refuse, told
from creditmate.services.unmatched import to_match


class Payments:
    """Use-cases of money in."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def record(self, payment: NewPayment) -> Done:
        """Record a receipt, set it against what it is for, and find what was said to be paid.

        What customers said to have paid, and this money covers, is put down as found in it.

        Args:
            payment: With exactly the parts wanted; ``Allocating.propose`` suggests some.

        Returns:
            The receipt's id, and the action to undo.

        Raises:
            UserError: ``PAYMENT_FIELD`` naming what does not fit; ``UNKNOWN_CUSTOMER``;
                ``ALLOCATED_TOO_MUCH``; ``DISCOUNT_NOT_OFFERED``.
        """
        entry = PaymentEntry(payment, self._clock.today)
        with self._gateway.write("record-payment") as writing, told():
            receipt = entry.write(writing)
            keep_habits(entry.settling)
        return Done(writing.id, MONEY, receipt)

    def bounce(self, receipt: int, on: date) -> Done:
        """The bank took a receipt back on a day: from then on it pays nothing.

        What it paid, or was given back of it, is open again with its old due days; what came
        beside it (discount, tax withheld) is taken back too.

        Raises:
            UserError: ``UNKNOWN_RECEIPT``; ``RECEIPT_STANDS`` where it has bounced already;
                ``PAYMENT_FIELD`` for a day before the receipt's or after today;
                ``PAYMENT_STANDS`` where what it paid cannot be opened again.
        """
        found = _require(receipt)
        if found.bounced:
            raise UserError(Problem.RECEIPT_STANDS)
        check_day("on", on, found.day, self._clock.today)
        with self._gateway.write("bounce-receipt") as writing, told():
            take_back(writing, standing([entry.id for entry in found.credits]), on)
            settle(
                writing, [_bounce(writing, found, place, on) for place in range(len(found.credits))]
            )
            keep_habits({entry.customer_id for entry in found.entries})
        return Done(writing.id, MONEY, receipt)

    def refund(self, code: str, amount: Money, on: date, *, credit: int | None = None) -> Done:
        """Give money back that is not allocated: of one credit's entry, else the oldest first.

        Only by its entry is it given back of a deposit that is held.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``PAYMENT_FIELD``; ``NOTHING_TO_REFUND`` with what
                there is.
        """
        customer = require_customer(code)
        if amount.minor <= 0:
            raise refuse("amount", amount)
        parts = _to_refund(customer.id, amount, credit, self._clock.today)
        check_day("on", on, max(part.day for part, _ in parts), self._clock.today)
        receipts_ = {part.receipt_id for part, _ in parts}
        receipt = next(iter(receipts_)) if len(receipts_) == 1 else None
        with self._gateway.write("refund") as writing:
            new = NewEntry(EntryKind.REFUND, customer.id, on, amount, receipt)
            entry = receipts.add_entry(writing, new)
            settle(writing, [Setting(part.entry_id, entry, minor) for part, minor in parts])
            keep_habits([customer.id])
        return Done(writing.id, MONEY, entry)

    def void(self, receipt: int, because: str) -> Done:
        """A receipt typed wrong never was: nor what it paid, nor its bouncing.

        What was given back of it is owed from then on.

        Raises:
            UserError: ``UNKNOWN_RECEIPT``; ``RECEIPT_STANDS`` where an import brought it;
                ``PAYMENT_FIELD`` without a reason; ``PAYMENT_STANDS``, as for ``bounce``.
        """
        found = _require(receipt)
        if found.is_imported:
            raise UserError(Problem.RECEIPT_STANDS)
        if not because.strip():
            raise refuse("because", "")
        reason = because.strip()
        with self._gateway.write("void-receipt", reason=reason) as writing, told():
            money_undo.void_receipt(writing, found)
            keep_habits({entry.customer_id for entry in found.entries})
        return Done(writing.id, MONEY, receipt)

    def release(self, deposit: int, on: date) -> Done:
        """Let a deposit be used from a day on.

        Raises:
            UserError: ``PAYMENT_FIELD``: there is no such deposit held, or a day that does not
                fit.
        """
        held = {one.id: one for one in receipts.held_deposits(date.max).values()}
        if deposit not in held:
            raise refuse("deposit-unknown", deposit)
        check_day("on", on, receipts.entry_day(held[deposit].entry_id), self._clock.today)
        with self._gateway.write("release-deposit") as writing:
            receipts.add_release(writing, deposit, on)
        return Done(writing.id, MONEY, deposit)

    def undo(self, action: int) -> Touched:
        """Take back one of these deeds, an allocation, or what was said to be paid, by reversal.

        A receipt that was voided is put down once more as it was.

        Raises:
            UserError: ``PAYMENT_STANDS``: it is none of them, was taken back already, or
                something that was recorded later rests on it.
        """
        deed = money_undo.money_deed(action)
        if deed is None:
            raise UserError(Problem.PAYMENT_STANDS)
        with self._gateway.write("undo-payment", undoes=action) as writing, told():
            money_undo.reverse(writing, deed)
            keep_habits(deed.customers)
        return MONEY


def _require(receipt: int) -> StoredReceipt:
    found = receipts.stored_receipt(receipt)
    if found is None:
        raise UserError(Problem.UNKNOWN_RECEIPT, id=receipt)
    return found


def _bounce(writing: Writing, receipt: StoredReceipt, place: int, on: date) -> Setting:
    """Add what takes back one of a receipt's credits, and say so."""
    credit = receipt.credits[place]
    new = NewEntry(
        EntryKind.BOUNCE, credit.customer_id, on, -credit.amount, receipt.id, part=place + 1
    )
    debit = receipts.add_entry(writing, new)
    if credit.is_extra:
        receipts.add_extra(writing, receipt.id, debit)
    return Setting(credit.id, debit, -credit.amount)


def _to_refund(
    customer: int, amount: Money, credit: int | None, today: date
) -> Sequence[tuple[UnmatchedCredit, Money]]:
    """Of which credits how much is given back.

    Raises:
        UserError: ``NOTHING_TO_REFUND``: they have less than that.
    """
    there = [
        row
        for row in to_match(today, [customer])
        if row.open.currency == amount.currency
        and (row.entry_id == credit if credit is not None else not row.held_for)
    ]
    left, parts = amount, []
    for row in there:
        part = min(row.open, left)
        if part:
            parts.append((row, part))
            left -= part
    if left:
        available = total((row.open for row in there), amount.currency)
        raise UserError(Problem.NOTHING_TO_REFUND, amount=available)
    return parts
