"""The laws as data, and the reference rates of each half-year."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.interest_rules import SCHEMES, scheme_for
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import (
    SHIPPED,
    MissingRate,
    ReferenceRate,
    ReferenceRates,
    Series,
    half_year,
    is_half,
    next_half,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("debt", "sum_"),
    [(1, 40_00), (999_99, 40_00), (1_000_00, 70_00), (9_999_99, 70_00), (10_000_00, 100_00)],
)
def test_the_exact_borders_of_the_fixed_sums(debt: int, sum_: int) -> None:
    law = scheme_for("GB", TODAY)
    assert law is not None
    assert law.fixed.of(Money(debt, "GBP")) == Money(sum_, "GBP")
    assert law.fixed.of(Money(debt, "EUR")) is None


@pytest.mark.parametrize(
    ("country", "code", "margin"),
    [("GB", "uk", 8), ("IE", "eu", 8), ("DE", "de", 9), ("FR", "fr", 10)],
)
def test_each_country_has_its_law(country: str, code: str, margin: int) -> None:
    law = scheme_for(country, TODAY)
    assert law is not None
    assert (law.code, law.margin) == (code, Decimal(margin))
    if code != "uk":
        assert law.fixed.of(Money(5, "EUR")) == Money(40_00, "EUR")


@pytest.mark.parametrize("country", ["NZ", "AU", "US", "SE", "CH", ""])
def test_elsewhere_there_is_none(country: str) -> None:
    assert scheme_for(country, TODAY) is None


def test_a_law_reaches_no_invoice_from_before_it() -> None:
    assert scheme_for("GB", date(2013, 3, 15)) is None
    assert scheme_for("GB", date(2013, 3, 16)) is not None


def test_every_law_names_its_source_and_no_country_has_two_at_a_time() -> None:
    seen = [(country, law.from_day) for law in SCHEMES for country in law.countries]
    assert len(seen) == len(set(seen))
    assert all(law.source for law in SCHEMES)


# ---------------------------------------------------------------- reference rates
@pytest.mark.parametrize(
    ("half", "percent"),
    [
        (date(2019, 1, 1), "0.75"), (date(2020, 1, 1), "0.75"), (date(2020, 7, 1), "0.10"),
        (date(2021, 7, 1), "0.10"), (date(2022, 1, 1), "0.25"), (date(2022, 7, 1), "1.25"),
        (date(2023, 1, 1), "3.50"), (date(2023, 7, 1), "5.00"), (date(2024, 1, 1), "5.25"),
        (date(2024, 7, 1), "5.25"), (date(2025, 1, 1), "4.75"), (date(2025, 7, 1), "4.25"),
        (date(2026, 1, 1), "3.75"), (date(2026, 7, 1), "3.75"),
    ],
)  # fmt: skip
def test_the_table_of_bank_rate(half: date, percent: str) -> None:
    found = ReferenceRates().on(Series.BANK_OF_ENGLAND, half)
    assert isinstance(found, ReferenceRate)
    assert found.percent == Decimal(percent)


def test_derived_rates_are_to_be_verified_and_all_have_a_source() -> None:
    derived = {rate.from_day for rate in SHIPPED if rate.source.startswith("derived")}
    assert derived == {date(2024, 7, 1), date(2026, 7, 1)}
    assert not [rate for rate in SHIPPED if rate.source.startswith("derived") and rate.checked]
    assert all(rate.source and is_half(rate.from_day) for rate in SHIPPED)


@pytest.mark.parametrize(
    ("series", "half", "decides"),
    [
        (Series.BANK_OF_ENGLAND, date(2027, 1, 1), date(2026, 12, 31)),
        (Series.BANK_OF_ENGLAND, date(2027, 7, 1), date(2027, 6, 30)),
        (Series.ECB, date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_a_missing_rate_says_on_which_day_it_is_to_be_read(
    series: Series, half: date, decides: date
) -> None:
    found = ReferenceRates().on(series, half)
    assert found == MissingRate(series, half)
    assert isinstance(found, MissingRate)
    assert found.reference_day == decides


def test_the_ledgers_own_rate_counts_before_the_programs() -> None:
    half = date(2026, 1, 1)
    own = [
        ReferenceRate(Series.ECB, half, Decimal(percent), "ECB", checked=True, id=id_)
        for id_, percent in ((1, "9"), (2, "2.15"))
    ]
    rates = ReferenceRates(own)
    assert rates.on(Series.ECB, date(2026, 6, 30)) == own[1]
    assert [rate.from_day for rate in rates.table(Series.ECB)] == [
        date(2026, 7, 1), half, date(2024, 7, 1),
    ]  # fmt: skip


def test_halves_follow_one_another() -> None:
    assert half_year(date(2026, 6, 30)) == date(2026, 1, 1)
    assert half_year(date(2026, 7, 1)) == date(2026, 7, 1)
    assert next_half(date(2026, 1, 1)) == date(2026, 7, 1)
    assert next_half(date(2026, 7, 1)) == date(2027, 1, 1)
    assert not is_half(date(2026, 7, 2))
