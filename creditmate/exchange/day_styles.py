"""How one date is written, as far as it tells by itself."""

import re
from typing import NamedTuple

from creditmate.domain.importing import Reason

_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NUMERIC = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DAY_NAME = re.compile(r"([0-9]{1,2})([ -])([A-Za-z]{3,9})\.?,?\2([0-9]{4})")
_NAME_DAY = re.compile(r"([A-Za-z]{3,9})\.? ([0-9]{1,2}),? ([0-9]{4})")
_SHORT_YEAR = re.compile(
    r"[0-9]{1,2}([-/. ])([0-9]{1,2}|[A-Za-z]{3,9})\.?\1'?[0-9]{2}"
    r"|[A-Za-z]{3,9}\.? [0-9]{1,2},? '?[0-9]{2}"
)
_WITH_TIME = re.compile(r".*[0-9][ T][0-9]{1,2}:[0-9]{2}")


class Written(NamedTuple):
    """A date as it is written. ``numeric`` ones have day and month in an order yet to find."""

    style: str
    numeric: bool
    year: int
    first: int
    second: int


def written(cell: str) -> Written | Reason:
    """Return how a date is written, or why it is none; a time is taken only if it is midnight."""
    text = _MIDNIGHT.sub("", cell)
    found = _in_numbers(text) or _in_words(text)
    if found:
        return found
    if _SHORT_YEAR.fullmatch(text):
        return Reason.DATE_TWO_DIGIT_YEAR
    return Reason.DATE_WITH_TIME if _WITH_TIME.match(text) else Reason.DATE_UNREADABLE


def _in_numbers(text: str) -> Written | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return Written("y" + found[2], False, int(found[1]), int(found[3]), int(found[4]))
    if found := _NUMERIC.fullmatch(text):
        return Written("n" + found[2], True, int(found[4]), int(found[1]), int(found[3]))
    if found := _COMPACT.fullmatch(text):
        return Written("y", False, int(found[1]), int(found[2]), int(found[3]))
    return None


def _in_words(text: str) -> Written | None:
    if found := _DAY_NAME.fullmatch(text):
        name, day, year = found[3], found[1], found[4]
    elif found := _NAME_DAY.fullmatch(text):
        name, day, year = found[1], found[2], found[3]
    else:
        return None
    month = _MONTHS.get(name.lower())
    return Written("name", False, int(year), month, int(day)) if month else None
