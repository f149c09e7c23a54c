"""What public holidays are called, where they are kept."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from creditmate.services.calendars import regions_of, usual_region


@lru_cache(maxsize=64)
def holiday_names(country: str, region: str, year: int, language: str = "") -> Mapping[date, str]:
    """Return the public holidays of a country or a part of it in a year, each with its name.

    None where nobody keeps the country's. Names are in a language if they are known in it, else
    in the country's own.

    Args:
        country: ISO 3166 code of two letters.
        region: The part of the country; '' for the usual one.
        year: The year.
        language: Such as ``en`` or ``de_AT``.
    """
    import holidays  # noqa: PLC0415 - takes a while to load, and most commands need no calendar

    if country not in holidays.list_supported_countries(include_aliases=False):
        return {}
    part = region or usual_region(country)
    known = dict(regions_of(country))
    subdivision = part if part in known else None
    plain = holidays.country_holidays(country, subdiv=subdivision)
    # else it would be that of the computer
    spoken = _spoken(plain.supported_languages, language) or plain.default_language
    return dict(holidays.country_holidays(country, subdiv=subdivision, years=year, language=spoken))


def _spoken(supported: tuple[str, ...], language: str) -> str | None:
    """The one of these languages that is nearest to a language."""
    exact, wanted = language.replace("-", "_"), language.replace("-", "_").partition("_")[0]
    if exact in supported:
        return exact
    return next((one for one in supported if wanted and one.partition("_")[0] == wanted), None)
