from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import (
    Calendar,
    add_months,
    day_in_month,
    month_end,
    month_start,
    months_between,
)

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
CALENDARS = st.builds(
    Calendar,
    st.frozensets(st.integers(0, 6), max_size=6),
    st.frozensets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=20),
)


@pytest.mark.parametrize(
    ("year", "month", "wanted", "expected"),
    [
        (2026, 2, 30, date(2026, 2, 28)),
        (2028, 2, 30, date(2028, 2, 29)),
        (2026, 4, 31, date(2026, 4, 30)),
        (2026, 12, 31, date(2026, 12, 31)),
        (2026, 1, 1, date(2026, 1, 1)),
    ],
)
def test_a_day_that_does_not_exist_is_the_last(
    year: int, month: int, wanted: int, expected: date
) -> None:
    assert day_in_month(year, month, wanted) == expected


@pytest.mark.parametrize("wanted", [0, 32, -1])
def test_no_month_has_such_a_day(wanted: int) -> None:
    with pytest.raises(ValueError, match="not 1 to 31"):
        day_in_month(2026, 1, wanted)


def test_month_ends_and_months_added() -> None:
    assert month_end(date(2028, 2, 1)) == date(2028, 2, 29)
    assert month_start(date(2028, 2, 29)) == date(2028, 2, 1)
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert add_months(date(2026, 12, 15), 1) == date(2027, 1, 15)
    with pytest.raises(ValueError, match="year"):
        add_months(date(9999, 12, 1), 1)


@given(DAYS, st.integers(-1000, 1000))
def test_added_months_are_the_months_between(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert months_between(day, moved) == months
    assert moved.day == day.day or moved == month_end(moved)
    assert moved.day <= day.day


def test_weekends_and_holidays() -> None:
    christmas = Calendar(holidays=frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
    friday = date(2026, 12, 25)
    assert not christmas.is_working(friday)
    assert christmas.next_working(friday) == date(2026, 12, 29)
    assert christmas.previous_working(friday) == date(2026, 12, 24)
    assert christmas.next_working(date(2026, 12, 24)) == date(2026, 12, 24)
    assert christmas.previous_working(date(2026, 12, 24)) == date(2026, 12, 24)
    assert christmas.add_working_days(date(2026, 12, 23), 2) == date(2026, 12, 29)
    gulf = Calendar(weekend=frozenset({4, 5}))
    assert gulf.is_working(date(2026, 12, 27))
    assert not gulf.is_working(friday)


def test_no_working_days_after_a_sunday_is_that_sunday() -> None:
    assert Calendar().add_working_days(date(2026, 12, 27), 0) == date(2026, 12, 27)
    with pytest.raises(ValueError, match="-1 working days"):
        Calendar().add_working_days(date(2026, 12, 27), -1)


@pytest.mark.parametrize("weekend", [frozenset(range(7)), frozenset({7}), frozenset({-1, 5})])
def test_an_impossible_weekend_is_refused(weekend: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="a weekend of"):
        Calendar(weekend)


def test_a_calendar_without_work_is_refused() -> None:
    class Always:
        def __contains__(self, day: object) -> bool:
            return True

    with pytest.raises(ValueError, match="no working day"):
        Calendar(holidays=Always()).next_working(date(2026, 1, 1))


@given(CALENDARS, st.dates(date(2025, 12, 1), date(2027, 1, 31)))
def test_the_nearest_working_days_have_none_between(calendar: Calendar, day: date) -> None:
    after, before = calendar.next_working(day), calendar.previous_working(day)
    assert before <= day <= after
    assert calendar.is_working(before)
    assert calendar.is_working(after)
    between = [before + timedelta(days=n) for n in range(1, (after - before).days)]
    assert not any(calendar.is_working(each) for each in between)


@given(CALENDARS, st.dates(date(2025, 12, 1), date(2027, 1, 31)), st.integers(1, 30))
def test_working_days_are_counted(calendar: Calendar, day: date, count: int) -> None:
    reached = calendar.add_working_days(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (reached - day).days + 1)]
    assert sum(calendar.is_working(each) for each in passed) == count
    assert calendar.is_working(reached)
