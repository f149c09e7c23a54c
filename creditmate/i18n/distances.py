"""Ways in words: how far, and how long on the road."""

from decimal import Decimal
from typing import Literal

from babel.units import format_unit

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import NBSP, number
from creditmate.i18n.locales import known_locale

_UNITS = {"mile": "length-mile", "km": "length-kilometer"}


def distance_words(tenths: int, unit: str, locale: str) -> str:
    """Return a distance in tenths of ``mile`` or ``km``: ``22 miles``, ``3.5 km``."""
    length: Literal["long", "short"] = "long" if unit == "mile" else "short"
    far, where = Decimal(tenths) / 10, known_locale(locale)
    said = format_unit(far, _UNITS[unit], length=length, format="#,##0.#", locale=where)
    return said.replace(" ", NBSP)


def way_words(minutes: int, tenths: int | None, unit: str, locale: str) -> str:
    """Return how long and how far a way is: ``50 min, 22 miles``; without either, that it is none.

    Args:
        minutes: On the road.
        tenths: Of ``unit``; None where nobody said.
        unit: ``mile`` or ``km``.
        locale: The locale.
    """
    if not minutes and tenths == 0:
        return words(locale).gettext("next door")
    far = () if tenths is None else (distance_words(tenths, unit, locale),)
    return ", ".join((duration_words(minutes, locale), *far))


def duration_words(minutes: int, locale: str) -> str:
    """Return so many minutes: ``50 min``, ``2 h 19``, ``3 h``."""
    _ = words(locale).gettext
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=number(rest, locale)).replace(" ", NBSP)
    said = _("{hours} h").format(hours=number(hours, locale))
    if rest:
        said = _("{hours} h {minutes}").format(hours=number(hours, locale), minutes=f"{rest:02}")
    return said.replace(" ", NBSP)
