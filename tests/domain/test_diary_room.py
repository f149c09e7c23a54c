"""Free time in a day, and items beside one another."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import ONE_DAY
from creditmate.domain.diary import DiaryItem, overlaps
from creditmate.domain.diary_room import Free, free_times, lanes
from tests.domain.diary_items import DAY, an_item

HOURS = (time(9), time(17, 30))
quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
planned = st.lists(
    st.builds(
        an_item,
        id_=st.integers(1, 10**6),
        day=st.integers(-1, 1).map(lambda n: DAY + ONE_DAY * n),
        at=quarters,
        minutes=st.integers(1, 300),
        done=st.booleans(),
    ),
    max_size=10,
    unique_by=lambda item: item.key,
)


def test_an_empty_day_is_free() -> None:
    assert free_times(DAY, [], HOURS, 30) == (Free(time(9), time(17, 30)),)
    assert (
        free_times(DAY, [an_item(1, at=None), an_item(2, done=True)], HOURS, 30)[0].minutes == 510
    )


def test_between_two_calls_there_is_room_for_a_third() -> None:
    calls = [
        an_item(1, at=time(9)),
        an_item(2, at=time(10, 5)),
        an_item(3, at=time(15), minutes=200),
    ]
    assert free_times(DAY, calls, HOURS, 30) == (
        Free(time(9, 30), time(10)),
        Free(time(10, 45), time(15)),
    )
    assert free_times(DAY, calls, HOURS, 45) == (Free(time(10, 45), time(15)),)


def test_the_night_before_reaches_in() -> None:
    late = an_item(1, day=DAY - ONE_DAY, at=time(23, 30), minutes=11 * 60)
    assert free_times(DAY, [late], HOURS, 30) == (Free(time(10, 30), time(17, 30)),)


def test_nothing_is_free_where_nobody_is_there() -> None:
    assert free_times(DAY, [], (time(9), time(9)), 15) == ()
    with pytest.raises(ValueError, match="0 minutes"):
        free_times(DAY, [], HOURS, 0)
    with pytest.raises(ValueError, match="from 17"):
        free_times(DAY, [], (HOURS[1], HOURS[0]), 15)


@given(planned, st.integers(1, 120))
def test_what_is_free_is_within_our_hours_and_nothing_stands_in_it(
    found: list[DiaryItem], minutes: int
) -> None:
    for free in free_times(DAY, found, HOURS, minutes):
        assert HOURS[0] <= free.first < free.last <= HOURS[1]
        assert free.minutes >= minutes
        tried = an_item(0, at=free.first, minutes=free.minutes)
        assert overlaps([*found, tried]).get(tried.key, ()) == ()


@given(planned)
def test_a_day_with_room_offers_it(found: list[DiaryItem]) -> None:
    """Where a quarter of an hour is free on every try, it is offered."""
    offered = free_times(DAY, found, HOURS, 15)
    for quarter in range(9 * 4, 17 * 4 + 2):
        at = time(quarter // 4, quarter % 4 * 15)
        tried = an_item(0, at=at, minutes=15)
        is_free = not overlaps([*found, tried]).get(tried.key)
        is_offered = any(free.first <= at and tried.ends.time() <= free.last for free in offered)
        assert is_free == is_offered


@given(planned, st.integers(0, 60))
def test_no_item_hides_another(found: list[DiaryItem], least: int) -> None:
    known = {item.key: item for item in found}
    placed = lanes(found, least)
    assert placed.keys() == known.keys()
    for a, lane in placed.items():
        assert 0 <= lane.place < lane.of
        for b, other in placed.items():
            one, two = known[a], known[b]
            if a < b and _meets(one, two, least):
                assert lane.place != other.place
                assert lane.of == other.of


def _meets(one: DiaryItem, two: DiaryItem, least: int) -> bool:
    ends = [item.begins + timedelta(minutes=max(item.minutes, least)) for item in (one, two)]
    return one.begins < ends[1] and two.begins < ends[0]
