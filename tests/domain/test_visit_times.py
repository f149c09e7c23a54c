"""When a visit can be: overlaps, the way, holidays of both countries, time zones, clock changes."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_hours import Hours
from creditmate.domain.dates import Calendar
from creditmate.domain.diary_clock import Planned
from creditmate.domain.diary_room import Free
from creditmate.domain.visit_times import (
    Sides,
    Taken,
    TimeWhy,
    day_warnings,
    fits,
    free_for_visit,
    gap_short,
    here,
    time_warnings,
)

DAY = date(2026, 12, 3)
LONDON, NEW_YORK, BERLIN = "Europe/London", "America/New_York", "Europe/Berlin"
OURS = (time(9), time(17, 30))
USUAL = Sides(Calendar(), Calendar(), LONDON)


def at(hour: int, minute: int = 0, day: date = DAY, zone: str = LONDON) -> Planned:
    return Planned(day, time(hour, minute), zone)


def taken(
    hour: int,
    minute: int = 0,
    *,
    minutes: int = 60,
    travel: int = 0,
    key: str = "v",
    day: date = DAY,
) -> Taken:
    begins = datetime.combine(day, time(hour, minute))
    return Taken(key, begins, begins + timedelta(minutes=minutes), travel, "Larch & Lintel")


def whys(planned: Planned, *others: Taken, sides: Sides = USUAL, travel: int = 0) -> list[TimeWhy]:
    return [one.why for one in time_warnings(planned, 60, travel, others, sides)]


def test_nothing_is_against_a_free_morning() -> None:
    assert whys(at(10, 30), taken(14)) == []


def test_between_two_visits_of_a_day_a_way_nobody_said_is_said_to_be_unknown() -> None:
    away = replace(taken(14), away=True)
    (one,) = time_warnings(at(10, 30), 60, None, [away], USUAL)
    assert (one.why, one.name, one.at) == (TimeWhy.WAY_UNKNOWN, "Larch & Lintel", time(14))
    assert time_warnings(at(10, 30), 60, 0, [away], USUAL) == (), "this one is next door"
    beside = replace(away, next_door=True)
    assert time_warnings(at(10, 30), 60, None, [beside], USUAL) == (), "so is the other"
    assert whys(at(10, 30), away, travel=20) == []  # the longer way of the two is known
    assert whys(at(10, 30), replace(away, travel=20)) == []
    assert whys(at(10, 30), taken(14)) == []  # a call needs no way
    assert whys(at(10, 30), replace(taken(14, day=DAY + timedelta(days=1)), away=True)) == []


def test_two_things_at_once_are_named() -> None:
    (one,) = time_warnings(at(10, 30), 60, 0, [taken(11)], USUAL)
    assert (one.why, one.name, one.at) == (TimeWhy.OVERLAPS, "Larch & Lintel", time(11))
    assert whys(at(10, 30), taken(11, 30)) == []


def test_the_pictured_gap_is_too_short() -> None:
    """The route sheet: a visit to 12.20, 28 minutes of way, the next at 12.35: 13 too few."""
    first, second = taken(11, 50, minutes=30, travel=12), taken(12, 35, travel=28)
    assert gap_short(first, second) == gap_short(second, first) == 13
    (one,) = time_warnings(at(12, 35), 40, 28, [first], USUAL)
    assert (one.why, one.minutes) == (TimeWhy.NO_TIME_TO_GO, 13)
    assert gap_short(first, taken(12, 48, travel=28)) == 0
    assert gap_short(first, taken(12, 0)) == 0  # at once: an overlap, not a gap


def test_holidays_of_both_countries_are_said() -> None:
    thanksgiving = date(2026, 11, 26)
    boxing = date(2026, 12, 28)
    sides = Sides(
        Calendar(holidays=frozenset({boxing})),
        Calendar(holidays=frozenset({thanksgiving})),
        LONDON,
    )
    assert whys(at(10, day=thanksgiving, zone=NEW_YORK), sides=sides) == [TimeWhy.THEIR_HOLIDAY]
    assert whys(at(10, day=boxing), sides=sides) == [TimeWhy.OUR_HOLIDAY]
    assert whys(at(10, day=date(2026, 12, 5))) == [TimeWhy.OUR_WEEKEND, TimeWhy.THEIR_WEEKEND]


def test_their_hours_and_their_wish_are_theirs() -> None:
    assert whys(at(6)) == [TimeWhy.THEIR_HOURS]
    wished = Sides(Calendar(), Calendar(), LONDON, Hours(), (time(13), time(16)))
    assert whys(at(10), sides=wished) == [TimeWhy.THEIR_WISH]
    assert whys(at(13), sides=wished) == []


def test_an_hour_of_theirs_meets_our_diary_by_our_clock() -> None:
    """Half past nine in New York is half past two here, where somebody rings already."""
    assert whys(at(9, 30, zone=NEW_YORK), taken(14, 30)) == [TimeWhy.OVERLAPS]
    assert whys(at(9, 30, zone=NEW_YORK), taken(9, 30)) == []
    found = here(at(9, 30, zone=NEW_YORK), 60, 30, LONDON, "v-1")
    assert (found.begins, found.leaves, found.returns) == (
        datetime.combine(DAY, time(14, 30)),
        datetime.combine(DAY, time(14)),
        datetime.combine(DAY, time(16)),
    )


def test_between_two_changes_of_clocks_the_hours_are_apart_otherwise() -> None:
    """On 26 October 2026 Berlin and London have changed; New York has not: four hours, not five."""
    assert here(at(9, zone=NEW_YORK, day=date(2026, 10, 26)), 60, 0, LONDON).begins.hour == 13
    assert here(at(9, zone=NEW_YORK, day=date(2026, 11, 2)), 60, 0, LONDON).begins.hour == 14


def test_the_hour_that_summer_time_leaves_out_is_said() -> None:
    sunday = date(2026, 3, 29)
    awake = Sides(
        Calendar(weekend=frozenset({5})), Calendar(weekend=frozenset({5})), LONDON,
        Hours(time(0), time(23)),
    )  # fmt: skip
    (one,) = time_warnings(at(1, 30, sunday), 60, 0, [], awake)
    assert (one.why, one.at) == (TimeWhy.SHIFTED, time(2, 30))
    assert whys(at(1, 30, date(2026, 10, 25)), sides=awake) == [TimeWhy.COMES_TWICE]


def test_a_long_way_is_begun_the_day_before() -> None:
    (one,) = time_warnings(at(8), 60, 9 * 60, [], USUAL)
    assert (one.why, one.day, one.at) == (
        TimeWhy.LEAVES_DAY_BEFORE,
        date(2026, 12, 2),
        time(23),
    )


SATURDAY = date(2026, 12, 5)


@pytest.mark.parametrize(
    ("day", "sides", "expected"),
    [
        (DAY, USUAL, []),
        (SATURDAY, USUAL, [TimeWhy.OUR_WEEKEND, TimeWhy.THEIR_WEEKEND]),
        (DAY, replace(USUAL, ours=Calendar(holidays=frozenset({DAY}))), [TimeWhy.OUR_HOLIDAY]),
        (DAY, replace(USUAL, theirs=Calendar(holidays=frozenset({DAY}))), [TimeWhy.THEIR_HOLIDAY]),
        (
            SATURDAY,
            replace(USUAL, hours=Hours(weekends=True)),
            [TimeWhy.OUR_WEEKEND],
        ),
    ],
)
def test_a_day_is_nobodys_where_one_side_does_not_work(
    day: date, sides: Sides, expected: list[TimeWhy]
) -> None:
    found = day_warnings(day, sides)
    assert [one.why for one in found] == expected
    assert {one.day for one in found} <= {day}


# ---------------------------------------------------------------- free time
def test_a_free_day_has_room_once_the_way_is_taken_off() -> None:
    assert free_for_visit(DAY, [], OURS, 60, 85) == (Free(time(10, 30), time(16)),)
    assert free_for_visit(DAY, [], OURS, 60, 0) == (Free(*OURS),)


def test_what_is_planned_takes_its_own_way_too() -> None:
    visit = taken(12, minutes=60, travel=45)
    assert free_for_visit(DAY, [visit], OURS, 60, 30) == (
        Free(time(9, 30), time(11, 15)),
        Free(time(13, 45), time(17)),
    )


def test_what_reaches_in_from_other_days_takes_its_part() -> None:
    night = taken(22, minutes=12 * 60 + 30, day=DAY - timedelta(days=1))
    long_ago = taken(9, day=DAY - timedelta(days=9))
    assert free_for_visit(DAY, [night, long_ago], OURS, 60, 0) == (
        Free(time(10, 30), time(17, 30)),
    )


def test_there_may_be_no_room() -> None:
    assert free_for_visit(DAY, [], OURS, 60, 240) == ()
    with pytest.raises(ValueError, match="0 minutes"):
        free_for_visit(DAY, [], OURS, 0, 0)


quarters = st.integers(0, 95)
others = st.lists(
    st.builds(
        lambda hour, minutes, travel: taken(
            hour // 4, hour % 4 * 15, minutes=minutes, travel=travel
        ),
        quarters,
        st.integers(1, 200),
        st.integers(0, 90),
    ),
    max_size=6,
)


@given(others=others, minutes=st.integers(5, 180), travel=st.integers(0, 120), hour=quarters)
def test_what_is_free_clashes_with_nothing_and_is_back_in_time(
    others: list[Taken], minutes: int, travel: int, hour: int
) -> None:
    free = free_for_visit(DAY, others, OURS, minutes, travel)
    start = time(hour // 4, hour % 4 * 15)
    mine = here(Planned(DAY, start, LONDON), minutes, travel, LONDON)
    if fits(start, minutes, free):
        found = time_warnings(Planned(DAY, start, LONDON), minutes, travel, others, USUAL)
        assert not {one.why for one in found} & {TimeWhy.OVERLAPS, TimeWhy.NO_TIME_TO_GO}
        assert mine.leaves >= datetime.combine(DAY, OURS[0])
        assert mine.returns <= datetime.combine(DAY, OURS[1])
    elif not others:
        inside = mine.leaves >= datetime.combine(DAY, OURS[0])
        assert not (inside and mine.returns <= datetime.combine(DAY, OURS[1]))
