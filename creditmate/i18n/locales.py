"""A locale by its code, and the digits that people type in it."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError, default_locale

from creditmate.i18n.pseudo import PSEUDO

_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}
"""The zero of each numbering system that a locale known to CLDR uses and Unicode has."""
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c"), "")  # direction marks
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2007\u2009\u202f"), " ")
_MINUS = dict.fromkeys(map(ord, "−‒–﹣－"), "-")
_FALLBACK = "en_GB"
_SAME = _UNSEEN | _SPACES | _MINUS


@lru_cache(maxsize=64)
def known_locale(code: str) -> Locale:
    """Return the locale of a code such as ``de_DE`` or ``de-DE``; unknown ones are ``en_GB``."""
    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_FALLBACK)


def computer_locale() -> str:
    """The locale of the user at the computer; British English where none is set."""
    try:
        found = default_locale()
    except ValueError:
        found = None
    return _FALLBACK if found in (None, "en_US_POSIX") else str(found)


def language_name(language: str) -> str:
    """What a language is called by those who speak it: ``Deutsch``; unknown ones are English."""
    name = str(known_locale(language).language_name)
    return name[:1].upper() + name[1:]


def reads_rightwards(language: str) -> bool:
    """Whether a language is read from left to right."""
    return language != PSEUDO and known_locale(language).text_direction == "ltr"


def typed(text: str, locale: str) -> str:
    """Return what was typed with one kind of blank, minus and digit, without direction marks.

    Only the locale's own digits become ASCII ones: others stay and are refused by the parsers.
    """
    zero = _ZEROS.get(known_locale(locale).default_numbering_system)
    own: dict[int, str] = {ord(zero) + digit: str(digit) for digit in range(10)} if zero else {}
    return text.translate(_SAME | own).strip()
