"""Days as people type them: ``fri``, ``+7``, ``20``, ``30/6``, ``16 Dec 26``, ``2026-12-16``.

Babel's own parser swaps day and month where that makes a date and puts ``99`` in 2099, so this is
a grammar of our own, in the locale's order. Two digits of a year mean the latest such year within
twenty years from now. A day that leaves something open is the nearest in the direction wanted:

* ``fri``: the first Friday after today (the last one before it);
* ``20``: today if it is the 20th, else the next 20th (the last one);
* ``30/6``, ``30 jun``: today if it is, else the next such day (the last one).
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from babel.dates import format_date

from creditmate.domain.dates import add_months
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n import formats
from creditmate.i18n.locales import known_locale, typed

LONGEST = 40
"""Characters worth reading: a longer text is no date."""
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
YEARS_AHEAD = 20
_LEAP_YEARS_APART = 8  # at most, 1896 to 1904: how far the next 29 February can be

# Where Babel has no words: CLDR's names of the relative days. English is understood everywhere.
_NEAR_DAYS = {
    "en": ("yesterday", "today", "tomorrow"),
    "da": ("i går", "i dag", "i morgen"),
    "de": ("gestern", "heute", "morgen"),
    "es": ("ayer", "hoy", "mañana"),
    "fr": ("hier", "aujourd'hui", "demain"),
    "it": ("ieri", "oggi", "domani"),
    "nb": ("i går", "i dag", "i morgen"),
    "nl": ("gisteren", "vandaag", "morgen"),
    "pl": ("wczoraj", "dzisiaj", "jutro"),
    "pt": ("ontem", "hoje", "amanhã"),
    "sv": ("i går", "i dag", "i morgon"),
}


_Names = tuple[tuple[str, int], ...]


class Towards(StrEnum):
    """Where a day lies that was typed without its month, year or week."""

    FUTURE = "future"
    PAST = "past"

    @property
    def sign(self) -> int:
        """1 or -1, for walking from today."""
        return 1 if self is Towards.FUTURE else -1


def parse_day(
    text: str,
    locale: str,
    today: date,
    *,
    towards: Towards = Towards.FUTURE,
    field: str = "date",
) -> date:
    """Read a day as typed in ``locale``; ``today`` and ``towards`` settle what was left out.

    Raises:
        UserError: ``BAD_DATE`` with ``field``, ``found`` and ``expected``, an example: the text is
            no day of this locale, does not exist, or lies outside ``EARLIEST`` to ``LATEST``.
    """
    plain = _tidy(text, locale) if len(text) <= LONGEST else ""
    for reader in _READERS:
        try:
            found = reader(plain, locale, today, towards)
        except (ValueError, OverflowError):
            break  # it has that form, but there is no such day
        if found is None:
            continue
        if EARLIEST <= found <= LATEST:
            return found
        break
    example = formats.day_short(today, locale)
    raise UserError(Problem.BAD_DATE, field=field, found=text[:LONGEST], expected=example)


def _tidy(text: str, locale: str) -> str:
    plain = re.sub(r"\s+", " ", typed(text, locale).casefold().replace("’", "'"))
    return re.sub(r"(?<=[.,]) ", "", plain).rstrip(".")


def _days_from_now(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    if not re.fullmatch(r"[+-][0-9]{1,4}", plain):
        return None
    return today + timedelta(days=int(plain))


def _near_day(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    for language in (known_locale(locale).language, "en"):
        words = _NEAR_DAYS.get(language, ())
        if plain in words:
            return today + timedelta(days=words.index(plain) - 1)
    return None


def _weekday(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    weekday = _meant(plain, _weekdays(locale), shortest=2)
    if weekday is None:
        return None
    ahead = (weekday - today.weekday()) * towards.sign % 7 or 7
    return today + timedelta(days=ahead * towards.sign)


def _day_of_month(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    if not re.fullmatch(r"[0-9]{1,2}", plain):
        return None
    months = (add_months(today.replace(day=1), towards.sign * ahead) for ahead in range(3))
    days = ((month.year, month.month, int(plain)) for month in months)
    return _first_there_is(days, today, towards)


def _year_first(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    match = re.fullmatch(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})", plain)
    return date(int(match[1]), int(match[3]), int(match[4])) if match else None


def _numbers(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    match = re.fullmatch(r"([0-9]{1,2})([-/. ])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{1,2}))?", plain)
    if not match:
        return None
    first, second, third = match[1], match[3], match[4]
    if third and len(third) < 3:
        parts = dict(zip(_order(locale, "yMd"), (first, second, third), strict=True))
        year = parts["y"]
    else:
        parts = dict(zip(_order(locale, "Md"), (first, second), strict=True))
        year = third
    return _in_year(int(parts["d"]), int(parts["M"]), year, today, towards)


def _named_month(plain: str, locale: str, today: date, towards: Towards) -> date | None:
    words, numbers = _words_and_numbers(plain)
    month = _meant(words[0], _months(locale), shortest=3) if len(words) == 1 else None
    if month is None or not numbers or len(numbers) > 2:
        return None
    if len(numbers) == 2 and len(numbers[0]) == 4:
        numbers.reverse()
    day, year = numbers[0], numbers[1] if len(numbers) == 2 else None
    return _in_year(int(day), month, year, today, towards)


def _words_and_numbers(plain: str) -> tuple[list[str], list[str]]:
    tokens = [token for token in re.split(r"[ .,/-]+", plain) if token]
    words = [token for token in tokens if not re.fullmatch(r"[0-9]+", token)]
    return words, [token for token in tokens if token not in words]


def _in_year(day: int, month: int, year: str | None, today: date, towards: Towards) -> date:
    if year is None:
        years = (today.year + towards.sign * ahead for ahead in range(_LEAP_YEARS_APART + 1))
        return _first_there_is(((year, month, day) for year in years), today, towards)
    if len(year) == 4:
        return date(int(year), month, day)
    if len(year) == 2:
        latest = today.year + YEARS_AHEAD
        return date(latest - (latest - int(year)) % 100, month, day)
    raise ValueError(f"{year} is no year")


def _first_there_is(days: Iterable[tuple[int, int, int]], today: date, towards: Towards) -> date:
    for year, month, day in days:
        try:
            found = date(year, month, day)
        except ValueError:
            continue  # no 30 February: the next month or year has it, or none
        if (found - today).days * towards.sign >= 0:
            return found
    raise ValueError("no such day")


@lru_cache(maxsize=64)
def figures_order(locale: str) -> str:
    """Return in which order a locale writes a day in figures: ``dmy``, ``mdy`` or ``ymd``."""
    return _order(locale, "yMd").lower()


def _order(locale: str, letters: str) -> str:
    """The order in which the locale writes year, month and day, or month and day alone."""
    known = known_locale(locale)
    pattern = known.date_formats["short"].pattern
    if letters == "Md" and pattern.index("y") < pattern.index("d"):
        # Where the year comes first the rest need not follow: Sweden writes 30/6. Elsewhere the
        # short form decides, because CLDR's pattern without a year is often the root's.
        pattern = known.datetime_skeletons["Md"].pattern
    return "".join(sorted(letters, key=pattern.replace("L", "M").index))


def _names(contexts: Mapping[str, Mapping[str, Mapping[int, str]]], locale: str) -> _Names:
    """The full and short names of weekdays or months, each with its number."""
    return tuple(
        (_tidy(name, locale), number)
        for widths in contexts.values()
        for width, names in widths.items()
        if width != "narrow"
        for number, name in names.items()
    )


@lru_cache(maxsize=64)
def _weekdays(locale: str) -> _Names:
    """The locale's weekdays, Monday 0."""
    return _names(known_locale(locale).days, locale)


@lru_cache(maxsize=64)
def _months(locale: str) -> _Names:
    """The locale's months from 1, also as they stand in a date: Hebrew puts a letter before."""
    known = known_locale(locale)
    in_dates = []
    for month in range(1, 13):
        written = _tidy(format_date(date(2000, month, 1), "medium", locale=known), locale)
        words, _ = _words_and_numbers(written)
        in_dates += [(word, month) for word in words]
    return (*_names(known.months, locale), *in_dates)


def _meant(word: str, names: _Names, shortest: int) -> int | None:
    """The number of the one name that ``word`` is, or is the beginning of."""
    exact = {number for name, number in names if name == word}
    begun = {number for name, number in names if name.startswith(word)}
    meant = exact or (begun if len(word) >= shortest else set())
    return meant.pop() if len(meant) == 1 else None


_Reader = Callable[[str, str, date, Towards], date | None]
_READERS: tuple[_Reader, ...] = (
    _days_from_now,
    _near_day,
    _weekday,
    _day_of_month,
    _year_first,
    _numbers,
    _named_month,
)
