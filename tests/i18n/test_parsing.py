from contextlib import suppress
from datetime import date

import pytest
from babel import localedata
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.currencies import exponent
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.i18n import formats
from creditmate.i18n.day_parsing import EARLIEST, LATEST
from creditmate.i18n.parsing import Towards, parse_day, parse_money

NBSP, NNBSP = "\u00a0", "\u202f"
LOCALES = ("en_GB", "en_US", "de_DE", "fr_FR", "de_CH", "en_IN", "sv_SE", "pl_PL", "ar_EG", "he_IL")
FRIDAY = date(2026, 11, 20)


# ---------------------------------------------------------------- money
@pytest.mark.parametrize(
    ("locale", "text", "minor"),
    [
        ("en_GB", "1234.56", 123456),
        ("en_GB", "1,234.56", 123456),
        ("en_GB", "1,234,567.8", 123456780),
        ("en_GB", "  12 ", 1200),
        ("en_GB", "12.5", 1250),
        ("en_GB", ".5", 50),
        ("en_GB", "0012.50", 1250),
        ("en_GB", "£1,234.56", 123456),
        ("en_GB", "£ 12", 1200),
        ("en_GB", "12 GBP", 1200),
        ("en_GB", "gbp12", 1200),
        ("en_GB", f"1{NBSP}234.56", 123456),
        ("en_GB", "1'234.56", 123456),
        ("en_GB", "-12.50", -1250),
        ("en_GB", "−12.50", -1250),
        ("en_GB", "–12.50", -1250),
        ("en_GB", "-£12.50", -1250),
        ("en_GB", "£-12.50", -1250),
        ("en_GB", "12.50-", -1250),
        ("en_GB", "(12.50)", -1250),
        ("en_GB", "(£12.50)", -1250),
        ("en_GB", "+12.50", 1250),
        ("en_GB", "-0", 0),
        ("en_GB", "10,000,000,000,000.00", 10**15),
        ("en_US", "1,234.56", 123456),
        ("de_DE", "1.234,56", 123456),
        ("de_DE", "1.234", 123400),
        ("de_DE", "1234,5", 123450),
        ("de_DE", "1 234,56", 123456),
        ("fr_FR", "1 234,56", 123456),
        ("fr_FR", f"1{NBSP}234,56", 123456),
        ("fr_FR", f"1{NNBSP}234,56{NBSP}£GB", 123456),
        ("fr_FR", "1234,56 £", 123456),
        ("de_CH", "1’234.50", 123450),
        ("en_IN", "12,34,567.00", 123456700),
        ("en_IN", "1,234,567.00", 123456700),
        ("sv_SE", f"−1{NBSP}234,50", -123450),
        ("ar_EG", "١٬٢٣٤٫٥٠", 123450),
        ("ar_EG", "\u061c-1,234.50", -123450),
        ("fa_IR", "۱۲", 1200),
        ("en-GB", "12.50", 1250),
        ("xx_XX", "12.50", 1250),  # unknown locales are shown as en_GB, so read as en_GB
    ],
)
def test_pounds_as_people_type_them(locale: str, text: str, minor: int) -> None:
    assert parse_money(text, "GBP", locale) == Money(minor, "GBP")


@pytest.mark.parametrize(
    ("currency", "locale", "text", "minor"),
    [
        ("JPY", "en_GB", "1,234", 1234),
        ("JPY", "ja_JP", "¥1,234", 1234),
        ("JPY", "ja_JP", "￥1,234", 1234),
        ("KWD", "en_GB", "1.234", 1234),
        ("AUD", "en_GB", "A$5", 500),
        ("AUD", "en_GB", "$5", 500),
        ("USD", "fr_FR", "5 $US", 500),
        ("PLN", "pl_PL", "5,00 zł", 500),
        ("CHF", "de_CH", "CHF 5.00", 500),
    ],
)
def test_other_currencies(currency: str, locale: str, text: str, minor: int) -> None:
    assert parse_money(text, currency, locale) == Money(minor, currency)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        *[
            ("en_GB", text)
            for text in (
                *("", " ", ".", "5.", "£", "-", "()", "abc", "NaN", "Infinity", "1e5", "1_000"),
                *("0x10", "١٢", "１２", "²", "1,5", "1,50", "12,34", "1,2345", "1,,234", ",234"),
                *("1,23,456", "1.234.56", "1,234 567", "1 234,567", "12 34", "1.234,56", "1.005"),
                *("--5", "-5-", "-(5)", "(-5)", "(5", "5)", "£5£", "£5 GBP", "€5", "5 EUR", "$5"),
                *("5%", "=5", "5/2", "1\n2", "10,000,000,000,000.01", "9" * 70, " " * 70 + "5"),
            )
        ],
        ("de_DE", "12.50"),
        ("de_DE", "1,234.56"),
        ("de_DE", "1.23"),
        ("fr_FR", "12.50"),
        ("fr_FR", "1.234,56"),
        ("en_US", "1.234,56"),
        ("ar_EG", "۱۲"),  # the digits of another system
        ("de_DE", "١٢"),
        ("en_IN", "12,34,56"),
    ],
)
def test_what_is_no_amount_is_refused(locale: str, text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_money(text, "GBP", locale, field="credit limit")
    assert refused.value.problem is Problem.BAD_MONEY
    assert refused.value.facts["field"] == "credit limit"
    assert refused.value.facts["found"] == text[:60]
    assert refused.value.facts["expected"] == formats.money(Money(123456, "GBP"), locale)


def test_the_example_has_the_currencys_decimals() -> None:
    for currency, example in (("JPY", "1,234"), ("GBP", "1,234.56"), ("KWD", "1,234.560")):
        with pytest.raises(UserError) as refused:
            parse_money("?", currency, "en_GB")
        assert refused.value.facts["expected"] == example


def test_too_many_decimals_are_refused_not_rounded() -> None:
    for text, currency in (("1.0", "JPY"), ("1.000", "GBP"), ("1.0000", "KWD")):
        with pytest.raises(UserError):
            parse_money(text, currency, "en_GB")


def test_an_unknown_currency_is_a_bug() -> None:
    with pytest.raises(KeyError):
        parse_money("1", "XXX", "en_GB")


AMOUNTS = st.builds(
    Money, st.integers(-(10**15), 10**15), st.sampled_from(["GBP", "EUR", "JPY", "KWD", "USD"])
)


@given(AMOUNTS, st.sampled_from(LOCALES))
def test_what_we_write_is_read_back(amount: Money, locale: str) -> None:
    for symbol in (False, True):
        text = formats.money(amount, locale, symbol=symbol)
        assert parse_money(text, amount.currency, locale) == amount


@given(AMOUNTS, st.sampled_from(LOCALES))
def test_what_babel_writes_is_read_back(amount: Money, locale: str) -> None:
    pattern = "#,##0." + "0" * exponent(amount.currency)
    plain = format_decimal(amount.decimal, format=pattern.rstrip("."), locale=locale)
    assert parse_money(plain, amount.currency, locale) == amount
    shown = format_currency(amount.decimal, amount.currency, locale=locale)
    assert parse_money(shown, amount.currency, locale) == amount


@given(st.text(max_size=12), st.sampled_from(LOCALES))
def test_any_text_is_read_or_refused(text: str, locale: str) -> None:
    with suppress(UserError):
        assert abs(parse_money(text, "GBP", locale).minor) <= 10**15
    with suppress(UserError):
        assert EARLIEST <= parse_day(text, locale, FRIDAY) <= LATEST


# ---------------------------------------------------------------- days
@pytest.mark.parametrize(
    ("locale", "text", "future", "past"),
    [
        ("en_GB", "fri", "2026-11-27", "2026-11-13"),
        ("en_GB", "Fr", "2026-11-27", "2026-11-13"),
        ("en_GB", "FRIDAY", "2026-11-27", "2026-11-13"),
        ("en_GB", "thur", "2026-11-26", "2026-11-19"),
        ("en_GB", "sat", "2026-11-21", "2026-11-14"),
        ("en_GB", "20", "2026-11-20", "2026-11-20"),
        ("en_GB", "21", "2026-11-21", "2026-10-21"),
        ("en_GB", "19", "2026-12-19", "2026-11-19"),
        ("en_GB", "31", "2026-12-31", "2026-10-31"),
        ("en_GB", "30/6", "2027-06-30", "2026-06-30"),
        ("en_GB", "20/11", "2026-11-20", "2026-11-20"),
        ("en_GB", "21/11", "2026-11-21", "2025-11-21"),
        ("en_GB", "29/2", "2028-02-29", "2024-02-29"),
        ("en_GB", "30 jun", "2027-06-30", "2026-06-30"),
        ("en_GB", "9 sep", "2027-09-09", "2026-09-09"),
        ("en_US", "6/30", "2027-06-30", "2026-06-30"),
        ("en_US", "Jun 30", "2027-06-30", "2026-06-30"),
        ("de_DE", "30.6.", "2027-06-30", "2026-06-30"),
        ("de_DE", "Fr.", "2026-11-27", "2026-11-13"),
        ("de_DE", "mittw", "2026-11-25", "2026-11-18"),
        ("fr_FR", "ven", "2026-11-27", "2026-11-13"),
        ("fr_FR", "mar.", "2026-11-24", "2026-11-17"),
        ("fr_FR", f"30{NBSP}juin", "2027-06-30", "2026-06-30"),
        ("sv_SE", "30/6", "2027-06-30", "2026-06-30"),
        ("ar_EG", "٣٠/٦", "2027-06-30", "2026-06-30"),
        ("pl_PL", "30 czerwca", "2027-06-30", "2026-06-30"),
    ],
)
def test_days_left_open(locale: str, text: str, future: str, past: str) -> None:
    assert parse_day(text, locale, FRIDAY).isoformat() == future
    assert parse_day(text, locale, FRIDAY, towards=Towards.PAST).isoformat() == past


@pytest.mark.parametrize(
    ("locale", "text", "day"),
    [
        ("en_GB", "today", "2026-11-20"),
        ("en_GB", "Tomorrow", "2026-11-21"),
        ("en_GB", "yesterday", "2026-11-19"),
        ("de_DE", "heute", "2026-11-20"),
        ("de_DE", "morgen", "2026-11-21"),
        ("de_DE", "today", "2026-11-20"),
        ("fr_FR", "aujourd’hui", "2026-11-20"),
        ("fr_FR", "aujourd'hui", "2026-11-20"),
        ("fr_FR", "demain", "2026-11-21"),
        ("sv_SE", "i morgon", "2026-11-21"),
        ("ja_JP", "today", "2026-11-20"),
        ("en_GB", "+7", "2026-11-27"),
        ("en_GB", "+0", "2026-11-20"),
        ("en_GB", "-3", "2026-11-17"),
        ("en_GB", "−3", "2026-11-17"),
        ("ar_EG", "+٧", "2026-11-27"),
        ("en_GB", "2026-06-30", "2026-06-30"),
        ("en_US", "2026-06-30", "2026-06-30"),
        ("de_DE", "2026/6/3", "2026-06-03"),
        ("hu_HU", "2026. 06. 30.", "2026-06-30"),
        ("en_GB", "30/6/2026", "2026-06-30"),
        ("en_GB", "30.06.26", "2026-06-30"),
        ("en_GB", "30-6-26", "2026-06-30"),
        ("en_GB", "30 6 26", "2026-06-30"),
        ("en_GB", "3/6/2026", "2026-06-03"),
        ("en_US", "3/6/2026", "2026-03-06"),
        ("en_GB", "1/2/99", "1999-02-01"),
        ("en_GB", "1/2/46", "2046-02-01"),
        ("en_GB", "1/2/47", "1947-02-01"),
        ("en_GB", "1/2/00", "2000-02-01"),
        ("en_GB", "29/2/28", "2028-02-29"),
        ("sv_SE", "26-06-30", "2026-06-30"),
        ("sv_SE", "30/6/2026", "2026-06-30"),
        ("en_GB", "1 Feb 2026", "2026-02-01"),
        ("en_GB", "1-feb-26", "2026-02-01"),
        ("en_US", "Feb 1, 2026", "2026-02-01"),
        ("en_US", "february 1 2026", "2026-02-01"),
        ("en_GB", "2026 Feb 1", "2026-02-01"),
        ("de_DE", "1. März 2026", "2026-03-01"),
        ("de_DE", "24. Dez. 26", "2026-12-24"),
        ("fr_FR", "16 déc. 2026", "2026-12-16"),
        ("fr_FR", f"16{NBSP}décembre{NBSP}2026", "2026-12-16"),
    ],
)
def test_days_that_are_plain(locale: str, text: str, day: str) -> None:
    for towards in Towards:
        assert parse_day(text, locale, FRIDAY, towards=towards).isoformat() == day


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        *[
            ("en_GB", text)
            for text in (
                *("", " ", "?", "f", "t", "s", "xyz", "mond ay", "0", "32", "99", "123", "1e5"),
                *("31/4", "30/2", "30/2/2026", "29/2/2026", "29/2/27", "13/13", "6/30", "0/1"),
                *("1/0", "1/2/3", "1/2/345", "1/2/12345", "1/2-26", "1//2", "1/2/", "/1/2", "٣"),
                *("2026-13-01", "2026-02-30", "2026-02", "20260630", "26-6-30-1", "1899-12-31"),
                *("2200-01-01", "+", "+7d", "++7", "+12345", "1 Foo 2026", "Feb 2026"),
                *("Feb", "1 ju 2026", "1 ma 2026", "1 2 Feb 2026", "2026 2026 Feb", "32 Feb"),
                *("1 Feb Mar", "0000-01-01", "x" * 50, " " * 50 + "20", "heute", "30,6"),
            )
        ],
        ("en_US", "13/02/2026"),
        ("en_US", "30/6"),
        ("de_DE", "6/30/2026"),
        ("fr_FR", "fri"),
        ("fr_FR", "ma2"),
        ("ar_EG", "۲۰"),
    ],
)
def test_what_is_no_day_is_refused(locale: str, text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_day(text, locale, FRIDAY, field="due day")
    assert refused.value.problem is Problem.BAD_DATE
    assert refused.value.facts == {
        "field": "due day",
        "found": text[:40],
        "expected": formats.day_short(FRIDAY, locale),
    }


def test_days_beyond_the_calendar_are_refused() -> None:
    for text in ("+9999", "31/12/2199"):
        assert parse_day(text, "en_GB", FRIDAY)
    with pytest.raises(UserError):
        parse_day("+9999", "en_GB", date(9999, 12, 1))
    with pytest.raises(UserError):
        parse_day("-9999", "en_GB", date(1910, 1, 1))


@given(st.dates(EARLIEST, LATEST), st.sampled_from(LOCALES), st.dates(EARLIEST, LATEST))
def test_the_days_we_write_are_read_back(day: date, locale: str, today: date) -> None:
    assert parse_day(day.isoformat(), locale, today) == day
    assert parse_day(formats.day_short(day, locale), locale, today) == day
    assert parse_day(format_date(day, "medium", locale=locale), locale, today) == day


@given(st.dates(date(2026, 1, 1), date(2045, 12, 31)), st.sampled_from(LOCALES))
def test_short_days_of_the_locale_are_read_back(day: date, locale: str) -> None:
    assert parse_day(format_date(day, "short", locale=locale), locale, date(2026, 1, 1)) == day


@given(st.sampled_from(LOCALES), st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 31))
def test_a_day_of_the_month_is_the_nearest_there_is(locale: str, today: date, day: int) -> None:
    after = parse_day(str(day), locale, today)
    before = parse_day(str(day), locale, today, towards=Towards.PAST)
    assert before.day == after.day == day
    assert before <= today <= after
    assert (after - today).days <= 61
    assert (today - before).days <= 61


@given(st.sampled_from(LOCALES), st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_the_week(locale: str, today: date, weekday: int) -> None:
    word = format_date(date(2024, 1, 1 + weekday), "EEEE", locale=locale)
    after = parse_day(word, locale, today)
    before = parse_day(word, locale, today, towards=Towards.PAST)
    assert after.weekday() == before.weekday() == weekday
    assert 1 <= (after - today).days <= 7
    assert 1 <= (today - before).days <= 7


def test_every_language_has_its_orders_and_marks() -> None:
    for language in sorted(localedata.locale_identifiers())[::3]:
        if "_" not in language:
            assert parse_day("5/5", language, FRIDAY) == date(2027, 5, 5)
            assert parse_money("1", "EUR", language) == Money(100, "EUR")
