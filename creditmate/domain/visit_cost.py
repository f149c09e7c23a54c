"""What a visit costs before it is made, against what is at stake.

Cost is the way and the meeting at what an hour costs us, and the distance at a rate. Against it
stand what is overdue, the interest that earlier payment saves, the limit at stake and the yearly
margin (domain-rules 4.8). Nobody adds these up: each is said for itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from creditmate.domain.money import Money
from creditmate.domain.visits import DistanceUnit

_IN_MILES = frozenset({"GB", "US", "LR", "MM", "IM", "JE", "GG", "AS", "GU", "PR", "VI", "MP"})
"""Countries whose roads are measured in miles."""
USUAL_MINUTES = 60
"""How long a visit takes where nothing is planned yet."""
SAVED_DAYS = 30
"""Interest of so many days stands for what is saved: nobody knows how much earlier money comes."""
WORTH_IT = 3
"""So many times the cost has to be at stake: common practice, below it a call does as well."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What an hour and a unit of distance cost, in the home currency."""

    hour: Money
    distance: Money
    unit: DistanceUnit


class WayKnown(StrEnum):
    """How the way to somebody who may be visited is known; the values are stable."""

    BEFORE = "before"  # from the last visit to them
    NEAR = "near"  # from a visit to somebody near
    NOT = "not"  # left out of the cost


@dataclass(frozen=True, slots=True)
class KnownWay:
    """A way that was entered with a visit: minutes once, distance there and back."""

    minutes: int
    distance_tenths: int
    unit: DistanceUnit


@dataclass(frozen=True, slots=True)
class VisitCost:
    """What a visit costs: time and distance, and what they come to."""

    minutes: int
    distance_tenths: int
    rates: Rates
    time: Money
    way: Money

    @property
    def total(self) -> Money:
        """All of it."""
        return self.time + self.way


@dataclass(frozen=True, slots=True)
class Stakes:
    """What a visit is about, in the home currency; None where nothing is known of it.

    ``interest`` is that of ``SAVED_DAYS`` on what is overdue. ``rate_day`` is the day of the oldest
    rate at which other currencies of what is overdue were worked out; None where there are none.
    """

    overdue: Money
    interest: Money | None = None
    limit: Money | None = None
    margin: Money | None = None
    rate_day: date | None = None


def usual_unit(country: str) -> DistanceUnit:
    """Return in which unit distances are said in a country."""
    return DistanceUnit.MILE if country in _IN_MILES else DistanceUnit.KM


def visit_cost(minutes: int, travel_minutes: int, distance_tenths: int, rates: Rates) -> VisitCost:
    """Return what a visit costs, each part rounded half up to the smallest unit.

    Args:
        minutes: Of the meeting.
        travel_minutes: Of the way, once: it is gone there and back.
        distance_tenths: There and back.
        rates: What an hour and a unit of distance cost.

    Raises:
        ValueError: Something is negative.
    """
    if min(minutes, travel_minutes, distance_tenths) < 0:
        raise ValueError(f"{minutes}, {travel_minutes}, {distance_tenths}")
    away = minutes + 2 * travel_minutes
    return VisitCost(
        minutes=away,
        distance_tenths=distance_tenths,
        rates=rates,
        time=_share(rates.hour, away, 60),
        way=_share(rates.distance, distance_tenths, 10),
    )


def expected_way(
    customer: int, near: Sequence[int], ways: Mapping[int, KnownWay]
) -> tuple[KnownWay | None, WayKnown]:
    """Return which way a visit nobody has planned yet may take, and how it is known.

    Args:
        customer: Who may be visited.
        near: Who is near, the nearest first.
        ways: The last way that was entered to each customer.
    """
    if (own := ways.get(customer)) is not None:
        return own, WayKnown.BEFORE
    for other in near:
        if (way := ways.get(other)) is not None:
            return way, WayKnown.NEAR
    return None, WayKnown.NOT


def _share(rate: Money, count: int, of: int) -> Money:
    minor = (Decimal(rate.minor) * count / of).quantize(Decimal(1), ROUND_HALF_UP)
    return Money(int(minor), rate.currency)


def is_worth_it(cost: Money, stakes: Stakes) -> bool:
    """Whether the largest thing at stake is several times what the visit costs."""
    known = (stakes.overdue, stakes.interest, stakes.limit, stakes.margin)
    most = max((each.minor for each in known if each is not None), default=0)
    return most > 0 and most >= WORTH_IT * cost.minor
