"""What a visit costs, and what stands against it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.visit_cost import (
    KnownWay,
    Rates,
    Stakes,
    WayKnown,
    expected_way,
    is_worth_it,
    usual_unit,
    visit_cost,
)
from creditmate.domain.visits import DistanceUnit


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


RATES = Rates(gbp(32_00), gbp(45), DistanceUnit.MILE)


def test_the_pictured_visit_costs_what_it_says() -> None:
    """3 h 50 at 32.00, 96 miles at 45p: 122.67 and 43.20, together 165.87."""
    cost = visit_cost(60, 85, 960, RATES)
    assert (cost.minutes, cost.time, cost.way, cost.total) == (
        230,
        gbp(122_67),
        gbp(43_20),
        gbp(165_87),
    )


def test_halves_are_rounded_up() -> None:
    assert visit_cost(0, 0, 5, Rates(gbp(0), gbp(45), DistanceUnit.MILE)).way == gbp(23)
    with pytest.raises(ValueError, match="-1"):
        visit_cost(60, -1, 0, RATES)


def test_it_is_worth_it_when_something_much_larger_is_at_stake() -> None:
    cost = gbp(165_87)
    assert is_worth_it(cost, Stakes(gbp(11_240_75)))
    assert is_worth_it(cost, Stakes(gbp(0), margin=gbp(6_900_00)))
    assert is_worth_it(cost, Stakes(gbp(497_61)))
    assert not is_worth_it(cost, Stakes(gbp(497_60), interest=gbp(12), limit=None))
    assert not is_worth_it(gbp(0), Stakes(gbp(0)))


def test_miles_and_kilometres() -> None:
    assert usual_unit("GB") is DistanceUnit.MILE
    assert usual_unit("NZ") is DistanceUnit.KM


@given(
    minutes=st.integers(0, 1440), travel=st.integers(0, 1440), distance=st.integers(0, 100_000),
    hour=st.integers(0, 10**6), unit=st.integers(0, 10**4),
)  # fmt: skip
def test_a_longer_visit_never_costs_less(
    minutes: int, travel: int, distance: int, hour: int, unit: int
) -> None:
    rates = Rates(gbp(hour), gbp(unit), DistanceUnit.KM)
    cost = visit_cost(minutes, travel, distance, rates)
    more = visit_cost(minutes + 1, travel + 1, distance + 1, rates)
    assert more.total.minor >= cost.total.minor
    assert cost.total == cost.time + cost.way
    assert abs(cost.time.minor * 60 - hour * cost.minutes) <= 30


def test_the_way_is_that_of_their_last_visit_else_of_somebody_near_else_not_known() -> None:
    own, other = KnownWay(85, 960, DistanceUnit.MILE), KnownWay(20, 100, DistanceUnit.MILE)
    assert expected_way(1, (2,), {1: own, 2: other}) == (own, WayKnown.BEFORE)
    assert expected_way(1, (3, 2), {2: other}) == (other, WayKnown.NEAR)
    assert expected_way(1, (3,), {2: other}) == (None, WayKnown.NOT)
