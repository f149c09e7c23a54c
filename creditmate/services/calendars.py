"""Which days are worked in a country: its public holidays and its weekend."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from creditmate.domain.dates import Calendar
from creditmate.domain.errors import Problem, UserError

_MOST_OF = {"GB": "ENG"}
"""Countries whose holidays differ by part: the part where most customers are."""


def customer_calendar(country: str, around: date) -> Calendar:
    """Return a customer's working days in the year of a day and the next.

    Where nobody keeps a country's holidays, Monday to Friday.
    """
    return _around(country, around.year)


@lru_cache(maxsize=64)
def _around(country: str, year: int) -> Calendar:
    """Working out a country's holidays takes longer than reading a customer."""
    years = (year, year + 1)
    try:
        return working_calendar(country, _MOST_OF.get(country), years=years)
    except UserError:
        return Calendar()


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
