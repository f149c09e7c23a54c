"""The hours on the road: before and after a visit, as the diary draws them.

They are the hours that ``free_times`` leaves out. Between two visits of the same one of us for
which there is no time to come home, all of it is the way from one to the other, of which nobody
said how long it takes.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time, timedelta
from typing import NamedTuple

from creditmate.domain.diary import DiaryItem

_DAY = 24 * 60
_MINUTE = timedelta(minutes=1)


class Road(NamedTuple):
    """Time on the road: minutes after midnight of the day of the visit with this key.

    ``takes`` is how many minutes the way takes as it was put down; 0 where that is not known.
    """

    key: str
    begins: int
    ends: int
    takes: int


def roads(items: Iterable[DiaryItem]) -> list[Road]:
    """Return the ways to and from the visits of a day, in the order of the day.

    Args:
        items: Of one day; what has no hour, is done, or has no way is left out.
    """
    found: list[Road] = []
    of_whom: dict[int | None, list[DiaryItem]] = {}
    for item in items:
        if item.at is not None and item.travel and not item.done:
            for one in item.hands:
                of_whom.setdefault(one, []).append(item)
    for visits in of_whom.values():
        found += _of_one(sorted(visits, key=lambda item: (item.begins, item.key)))
    seen = {road for road in found if road.begins < road.ends}  # who goes along has the same way
    return sorted(seen, key=lambda road: (road[1:], road.key))


def _of_one(visits: Sequence[DiaryItem]) -> Iterable[Road]:
    """The ways of one of us; what is between two visits belongs to the second."""
    before: DiaryItem | None = None
    for item in visits:
        begins, way = _minutes(item), item.travel
        left = 0 if before is None else _minutes(before) + before.minutes
        if before is not None and begins - left < before.travel + way:
            yield Road(item.key, left, begins, 0)
        else:
            if before is not None:
                yield _home(before)
            yield Road(item.key, max(begins - way, 0), begins, way)
        before = item
    yield _home(visits[-1])


def _home(item: DiaryItem) -> Road:
    ends = _minutes(item) + item.minutes
    return Road(item.key, ends, min(ends + item.travel, _DAY), item.travel)


def _minutes(item: DiaryItem) -> int:
    return (item.begins - datetime.combine(item.day, time())) // _MINUTE
