"""Decisions as they are entered, and what cannot be decided."""

from dataclasses import dataclass
from datetime import date

from creditmate.db import decisions as db
from creditmate.domain import wishes as wish_rules
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.holds import Hold, HoldKind, Stop, is_possible
from creditmate.domain.legal_forms import legal_form
from creditmate.domain.refusals import Why, refused
from creditmate.domain.rows import CustomerRow
from creditmate.domain.wishes import WishKind


@dataclass(frozen=True, slots=True)
class HoldEntry:
    """A hold to be put down; ``until_day`` is its last day, None without an end."""

    kind: HoldKind
    from_day: date
    stops: frozenset[Stop]
    review_day: date | None = None
    until_day: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class WishEntry:
    """A wish to be put down, or lifted; ``contact`` None is everybody's at the customer.

    ``hours`` are needed for the hours and for nothing else (``domain.wishes.hours_text``).
    """

    kind: WishKind
    contact: int | None = None
    lifted: bool = False
    hours: str = ""
    note: str = ""


def check_hold(customer: CustomerRow, entry: HoldEntry) -> None:
    """Refuse a hold that cannot be.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    if not is_possible(entry.kind, legal_form(customer.legal_form)):
        raise refused("hold.kind", Why.NOT_POSSIBLE, found=entry.kind.value)
    if not entry.stops:
        raise refused("hold.stops", Why.EMPTY)
    if entry.until_day is not None and entry.until_day < entry.from_day:
        raise refused("hold.until_day", Why.DAYS_TURNED)
    if entry.review_day is not None and entry.review_day < entry.from_day:
        raise refused("hold.review_day", Why.DAYS_TURNED)
    check_review(entry.review_day, entry.until_day)


def check_review(review_day: date | None, until_day: date | None) -> None:
    """Refuse to look again at a hold that has ended by itself before.

    Raises:
        UserError: ``FIELD_REFUSED``.
    """
    if review_day is not None and until_day is not None and review_day > until_day:
        raise refused("hold.review_day", Why.DAYS_TURNED, found=review_day)


def standing_hold(customer: int, hold: int, today: date) -> Hold:
    """Return a customer's hold that was not ended, in force or to come.

    Raises:
        UserError: ``DECISION_STANDS``: there is none.
    """
    for known in db.holds_of(today, [customer], to_come=True).get(customer, []):
        if known.id == hold and known.ended_day is None:
            return known
    raise UserError(Problem.DECISION_STANDS)


def wished_value(entry: WishEntry) -> str:
    """Return what is stored of a wish.

    Raises:
        UserError: ``FIELD_REFUSED``: the hours are none.
    """
    if entry.lifted:
        return ""
    if entry.kind is not WishKind.HOURS:
        return wish_rules.SET
    try:
        wish_rules.hours_of(entry.hours)
    except ValueError as error:
        raise refused("wish.hours", Why.WRONG_FORM, found=entry.hours) from error
    return entry.hours
