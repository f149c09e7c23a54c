"""Dated taxes and what is proposed for a country."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.domain.taxes import CHARGED, TaxKind, TaxRate, fits, tax_on, taxes_on
from creditmate.domain.usual_taxes import usual_taxes

COUNTRIES = ("GB", "IE", "DE", "FR", "NL", "AU", "NZ", "US", "JP")


@pytest.mark.parametrize(
    ("country", "day", "percent"),
    [
        ("GB", date(2011, 1, 3), None),
        ("GB", date(2011, 1, 4), "20"),
        ("GB", date(2026, 11, 23), "20"),
        ("IE", date(2020, 8, 31), "23"),
        ("IE", date(2020, 9, 1), "21"),
        ("IE", date(2021, 2, 28), "21"),
        ("IE", date(2021, 3, 1), "23"),
        ("DE", date(2020, 6, 30), "19"),
        ("DE", date(2020, 12, 31), "16"),
        ("DE", date(2021, 1, 1), "19"),
        ("FR", date(2014, 1, 1), "20"),
        ("NL", date(2026, 1, 1), "21"),
        ("AU", date(2026, 1, 1), "10"),
        ("NZ", date(2026, 1, 1), "15"),
        ("US", date(2026, 1, 1), None),
    ],
)
def test_the_standard_rate_of_the_day_of_supply(
    country: str, day: date, percent: str | None
) -> None:
    found = tax_on(usual_taxes(country), "S", day)
    assert (found and str(found.rate)) == percent


def test_reduced_rates_that_changed() -> None:
    dutch = usual_taxes("NL")
    assert [str(rate.rate) for day in ("2018-12-31", "2019-01-01")
            if (rate := tax_on(dutch, "R", date.fromisoformat(day)))] == ["6", "9"]  # fmt: skip


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_is_proposed_is_sound(country: str) -> None:
    rates = usual_taxes(country)
    assert len({(rate.code, rate.from_day) for rate in rates}) == len(rates)
    kinds: dict[str, set[TaxKind]] = {}
    for rate in rates:
        kinds.setdefault(rate.code, set()).add(rate.kind)
    assert all(len(found) == 1 for found in kinds.values())
    assert any(rate.kind is TaxKind.OUTSIDE for rate in rates)
    assert all(rate.source for rate in rates if rate.kind in CHARGED)


def test_the_codes_of_a_day_come_in_the_order_of_use() -> None:
    found = taxes_on(usual_taxes("GB"), date(2026, 11, 23))
    assert [rate.code for rate in found] == ["S", "R", "Z", "E", "RC", "O"]
    assert taxes_on(usual_taxes("GB"), date(2000, 1, 1)) == []
    french = taxes_on(usual_taxes("FR"), date(2026, 11, 23))
    assert [str(rate.rate) for rate in french][:3] == ["20", "10", "5.5"]


@pytest.mark.parametrize(
    ("kind", "percent", "possible"),
    [
        (TaxKind.STANDARD, "20", True),
        (TaxKind.STANDARD, "0", False),
        (TaxKind.REDUCED, "0.0001", True),
        (TaxKind.REDUCED, "0.00001", False),
        (TaxKind.STANDARD, "100", True),
        (TaxKind.STANDARD, "100.01", False),
        (TaxKind.ZERO, "0", True),
        (TaxKind.ZERO, "5", False),
        (TaxKind.EXEMPT, "0", True),
        (TaxKind.OUTSIDE, "1", False),
        (TaxKind.REVERSE_CHARGE, "0", True),
        (TaxKind.REVERSE_CHARGE, "20", True),
        (TaxKind.REVERSE_CHARGE, "-1", False),
        (TaxKind.STANDARD, "NaN", False),
    ],
)
def test_which_rates_fit_which_kind(kind: TaxKind, percent: str, possible: bool) -> None:
    assert fits(kind, Decimal(percent)) is possible


def test_a_tax_has_a_code_and_a_name() -> None:
    with pytest.raises(ValueError, match="without"):
        TaxRate("", "VAT", TaxKind.ZERO, date(2026, 1, 1), Decimal(0))
    with pytest.raises(ValueError, match="without"):
        TaxRate("S", " ", TaxKind.ZERO, date(2026, 1, 1), Decimal(0))
    with pytest.raises(ValueError, match="fit"):
        TaxRate("S", "VAT", TaxKind.ZERO, date(2026, 1, 1), Decimal(5))
