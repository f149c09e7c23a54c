"""Hours that are planned, on days when clocks change and at midnight."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.diary_clock import Planned, by_clock_of, comes_twice, settled, zone_or

LONDON = "Europe/London"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
zones = st.sampled_from(
    [LONDON, "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"]
)
hours = st.builds(time, st.integers(0, 23), st.integers(0, 59))
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def test_an_hour_that_does_not_exist_is_the_next_one() -> None:
    assert settled(SPRING, time(1, 30), LONDON) == Planned(
        SPRING, time(2, 30), LONDON, shifted=True
    )
    assert settled(SPRING, time(0, 59), LONDON) == Planned(SPRING, time(0, 59), LONDON)
    assert settled(SPRING, time(2), LONDON) == Planned(SPRING, time(2), LONDON)


def test_an_hour_that_comes_twice_is_the_first() -> None:
    planned = settled(AUTUMN, time(1, 30), LONDON)
    assert planned == Planned(AUTUMN, time(1, 30), LONDON)
    assert by_clock_of(planned, "UTC") == Planned(AUTUMN, time(0, 30), "UTC")
    assert comes_twice(AUTUMN, time(1, 30), LONDON)
    assert not comes_twice(AUTUMN, time(2, 0), LONDON)
    assert not comes_twice(SPRING, time(1, 30), LONDON)


def test_what_is_shifted_there_is_said_here() -> None:
    # New York leaves out 02:30 on 8 March 2026; half an hour past three there is 07:30 here
    planned = Planned(date(2026, 3, 8), time(2, 30), "America/New_York")
    assert by_clock_of(planned, LONDON) == Planned(
        date(2026, 3, 8), time(7, 30), LONDON, shifted=True
    )


def test_between_two_changes_the_hour_differs_by_one() -> None:
    # from 8 to 29 March New York is four hours behind London, before and after five
    ten = [Planned(date(2026, 3, day), time(10), "America/New_York") for day in (6, 20, 30)]
    assert [by_clock_of(each, LONDON).at for each in ten] == [time(15), time(14), time(15)]


def test_it_may_be_another_day_here() -> None:
    nine = Planned(date(2026, 11, 24), time(9), "Pacific/Auckland")
    assert by_clock_of(nine, LONDON) == Planned(date(2026, 11, 23), time(20), LONDON)
    late = Planned(date(2026, 11, 23), time(20), "America/New_York")
    assert by_clock_of(late, LONDON) == Planned(date(2026, 11, 24), time(1), LONDON)


def test_an_unknown_zone_gives_way() -> None:
    assert zone_or(LONDON, "UTC") == LONDON
    for strange in ("Atlantis/Nowhere", "", "../secret", "Europe"):
        assert zone_or(strange, "UTC") == "UTC"


@given(days, hours, zones)
def test_what_is_settled_exists_and_stays(day: date, at: time, zone: str) -> None:
    planned = settled(day, at, zone)
    again = settled(planned.day, planned.at, zone)
    assert again == Planned(planned.day, planned.at, zone)
    assert planned.shifted == ((planned.day, planned.at) != (day, at))
    assert datetime.combine(planned.day, planned.at) >= datetime.combine(day, at)


@given(days, hours, zones, zones)
def test_there_and_back_again_is_the_same_moment(day: date, at: time, one: str, two: str) -> None:
    planned = settled(day, at, one)
    there = by_clock_of(planned, two)
    moment = datetime.combine(planned.day, planned.at, ZoneInfo(one))
    if not comes_twice(there.day, there.at, two):  # else the clock there does not say which
        back = by_clock_of(there, one)
        assert (back.day, back.at) == (planned.day, planned.at)
        assert datetime.combine(there.day, there.at, ZoneInfo(two)) == moment


@pytest.mark.parametrize("zone", [LONDON, "Australia/Lord_Howe", "America/St_Johns"])
@given(day=days, at=hours)
def test_every_hour_can_be_planned(zone: str, day: date, at: time) -> None:
    assert by_clock_of(Planned(day, at, zone), "UTC").zone == "UTC"
