"""Promises: theirs, which money keeps, and ours, which a deed keeps. States are never stored.

Source: data-model.md, "What happens to money"; states from domain-rules 4.11.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class PromiseState(StrEnum):
    """How a customer's promise to pay stands."""

    OPEN = "open"
    CHECK_BANK = "check_bank"  # the day has passed, but cash is not posted so far
    KEPT = "kept"
    PART_KEPT = "part_kept"
    LATE_KEPT = "late_kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    LAPSED = "lapsed"  # nothing is left open of what it meant


class DeedState(StrEnum):
    """How a promise of ours stands."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


class PromiseEnd(StrEnum):
    """A promise taken back, on either side."""

    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"


LIVE = frozenset({PromiseState.OPEN, PromiseState.CHECK_BANK})
"""States in which what is unfilled is not chased."""
NOT_KEPT = frozenset({PromiseState.BROKEN, PromiseState.PART_KEPT})
"""States in which the day has passed and money is missing."""
JUDGED = NOT_KEPT | {PromiseState.KEPT, PromiseState.LATE_KEPT}
"""States that say how the customer keeps promises."""
OVER = frozenset(PromiseState) - LIVE - NOT_KEPT
"""States in which nothing is to be looked for any more: it came, or is not to come."""
GRACE_DAYS = 2
"""Working days of grace after a promise's day: common practice (domain-rules 4.3)."""


@dataclass(frozen=True, slots=True)
class Ending:
    """That a promise was withdrawn or replaced, and on which day."""

    kind: PromiseEnd
    day: date


@dataclass(frozen=True, slots=True)
class Promise:
    """A customer's promise to pay ``minor`` (positive) by ``due_day``.

    ``until_day`` is the last day of grace, worked out by the caller's calendar; ``entries`` are
    the ids of the entries it was given for, none meaning "what is overdue".
    """

    id: int
    currency: str
    minor: int
    made_day: date
    due_day: date
    until_day: date
    entries: tuple[int, ...] = ()
    ended: Ending | None = None


@dataclass(frozen=True, slots=True)
class Cash:
    """Money of the customer's on a day: receipts positive, bounces and refunds negative.

    ``takes`` names the receipt (its id) that a bounce or refund gives back. Without it the
    latest receipts up to that day are taken, of the same ``payer``: money of several may be poured
    together. ``spent`` is what of it was for something else than a promise or claim, by that
    one's id. What ``bounced`` never came: it is not the same as money that we gave back.
    """

    id: int
    day: date
    currency: str
    minor: int
    takes: int | None = None
    spent: Mapping[int, int] = field(default_factory=dict, hash=False)
    payer: int = 0
    bounced: bool = False


class Returned(NamedTuple):
    """What of the money for a promise came back, and on which day the last of it."""

    day: date
    minor: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A promise and how it stands on a day.

    ``came_minor`` is what came from the day it was made to the end of grace, ``late_minor``
    what came after; together at most what was promised. ``filled_day`` is the day of the last
    money that counted towards it, ``returned`` what would have and came back.
    """

    promise: Promise
    state: PromiseState
    came_minor: int
    late_minor: int
    filled_day: date | None = None
    returned: Returned | None = None

    @property
    def missing_since(self) -> date:
        """The day after which money is missing: the end of grace, or when it came back."""
        until = self.promise.until_day
        return until if self.returned is None else max(until, self.returned.day)

    @property
    def unfilled_minor(self) -> int:
        """What has not come yet, in minor units."""
        return self.promise.minor - self.came_minor - self.late_minor


@dataclass(slots=True)
class ReceiptInHand:
    """A receipt on its way through what it may fill: what was taken back of it and used."""

    cash: Cash
    takings: list[tuple[date, int]]
    used: int = 0
    bounced: list[tuple[date, int]] = field(default_factory=list)

    def left(self, by: date, spent: int = 0) -> int:
        """What of it can still fill anything, bounces and refunds up to ``by`` taken off.

        ``spent`` is what of it was for something else.
        """
        taken = sum(minor for day, minor in self.takings if day <= by)
        return max(self.cash.minor - taken - max(self.used, spent), 0)


@dataclass(slots=True)
class _Filling:
    """What came of a promise in time and late, in minor units, and the last day on which."""

    came: int = 0
    late: int = 0
    day: date | None = None
    back: list[tuple[date, int]] = field(default_factory=list)

    def returned(self, promise: Promise) -> Returned | None:
        """What came back and is missing now."""
        minor = min(sum(minor for _, minor in self.back), self.missing(promise))
        return Returned(max(day for day, _ in self.back), minor) if minor > 0 else None

    def missing(self, promise: Promise) -> int:
        """What has not come."""
        return promise.minor - self.came - self.late


def promise_states(
    promises: Iterable[Promise],
    cash: Iterable[Cash],
    posted_to: date | None,
    as_at: date,
    open_of_meant: Mapping[int, int],
) -> list[Standing]:
    """Return how one customer's promises stand, by due day.

    Receipts less bounces and refunds, dated from the day a promise was made to its end of
    grace, fill it wherever they are allocated; each receipt fills promises by due day, once. A
    promise withdrawn or replaced uses up no money. Only what is left over afterwards can keep
    a promise late.

    Args:
        promises: The customer's promises; those made after ``as_at`` are left out.
        cash: The customer's receipts, bounces and refunds.
        posted_to: The last day up to which cash is posted; ``None`` means never.
        as_at: Facts dated later are not known yet.
        open_of_meant: Per promise id what is open, in minor units as at the day, of the entries
            it meant (of all debits in its currency if it named none). A promise that is
            missing here counts as having something open.
    """
    made = sorted(
        (p for p in promises if p.made_day <= as_at), key=lambda p: (p.due_day, p.made_day, p.id)
    )
    fillings = _filled(made, receipts_in_hand(cash, as_at), as_at)
    standings = []
    for promise in made:
        filling = fillings[promise.id]
        filled = (filling.came, filling.late)
        lapsed = open_of_meant.get(promise.id, 1) <= 0
        state = _state(promise, filled, lapsed, posted_to, as_at)
        back = filling.returned(promise) if filling.back else None
        standings.append(Standing(promise, state, *filled, filling.day, back))
    return standings


def _filled(
    made: Sequence[Promise], receipts: Sequence[ReceiptInHand], as_at: date
) -> dict[int, _Filling]:
    """Pour the receipts into the promises: all that came in time first, then what is left."""
    fillings = {promise.id: _Filling() for promise in made}
    counted = [promise for promise in made if not _has_ended(promise, as_at)]
    for receipt in receipts:
        for promise in counted:
            _fill_in_time(promise, receipt, fillings[promise.id])
    for receipt in receipts:
        for promise in counted:
            _fill_late(promise, receipt, fillings[promise.id], as_at)
    return fillings


def _has_ended(promise: Promise, as_at: date) -> bool:
    return promise.ended is not None and promise.ended.day <= as_at


def receipts_in_hand(cash: Iterable[Cash], as_at: date) -> list[ReceiptInHand]:
    """Return the receipts up to a day, oldest first, with what was given back of each."""
    known = sorted((c for c in cash if c.day <= as_at), key=lambda c: (c.day, c.minor < 0, c.id))
    receipts: list[ReceiptInHand] = []
    for row in known:
        if row.minor > 0:
            receipts.append(ReceiptInHand(row, []))
        else:
            _take_back(row, receipts)
    return receipts


def _take_back(row: Cash, receipts: Sequence[ReceiptInHand]) -> None:
    missing = -row.minor
    for receipt in reversed(receipts):
        of_the_same = (receipt.cash.currency, receipt.cash.payer) == (row.currency, row.payer)
        if not of_the_same or row.takes not in (None, receipt.cash.id):
            continue
        taken = min(missing, receipt.left(row.day))
        receipt.takings.append((date.min if row.bounced else row.day, taken))
        if row.bounced and taken:
            receipt.bounced.append((row.day, taken))
        missing -= taken


def _fill_in_time(promise: Promise, receipt: ReceiptInHand, filling: _Filling) -> None:
    day = receipt.cash.day
    if receipt.cash.currency != promise.currency:
        return
    if promise.made_day <= day <= promise.until_day:
        spent = receipt.cash.spent.get(promise.id, 0)
        filled = min(filling.missing(promise), receipt.left(promise.until_day, spent))
        filling.came += filled
        filling.day = day if filled else filling.day
        receipt.used += filled
        if receipt.bounced and spent < receipt.cash.minor:
            filling.back += receipt.bounced


def _fill_late(promise: Promise, receipt: ReceiptInHand, filling: _Filling, as_at: date) -> None:
    if receipt.cash.currency == promise.currency and receipt.cash.day > promise.until_day:
        spent = receipt.cash.spent.get(promise.id, 0)
        filled = min(filling.missing(promise), receipt.left(as_at, spent))
        filling.late += filled
        filling.day = receipt.cash.day if filled else filling.day
        receipt.used += filled


def _state(
    promise: Promise,
    filled: tuple[int, int],
    lapsed: bool,
    posted_to: date | None,
    as_at: date,
) -> PromiseState:
    if promise.ended is not None and promise.ended.day <= as_at:
        return PromiseState(promise.ended.kind.value)
    if sum(filled) == promise.minor:
        return PromiseState.LATE_KEPT if filled[1] else PromiseState.KEPT
    if lapsed:
        return PromiseState.LAPSED
    if as_at <= promise.until_day:
        return PromiseState.OPEN
    if posted_to is None or posted_to < promise.until_day:
        return PromiseState.CHECK_BANK
    return PromiseState.PART_KEPT if any(filled) else PromiseState.BROKEN


@dataclass(frozen=True, slots=True)
class Deed:
    """A promise of ours: what we said we would do (our own words) by ``due_day``.

    ``customer`` is to whom, where that is not whose case it is in; else 0.
    """

    id: int
    words: str
    made_day: date
    due_day: date
    done_day: date | None = None
    ended: Ending | None = None
    customer: int = 0


def deed_state(deed: Deed, as_at: date) -> DeedState:
    """Return how a promise of ours stands; there is no grace, and on its day it is not late."""
    if deed.ended is not None and deed.ended.day <= as_at:
        return DeedState(deed.ended.kind.value)
    if deed.done_day is not None and deed.done_day <= as_at:
        return DeedState.DONE if deed.done_day <= deed.due_day else DeedState.DONE_LATE
    return DeedState.OPEN if as_at <= deed.due_day else DeedState.LATE


def undone(deeds: Iterable[Deed], as_at: date) -> list[Deed]:
    """Return those of our promises that are neither done nor taken back, in their order."""
    waiting = (DeedState.OPEN, DeedState.LATE)
    return [deed for deed in deeds if deed_state(deed, as_at) in waiting]


def running(standings: Iterable[Standing], currency: str) -> list[Standing]:
    """Return the customer's promises in a currency that still run, in their order."""
    return [s for s in standings if s.state in LIVE and s.promise.currency == currency]
