"""Disputes: what a customer questions, and how much of an entry it keeps out of chasing.

Source: domain-rules 4.10 (X12 element 426 and peers); data-model.md, dispute tables. The
undisputed part of an entry stays collectable; the disputed part stays in every total.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """What can happen to a dispute once it is raised. All but ``amended`` end it."""

    AMENDED = "amended"
    UPHELD = "upheld"
    PART = "part"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class DisputeItem:
    """One entry that a dispute questions; ``minor`` empty means all of it."""

    dispute: int
    entry: int
    raised_day: date
    minor: int | None = None


@dataclass(frozen=True, slots=True)
class DisputeEvent:
    """A dated fact about a dispute; events of one day happened in the order of ``id``.

    ``entry`` empty means every entry of the dispute. ``minor`` is read for ``amended`` only:
    the amount questioned from then on (empty: all). A dispute upheld, wholly or in part, ends
    like the others, because the credit note that grants it lowers the balance in the same step.
    """

    id: int
    dispute: int
    day: date
    kind: DisputeEventKind
    entry: int | None = None
    minor: int | None = None


def disputed_amount(
    entry: int,
    open_minor: int,
    items: Iterable[DisputeItem],
    events: Iterable[DisputeEvent],
    as_at: date,
) -> int:
    """Return how much of an entry is in dispute, in minor units, from 0 to ``open_minor``.

    Args:
        entry: The entry asked about; items and events of others are passed over.
        open_minor: What is open on it as at the day, zero or more.
        items: Disputed items of this or any customer.
        events: What happened to their disputes.
        as_at: Facts dated later are not known yet.
    """
    known = sorted((e for e in events if e.day <= as_at), key=lambda e: (e.day, e.id))
    disputed = 0
    for item in items:
        if item.entry == entry and item.raised_day <= as_at:
            disputed += _still_disputed(item, known, open_minor)
    return min(disputed, open_minor)


def _still_disputed(item: DisputeItem, known: list[DisputeEvent], open_minor: int) -> int:
    amount = item.minor
    for event in known:
        if event.dispute != item.dispute or event.entry not in (None, item.entry):
            continue
        if event.kind is not DisputeEventKind.AMENDED:
            return 0
        amount = event.minor
    return open_minor if amount is None else amount
