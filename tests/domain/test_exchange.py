"""Amounts in the home currency."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.exchange import AT_PAR, Rate, Rates, home_total, in_home, rates_of, worth
from creditmate.domain.money import Money

JUNE, JULY, AUGUST = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)


def rate(currency: str, day: date, text: str) -> Rate:
    return Rate(currency, day, Decimal(text))


RATES = rates_of(
    "GBP",
    [
        rate("EUR", JULY, "0.86"),
        rate("EUR", JUNE, "0.84"),
        rate("JPY", JULY, "0.0052"),
        rate("KWD", JULY, "2.4"),
    ],
)


def test_the_latest_rate_at_or_before_the_day_counts() -> None:
    days = (date(2026, 5, 31), JUNE, date(2026, 6, 30), JULY, AUGUST)
    found = [RATES.on("EUR", day) for day in days]
    assert [each and str(each.rate) for each in found] == [None, "0.84", "0.84", "0.86", "0.86"]
    assert RATES.on("USD", AUGUST) is None


def test_minor_units_of_both_currencies_are_minded() -> None:
    assert in_home(Money(10_000, "EUR"), RATES, AUGUST) == (Money(8600, "GBP"), JULY)
    assert in_home(Money(10_000, "JPY"), RATES, AUGUST) == (Money(5200, "GBP"), JULY)
    assert in_home(Money(1_000, "KWD"), RATES, AUGUST) == (Money(240, "GBP"), JULY)
    yen = rates_of("JPY", [rate("GBP", JULY, "192.31")])
    assert in_home(Money(100, "GBP"), yen, AUGUST) == (Money(192, "JPY"), JULY)


def test_a_half_is_rounded_up_away_from_nothing() -> None:
    halves = rates_of("GBP", [rate("EUR", JULY, "0.5")])
    assert in_home(Money(1, "EUR"), halves, JULY) == (Money(1, "GBP"), JULY)
    assert in_home(Money(-1, "EUR"), halves, JULY) == (Money(-1, "GBP"), JULY)


def test_the_home_currency_needs_no_rate() -> None:
    assert in_home(Money(5, "GBP"), Rates("GBP"), JUNE) == (Money(5, "GBP"), JUNE)
    assert in_home(Money(5, "EUR"), Rates("GBP"), JUNE) is None


def test_of_two_for_one_day_the_last_given_counts() -> None:
    twice = rates_of("GBP", [rate("EUR", JULY, "0.1"), rate("EUR", JULY, "0.9")])
    assert in_home(Money(100, "EUR"), twice, JULY) == (Money(90, "GBP"), JULY)


@pytest.mark.parametrize("text", ["0", "-1", "NaN", "Infinity"])
def test_a_rate_is_above_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="a rate of"):
        rate("EUR", JULY, text)


def test_a_total_names_its_oldest_rate_and_what_it_lacks() -> None:
    mixed = rates_of("GBP", [rate("EUR", JULY, "0.86"), rate("USD", JUNE, "0.75")])
    amounts = [Money(100, "GBP"), Money(100, "EUR"), Money(100, "USD"), Money(7, "SEK")]
    found = home_total(amounts, mixed, AUGUST)
    assert (found.total, found.oldest_rate, found.without_rate) == (
        Money(261, "GBP"), JUNE, ("SEK",),
    )  # fmt: skip
    assert home_total([Money(5, "GBP")], mixed, AUGUST).oldest_rate is None


def test_what_has_no_rate_counts_at_par() -> None:
    counted = worth(RATES, AUGUST)
    assert counted.of(Money(100, "EUR")) == Decimal("0.86")
    assert counted.of(Money(100, "USD")) == 1
    assert worth(RATES, date(2026, 6, 30)).of(Money(100, "JPY")) == 100
    assert (counted.weight("KWD"), counted.weight("GBP"), AT_PAR.weight("KWD")) == (2.4, 1.0, 1.0)


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**8), st.integers(0, 6))
def test_no_more_is_lost_than_half_a_penny(minor: int, digits: int, places: int) -> None:
    one = Decimal(digits).scaleb(-places)
    found = in_home(Money(minor, "EUR"), rates_of("GBP", [Rate("EUR", JULY, one)]), JULY)
    assert found is not None
    assert abs(found[0].minor - minor * one) <= Decimal("0.5")
