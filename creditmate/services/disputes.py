"""Questions a customer raises about what it owes: put down, handed over, answered.

What is in question leaves chasing and stays in every total; the rest stays collectable.
"""

from dataclasses import dataclass
from datetime import date

from creditmate.db import dispute_register as register
from creditmate.db import disputes as db
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Done, Touched
from creditmate.domain.dispute_register import (
    DisputeItemRow,
    DisputeRow,
    DisputeWanted,
    RootCauses,
    root_causes,
)
from creditmate.domain.disputes import DisputeEventKind, Moved, NewDispute
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money, total
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.cases import read_files
from creditmate.services.customers import require_customer
from creditmate.services.lateness import learnt_book
from creditmate.services.new_disputes import (
    check_dispute,
    check_owner,
    put_down_dispute,
    tidy_note,
)

__all__ = ["Disputes", "Ended", "check_dispute", "put_down_dispute"]

_TOUCHED = Touched.DISPUTES


@dataclass(frozen=True, slots=True)
class Ended:
    """A question that was answered; ``credit`` is what a credit note is to be written for.

    It is only proposed: nobody issues a paper but the user.
    """

    done: Done
    credit: tuple[DisputeItemRow, ...] = ()


class Disputes:
    """The register of questions, and what becomes of them."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    # ------------------------------------------------------------- looking
    def register(self, as_at: date, wanted: DisputeWanted | None = None) -> list[DisputeRow]:
        """Return questions as at a day, the oldest first.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        asked = DisputeWanted() if wanted is None else wanted
        only = [require_customer(asked.code).id] if asked.code else None
        rows = register.dispute_rows(as_at, only, pick=asked.pick)
        return [row for row in rows if asked.takes(row)]

    def row(self, dispute: int, as_at: date) -> DisputeRow:
        """Return one question as at a day.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none.
        """
        found = register.dispute_row(dispute, as_at)
        if found is None:
            raise UserError(Problem.AGREEMENT_STANDS, what="dispute", why="unknown", id=dispute)
        return found

    def open_items(self, code: str) -> list[OpenEntryRow]:
        """Return what is open with a customer and can be in question, by due day.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``.
        """
        rows = open_entries([require_customer(code).id], self._clock.today)
        debits = [row for row in rows if row.due_day is not None]
        return sorted(debits, key=lambda row: (row.due_day or row.day, row.id))

    def root_causes(self, first: date, last: date, as_at: date) -> RootCauses:
        """Return what was raised from one day to another, both included, by reason and month."""
        return root_causes(register.dispute_rows(as_at, raised=(first, last)))

    # ------------------------------------------------------------- raising
    def raise_one(self, code: str, new: NewDispute) -> Done:
        """Put down that a customer questions items, outside a call.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``FIELD_REFUSED``; ``UNKNOWN_STAFF``.
        """
        customer, today = require_customer(code), self._clock.today
        (file,) = read_files([customer.id], today, learnt_book(today))
        check_dispute(file, new, today)
        with self._gateway.write("raise-dispute") as writing:
            made = put_down_dispute(writing, customer, file, new, today, interaction=None)
        return Done(writing.id, _TOUCHED | Touched.PROMISES, made)

    def amend(self, dispute: int, amount: Money | None, note: str = "") -> Done:
        """Put down that another amount is in question from today on; None is all of the items.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, or it has ended; ``FIELD_REFUSED``.
        """
        row = self._require(dispute, is_open=True)
        return self._amend(row, amount, note, "amend-dispute")

    def reopen(self, dispute: int, amount: Money | None = None, note: str = "") -> Done:
        """Open a question again that was answered; the day it was first raised stays.

        Args:
            dispute: Its id.
            amount: What is in question now; None is what was before.
            note: Why.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, or it is open; ``FIELD_REFUSED``.
        """
        row = self._require(dispute, is_open=False)
        return self._amend(row, amount or row.questioned, note, "reopen-dispute")

    def _amend(self, row: DisputeRow, amount: Money | None, note: str, use_case: str) -> Done:
        if amount is not None:
            _check_amount(amount, total_of(row))
        note = tidy_note(note)
        day = max(self._clock.today, _latest_day(row))
        with self._gateway.write(use_case) as writing:
            minor = None if amount is None else amount.minor
            moved = Moved(DisputeEventKind.AMENDED, day, minor, note)
            made = db.move_dispute(writing, row.id, moved)
        return Done(writing.id, _TOUCHED, made)

    def hand_over(
        self, dispute: int, owner: int | None, answer_by: date | None, evidence: str = ""
    ) -> Done:
        """Say who of us answers a question from today on, and until when.

        Raises:
            UserError: ``AGREEMENT_STANDS``; ``UNKNOWN_STAFF``; ``FIELD_REFUSED``: the day has
                passed, or it is theirs until that day already.
        """
        row, today = self._require(dispute, is_open=True), self._clock.today
        check_owner(owner)
        if (owner, answer_by) == (row.owner, row.answer_by) and not evidence.strip():
            raise refused("dispute.owner", Why.STANDS_ALREADY)
        if answer_by is not None and answer_by < today:
            raise refused("dispute.answer_by", Why.DAY_PASSED, day=answer_by)
        with self._gateway.write("hand-over-dispute") as writing:
            made = db.add_care(
                writing,
                row.id,
                day=today,
                staff_id=owner,
                answer_by_day=answer_by,
                interaction_id=None,
                evidence=tidy_note(evidence),
            )
        return Done(writing.id, _TOUCHED, made)

    # ------------------------------------------------------------- answering
    def end(
        self, dispute: int, outcome: DisputeEventKind, amount: Money | None = None, note: str = ""
    ) -> Ended:
        """Answer a question, or put down that the customer took it back.

        Upheld in all or in part, a credit note of that amount is proposed; not accepted, what was
        in question is followed up again.

        Args:
            dispute: Its id.
            outcome: Any kind that ends it.
            amount: What was upheld; with ``part`` it has to be said.
            note: Why.

        Raises:
            UserError: ``AGREEMENT_STANDS``: there is none, or it has ended; ``FIELD_REFUSED``.
        """
        row = self._require(dispute, is_open=True)
        minor = _upheld(row, outcome, amount)
        note = tidy_note(note)
        day = max(self._clock.today, _latest_day(row))
        with self._gateway.write("end-dispute") as writing:
            made = db.move_dispute(writing, row.id, Moved(outcome, day, minor, note))
        return Ended(Done(writing.id, _TOUCHED, made), credit_of(row, minor))

    def _require(self, dispute: int, *, is_open: bool) -> DisputeRow:
        row = self.row(dispute, self._clock.today)
        if row.is_open is not is_open:
            why = "open" if row.is_open else "ended"
            raise UserError(Problem.AGREEMENT_STANDS, what="dispute", why=why, id=dispute)
        return row


def credit_of(row: DisputeRow, minor: int | None) -> tuple[DisputeItemRow, ...]:
    """Return for which items a credit note is to be written, and of how much each."""
    left, credits_ = minor or 0, []
    for item in row.items:
        part = min(left, item.questioned.minor)
        if part:
            amount = Money(part, item.questioned.currency)
            credits_.append(DisputeItemRow(item.entry, item.number, item.original, amount))
            left -= part
    return tuple(credits_)


def total_of(row: DisputeRow) -> Money:
    """Return what the items of a question were for altogether."""
    originals = [item.original for item in row.items]
    return total(originals, originals[0].currency)


def _upheld(row: DisputeRow, outcome: DisputeEventKind, amount: Money | None) -> int | None:
    """What is credited, in minor units; None where nothing is."""
    whole = row.questioned
    if outcome is DisputeEventKind.UPHELD:
        if amount is not None and amount != whole:
            raise refused("dispute.amount", Why.NOT_POSSIBLE, found=amount)
        return whole.minor
    if outcome is DisputeEventKind.PART:
        if amount is None:
            raise refused("dispute.amount", Why.EMPTY)
        _check_amount(amount, whole)
        if amount == whole:
            raise refused("dispute.amount", Why.TOO_LARGE_A_PART, most=whole)
        return amount.minor
    if outcome is DisputeEventKind.AMENDED:
        raise refused("dispute.outcome", Why.NOT_POSSIBLE, found=outcome.value)
    if amount is not None:
        raise refused("dispute.amount", Why.NOT_POSSIBLE, found=amount)
    return None


def _check_amount(amount: Money, most: Money) -> None:
    if amount.currency != most.currency:
        raise refused("dispute.amount", Why.TWO_CURRENCIES)
    if not 0 < amount.minor <= most.minor:
        raise refused("dispute.amount", Why.MORE_THAN_OPEN, most=most)


def _latest_day(row: DisputeRow) -> date:
    """What became of a question is in the order of its days: no deed is dated before the last."""
    ending = row.standing.ending
    return row.standing.open_since if ending is None else ending.day
