"""When a visit can be: the way there and back, what else is planned, and who works on the day.

An hour is agreed by the customer's clock; the day is laid out by ours. All moments here are by our
clock unless they are said to be theirs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from creditmate.domain.contact_hours import DEFAULT_HOURS, Hours, NotNow, days_worked, may_contact
from creditmate.domain.dates import Calendar
from creditmate.domain.diary_clock import Planned, by_clock_of, comes_twice, settled
from creditmate.domain.diary_room import STEP, Free

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Taken:
    """Time that somebody of us has no more: from when to when, and how long the way is each side.

    ``key`` names what takes it, ``name`` the customer; ``away`` says that one has to go there, and
    ``next_door`` that there is no way to it, which nobody knows of where it is only 0.
    """

    key: str
    begins: datetime
    ends: datetime
    travel: int = 0
    name: str = ""
    away: bool = False
    next_door: bool = False

    @property
    def leaves(self) -> datetime:
        """When the way there begins."""
        return self.begins - timedelta(minutes=self.travel)

    @property
    def returns(self) -> datetime:
        """When the way back ends."""
        return self.ends + timedelta(minutes=self.travel)


class TimeWhy(StrEnum):
    """What is against an hour; the values are stable."""

    OVERLAPS = "overlaps"  # name, day, at
    NO_TIME_TO_GO = "no_time_to_go"  # name, minutes
    WAY_UNKNOWN = "way_unknown"  # name, day, at: of another visit on the day
    OUR_HOLIDAY = "our_holiday"
    OUR_WEEKEND = "our_weekend"
    THEIR_HOLIDAY = "their_holiday"
    THEIR_WEEKEND = "their_weekend"
    THEIR_HOURS = "their_hours"
    THEIR_WISH = "their_wish"
    SHIFTED = "shifted"  # at: the hour that stands for it
    COMES_TWICE = "comes_twice"
    LEAVES_DAY_BEFORE = "leaves_day_before"


@dataclass(frozen=True, slots=True)
class TimeWarning:
    """What is against an hour, with the facts that its code names."""

    why: TimeWhy
    name: str = ""
    key: str = ""
    day: date | None = None
    at: time | None = None
    minutes: int = 0


_THEIRS = {
    NotNow.HOLIDAY: TimeWhy.THEIR_HOLIDAY,
    NotNow.WEEKEND: TimeWhy.THEIR_WEEKEND,
    NotNow.HOURS: TimeWhy.THEIR_HOURS,
    NotNow.WISH: TimeWhy.THEIR_WISH,
}


@dataclass(frozen=True, slots=True)
class Sides:
    """What both sides' days look like: their working days, hours and wish, and our working days."""

    ours: Calendar
    theirs: Calendar
    our_zone: str
    hours: Hours = DEFAULT_HOURS
    wished: tuple[time, time] | None = None


def here(planned: Planned, minutes: int, travel: int | None, zone: str, key: str = "") -> Taken:
    """Return the time that a visit takes by our clock.

    Args:
        planned: The hour by the customer's clock.
        minutes: How long it takes.
        travel: Minutes of the way, once; None where nobody said them.
        zone: Ours.
        key: What names it.
    """
    shown = by_clock_of(planned, zone)
    begins = datetime.combine(shown.day, shown.at)
    ends = begins + timedelta(minutes=minutes)
    return Taken(key, begins, ends, travel or 0, next_door=travel == 0)


def time_warnings(
    planned: Planned,
    minutes: int,
    travel: int | None,
    others: Iterable[Taken],
    sides: Sides,
) -> tuple[TimeWarning, ...]:
    """Return all that is against a visit at an hour, the gravest first; nothing stops anybody.

    Args:
        planned: The hour by the customer's clock.
        minutes: How long the visit takes.
        travel: Minutes of the way, once; None where nobody said them.
        others: What else whoever goes has to do.
        sides: Both sides' days.
    """
    mine = here(planned, minutes, travel, sides.our_zone)
    found = [*_clashes(mine, others), *_days(planned, mine, sides)]
    hour = settled(planned.day, planned.at, planned.zone)
    if hour.shifted:
        found.append(TimeWarning(TimeWhy.SHIFTED, day=hour.day, at=hour.at))
    elif comes_twice(planned.day, planned.at, planned.zone):
        found.append(TimeWarning(TimeWhy.COMES_TWICE, at=planned.at))
    if mine.leaves.date() < mine.begins.date():
        found.append(
            TimeWarning(TimeWhy.LEAVES_DAY_BEFORE, day=mine.leaves.date(), at=mine.leaves.time())
        )
    return tuple(found)


def _clashes(mine: Taken, others: Iterable[Taken]) -> Iterable[TimeWarning]:
    for other in sorted(others, key=lambda one: (one.begins, one.key)):
        if mine.begins < other.ends and other.begins < mine.ends:
            begins = other.begins
            yield TimeWarning(TimeWhy.OVERLAPS, other.name, other.key, begins.date(), begins.time())
        elif short := gap_short(mine, other):
            yield TimeWarning(
                TimeWhy.NO_TIME_TO_GO, other.name, other.key, other.begins.date(),
                other.begins.time(), short,
            )  # fmt: skip
        elif _is_way_unknown(mine, other):
            yield TimeWarning(
                TimeWhy.WAY_UNKNOWN, other.name, other.key, other.begins.date(),
                other.begins.time(),
            )  # fmt: skip


def _is_way_unknown(mine: Taken, other: Taken) -> bool:
    """Whether somebody goes to both on a day, and nobody said how long either way is."""
    same_day = mine.begins.date() == other.begins.date()
    is_said = mine.travel or mine.next_door or other.travel or other.next_door
    return other.away and same_day and not is_said


def gap_short(one: Taken, other: Taken) -> int:
    """Return by how many minutes the time between two things is too short for the way; 0 if not.

    The way between two visits is not known: the longer one of the two from here is taken for it.
    """
    first, second = sorted((one, other), key=lambda each: each.begins)
    gap = (second.begins - first.ends) // timedelta(minutes=1)
    needed = max(first.travel, second.travel)
    return max(needed - gap, 0) if gap >= 0 else 0


def day_warnings(day: date, sides: Sides) -> tuple[TimeWarning, ...]:
    """Return what is against a day on which no hour is said: that one of us does not work on it."""
    theirs = TimeWarning(TimeWhy.THEIR_WEEKEND, day=day)
    if day in sides.theirs.holidays:
        theirs = TimeWarning(TimeWhy.THEIR_HOLIDAY, day=day)
    works = days_worked(sides.theirs, sides.hours).is_working(day)
    return (*_our_day(day, sides), *(() if works else (theirs,)))


def _our_day(day: date, sides: Sides) -> Iterable[TimeWarning]:
    if day in sides.ours.holidays:
        yield TimeWarning(TimeWhy.OUR_HOLIDAY, day=day)
    elif not sides.ours.is_working(day):
        yield TimeWarning(TimeWhy.OUR_WEEKEND, day=day)


def _days(planned: Planned, mine: Taken, sides: Sides) -> Iterable[TimeWarning]:
    yield from _our_day(mine.begins.date(), sides)
    there = datetime.combine(planned.day, planned.at)
    against = may_contact(there, "visit", sides.theirs, sides.hours, sides.wished)
    if against is not None:
        yield TimeWarning(_THEIRS[against], day=planned.day, at=planned.at)


# ---------------------------------------------------------------- free time
def free_for_visit(
    day: date, others: Iterable[Taken], hours: tuple[time, time], minutes: int, travel: int
) -> tuple[Free, ...]:
    """Return when a visit can be on a day by our clock, so that we leave and return within hours.

    Args:
        day: The day.
        others: What whoever goes has to do, with the way that belongs to it.
        hours: From when to when we are there.
        minutes: How long the visit takes, at least one.
        travel: Minutes of the way, once.

    Returns:
        Stretches of at least ``minutes`` in which the visit itself can lie, on quarters of an hour.

    Raises:
        ValueError: Nothing has to be free, or the hours end before they begin.
    """
    if minutes < 1 or travel < 0 or hours[0] > hours[1]:
        raise ValueError(f"{minutes} minutes, {travel} of travel, from {hours[0]} to {hours[1]}")
    midnight = datetime.combine(day, time())
    first, last = _minutes(hours[0]) + travel, _minutes(hours[1]) - travel
    blocked = sorted(
        (
            _since(midnight, each.begins) - max(travel, each.travel),
            _since(midnight, each.ends) + max(travel, each.travel),
        )
        for each in others
    )
    found, at = [], first
    for begins, ends in blocked:
        found.append((at, min(begins, last)))
        at = max(at, ends)
    found.append((at, last))
    rounded = [(-(-begin // STEP) * STEP, end // STEP * STEP) for begin, end in found]
    return tuple(
        Free(time(*divmod(begin, 60)), time(*divmod(end, 60)))
        for begin, end in rounded
        if end - begin >= minutes
    )


def fits(at: time, minutes: int, free: Sequence[Free]) -> bool:
    """Whether a visit at an hour lies in free time."""
    begins = _minutes(at)
    return any(
        _minutes(each.first) <= begins and begins + minutes <= _minutes(each.last) for each in free
    )


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def _since(midnight: datetime, moment: datetime) -> int:
    return min(max((moment - midnight) // timedelta(minutes=1), -_DAY), 2 * _DAY)
