"""Hours of the day as people type them: ``10``, ``9:30``, ``9.30``, ``0930``, ``14h``, ``2 pm``."""

import re
from datetime import time
from functools import lru_cache

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.locales import known_locale, typed

_LONGEST = 20
_HOUR = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.h]?(?P<minute>[0-9]{2}))?\s*h?")


def parse_hour(text: str, locale: str, *, field: str = "at") -> time:
    """Read an hour as typed in ``locale``.

    Raises:
        UserError: ``BAD_HOUR`` with ``field``, ``found`` and ``expected``, an example.
    """
    plain = typed(text, locale).casefold().strip(" .") if len(text) <= _LONGEST else ""
    before, after = _halves(known_locale(locale).language)
    half = next((name for name in (*before, *after) if plain.endswith(name)), "")
    found = _HOUR.fullmatch(plain.removesuffix(half).strip())
    if found is not None:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half in after else 0)
        elif half:
            hour = 24  # 15 pm is no hour
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise UserError(Problem.BAD_HOUR, field=field, found=text[:_LONGEST], expected="14:30")


@lru_cache(maxsize=16)
def _halves(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is written behind an hour before noon, and behind one after it; the longest first."""
    own = known_locale(language).day_periods["format"]
    names: tuple[set[str], set[str]] = ({"am", "a.m", "a"}, {"pm", "p.m", "p"})
    for width in ("wide", "abbreviated"):
        for half, known in zip(("am", "pm"), names, strict=True):
            said = own.get(width, {}).get(half, "").casefold().replace("\u202f", " ")
            known.update({said.strip(" .")} - {""})
    before, after = (tuple(sorted(found, key=len, reverse=True)) for found in names)
    return before, after
