"""The reference rates of interest: those that the program brings, and the ledger's own."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from creditmate.db.business import business
from creditmate.db.gateway import Gateway
from creditmate.db.reference_rates import add_rate, own_rates, take_back_rates
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.interest_rules import Scheme, scheme_for
from creditmate.domain.ports import Clock
from creditmate.domain.reference_rates import (
    MissingRate,
    ReferenceRate,
    ReferenceRates,
    Series,
    half_year,
    is_half,
)
from creditmate.domain.refusals import Why, refused

_LOWEST, _HIGHEST = Decimal(-5), Decimal(60)
"""Percent a year that a central bank's rate may have: more is a slip of the finger."""
_LONGEST = 20  # characters of a rate, the decimal point among them
_LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True)
class RatesFacts:
    """The law of our country and its rates, the latest half-year first.

    ``law`` and ``series`` are None where no law is known; ``missing`` is the rate of this
    half-year, where it has to be entered.
    """

    law: Scheme | None
    series: Series | None
    rates: tuple[ReferenceRate, ...]
    missing: MissingRate | None
    today: date


class ReferenceRateTable:
    """Shows and keeps the rates."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def facts(self, series: Series | None = None) -> RatesFacts:
        """Return the rates of a series; of the law of our country if none is named."""
        today = self._clock.today
        law = scheme_for(business().country, today)
        shown = series or (None if law is None else law.series)
        if shown is None:
            return RatesFacts(law, None, (), None, today)
        rates = ReferenceRates(own_rates())
        now = rates.on(shown, today)
        missing = now if isinstance(now, MissingRate) else None
        return RatesFacts(law, shown, tuple(rates.table(shown)), missing, today)

    def own(self) -> list[ReferenceRate]:
        """Return the ledger's own rates."""
        return own_rates()

    def enter(
        self,
        series: Series,
        from_day: date,
        percent: Decimal,
        source: str = "",
        *,
        checked: bool = False,
    ) -> Saved:
        """Enter the rate of a half-year; one entered before for the same never was.

        Args:
            series: Whose rate.
            from_day: The first day of the half-year.
            percent: A year; it may be below zero.
            source: Where it was read.
            checked: Whether it was compared with the bank's own table.

        Raises:
            UserError: ``FIELD_REFUSED``.
        """
        self._check(from_day, percent, source)
        same = [row.id for row in own_rates() if (row.series, row.from_day) == (series, from_day)]
        with self._gateway.write("enter-reference-rate") as writing:
            take_back_rates(writing, [id_ for id_ in same if id_ is not None])
            rate = ReferenceRate(series, from_day, percent, source.strip(), checked)
            made = add_rate(writing, rate)
        return Saved(made, Touched.SETTINGS | Touched.INVOICES)

    def remove(self, id_: int) -> Touched:
        """Take a rate of the ledger's own back; where the program brings one, that counts again.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: it was taken back elsewhere.
        """
        if id_ not in {row.id for row in own_rates()}:
            raise UserError(Problem.CHANGED_MEANWHILE, entity="reference_rate", id=id_)
        with self._gateway.write("remove-reference-rate") as writing:
            take_back_rates(writing, [id_])
        return Touched.SETTINGS | Touched.INVOICES

    def _check(self, from_day: date, percent: Decimal, source: str) -> None:
        if not is_half(from_day):
            raise refused("reference.from_day", Why.HALF_YEAR, found=from_day)
        if from_day > half_year(self._clock.today):
            raise refused("reference.from_day", Why.DAY_AHEAD, day=from_day)
        if not percent.is_finite() or len(f"{percent:f}") > _LONGEST:
            raise refused("reference.percent", Why.RATE, found=str(percent))
        if not _LOWEST <= percent <= _HIGHEST:
            raise refused("reference.percent", Why.RATE, found=f"{percent:f}")
        if len(source.strip()) > _LONGEST_SOURCE:
            raise refused("reference.source", Why.TOO_LONG, most=_LONGEST_SOURCE)
