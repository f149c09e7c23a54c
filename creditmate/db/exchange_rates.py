"""The exchange rates that the user keeps."""

from datetime import date
from decimal import Decimal

from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import ExchangeRate
from creditmate.db.prepared import Argument, Query, prepared
from creditmate.domain.exchange import ExchangeRateRow, Rate, Rates, rates_of


def kept_rates(home: str) -> Rates:
    """Return the rates into a home currency that were not taken back."""
    return rates_of(home, (_rate(*row) for row in _kept(home)))


@prepared
def _kept(home: Argument) -> Query:
    return (
        ExchangeRate.select(ExchangeRate.currency, ExchangeRate.day, ExchangeRate.rate)
        .where((ExchangeRate.home_currency == home) & ExchangeRate.void_action_id.is_null())
        .order_by(ExchangeRate.id)
    )


def _rate(currency: str, day: str, rate: str) -> Rate:
    return Rate(currency, date.fromisoformat(day), Decimal(rate))


def kept_rate_rows(home: str) -> list[ExchangeRateRow]:
    """Return the same with their ids and sources, by currency, the latest day first."""
    query = (
        ExchangeRate.select(
            ExchangeRate.id, ExchangeRate.currency, ExchangeRate.day, ExchangeRate.rate,
            ExchangeRate.source,
        )
        .where((ExchangeRate.home_currency == home) & ExchangeRate.void_action_id.is_null())
        .order_by(ExchangeRate.currency, ExchangeRate.day.desc(), ExchangeRate.id.desc())
    )  # fmt: skip
    return [
        ExchangeRateRow(id_, _rate(currency, day, rate), source)
        for id_, currency, day, rate, source in database.execute(query)
    ]


def rate_ids(currency: str, home: str, day: date) -> list[int]:
    """Return the ids of the rates of a currency for exactly a day."""
    query = ExchangeRate.select(ExchangeRate.id).where(
        (ExchangeRate.currency == currency)
        & (ExchangeRate.home_currency == home)
        & (ExchangeRate.day == day)
        & ExchangeRate.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query)]


def add_rate(writing: Writing, home: str, rate: Rate, source: str) -> int:
    """Add a rate and return its id."""
    return writing.add(
        ExchangeRate,
        currency=rate.currency,
        home_currency=home,
        day=rate.day,
        rate=f"{rate.rate:f}",
        source=source,
    )


def take_back_rates(writing: Writing, ids: list[int]) -> None:
    """Take rates back: they never were.

    Raises:
        ValueError: One is unknown or was taken back before.
    """
    writing.void(ExchangeRate, ids)
