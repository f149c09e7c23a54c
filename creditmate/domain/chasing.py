"""What may be chased: each open penny is disputed, planned, claimed, promised or chaseable.

Source: data-model.md, "What happens to money" and invariant 3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from creditmate.domain.claims import LIVE_CLAIMS, ClaimStanding
from creditmate.domain.money import CurrencyMismatch, Money
from creditmate.domain.promises import LIVE, Standing
from creditmate.domain.statement import PayNow


class OpenEntry(NamedTuple):
    """An open debit as at a day, amounts in minor units of ``currency``.

    ``disputed_minor`` and ``planned_minor`` (in a plan that is being kept, or given more time) may
    exceed what is open; they are capped here. ``planned_by`` is when the first of that is to come.
    ``grace_days`` after the due day nobody is asked of our own accord: it is overdue all the same,
    in every sum. ``credit_minor`` is what of ``disputed_minor`` was answered in the customer's
    favour and only waits for our credit note.
    """

    id: int
    currency: str
    day: date
    due_day: date
    open_minor: int
    disputed_minor: int = 0
    planned_minor: int = 0
    grace_days: int = 0
    planned_by: date | None = None
    credit_minor: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of an entry a promise takes out of chasing, in minor units above zero."""

    promise: int
    due_day: date
    minor: int


@dataclass(frozen=True, slots=True)
class Said:
    """How much of an entry is said to be paid and believed, in minor units above zero."""

    claim: int
    until_day: date
    minor: int


class Portion(NamedTuple):
    """An open debit cut in five; the parts are zero or more and add up to what is open.

    ``covers`` are the promises that cover it, in the order in which they do: by due day.
    ``said`` are the claims to have paid it, by the day on which that was.
    """

    entry: OpenEntry
    disputed_minor: int
    planned_minor: int
    covers: tuple[Cover, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def claimed_minor(self) -> int:
        """What is said to be paid, in minor units."""
        return sum(said.minor for said in self.said) if self.said else 0

    @property
    def promised_minor(self) -> int:
        """What promises cover, in minor units."""
        return sum(cover.minor for cover in self.covers) if self.covers else 0

    @property
    def credit_minor(self) -> int:
        """What of the disputed part is to be credited, in minor units."""
        return min(self.entry.credit_minor, self.disputed_minor)

    @property
    def promised_by(self) -> date | None:
        """The first day on which anything of it is promised; ``None`` when nothing is."""
        return min((cover.due_day for cover in self.covers), default=None)

    @property
    def arranged_by(self) -> date | None:
        """The first day on which anything of it is to come by plan, time given or promise."""
        days = [self.promised_by, self.entry.planned_by if self.planned_minor else None]
        return min((day for day in days if day is not None), default=None)

    @property
    def chaseable_minor(self) -> int:
        """What may be chased, in minor units."""
        free = self.entry.open_minor - self.disputed_minor - self.planned_minor
        if not self.covers and not self.said:  # as with most: there are thousands of them
            return free
        return free - self.claimed_minor - self.promised_minor

    def days_late(self, as_at: date) -> int:
        """Days past due: zero on the due day, negative before it."""
        return (as_at - self.entry.due_day).days

    def is_to_follow_up(self, as_at: date) -> bool:
        """Whether it is overdue for longer than the days of grace."""
        return self.days_late(as_at) > self.entry.grace_days


@dataclass(frozen=True, slots=True)
class Patience:
    """What is late is not followed up yet: from which day on it is, after how much grace."""

    day: date
    days: int


def patience(portions: Iterable[Portion], as_at: date) -> Patience | None:
    """Return from when on a customer is followed up; None where nothing waits for that alone.

    That is where something is late and may be chased, and nothing of it is late for longer than
    the days of grace.
    """
    late = [one for one in portions if one.chaseable_minor > 0 and one.days_late(as_at) > 0]
    if not late or any(one.is_to_follow_up(as_at) for one in late):
        return None
    day, days = min(
        (one.entry.due_day + timedelta(days=one.entry.grace_days + 1), one.entry.grace_days)
        for one in late
    )
    return Patience(day, days)


def waterfall(
    entries: Iterable[OpenEntry],
    standings: Sequence[Standing],
    as_at: date,
    claims: Sequence[ClaimStanding] = (),
) -> list[Portion]:
    """Cut one customer's open debits: disputed, then planned, claimed, promised, chaseable.

    A promise that is open, or waiting for the bank to be checked, covers what has not come of
    it and never more: first the entries it meant, then, with what is left (or if it meant
    none), the overdue entries of its currency, oldest first. So a promise of 1 does not silence
    10,000, and a promise of all that is overdue takes all of it out of chasing. Promises cover
    by due day, each penny once. Nothing that is not yet due is covered unless it was meant.

    What is said to be paid covers alike, before any promise, and is what an earlier promise that
    meant the same entries was to bring: it does not cover others with it. What was promised in the
    same talk, or later, is besides. A claim of no amount covers its entries and nothing else.

    Returns:
        A portion per entry, by due day, day and id.
    """
    ordered = sorted(entries, key=lambda e: (e.due_day, e.day, e.id))
    if not claims and not standings:  # as with most: nothing is covered
        return [
            Portion(e, *_set_aside(e)) if e.disputed_minor or e.planned_minor else Portion(e, 0, 0)
            for e in ordered
        ]
    aside = {e.id: _set_aside(e) for e in ordered}
    cut = _Cut(ordered, {e.id: e.open_minor - sum(aside[e.id]) for e in ordered})
    for said in (c for c in claims if c.state in LIVE_CLAIMS):
        cut.claim(said, as_at)
    live = sorted(
        (s for s in standings if s.state in LIVE), key=lambda s: (s.promise.due_day, s.promise.id)
    )
    for standing in live:
        cut.promise(standing, as_at)
    return [
        Portion(e, *aside[e.id], tuple(cut.covers[e.id]), tuple(cut.said[e.id])) for e in ordered
    ]


def _set_aside(entry: OpenEntry) -> tuple[int, int]:
    """What is disputed of an entry and, of the rest, in a plan or given more time."""
    disputed = min(entry.disputed_minor, entry.open_minor)
    return disputed, min(entry.planned_minor, entry.open_minor - disputed)


class _Cut:
    """Entries being cut: what is free of each, what is claimed of it, and what promises cover."""

    def __init__(self, ordered: Sequence[OpenEntry], free: dict[int, int]) -> None:
        self._ordered = ordered
        self._free = free
        # claimed, and not yet counted for a promise: when it was said, and how much
        self._brought: dict[int, list[tuple[date, int]]] = {id_: [] for id_ in free}
        self.said: dict[int, list[Said]] = {id_: [] for id_ in free}
        self.covers: dict[int, list[Cover]] = {id_: [] for id_ in free}

    def claim(self, standing: ClaimStanding, as_at: date) -> None:
        """Take out what is said to be paid."""
        claim, left = standing.claim, standing.missing_minor
        for entry in self._meant(claim.currency, claim.entries, as_at, claim.minor is not None):
            taken = min(left, self._free[entry.id])
            if taken:
                self._free[entry.id] -= taken
                self._brought[entry.id].append((claim.day, taken))
                self.said[entry.id].append(Said(claim.id, claim.until_day, taken))
                left -= taken

    def promise(self, standing: Standing, as_at: date) -> None:
        """Take out what is promised, less what of it is said to be paid."""
        promise, left = standing.promise, standing.unfilled_minor
        for entry in self._meant(promise.currency, promise.entries, as_at, overdue=True):
            left -= self._bring(entry.id, promise.made_day, left)
            taken = min(left, self._free[entry.id])
            if taken:
                self._free[entry.id] -= taken
                self.covers[entry.id].append(Cover(promise.id, promise.due_day, taken))
                left -= taken

    def _bring(self, entry: int, made_day: date, most: int) -> int:
        """How much of a promise was said to be paid since it was made; it brings no other."""
        found, rest = 0, []
        for day, minor in self._brought[entry]:
            taken = min(minor, most - found) if day > made_day else 0
            found += taken
            rest.append((day, minor - taken))
        self._brought[entry] = rest
        return found

    def _meant(
        self, currency: str, entries: Sequence[int], as_at: date, overdue: bool
    ) -> list[OpenEntry]:
        """The entries meant, and after them all that is overdue."""
        same = [e for e in self._ordered if e.currency == currency]
        meant = [e for e in same if e.id in entries]
        return meant + [e for e in same if overdue and e.due_day < as_at]


def pay_now(portions: Iterable[Portion], unallocated: Money, as_at: date) -> PayNow:
    """Return *please pay now* in one currency: overdue that may be chased, less unallocated.

    The one function for the brief, the promise field, statements and letters. Its lines add up
    and its ``due`` is never below zero; what is in a plan is shown as promised ("by
    arrangement").

    Args:
        portions: The customer's portions in the currency of ``unallocated``.
        unallocated: Receipts and credits not yet matched, deposits that are held left out: zero
            or negative, as in the ledger.
        as_at: Due on this day is not overdue.

    Raises:
        CurrencyMismatch: A portion is in another currency.
        ValueError: ``unallocated`` is positive.
    """
    if unallocated.minor > 0:
        raise ValueError("unallocated money is zero or negative")
    currency = unallocated.currency
    overdue = disputed = promised = planned = said = credit = 0
    for portion in portions:
        if portion.entry.currency != currency:
            raise CurrencyMismatch(f"{portion.entry.currency} among {currency}")
        if portion.entry.due_day < as_at:
            overdue += portion.entry.open_minor
            disputed += portion.disputed_minor
            if portion.entry.credit_minor:
                credit += portion.credit_minor
            planned += portion.planned_minor
            if portion.covers or portion.said:
                promised += portion.promised_minor
                said += portion.claimed_minor
    promised += planned
    unmatched = min(-unallocated.minor, overdue - disputed - promised - said)
    parts, none = (overdue, disputed, promised, said, unmatched), Money(0, currency)
    found = PayNow(*(Money(minor, currency) if minor else none for minor in parts))
    if planned:
        found = found._replace(planned=Money(planned, currency))
    return found._replace(to_credit=Money(credit, currency)) if credit else found
