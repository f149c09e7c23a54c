"""What a country suggests for a new ledger: its currency, its way of writing, its time zone."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.place_clock import zones_in
from creditmate.i18n.casing import capital
from creditmate.i18n.locales import known_locale

_LETTERS = 2  # of a country's code: longer ones are regions of the world


@dataclass(frozen=True, slots=True)
class CountryDefaults:
    """What a country suggests."""

    currency: str
    locale: str
    zone: str


def country_defaults(country: str) -> CountryDefaults:
    """Return what a country suggests.

    Args:
        country: ISO 3166 code of two letters.

    Raises:
        UserError: ``UNKNOWN_COUNTRY``.
    """
    currencies = get_territory_currencies(country)
    if not currencies:
        raise UserError(Problem.UNKNOWN_COUNTRY, found=country)
    return CountryDefaults(currencies[-1], _locale(country), _zone(country))


@lru_cache(maxsize=16)
def countries(locale: str) -> tuple[tuple[str, str], ...]:
    """Return the code and name of every country with a language and a currency, by name."""
    found = [
        (code, str(name))
        for code, name in known_locale(locale).territories.items()
        if len(code) == _LETTERS
        and get_official_languages(code, de_facto=True)
        and get_territory_currencies(code)
    ]
    return tuple(sorted(found, key=lambda country: _order_key(country[1])))


def _order_key(name: str) -> str:
    """The name without accents, so that Åland is found under A."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def country_of(locale: str) -> str:
    """Return the country of a locale; the United Kingdom where it names none."""
    country = known_locale(locale).territory
    return country if country and get_territory_currencies(country) else "GB"


def country_name(country: str, locale: str) -> str:
    """Return what a country is called in a locale; the code where that is not known."""
    return str(known_locale(locale).territories.get(country, country))


def _locale(country: str) -> str:
    """English where it is official, since the program speaks it; else the first language."""
    languages = [*get_official_languages(country, de_facto=True)]
    for language in sorted(languages, key=lambda code: code != "en"):
        try:
            return str(Locale.parse(f"{language}_{country}"))
        except (UnknownLocaleError, ValueError):
            continue
    return "en_GB"


def _zone(country: str) -> str:
    return zones(country)[0]


def zones(country: str) -> tuple[str, ...]:
    """Return the time zones of a country; that in which most of its business is first."""
    return zones_in(country, get_global("zone_territories")) or ("UTC",)


@lru_cache(maxsize=4)
def regions(language: str) -> tuple[tuple[str, str], ...]:
    """Return ways of writing, one for each country: a locale, and its name in a language."""
    shown, found = known_locale(language), dict[str, str]()
    for code, _name in countries(language):
        locale = country_defaults(code).locale
        found[locale] = region_name(locale, str(shown))
    return tuple(sorted(found.items(), key=lambda region: _order_key(region[1])))


def region_name(locale: str, language: str) -> str:
    """Return what a way of writing is called: ``English (United Kingdom)``."""
    name = known_locale(locale).get_display_name(known_locale(language)) or locale
    return capital(name)
