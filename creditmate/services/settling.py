"""Checking what is to be set against what, and telling what does not fit."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from creditmate.db.entries import entry_rows
from creditmate.db.standing_rows import Unsound
from creditmate.domain.allocation_plan import Setting, TooMuch
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.rows import OpenEntryRow

MONEY = Touched.PAYMENTS | Touched.INVOICES | Touched.PROMISES
"""What moving money touches: promises and what is said to be paid stand by it."""


def refuse(field: str, found: object) -> UserError:
    """Return the refusal of a payment's field, named as the user knows it."""
    return UserError(Problem.PAYMENT_FIELD, field=field, found=found)


def check_day(field: str, day: date, first: date, today: date) -> None:
    """Refuse a day before the first on which something can be, or after today.

    Raises:
        UserError: ``PAYMENT_FIELD``.
    """
    if not first <= day <= today:
        raise refuse(field, day)


def rows_by_id(entries: Collection[int]) -> dict[int, OpenEntryRow]:
    """Return entries with what is open of them when all that is recorded has happened."""
    return {row.id: row for row in entry_rows(sorted(entries), date.max)} if entries else {}


def check_settings(settings: Sequence[Setting]) -> set[int]:
    """Refuse what does not belong together, and return the customers concerned.

    Raises:
        UserError: ``PAYMENT_FIELD``: nothing is to be set, an entry is unknown, void or on the
            wrong side, or two are of different customers or currencies.
    """
    rows = rows_by_id({id_ for one in settings for id_ in (one.credit, one.debit)})
    if not settings:
        raise refuse("allocate", "")
    for one in settings:
        credit, debit = rows.get(one.credit), rows.get(one.debit)
        if credit is None or debit is None or not _fit(credit, debit, one):
            raise refuse("allocate", one.amount)
    return {row.customer_id for row in rows.values()}


def _fit(credit: OpenEntryRow, debit: OpenEntryRow, one: Setting) -> bool:
    same = credit.customer_id == debit.customer_id
    currencies = {money.currency for money in (credit.open, debit.open, one.amount)}
    sides = credit.original.minor < 0 < debit.original.minor
    return same and sides and len(currencies) == 1 and one.amount.minor > 0


@contextmanager
def told() -> Iterator[None]:
    """Turn "more than is open", or undone already, into what the user can act on.

    Raises:
        UserError: ``ALLOCATED_TOO_MUCH`` naming the item and what is open of it;
            ``PAYMENT_STANDS``.
    """
    try:
        yield
    except Unsound as error:
        raise UserError(Problem.PAYMENT_STANDS) from error
    except TooMuch as error:
        row = rows_by_id([error.entry])[error.entry]
        raise UserError(
            Problem.ALLOCATED_TOO_MUCH, number=row.number or row.day, left=error.left
        ) from error
