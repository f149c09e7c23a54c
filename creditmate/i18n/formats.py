"""Amounts, numbers and dates as a locale writes them (CLDR by Babel).

Every blank inside a date or an amount is a non-breaking one, and the minus is the true one
(U+2212). Patterns are read from Babel once per locale; the digits are then set by hand, because
``format_decimal`` costs more than drawing the figure.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_datetime_format
from babel.numbers import format_percent, get_currency_name, get_currency_symbol

from creditmate.domain.currencies import exponent
from creditmate.domain.money import Money
from creditmate.i18n.locales import known_locale

NBSP = "\u00a0"
MINUS = "\u2212"
_EVERYDAY_NAMES = {("en", "GBP"): "pounds"}
"""Where people say less than CLDR does (``British pounds``)."""


class _Figures(NamedTuple):
    """How a locale writes figures; the affixes are for amounts with a symbol."""

    decimal: str
    group: str
    first: int
    rest: int
    positive: tuple[str, str]
    negative: tuple[str, str]


def _unbroken(text: str) -> str:
    return text.replace(" ", NBSP)


@lru_cache(maxsize=64)
def _figures(code: str) -> _Figures:
    locale = known_locale(code)
    symbols = locale.number_symbols["latn"]
    pattern = locale.currency_formats["standard"]
    first, rest = pattern.grouping
    plus, minus = (
        (pattern.prefix[sign], pattern.suffix[sign].replace("-", MINUS)) for sign in (0, 1)
    )
    return _Figures(
        decimal=symbols["decimal"],
        group=_unbroken(symbols["group"]),
        first=first,
        rest=rest,
        positive=plus,
        negative=(minus[0].replace("-", MINUS), minus[1]),
    )


@lru_cache(maxsize=256)
def _affixes(currency: str, locale: str, negative: bool) -> tuple[str, str]:
    """What stands before and after the figure when it carries its currency's symbol."""
    figures = _figures(locale)
    before, after = figures.negative if negative else figures.positive
    symbol = get_currency_symbol(currency, known_locale(locale))
    # CLDR: a symbol that ends in a letter never touches the figure ("KWD 1.000").
    gap = NBSP if before.endswith("¤") and symbol[-1:].isalpha() else ""
    return _unbroken(before.replace("¤", symbol) + gap), _unbroken(after.replace("¤", symbol))


def _grouped(digits: str, figures: _Figures) -> str:
    if len(digits) <= figures.first:
        return digits
    groups = [digits[-figures.first :]]
    digits = digits[: -figures.first]
    while digits:
        groups.append(digits[-figures.rest :])
        digits = digits[: -figures.rest]
    return figures.group.join(reversed(groups))


def money(amount: Money, locale: str, *, symbol: bool = False) -> str:
    """Return an amount as the locale writes it; exact, so nothing is ever rounded.

    Args:
        amount: Any amount; the number of decimals is ISO 4217's.
        locale: Such as ``en_GB``; unknown ones are written as in British English.
        symbol: With the currency's symbol, else plain figures for a column.
    """
    figures = _figures(locale)
    digits = exponent(amount.currency)
    whole, part = divmod(abs(amount.minor), 10**digits)
    text = _grouped(str(whole), figures)
    if digits:
        text += figures.decimal + str(part).zfill(digits)
    if symbol:
        before, after = _affixes(amount.currency, locale, amount.minor < 0)
        return before + text + after
    return MINUS + text if amount.minor < 0 else text


def decimal_figures(value: Decimal, decimals: int, locale: str) -> str:
    """Return the figures of a number without its sign, with so many decimals; never rounded."""
    figures = _figures(locale)
    whole, _, part = f"{abs(value):f}".partition(".")
    text = _grouped(whole, figures)
    return text + figures.decimal + part[:decimals].ljust(decimals, "0") if decimals else text


def decimal_mark(locale: str) -> str:
    """Return what stands between whole units and their parts."""
    return _figures(locale).decimal


def number(value: int, locale: str) -> str:
    """Return a whole number with the locale's grouping."""
    text = _grouped(str(abs(value)), _figures(locale))
    return MINUS + text if value < 0 else text


def percent(value: int, locale: str) -> str:
    """Return whole hundredths as the locale writes them: ``115%``, ``115 %``."""
    return _unbroken(format_percent(Decimal(value) / 100, locale=known_locale(locale)))


def currency_name(currency: str, locale: str) -> str:
    """Return what the currency is called in a sentence, in the plural (``pounds``, ``euros``)."""
    where = known_locale(locale)
    everyday = _EVERYDAY_NAMES.get((where.language, currency))
    return everyday or get_currency_name(currency, 2, locale=where)


def currency_symbol(currency: str, locale: str) -> str:
    """Return the currency's symbol as the locale knows it (``£``, ``US$``)."""
    return get_currency_symbol(currency, known_locale(locale))


def _short_months(text: str, locale: Locale) -> str:
    # CLDR's British "Sept" is the one month of four letters; columns want three everywhere.
    return text.replace("Sept", "Sep") if locale.language == "en" else text


@lru_cache(maxsize=4096)
def day_long(day: date, locale: str) -> str:
    """Return a day for prose: ``16 December 2026``."""
    return _unbroken(format_date(day, "long", locale=known_locale(locale)))


@lru_cache(maxsize=4096)
def day_short(day: date, locale: str) -> str:
    """Return a day for a column: ``16 Dec 2026``."""
    where = known_locale(locale)
    return _unbroken(_short_months(format_date(day, "medium", locale=where), where))


@lru_cache(maxsize=4096)
def day_with_weekday(day: date, locale: str) -> str:
    """Return a day on which somebody must act: ``Wednesday 16 December 2026``."""
    where = known_locale(locale)
    text = format_date(day, "full", locale=where)
    if where.language == "en" and where.territory != "US":
        text = text.replace(",", "")
    return _unbroken(text)


@lru_cache(maxsize=4096)
def day_spoken(day: date, locale: str) -> str:
    """Return a day as one names it on the telephone: ``Wednesday 16 December``."""
    where = known_locale(locale)
    text = format_skeleton("MMMMEEEEd", day, locale=where)
    if where.language == "en" and where.territory != "US":
        text = text.replace(",", "")
    return _unbroken(text)


@lru_cache(maxsize=4096)
def day_in_year(day: date, locale: str, as_at: date) -> str:
    """Return a day for prose, its year only when it is not that of ``as_at``: ``2 December``."""
    if day.year != as_at.year:
        return day_long(day, locale)
    return _unbroken(format_skeleton("MMMMd", day, locale=known_locale(locale)))


@lru_cache(maxsize=4096)
def day_in_note(day: date, locale: str, as_at: date) -> str:
    """Return a day for a note, its year only when it is not that of ``as_at``: ``14 Sep``."""
    if day.year != as_at.year:
        return day_short(day, locale)
    where = known_locale(locale)
    return _unbroken(_short_months(format_skeleton("MMMd", day, locale=where), where))


@lru_cache(maxsize=4096)
def day_in_table(day: date, locale: str, as_at: date) -> str:
    """Return a day with its weekday for a column, its year as in a note: ``Wed 18 Nov``."""
    where = known_locale(locale)
    skeleton = "MMMEd" if day.year == as_at.year else "yMMMEd"
    text = _short_months(format_skeleton(skeleton, day, locale=where), where)
    if where.language == "en" and where.territory != "US":
        text = text.replace(",", "")
    return _unbroken(text)


@lru_cache(maxsize=8)
def days_to_measure(locale: str) -> tuple[str, ...]:
    """Return days as ``day_in_table`` writes them, every month with every weekday.

    By them a column learns how wide it has to be; all days have two digits.
    """
    days = [date(2026, month, day) for month in range(1, 13) for day in range(22, 29)]
    return tuple(day_in_table(day, locale, day) for day in days)


@lru_cache(maxsize=4096)
def day_echoed(day: date, locale: str) -> str:
    """Return a day as it was understood, leaving nothing open: ``Fri 27 Nov 2026``."""
    where = known_locale(locale)
    text = _short_months(format_skeleton("yMMMEd", day, locale=where), where)
    if where.language == "en" and where.territory != "US":
        text = text.replace(",", "")
    return _unbroken(text)


def month_name(day: date, locale: str) -> str:
    """Return the name of a day's month standing by itself: ``November``."""
    return format_date(day, "LLLL", locale=known_locale(locale))


def weekday_name(day: date, locale: str) -> str:
    """Return the name of a day of the week for prose: ``Friday``."""
    return format_date(day, "EEEE", locale=known_locale(locale))


def hour(moment: datetime, locale: str) -> str:
    """Return the hour of a moment in its own time zone: ``10:42``."""
    return _unbroken(format_time(moment, "short", locale=known_locale(locale)))


def moment(at: datetime, locale: str) -> str:
    """Return a moment's day and hour in its own time zone: ``27 Nov 2026, 10:42``."""
    joined = str(get_datetime_format("medium", locale=known_locale(locale)))
    return joined.replace("{0}", hour(at, locale)).replace("{1}", day_short(at.date(), locale))
