"""The hours on the road: before and after a visit, and between two."""

from dataclasses import replace
from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.diary import DiaryItem, DiaryKind
from creditmate.domain.diary_roads import Road, roads
from creditmate.domain.diary_room import free_times
from tests.domain.diary_items import DAY, an_item

FIRST = an_item(1, at=time(10, 30), kind=DiaryKind.VISIT, minutes=60, travel=85)
ITEMS = st.builds(
    lambda id_, quarter, minutes, travel, owner: an_item(
        id_, at=time(quarter // 4, quarter % 4 * 15), minutes=minutes, travel=travel, owner=owner
    ),
    st.integers(1, 10**6),
    st.integers(0, 95),
    st.integers(1, 120),
    st.integers(0, 180),
    st.sampled_from([None, 1, 2]),
)


def test_the_way_there_and_the_way_home() -> None:
    assert roads([FIRST]) == [Road("task-1", 545, 630, 85), Road("task-1", 690, 775, 85)]


def test_what_is_done_has_no_hour_or_no_way_has_none() -> None:
    assert roads([replace(FIRST, done=True), replace(FIRST, at=None), an_item(2)]) == []


def test_between_two_without_time_to_come_home_it_is_one_way_nobody_measured() -> None:
    second = replace(FIRST, id=2, at=time(12), travel=90)
    assert roads([second, FIRST]) == [
        Road("task-1", 545, 630, 85),
        Road("task-2", 690, 720, 0),
        Road("task-2", 780, 870, 90),
    ]


def test_whoever_has_the_time_comes_home_between() -> None:
    second = replace(FIRST, id=2, at=time(14, 30), travel=90)
    assert [road[1:] for road in roads([FIRST, second])] == [
        (545, 630, 85),
        (690, 775, 85),
        (780, 870, 90),
        (930, 1020, 90),
    ]


def test_another_of_us_is_on_another_road() -> None:
    second = replace(FIRST, id=2, at=time(12), owner=2)
    assert [road.takes for road in roads([FIRST, second])] == [85] * 4


def test_whoever_goes_along_is_on_the_same_road() -> None:
    both = replace(FIRST, along=frozenset({1, 2}))
    assert roads([both]) == roads([FIRST])


def test_visits_that_overlap_have_no_way_between_them() -> None:
    second = replace(FIRST, id=2, at=time(11))
    assert [road[1:] for road in roads([FIRST, second])] == [(545, 630, 85), (720, 805, 85)]


def test_the_day_ends_at_midnight() -> None:
    early, late = replace(FIRST, at=time(1)), replace(FIRST, id=2, at=time(22, 30))
    found = roads([early, late])
    assert (found[0].begins, found[-1].ends) == (0, 24 * 60)
    assert {road.takes for road in found} == {85}


@given(st.lists(ITEMS, max_size=6, unique_by=lambda item: item.key))
def test_nobody_is_free_on_the_road(items: list[DiaryItem]) -> None:
    """Whatever is drawn as a way lies in the day, and the free hours leave it out."""
    for owner in (None, 1, 2):
        ours = [item for item in items if item.owner == owner]
        free = free_times(DAY, ours, (time(0), time(23, 59)), 15)
        for road in roads(ours):
            assert 0 <= road.begins < road.ends <= 24 * 60
            for one in free:
                first = one.first.hour * 60 + one.first.minute
                last = one.last.hour * 60 + one.last.minute
                assert last <= road.begins or first >= road.ends
