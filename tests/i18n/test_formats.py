"""Amounts and dates as the locales write them."""

from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.currencies import CODES, exponent
from creditmate.domain.money import LIMIT, Money
from creditmate.i18n import formats

LOCALES = ("en_GB", "en_US", "en_IN", "de_DE", "de_CH", "fr_FR", "pl_PL", "sv_SE", "ja_JP", "fi_FI")
DAY = date(2026, 9, 9)


@given(st.integers(-LIMIT, LIMIT), st.sampled_from(sorted(CODES)), st.sampled_from(LOCALES))
def test_figures_equal_babels_and_lose_nothing(minor: int, currency: str, locale: str) -> None:
    digits = exponent(currency)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    if locale == "en_IN":
        pattern = pattern.replace("#,##0", "#,##,##0")
    expected = format_decimal(Decimal(abs(minor)).scaleb(-digits), pattern, locale=locale)
    text = formats.money(Money(minor, currency), locale)
    assert text.removeprefix(formats.MINUS) == expected.replace(" ", formats.NBSP)
    assert text.startswith(formats.MINUS) == (minor < 0)


@pytest.mark.parametrize(
    ("locale", "minor", "currency", "expected"),
    [
        ("en_GB", 643510, "GBP", "£6,435.10"),
        ("en_GB", -30000, "GBP", "−£300.00"),
        ("de_DE", -123456789, "EUR", "−1.234.567,89\u00a0€"),
        ("fr_FR", 123456789, "EUR", "1\u202f234\u202f567,89\u00a0€"),
        ("en_GB", 1234567, "JPY", "JP¥1,234,567"),
        ("en_GB", 1234567, "KWD", "KWD\u00a01,234.567"),
        ("no such place", 5, "GBP", "£0.05"),
    ],
)
def test_a_total_carries_its_symbol(locale: str, minor: int, currency: str, expected: str) -> None:
    assert formats.money(Money(minor, currency), locale, symbol=True) == expected


@pytest.mark.parametrize(
    ("locale", "long", "short"),
    [
        ("en_GB", "9 September 2026", "9 Sep 2026"),
        ("en_US", "September 9, 2026", "Sep 9, 2026"),
        ("de_DE", "9. September 2026", "09.09.2026"),
        ("fr_FR", "9 septembre 2026", "9 sept. 2026"),
        ("ja_JP", "2026年9月9日", "2026/09/09"),
    ],
)
def test_days_are_the_locales_and_never_break(locale: str, long: str, short: str) -> None:
    assert formats.day_long(DAY, locale) == long.replace(" ", formats.NBSP)
    assert formats.day_short(DAY, locale) == short.replace(" ", formats.NBSP)


def test_no_british_month_has_four_letters() -> None:
    months = {formats.day_short(date(2026, month, 1), "en_GB")[2:5] for month in range(1, 13)}
    widths = {len(formats.day_short(date(2026, month, 1), "en_GB")) for month in range(1, 13)}
    assert len(months) == 12
    assert widths == {len("1 Sep 2026")}


def test_a_day_to_act_on_carries_its_weekday() -> None:
    day = date(2026, 12, 16)
    assert formats.day_with_weekday(day, "en_GB") == "Wednesday 16 December 2026".replace(
        " ", formats.NBSP
    )


def test_the_year_is_left_out_only_where_it_goes_without_saying() -> None:
    as_at = date(2026, 11, 23)
    assert formats.day_in_year(date(2026, 12, 2), "en_GB", as_at) == "2\u00a0December"
    assert formats.day_in_year(date(2027, 1, 2), "en_GB", as_at) == "2\u00a0January\u00a02027"
    assert formats.day_in_note(date(2026, 9, 14), "en_GB", as_at) == "14\u00a0Sep"
    assert formats.day_in_note(date(2027, 1, 18), "en_GB", as_at) == "18\u00a0Jan\u00a02027"


def test_currencies_are_named_as_people_say_them() -> None:
    assert formats.currency_name("GBP", "en_GB") == "pounds"
    assert formats.currency_name("EUR", "en_GB") == "euros"
    assert formats.currency_name("USD", "fr_FR") == "dollars des États-Unis"


def test_whole_numbers_are_grouped() -> None:
    assert formats.number(1234567, "de_DE") == "1.234.567"
    assert formats.number(-1234, "en_GB") == "−1,234"


@pytest.mark.parametrize(
    ("locale", "expected"), [("en_GB", "115%"), ("de_DE", "115\u00a0%"), ("fr_FR", "115\u00a0%")]
)
def test_hundredths_are_written_as_the_locale_does(locale: str, expected: str) -> None:
    assert formats.percent(115, locale) == expected
