"""Which days are worked in a country or a part of it: its public holidays and its weekend."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from creditmate.db.business import business, home_region
from creditmate.domain.dates import Calendar
from creditmate.domain.errors import Problem, UserError

_MOST_OF = {"GB": "ENG"}
"""Countries whose holidays differ by part: the part where most customers are."""


def customer_calendar(country: str, around: date, region: str = "") -> Calendar:
    """Return a customer's working days in the year of a day and the next.

    Where nobody keeps a country's holidays, Monday to Friday.

    Args:
        country: ISO 3166 code of two letters.
        around: A day in the first of the two years.
        region: The part of the country; '' for that of the business, if it is in the same
            country and says one, else the usual part.
    """
    return calendar_around(country, region or home_region(country), around)


def calendar_over(country: str, region: str, first: date, last: date) -> Calendar:
    """Return a customer's working days in all the years from one day to another, and the next.

    Args:
        country: ISO 3166 code of two letters.
        region: As for ``customer_calendar``.
        first: A day in the first of the years.
        last: A day in the last but one.
    """
    part = region or home_region(country) or _MOST_OF.get(country, "")
    try:
        years = range(first.year, last.year + 2)
        return working_calendar(country, part or None, years=years)
    except UserError:
        return Calendar()


def calendar_around(country: str, region: str, around: date) -> Calendar:
    """Return the working days in the year of a day and the next; asks no ledger.

    Args:
        country: ISO 3166 code of two letters.
        region: The part of the country; '' for the usual one.
        around: A day in the first of the two years.
    """
    return _around(country, region or usual_region(country), around.year)


def usual_region(country: str) -> str:
    """Return the part of a country whose holidays count where none is said; '' for all of it."""
    return _MOST_OF.get(country, "")


def home_calendar(around: date) -> Calendar:
    """Return the working days of the business itself in the year of a day and the next."""
    home = business()
    return calendar_around(home.country, home.region, around)


def checked_region(country: str, region: str, field: str) -> str:
    """Return the code of a part of a country as it was typed, or by its name.

    Raises:
        UserError: ``UNKNOWN_REGION`` with ``field``, ``found``, ``country`` and ``expected``.
    """
    known, wanted = regions_of(country), region.strip().casefold()
    for code, name in (("", ""), *known):
        if wanted in {code.casefold(), name.casefold()}:
            return code
    expected = ", ".join(f"{code} ({name})" for code, name in known) or "–"
    raise UserError(
        Problem.UNKNOWN_REGION, field=field, found=region, country=country, expected=expected
    )


def learn(around: date) -> None:
    """Work out the holidays of the business, after which those of others take no while."""
    home_calendar(around)


def are_learnt() -> bool:
    """Whether public holidays have been worked out by now: from then on they take no while."""
    return _around.cache_info().currsize > 0


@lru_cache(maxsize=64)
def _around(country: str, region: str, year: int) -> Calendar:
    """Working out a country's holidays takes longer than reading a customer."""
    years = (year, year + 1)
    try:
        return working_calendar(country, region or None, years=years)
    except UserError:
        return Calendar()


@lru_cache(maxsize=16)
def regions_of(country: str) -> tuple[tuple[str, str], ...]:
    """Return the parts of a country whose holidays are known, each with its name, by name.

    Codes are those of ISO 3166-2 without the country; names are in the language of the country
    or English, as the ``holidays`` library has them. None for a country that is one, or unknown.
    """
    import holidays  # noqa: PLC0415 - as in working_calendar

    if country not in holidays.list_supported_countries(include_aliases=False):
        return ()
    kept = holidays.country_holidays(country)
    names: dict[str, str] = {}
    for name, code in getattr(kept, "subdivisions_aliases", {}).items():
        if code not in names and len(name) > len(code):  # the shorter ones are other codes
            names[code] = name
    found = ((code, names.get(code, code)) for code in kept.subdivisions)
    return tuple(sorted(found, key=lambda region: region[1].casefold()))


def is_region(country: str, region: str) -> bool:
    """Whether a part of a country is known; '' is the usual one of any country."""
    return not region or region in dict(regions_of(country))


def region_name(country: str, region: str) -> str:
    """Return the name of a part of a country; '' for the usual one."""
    return dict(regions_of(country)).get(region, region)


def working_calendar(
    country: str, subdivision: str | None = None, *, years: Iterable[int]
) -> Calendar:
    """Return the working days of a country in the years given.

    Holidays that fall on a weekend are kept on the day they are observed. Days outside ``years``
    know only the weekend.

    Args:
        country: ISO 3166 code of two letters.
        subdivision: The part of it whose holidays count, as in ISO 3166-2: ``ENG``, ``BY``.
        years: The years whose holidays are wanted.

    Raises:
        UserError: ``UNKNOWN_COUNTRY``: nobody keeps holidays of that country or part.

    Source: the ``holidays`` library.
    """
    import holidays  # noqa: PLC0415 - takes a while to load, and most commands need no calendar

    try:
        found = holidays.country_holidays(country, subdiv=subdivision, years=sorted(set(years)))
    except NotImplementedError as error:
        raise UserError(Problem.UNKNOWN_COUNTRY, found=country, part=subdivision) from error
    return Calendar(weekend=frozenset(found.weekend), holidays=frozenset(found))
