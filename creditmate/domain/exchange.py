"""Amounts in the home currency, at rates that the user keeps: the latest at or before a day.

A sum across currencies is never money that somebody owes: it is for ranking and for totals that
say at which day's rate they were made.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from creditmate.domain.currencies import exponent
from creditmate.domain.money import Money


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of ``currency`` is ``rate`` of the home currency from a day on.

    Raises:
        ValueError: The rate is not above zero.
    """

    currency: str
    day: date
    rate: Decimal

    def __post_init__(self) -> None:
        if not self.rate.is_finite() or self.rate <= 0:
            raise ValueError(f"a rate of {self.rate}")


@dataclass(frozen=True, slots=True)
class ExchangeRateRow:
    """A rate as the user keeps it, and where it was read."""

    id: int
    rate: Rate
    source: str


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of a ledger, known by currency, earliest first."""

    home: str
    by_currency: Mapping[str, Sequence[Rate]] = field(default_factory=dict)

    def on(self, currency: str, as_at: date) -> Rate | None:
        """Return the latest rate of a currency at or before a day; None where there is none."""
        known = self.by_currency.get(currency, ())
        place = bisect_right(known, as_at, key=lambda rate: rate.day)
        return known[place - 1] if place else None


def rates_of(home: str, rates: Iterable[Rate]) -> Rates:
    """Put rates in order; of several for one day the last one given counts."""
    found: dict[str, dict[date, Rate]] = {}
    for rate in rates:
        found.setdefault(rate.currency, {})[rate.day] = rate
    ordered = {
        currency: tuple(days[day] for day in sorted(days)) for currency, days in found.items()
    }
    return Rates(home, ordered)


def in_home(money: Money, rates: Rates, as_at: date) -> tuple[Money, date] | None:
    """Return an amount in the home currency, rounded half-up once, and its rate's day.

    What is in the home currency already has ``as_at`` for its day. None: no rate is known.
    """
    if money.currency == rates.home:
        return money, as_at
    rate = rates.on(money.currency, as_at)
    if rate is None:
        return None
    exact = (money.decimal * rate.rate).scaleb(exponent(rates.home))
    return Money(int(exact.quantize(Decimal(1), ROUND_HALF_UP)), rates.home), rate.day


@dataclass(frozen=True, slots=True)
class Worth:
    """How much money counts for as at a day, in major units of the home currency.

    A currency without a rate counts at par: a rank that is roughly right beats none.
    """

    by_currency: Mapping[str, Decimal] = field(default_factory=dict)

    def of(self, money: Money) -> Decimal:
        """Return what an amount counts for."""
        return money.decimal * self.by_currency.get(money.currency, Decimal(1))

    def weight(self, currency: str) -> float:
        """Return what one unit of a currency counts for."""
        return float(self.by_currency.get(currency, 1))


AT_PAR = Worth()
"""Every currency counts as much as any other."""


def worth(rates: Rates, as_at: date) -> Worth:
    """Return what currencies count for as at a day."""
    found = {currency: rates.on(currency, as_at) for currency in rates.by_currency}
    return Worth({currency: rate.rate for currency, rate in found.items() if rate is not None})


@dataclass(frozen=True, slots=True)
class HomeTotal:
    """A sum over currencies in the home currency.

    ``oldest_rate`` is the earliest day of the rates it was made at, None when none was needed;
    ``without_rate`` are the currencies left out because no rate is known.
    """

    total: Money
    oldest_rate: date | None
    without_rate: tuple[str, ...] = ()


def home_total(amounts: Iterable[Money], rates: Rates, as_at: date) -> HomeTotal:
    """Add amounts in the home currency, each currency's sum rounded once."""
    total, days, missing = Money(0, rates.home), list[date](), set[str]()
    for amount in amounts:
        found = in_home(amount, rates, as_at)
        if found is None:
            missing.add(amount.currency)
            continue
        total += found[0]
        if amount.currency != rates.home:
            days.append(found[1])
    return HomeTotal(total, min(days, default=None), tuple(sorted(missing)))
