"""A locale by its code, and the digits that people type in it."""

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from creditmate.i18n.casing import capital

if TYPE_CHECKING:
    from babel import Locale

_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "tibt": "༠"}
"""The zero of each numbering system that a locale known to CLDR uses and Unicode has."""
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u061c"), "")  # direction marks
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2007\u2009\u202f"), " ")
_MINUS = dict.fromkeys(map(ord, "−‒–﹣－"), "-")
_FALLBACK = "en_GB"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_CTYPE", "LANG")
_NONE = ("", "C", "POSIX")
_PLAIN = re.compile(r"[a-z]{2,3}_[A-Z]{2}")
"""A language and a territory: what nearly every computer says."""
_SAME = _UNSEEN | _SPACES | _MINUS


@lru_cache(maxsize=64)
def known_locale(code: str) -> "Locale":
    """Return the locale of a code such as ``de_DE`` or ``de-DE``; unknown ones are ``en_GB``."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow: see docs/decisions/0006

    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_FALLBACK)


def is_locale(code: str) -> bool:
    """Whether there is a locale of a code such as ``de_DE`` or ``de-DE``."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - as above

    try:
        Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return False
    return True


def computer_locale() -> str:
    """The locale of the user at the computer; British English where none is set."""
    told = next(filter(None, map(os.environ.get, _VARIABLES)), "")
    code = told.partition(":")[0].partition(".")[0]
    if code in _NONE:
        return _FALLBACK
    if _PLAIN.fullmatch(code):
        return code
    from babel import default_locale  # noqa: PLC0415 - slow, and seldom needed

    try:
        found = default_locale()
    except ValueError:
        found = None
    return _FALLBACK if found in (None, "en_US_POSIX") else str(found)


def language_name(language: str) -> str:
    """What a language is called by those who speak it: ``Deutsch``; unknown ones are English."""
    name = str(known_locale(language).language_name)
    return capital(name)


def typed(text: str, locale: str) -> str:
    """Return what was typed with one kind of blank, minus and digit, without direction marks.

    Only the locale's own digits become ASCII ones: others stay and are refused by the parsers.
    """
    zero = _ZEROS.get(known_locale(locale).default_numbering_system)
    own: dict[int, str] = {ord(zero) + digit: str(digit) for digit in range(10)} if zero else {}
    return text.translate(_SAME | own).strip()
