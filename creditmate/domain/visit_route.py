"""A day's visits in their order: when to leave, how long the way is, where the time is too short.

Times on the road are estimates: those from home were entered with the visits; between two
customers they are worked out from where both are, else roughly from the ways to each of them.
Hours are those of the places, and compared as moments: a day's route may pass from one time zone
into another, or through the night on which clocks are put back.

Source: domain-rules 4.8; mock-up paper-08.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import pairwise

from creditmate.domain.visits import DistanceUnit

BEFORE = 5
"""Minutes before its hour at which one wants to be at a customer's."""
STEP = 5
"""To so many minutes another hour is rounded up, where one is proposed."""
DETOUR = 1.3
"""How much longer a road is than the straight line: common practice, 1.2 to 1.4."""
USUAL_SPEED = {DistanceUnit.MILE: 30, DistanceUnit.KM: 50}
"""So far in an hour, where the ways that were entered tell nothing."""
WORTH_TELLING = 15
"""Minutes to spare between two visits from which they are of use."""


class Known(StrEnum):
    """How the time of a way is known."""

    ENTERED = "entered"
    DISTANCE = "distance"
    ROUGHLY = "roughly"
    UNKNOWN = "unknown"  # nobody entered it: no hour is made up of it


@dataclass(frozen=True, slots=True)
class Way:
    """From one place to the next; ``tenths`` of a mile or kilometre, None where not known."""

    minutes: int
    tenths: int | None = None
    known: Known = Known.ENTERED

    @property
    def is_known(self) -> bool:
        """Whether its ``minutes`` say anything."""
        return self.known is not Known.UNKNOWN


@dataclass(frozen=True, slots=True)
class Stop:
    """A visit on the route: ``begins`` with its zone, ``from_home`` the way to it and back."""

    visit: int
    begins: datetime
    minutes: int
    from_home: Way

    @property
    def ends(self) -> datetime:
        """When it is over, by the clock of the place."""
        return _after(self.begins, self.minutes)


@dataclass(frozen=True, slots=True)
class RouteStop:
    """A stop as it is reached.

    ``arrives`` is when one is there after the visit before, by the clock of the place; ``spare``
    are the minutes between that and its hour, below zero where the time is too short. ``rather``
    is the hour at which it could begin then. Where the way is not known they are without it, so
    that only what is too short in any case is told.
    """

    stop: Stop
    way: Way
    arrives: datetime
    spare: int
    rather: datetime | None = None

    @property
    def is_too_short(self) -> bool:
        """Whether one comes too late."""
        return self.spare < 0

    @property
    def is_free(self) -> bool:
        """Whether there is time to be made use of."""
        return self.way.is_known and self.spare >= WORTH_TELLING


@dataclass(frozen=True, slots=True)
class Route:
    """A day's visits: when to leave, the stops, and when one is home again, by the clock there.

    ``leaves`` and ``back`` are None where the way from home or back is not known.
    """

    leaves: datetime | None
    stops: tuple[RouteStop, ...]
    way_back: Way
    back: datetime | None

    @property
    def minutes(self) -> int | None:
        """How long one is on the road; None where a part of it is not known."""
        ways = [*(stop.way for stop in self.stops), self.way_back]
        return sum(way.minutes for way in ways) if all(way.is_known for way in ways) else None

    @property
    def tenths(self) -> int | None:
        """How far it is, in tenths; None where a part of it is not known."""
        ways = [stop.way.tenths for stop in self.stops] + [self.way_back.tenths]
        known = [tenths for tenths in ways if tenths is not None]
        return sum(known) if len(known) == len(ways) else None


def route(
    stops: Sequence[Stop], between: Callable[[Stop, Stop], Way], home: tzinfo | None = None
) -> Route | None:
    """Return a day's route; None without a visit.

    Args:
        stops: In any order.
        between: Returns the way from one to the next.
        home: The clock at home; None for that of the first and of the last stop.
    """
    if not stops:
        return None
    in_order = sorted(stops, key=lambda stop: (stop.begins.astimezone(UTC), stop.visit))
    first, last = in_order[0], in_order[-1]
    reached = [_first(first)]
    for before, stop in pairwise(in_order):
        reached.append(_next(before, stop, between(before, stop)))
    there, way_back = first.from_home, last.from_home
    begins = first.begins if home is None else first.begins.astimezone(home)
    ends = last.ends if home is None else last.ends.astimezone(home)
    return Route(
        leaves=_after(begins, -there.minutes - BEFORE) if there.is_known else None,
        stops=tuple(reached),
        way_back=way_back,
        back=_after(ends, way_back.minutes) if way_back.is_known else None,
    )


def entered(minutes: int | None, there_and_back: float, unit: DistanceUnit) -> Way:
    """Return the way from home as it was entered with a visit.

    Args:
        minutes: Once; None where nobody said, 0 where it is next door.
        there_and_back: Tenths; 0 where nobody said.
        unit: Of the distance.
    """
    tenths = round(there_and_back / 2) or None
    if minutes is not None:
        return Way(minutes, tenths if minutes else tenths or 0)
    if tenths is None:
        return Way(0, None, Known.UNKNOWN)
    return Way(round(tenths / 10 / USUAL_SPEED[unit] * 60), tenths, Known.DISTANCE)


def estimated(one: Stop, other: Stop, straight: float | None, unit: DistanceUnit) -> Way:
    """Return how long it may take from one stop to another.

    Args:
        one: The first.
        other: The next.
        straight: How far as the crow flies; None where one of the places is not known.
        unit: Of all distances.
    """
    home = (one.from_home, other.from_home)
    if straight is None:
        # Between the difference of both ways and their sum; half-way is the longer of the two.
        known = [way.tenths for way in home if way.tenths is not None]
        tenths = max(known) if len(known) == len(home) else None
        if not all(way.is_known for way in home):
            return Way(0, None, Known.UNKNOWN)
        return Way(max(way.minutes for way in home), tenths, Known.ROUGHLY)
    road = straight * DETOUR
    return Way(round(road / _speed(home, unit) * 60), round(road * 10), Known.DISTANCE)


def _speed(ways: Sequence[Way], unit: DistanceUnit) -> float:
    """How far one comes in an hour on the ways that were entered."""
    told = [(way.tenths, way.minutes) for way in ways if way.tenths and way.minutes]
    if not told:
        return USUAL_SPEED[unit]
    return sum(tenths for tenths, _ in told) / sum(minutes for _, minutes in told) * 6


def _first(stop: Stop) -> RouteStop:
    return RouteStop(stop, stop.from_home, _after(stop.begins, -BEFORE), BEFORE)


def _next(before: Stop, stop: Stop, way: Way) -> RouteStop:
    arrives = _after(before.ends, way.minutes).astimezone(stop.begins.tzinfo)
    spare = int((stop.begins.astimezone(UTC) - arrives.astimezone(UTC)).total_seconds() // 60)
    return RouteStop(stop, way, arrives, spare, _rather(arrives) if spare < 0 else None)


def _rather(arrives: datetime) -> datetime:
    """The next hour that is easily said."""
    return _after(arrives, -arrives.minute % STEP)


def _after(moment: datetime, minutes: int) -> datetime:
    """So many minutes later, on the clock of the same place."""
    return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)
