"""What may be chased: each open penny is disputed, planned, promised or chaseable.

Source: data-model.md, "What happens to money" and invariant 3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.money import CurrencyMismatch, Money
from creditmate.domain.promises import LIVE, Standing
from creditmate.domain.statement import PayNow


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """An open debit as at a day, amounts in minor units of ``currency``.

    ``disputed_minor`` and ``planned_minor`` (in a plan that is being kept) may exceed what is
    open; they are capped here.
    """

    id: int
    currency: str
    day: date
    due_day: date
    open_minor: int
    disputed_minor: int = 0
    planned_minor: int = 0


@dataclass(frozen=True, slots=True)
class Cover:
    """How much of an entry a promise takes out of chasing, in minor units above zero."""

    promise: int
    due_day: date
    minor: int


@dataclass(frozen=True, slots=True)
class Portion:
    """An open debit cut in four; the parts are zero or more and add up to what is open.

    ``covers`` are the promises that cover it, in the order in which they do: by due day.
    """

    entry: OpenEntry
    disputed_minor: int
    planned_minor: int
    covers: tuple[Cover, ...] = ()

    @property
    def promised_minor(self) -> int:
        """What promises cover, in minor units."""
        return sum(cover.minor for cover in self.covers) if self.covers else 0

    @property
    def promised_by(self) -> date | None:
        """The first day on which anything of it is promised; ``None`` when nothing is."""
        return min((cover.due_day for cover in self.covers), default=None)

    @property
    def chaseable_minor(self) -> int:
        """What may be chased, in minor units."""
        held = self.disputed_minor + self.planned_minor + self.promised_minor
        return self.entry.open_minor - held

    def days_late(self, as_at: date) -> int:
        """Days past due: zero on the due day, negative before it."""
        return (as_at - self.entry.due_day).days


def waterfall(
    entries: Iterable[OpenEntry], standings: Iterable[Standing], as_at: date
) -> list[Portion]:
    """Cut one customer's open debits in four: disputed, then planned, promised, chaseable.

    A promise that is open, or waiting for the bank to be checked, covers what has not come of
    it and never more: first the entries it meant, then, with what is left (or if it meant
    none), the overdue entries of its currency, oldest first. So a promise of 1 does not silence
    10,000, and a promise of all that is overdue takes all of it out of chasing. Promises cover
    by due day, each penny once. Nothing that is not yet due is covered unless it was meant.

    Returns:
        A portion per entry, by due day, day and id.
    """
    ordered = sorted(entries, key=lambda e: (e.due_day, e.day, e.id))
    disputed = {e.id: min(e.disputed_minor, e.open_minor) for e in ordered}
    planned = {e.id: min(e.planned_minor, e.open_minor - disputed[e.id]) for e in ordered}
    free = {e.id: e.open_minor - disputed[e.id] - planned[e.id] for e in ordered}
    covers: dict[int, list[Cover]] = {e.id: [] for e in ordered}
    live = sorted(
        (s for s in standings if s.state in LIVE), key=lambda s: (s.promise.due_day, s.promise.id)
    )
    for standing in live:
        _cover(standing, ordered, free, covers, as_at)
    return [Portion(e, disputed[e.id], planned[e.id], tuple(covers[e.id])) for e in ordered]


def _cover(
    standing: Standing,
    ordered: Sequence[OpenEntry],
    free: dict[int, int],
    covers: dict[int, list[Cover]],
    as_at: date,
) -> None:
    promise, left = standing.promise, standing.unfilled_minor
    same = [e for e in ordered if e.currency == promise.currency]
    meant = [e for e in same if e.id in promise.entries]
    overdue = [e for e in same if e.due_day < as_at]
    for entry in (*meant, *overdue):
        taken = min(left, free[entry.id])
        if taken:
            free[entry.id] -= taken
            covers[entry.id].append(Cover(promise.id, promise.due_day, taken))
            left -= taken


def pay_now(portions: Iterable[Portion], unallocated: Money, as_at: date) -> PayNow:
    """Return *please pay now* in one currency: overdue that may be chased, less unallocated.

    The one function for the brief, the promise field, statements and letters. Its lines add up
    and its ``due`` is never below zero; what is in a plan is shown as promised ("by
    arrangement").

    Args:
        portions: The customer's portions in the currency of ``unallocated``.
        unallocated: Receipts and credits not yet matched: zero or negative, as in the ledger.
        as_at: Due on this day is not overdue.

    Raises:
        CurrencyMismatch: A portion is in another currency.
        ValueError: ``unallocated`` is positive.
    """
    if unallocated.minor > 0:
        raise ValueError("unallocated money is zero or negative")
    currency = unallocated.currency
    overdue = disputed = promised = 0
    for portion in portions:
        if portion.entry.currency != currency:
            raise CurrencyMismatch(f"{portion.entry.currency} among {currency}")
        if portion.days_late(as_at) > 0:
            overdue += portion.entry.open_minor
            disputed += portion.disputed_minor
            promised += portion.planned_minor + portion.promised_minor
    unmatched = min(-unallocated.minor, overdue - disputed - promised)
    return PayNow(*(Money(minor, currency) for minor in (overdue, disputed, promised, unmatched)))
