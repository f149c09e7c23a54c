"""Simple interest on a balance that changes, day by day and rounded once.

Interest of a day is the balance with which the day begins x rate / 365: so the day of a payment
still counts, and the day after the relevant day is the first. A year has 365 days, leap years
too; a rate of a month is twelve of it a year. Days on which interest stands still (a breathing
space, an insolvency) are left out one by one. Sources: domain-rules 4.1 (s.4 of the 1998 Act, SI
2002/1675) and 4.2; decision 0019.

1,200.00 due 30 Jun 2026 and paid 28 Sep 2026, at 11.75 %: 90 days from 1 Jul, 34.77.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from creditmate.domain.interest_rules import Follows, Scheme
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import (
    MissingRate,
    ReferenceRate,
    ReferenceRates,
    half_year,
    next_half,
)

YEAR = 365
_DAY = timedelta(days=1)


class Balance(NamedTuple):
    """From the beginning of ``day`` on, so many minor units are owed; never below zero."""

    day: date
    minor: int


class Held(NamedTuple):
    """Days on which interest stands still, both included."""

    first: date
    last: date


class RateStep(NamedTuple):
    """From ``day`` on interest runs at so many percent a year; ``reference`` is of which."""

    day: date
    percent: Decimal
    reference: ReferenceRate | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Days in a row, both included, with one balance at one rate; ``held`` ones earn nothing."""

    first: date
    last: date
    balance: Money
    percent: Decimal
    held: bool = False

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def exact(self) -> Fraction:
        """The interest in minor units, not rounded."""
        if self.held:
            return Fraction(0)
        return Fraction(self.balance.minor) * Fraction(self.percent) * self.days / (100 * YEAR)


class StartsBecause(StrEnum):
    """Why interest starts when it does; ``i18n.interest_words`` has the words."""

    AGREED = "agreed"  # the day after the agreed day
    NONE_AGREED = "none-agreed"  # the law's period has passed
    TOO_LONG = "too-long"  # the agreed day lies further ahead than the law allows


@dataclass(frozen=True, slots=True)
class Start:
    """The first day that earns interest, and why it is that one."""

    day: date
    because: StartsBecause


def statutory_start(
    scheme: Scheme, notice: date, agreed: date | None, *, public: bool, fair: bool
) -> Start:
    """Return when a law lets interest start.

    In the United Kingdom periods begin with the day of notice, which counts: 1 Dec > last day
    30 Dec > from 31 Dec. By the Directive they begin the day after: last day 31 Dec.

    Args:
        scheme: The law.
        notice: The later of the performance and the notice of the amount.
        agreed: The agreed day of payment; None where none was.
        public: Whether the customer is a public body, which has no longer time by agreement.
        fair: Whether a longer time than the law's was agreed and is fair to us.
    """
    before = notice - _DAY if scheme.counts_notice else notice
    if agreed is None:
        none = before + timedelta(days=scheme.none_agreed)
        return Start(none + _DAY, StartsBecause.NONE_AGREED)
    last = before + timedelta(days=scheme.longest_public if public else scheme.longest)
    if agreed > last and (public or not fair):
        return Start(last + _DAY, StartsBecause.TOO_LONG)
    return Start(agreed + _DAY, StartsBecause.AGREED)


def statutory_rates(
    scheme: Scheme, rates: ReferenceRates, start: date, until: date
) -> tuple[RateStep, ...] | MissingRate:
    """Return the rates of a law from the start to a day; the first half of which none is known."""
    halves = [half_year(start)]
    while scheme.follows is Follows.EACH_HALF and next_half(halves[-1]) <= until:
        halves.append(next_half(halves[-1]))
    steps = []
    for half in halves:
        found = rates.on(scheme.series, half)
        if isinstance(found, MissingRate):
            return found
        steps.append(RateStep(max(half, start), found.percent + scheme.margin, found))
    return tuple(steps)


def segments(
    currency: str,
    balances: Sequence[Balance],
    rates: Sequence[RateStep],
    held: Iterable[Held],
    until: date,
) -> tuple[Segment, ...]:
    """Return the days from the first rate's to ``until``, cut wherever anything changes.

    Days on which nothing is owed are left out. A rate below nothing earns nothing.

    Args:
        currency: Of the balances.
        balances: In the order of their days; before the first nothing is owed.
        rates: In the order of their days, the first on the day that interest starts.
        held: Days without interest, in any order; they may overlap.
        until: The last day, counted.
    """
    spans = list(held)
    starts = {step.day for step in rates} | {step.day for step in balances}
    starts |= {span.first for span in spans} | {span.last + _DAY for span in spans}
    end = until + _DAY
    cuts = sorted({day for day in starts if rates[0].day <= day < end} | {end})
    found = []
    for first, after in pairwise(cuts):
        owed = _on(balances, first)
        percent = max(_rate(rates, first), Decimal(0))
        still = any(span.first <= first <= span.last for span in spans)
        if owed:
            found.append(Segment(first, after - _DAY, Money(owed, currency), percent, still))
    return tuple(found)


def _on(balances: Sequence[Balance], day: date) -> int:
    return next((step.minor for step in reversed(balances) if step.day <= day), 0)


def _rate(rates: Sequence[RateStep], day: date) -> Decimal:
    return next(step.percent for step in reversed(rates) if step.day <= day)


def interest(found: Sequence[Segment], currency: str, until: date = date.max) -> Money:
    """Return the interest of segments up to a day, rounded half up once.

    In whole numbers over one denominator: exact as ``Segment.exact`` is, and for everybody's
    debts several times as fast.
    """
    above, below = 0, 1
    for each in found:
        if each.held or each.first > until:
            continue
        days = (min(each.last, until) - each.first).days + 1
        percent, of = each.percent.as_integer_ratio()
        above = above * of + each.balance.minor * percent * days * below
        below *= of
    return Money(_half_up(above, below * 100 * YEAR), currency)


def after(found: Sequence[Segment], day: date) -> tuple[Segment, ...]:
    """Return the part of segments that lies after a day."""
    return tuple(
        Segment(max(each.first, day + _DAY), each.last, each.balance, each.percent, each.held)
        for each in found
        if each.last > day
    )


def shares(found: Sequence[Segment]) -> list[int]:
    """Return minor units for each segment that add up to their interest, rounded once."""
    so_far, given, result = Fraction(0), 0, []
    for each in found:
        so_far += each.exact
        result.append(_half_up(so_far.numerator, so_far.denominator) - given)
        given += result[-1]
    return result


def _half_up(above: int, below: int) -> int:
    return (2 * above + below) // (2 * below)
