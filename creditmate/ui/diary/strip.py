"""The strip above the hours: so many rows of what has no hour, the rest behind a count.

Whatever stands on a day for all of it, the hours keep their room: a visit alone brings seven steps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from creditmate.domain.diary import DiaryDay

MOST = 5
"""Rows of the strip while it is folded; of these the last may say how many more there are."""
_LEAST = 2
_SHARE = 3
"""While it is folded at most the third part of the height."""
_HOURS_LEFT = 4
"""So many rows are left to the hours when it is unfolded."""


class More(NamedTuple):
    """What stands in a day's last row: how many entries are hidden; none where it folds up."""

    row: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Rows:
    """The strip as it is laid out: rows by the keys of entries, and what else stands in them."""

    count: int
    of: Mapping[str, int]
    more: Mapping[date, More]


class Strip:
    """Folded as a rule; the entry one is on is always among those that are seen."""

    def __init__(self) -> None:
        self.unfolded = False
        self._firsts: dict[date, int] = {}

    def rows(self, days: Sequence[DiaryDay], key: str, room: int) -> Rows:
        """Lay the strip out.

        Args:
            days: In their order.
            key: Of the entry one is on.
            room: Rows for which there is room at all, the hours left out.
        """
        folded = max(min(MOST, room // _SHARE), _LEAST)
        most = max(room - _HOURS_LEFT, folded) if self.unfolded else folded
        of: dict[str, int] = {}
        more: dict[date, More] = {}
        firsts: dict[date, int] = {}
        count = 1
        for day in days:
            keys = [item.key for item in day.all_day]
            seen = keys
            if len(keys) > folded:
                fit = min(len(keys), most - 1)
                first = self._first(day.day, keys, key, fit)
                firsts[day.day] = first
                seen = keys[first : first + fit]
                more[day.day] = More(fit, 0 if self.unfolded else len(keys) - fit)
            of |= {one: row for row, one in enumerate(seen)}
            count = max(count, len(seen) + (day.day in more))
        self._firsts = firsts
        return Rows(count, of, more)

    def _first(self, day: date, keys: Sequence[str], key: str, fit: int) -> int:
        """Which entry of a day comes first; it stays as long as the one one is on is seen."""
        first = min(self._firsts.get(day, 0), len(keys) - fit)
        at = keys.index(key) if key in keys else first
        return min(max(first, at - fit + 1), at)
