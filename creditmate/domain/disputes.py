"""Disputes: why a customer questions an entry, and what can become of it.

Source: domain-rules 4.10 (X12 element 426 and peers); data-model.md, dispute tables. The
undisputed part of an entry stays collectable; the disputed part stays in every total.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from creditmate.domain.attachments import NewFile
from creditmate.domain.money import Money


class DisputeReason(StrEnum):
    """Why an item is questioned; the values are stored and never change."""

    PRICE = "price"
    QUANTITY = "quantity"
    WRONG_ITEM = "wrong_item"
    DAMAGED = "damaged"
    QUALITY = "quality"
    LATE_DELIVERY = "late_delivery"
    NOT_RECEIVED = "not_received"
    DUPLICATE = "duplicate"
    WRONG_CUSTOMER = "wrong_customer"
    MISSING_PAPERS = "missing_papers"
    DISCOUNT_OR_TERMS = "discount_or_terms"
    TAX = "tax"
    FREIGHT = "freight"
    GOODS_RETURNED = "goods_returned"
    ALREADY_PAID = "already_paid"
    SERVICE_INCOMPLETE = "service_incomplete"
    INTEREST_OR_FEE = "interest_or_fee"
    OTHER = "other"


class DisputeEventKind(StrEnum):
    """What can happen to a dispute once it is raised.

    All but ``amended`` end it; an amendment of one that has ended opens it again.
    """

    AMENDED = "amended"
    UPHELD = "upheld"
    PART = "part"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"


CREDITED = frozenset({DisputeEventKind.UPHELD, DisputeEventKind.PART})
"""Endings in which the customer was right, in all or in part: a credit note is to follow."""
ANSWERS = CREDITED | {DisputeEventKind.REJECTED}
"""Endings by which we answered: what they took back, or a file says was settled, is no answer."""
ANSWER_DAYS = 5
"""Working days in which a question is to be answered, where nothing is said: common practice."""


@dataclass(frozen=True, slots=True)
class Questioned:
    """An entry that is in question, and how much of it; no amount means all of it."""

    entry: int
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class DisputedItem:
    """What a dispute is about: an item by its number; no amount means all of it."""

    number: str
    amount: Money | None
    original: Money


@dataclass(frozen=True, slots=True)
class NewDispute:
    """A question as the customer raised it.

    ``owner`` is who of us answers it (an id of our people), ``answer_by`` the day until when, five
    working days from now where none is said; ``evidence`` says in words what proves it, and
    ``files`` show it.
    """

    items: tuple[Questioned, ...]
    reason: DisputeReason
    by_whom: str = ""
    evidence: str = ""
    owner: int | None = None
    answer_by: date | None = None
    note: str = ""
    files: tuple[NewFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that became of a dispute; ``minor`` is what is asked for, or was upheld."""

    kind: DisputeEventKind
    day: date
    minor: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class DisputeStanding:
    """How a dispute stands on a day.

    ``open_since`` is the first day of its being open now, or before its ending; ``ending`` is None
    while it is open. ``amended`` says that ``minor`` (None: all) took the place of the sums that it
    was raised with.
    """

    raised_day: date
    open_since: date
    ending: Moved | None
    amended: bool
    minor: int | None

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.ending is None

    def days_open(self, as_at: date) -> int:
        """Days from the day on which it was first raised to its ending, or to a day."""
        return ((as_at if self.ending is None else self.ending.day) - self.raised_day).days


def standing(raised_day: date, moves: Iterable[Moved], as_at: date) -> DisputeStanding:
    """Return how a dispute stands on a day.

    Args:
        raised_day: When it was first raised; that day stays when it is opened again.
        moves: What became of it, in order; what is dated later is not known.
        as_at: The day.
    """
    since, ending, amended, minor = raised_day, None, False, None
    for move in moves:
        if move.day > as_at:
            continue
        if move.kind is DisputeEventKind.AMENDED:
            since = since if ending is None else move.day
            ending, amended, minor = None, True, move.minor
        else:
            ending = move
    return DisputeStanding(raised_day, since, ending, amended, minor)


def poured(minor: int | None, amounts: Sequence[int]) -> list[int | None]:
    """Pour what is in question of a dispute over its entries, in their order.

    Args:
        minor: In minor units; None is all of every entry.
        amounts: What each entry was for; the last takes what is more than all of them.
    """
    if minor is None:
        return [None] * len(amounts)
    parts: list[int | None] = []
    for place, amount in enumerate(amounts, start=1):
        part = minor if place == len(amounts) else min(minor, amount)
        parts.append(part)
        minor -= part
    return parts


class DisputeAge(StrEnum):
    """How long a question has been open; the values are what the command line takes."""

    WEEK = "0-7"
    FORTNIGHT = "8-14"
    MONTH = "15-30"
    OLDER = "31+"


_UP_TO = ((7, DisputeAge.WEEK), (14, DisputeAge.FORTNIGHT), (30, DisputeAge.MONTH))


def dispute_age(days: int) -> DisputeAge:
    """Return in which bucket of age a question is that has been open for so many days."""
    return next((age for most, age in _UP_TO if days <= most), DisputeAge.OLDER)
