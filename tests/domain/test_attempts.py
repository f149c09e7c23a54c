"""After nobody was reached: the next working day, the other half of it, and in time another way."""

from datetime import date, datetime, time

import pytest

from creditmate.domain.attempts import next_attempt
from creditmate.domain.dates import Calendar

MONDAY = date(2026, 11, 23)
HOLIDAY = Calendar(holidays=frozenset({date(2026, 11, 24)}))


@pytest.mark.parametrize(
    ("hour", "wanted"),
    [(time(9, 30), time(14)), (time(11, 59), time(14)), (time(12), time(10)), (time(17), time(10))],
)
def test_the_other_half_of_the_next_working_day(hour: time, wanted: time) -> None:
    found = next_attempt(datetime.combine(MONDAY, hour), 0, Calendar())
    assert (found.day, found.at) == (date(2026, 11, 24), wanted)


def test_neither_a_holiday_of_theirs_nor_a_weekend() -> None:
    morning = datetime.combine(MONDAY, time(9))
    assert next_attempt(morning, 0, HOLIDAY).day == date(2026, 11, 25)
    friday = datetime.combine(date(2026, 11, 27), time(9))
    assert next_attempt(friday, 0, Calendar()).day == date(2026, 11, 30)


@pytest.mark.parametrize(("before", "another"), [(0, False), (1, False), (2, True), (3, True)])
def test_after_the_third_in_a_row_another_way_is_better(before: int, another: bool) -> None:
    found = next_attempt(datetime.combine(MONDAY, time(9)), before, Calendar())
    assert (found.number, found.another_way) == (before + 2, another)
