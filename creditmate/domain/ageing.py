"""Ageing: what is owed, sorted by how long it has been due, or by how old its invoices are.

Two bases and two steppings are in use; days past due is the default. Due on the day asked for is
not due. Unallocated receipts and credits stand apart, so that all columns add up to the balance.
Source: domain-rules 4.4.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from creditmate.domain.dates import add_months, month_start, months_between
from creditmate.domain.money import Money


class Bucket(StrEnum):
    """The columns that debits fall into; a scheme uses four or five of them, youngest first."""

    NOT_DUE = "not_due"
    D1_30 = "d1_30"
    D31_60 = "d31_60"
    D61_90 = "d61_90"
    D91_PLUS = "d91_plus"
    D0_30 = "d0_30"
    M0 = "m0"
    M1 = "m1"
    M2 = "m2"
    M3_PLUS = "m3_plus"


class Basis(StrEnum):
    """Which day ages a debit."""

    PAST_DUE = "past_due"
    INVOICE_DAY = "invoice_day"


class Stepping(StrEnum):
    """What the columns count: exact days in thirties, or calendar months."""

    DAYS = "days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a report ages. By invoice day there is no column "not due": it is an of-which."""

    basis: Basis = Basis.PAST_DUE
    stepping: Stepping = Stepping.DAYS

    @property
    def buckets(self) -> tuple[Bucket, ...]:
        """The columns in order; the last one is open-ended."""
        return _columns(self.basis, self.stepping)


@cache  # asked for with every row of a report
def _columns(basis: Basis, stepping: Stepping) -> tuple[Bucket, ...]:
    not_due = (Bucket.NOT_DUE,) if basis is Basis.PAST_DUE else ()
    if stepping is Stepping.MONTHS:
        return (*not_due, Bucket.M0, Bucket.M1, Bucket.M2, Bucket.M3_PLUS)
    youngest = Bucket.D1_30 if basis is Basis.PAST_DUE else Bucket.D0_30
    return (*not_due, youngest, Bucket.D31_60, Bucket.D61_90, Bucket.D91_PLUS)


DEFAULT = Scheme()
BUCKETS = DEFAULT.buckets
_USUAL = len(BUCKETS)
LAST_DAYS = (0, 30, 60, 90)
"""The last day late that still belongs to each default bucket but the open-ended one."""


def bucket_for(day: date, as_at: date, scheme: Scheme = DEFAULT) -> Bucket:
    """Return the bucket of a debit, seen on ``as_at``; ``day`` is the scheme's basis.

    That is its due day, or its invoice day where the scheme ages by invoice day.
    """
    if scheme.basis is Basis.PAST_DUE and day >= as_at:
        return Bucket.NOT_DUE
    aged = [bucket for bucket in scheme.buckets if bucket is not Bucket.NOT_DUE]
    if scheme.stepping is Stepping.MONTHS:
        age_in_steps = months_between(day, as_at)
    else:
        age_in_steps = ((as_at - day).days - 1) // 30
    return aged[min(max(age_in_steps, 0), len(aged) - 1)]


def cutoffs(as_at: date, scheme: Scheme = DEFAULT) -> tuple[date, ...]:
    """Return the earliest day of every bucket but the last, for queries; never ascending.

    A debit belongs to the first bucket whose cut-off is not after its day, else to the last one:
    the same as ``bucket_for``, with the same meaning of day.
    """
    if scheme.stepping is Stepping.MONTHS:
        steps = [add_months(month_start(as_at), -months) for months in range(3)]
    else:
        steps = [as_at - timedelta(days=last) for last in LAST_DAYS[1:]]
    return (as_at, *steps) if scheme.basis is Basis.PAST_DUE else tuple(steps)


@dataclass(frozen=True, slots=True)
class Ageing:
    """One currency's open items as at a day.

    ``sums`` are the scheme's buckets in order, each zero or positive; ``unallocated`` is zero or
    negative (receipts and credits not yet matched). All of them add up to ``total``.
    ``not_due_minor`` is the part of all buckets not yet due, given only where the scheme has no
    bucket for it.

    Raises:
        ValueError: The number of sums is not the scheme's, or ``not_due_minor`` is given or left
            out against the above.
    """

    currency: str
    sums: tuple[int, ...]
    unallocated_minor: int
    scheme: Scheme = DEFAULT
    not_due_minor: int | None = None

    def __post_init__(self) -> None:
        if self.scheme is DEFAULT and len(self.sums) == _USUAL and self.not_due_minor is None:
            return  # nearly always, thousands at a time
        if len(self.sums) != len(self.scheme.buckets):
            raise ValueError(f"{len(self.sums)} sums for {len(self.scheme.buckets)} buckets")
        if (self.not_due_minor is None) != (self.scheme.basis is Basis.PAST_DUE):
            raise ValueError(f"not due {self.not_due_minor} in {self.scheme}")

    def amount(self, bucket: Bucket) -> Money:
        """What is in one bucket."""
        return Money(self.sums[self.scheme.buckets.index(bucket)], self.currency)

    @property
    def unallocated(self) -> Money:
        """Receipts and credits not yet matched, zero or negative."""
        return Money(self.unallocated_minor, self.currency)

    @property
    def owed(self) -> Money:
        """All open debits, before unallocated credits."""
        return Money(sum(self.sums), self.currency)

    @property
    def not_due(self) -> Money:
        """Open debits due on the day asked for or later."""
        return Money(
            self.sums[0] if self.not_due_minor is None else self.not_due_minor, self.currency
        )

    @property
    def overdue(self) -> Money:
        """Open debits past their due day."""
        return self.owed - self.not_due

    @property
    def total(self) -> Money:
        """The balance: what is owed less what is unallocated."""
        return self.owed + self.unallocated


@dataclass(frozen=True, slots=True)
class AgedItem:
    """An open item as ageing sees it: a debit (positive) with its days, or a credit."""

    day: date
    due_day: date | None
    open: Money


def age(items: Iterable[tuple[date | None, Money]], currency: str, as_at: date) -> Ageing:
    """Age open items of one currency by days past due: debits by due day, credits unallocated.

    Args:
        items: Due day and open amount; debits are positive and have a due day.
        currency: The currency of every amount.
        as_at: The day asked for.

    Raises:
        ValueError: An amount is in another currency, or a debit has no due day.
    """
    aged = (AgedItem(as_at, due_day, amount) for due_day, amount in items)
    return age_by(DEFAULT, aged, currency, as_at)


def age_by(scheme: Scheme, items: Iterable[AgedItem], currency: str, as_at: date) -> Ageing:
    """Age open items of one currency by any scheme.

    Raises:
        ValueError: An amount is in another currency, or a debit has no due day.
    """
    sums = dict.fromkeys(scheme.buckets, 0)
    unallocated = not_due = 0
    for item in items:
        if item.open.currency != currency:
            raise ValueError(f"{item.open.currency} among {currency}")
        if item.open.minor <= 0:
            unallocated += item.open.minor
            continue
        if item.due_day is None:
            raise ValueError("a debit without a due day")
        aged_from = item.due_day if scheme.basis is Basis.PAST_DUE else item.day
        sums[bucket_for(aged_from, as_at, scheme)] += item.open.minor
        not_due += item.open.minor if item.due_day >= as_at else 0
    of_which = None if scheme.basis is Basis.PAST_DUE else not_due
    return Ageing(currency, tuple(sums.values()), unallocated, scheme, of_which)
