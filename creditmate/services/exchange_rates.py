"""Exchange rates into the home currency, entered by hand for a day."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from creditmate.db.business import home_currency
from creditmate.db.exchange_rates import add_rate, kept_rate_rows, rate_ids, take_back_rates
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Saved, Touched
from creditmate.domain.currencies import CODES
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.exchange import ExchangeRateRow, HomeTotal, Rate, home_total
from creditmate.domain.money import Money
from creditmate.domain.ports import Clock
from creditmate.domain.refusals import Why, refused
from creditmate.services.settings import current_rates

_LONGEST = 20
"""Characters of a rate, the decimal point among them."""


class ExchangeRates:
    """The table of rates. One unit of a currency is so much of the home currency."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def table(self) -> list[ExchangeRateRow]:
        """Return every rate, by currency, the latest day first."""
        return kept_rate_rows(home_currency())

    def on(self, currency: str, as_at: date) -> Rate | None:
        """Return the rate that counts on a day: the latest at or before it."""
        return current_rates().on(currency, as_at)

    def total(self, amounts: Iterable[Money], as_at: date) -> HomeTotal:
        """Return a sum in the home currency with the day of the oldest rate in it."""
        return home_total(amounts, current_rates(), as_at)

    def enter(self, currency: str, day: date, rate: Decimal, source: str = "") -> Saved:
        """Enter the rate of a day; one entered before for the same day never was.

        Args:
            currency: Of the one unit.
            day: From which the rate counts, until the next one.
            rate: What one unit is in the home currency.
            source: Where it was read.

        Raises:
            UserError: ``FIELD_REFUSED``.
        """
        home = home_currency()
        self._check(currency, day, rate, home)
        with self._gateway.write("enter-exchange-rate") as writing:
            take_back_rates(writing, rate_ids(currency, home, day))
            made = add_rate(writing, home, Rate(currency, day, rate), source.strip())
        return Saved(made, Touched.SETTINGS)

    def remove(self, id_: int) -> Touched:
        """Take a rate back that should not be there.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: it was taken back elsewhere.
        """
        if id_ not in {row.id for row in kept_rate_rows(home_currency())}:
            raise UserError(Problem.CHANGED_MEANWHILE, entity="exchange_rate", id=id_)
        with self._gateway.write("remove-exchange-rate") as writing:
            take_back_rates(writing, [id_])
        return Touched.SETTINGS

    def _check(self, currency: str, day: date, rate: Decimal, home: str) -> None:
        if currency not in CODES:
            raise refused("rate.currency", Why.NOT_POSSIBLE, found=currency)
        if currency == home:
            raise refused("rate.currency", Why.HOME_CURRENCY, found=currency)
        if day > self._clock.today:
            raise refused("rate.day", Why.DAY_AHEAD, day=day)
        if not rate.is_finite() or rate <= 0 or len(f"{rate:f}") > _LONGEST:
            raise refused("rate.rate", Why.RATE, found=str(rate))
