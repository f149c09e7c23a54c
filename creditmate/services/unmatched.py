"""Money and credits not set against anything, with how long that is so and what is held."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.receipts import held_deposits
from creditmate.db.unmatched import UnmatchedRow, presumed_rows, unmatched_rows
from creditmate.domain.money import Money
from creditmate.domain.proposals import UnmatchedCredit


def unmatched_credits(as_at: date, customers: Sequence[int] | None = None) -> list[UnmatchedCredit]:
    """Return what is not set against anything as at a day, the oldest first.

    Args:
        as_at: The day.
        customers: Only of these; None for all.
    """
    return _credits(unmatched_rows(as_at, customers), as_at)


def to_match(today: date, customers: Sequence[int] | None = None) -> list[UnmatchedCredit]:
    """Return what can be set against something: what has come by today and is open now.

    What was set against something on a later day than today is not there to be used.
    """
    rows = [row for row in unmatched_rows(date.max, customers) if row.day <= today]
    return _credits(rows, today)


def presumed_of(minor: int, currency: str, as_at: date) -> list[UnmatchedCredit]:
    """Return money of an amount that the books only presume to have come by a day, used or not."""
    return _credits(presumed_rows(Money(minor, currency), as_at), as_at)


def _credits(rows: Sequence[UnmatchedRow], as_at: date) -> list[UnmatchedCredit]:
    held = {entry: deposit.job for entry, deposit in held_deposits(as_at).items()}
    return [_credit(row, held, as_at) for row in rows]


def _credit(row: UnmatchedRow, held: dict[int, str], as_at: date) -> UnmatchedCredit:
    return UnmatchedCredit(
        entry_id=row.entry_id,
        receipt_id=row.receipt_id,
        code=row.code,
        name=row.name,
        kind=row.kind,
        number=row.number,
        payer=row.payer,
        reference=row.reference,
        day=row.day,
        age_days=(as_at - row.day).days,
        original=-row.original,
        open=-row.open,
        held_for=held.get(row.entry_id, ""),
        presumed=row.presumed,
    )
