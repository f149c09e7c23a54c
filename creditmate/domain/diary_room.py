"""Room in a day: which hours are free, and how items that overlap stand beside one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from creditmate.domain.diary import DiaryItem

OUR_HOURS = (time(9), time(17, 30))
"""When somebody is there to call: common practice; what is planned earlier or later stands."""
STEP = 15
"""Minutes: free time begins and ends on a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Free:
    """Time in which nothing is planned, by our clock."""

    first: time
    last: time

    @property
    def minutes(self) -> int:
        """How long it is."""
        return _minutes(self.last) - _minutes(self.first)


def free_times(
    day: date, items: Iterable[DiaryItem], hours: tuple[time, time], minutes: int
) -> tuple[Free, ...]:
    """Return when so many minutes are free on a day, within our hours.

    Args:
        day: The day.
        items: What is planned; items of the day before may reach into it. What has no hour and
            what is done takes no time; the way to a visit and back takes its own.
        hours: From when to when we are there.
        minutes: How long it has to be free at a stretch, at least one.

    Raises:
        ValueError: Nothing has to be free, or the hours end before they begin.
    """
    if minutes < 1 or hours[0] > hours[1]:
        raise ValueError(f"{minutes} minutes from {hours[0]} to {hours[1]}")
    at, last = _minutes(hours[0]), _minutes(hours[1])
    found = []
    for begins, ends in sorted(_taken(day, items)):
        if begins - at >= minutes and at < last:
            found.append((at, min(begins, last)))
        at = max(at, ends)
    found.append((at, last))
    rounded = ((_up(first), _down(end)) for first, end in found)
    return tuple(Free(_time(first), _time(end)) for first, end in rounded if end - first >= minutes)


def _taken(day: date, items: Iterable[DiaryItem]) -> Iterable[tuple[int, int]]:
    midnight = datetime.combine(day, time())
    for item in items:
        if item.at is None or item.done:
            continue
        starts = (item.begins - midnight) // timedelta(minutes=1)
        begins, ends = starts - item.travel, starts + item.minutes + item.travel
        if begins < 24 * 60 and ends > 0:
            yield max(begins, 0), ends


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))


def _up(minutes: int) -> int:
    return -(-minutes // STEP) * STEP


def _down(minutes: int) -> int:
    return minutes // STEP * STEP


@dataclass(frozen=True, slots=True)
class Lane:
    """Beside how many an item stands, and in which place."""

    place: int
    of: int


def lanes(items: Sequence[DiaryItem], least: int = 0) -> dict[str, Lane]:
    """Return where items of one day stand beside one another so that none hides another.

    Args:
        items: What has an hour.
        least: Minutes that an item takes to be drawn at all, though it is shorter.
    """
    found: dict[str, Lane] = {}
    bunch: list[tuple[DiaryItem, int]] = []
    ends: list[datetime] = []
    for item in sorted(items, key=lambda i: (i.begins, -i.minutes, i.key)):
        if ends and item.begins >= max(ends):
            found |= _settled(bunch, len(ends))
            bunch, ends = [], []
        end = item.begins + timedelta(minutes=max(item.minutes, least))
        free = next((p for p, until in enumerate(ends) if until <= item.begins), len(ends))
        ends[free : free + 1] = [end]
        bunch.append((item, free))
    return found | _settled(bunch, len(ends))


def _settled(bunch: Sequence[tuple[DiaryItem, int]], of: int) -> dict[str, Lane]:
    return {item.key: Lane(place, of) for item, place in bunch}
