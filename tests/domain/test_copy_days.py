"""A copy goes out on the next working day, and they have two days to look at it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.copy_days import copy_read, copy_sent
from creditmate.domain.dates import Calendar

FRIDAY, MONDAY, WEDNESDAY = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 2)


def test_a_weekend_is_no_day_for_either() -> None:
    assert copy_sent(Calendar(), FRIDAY) == MONDAY
    assert copy_read(Calendar(), MONDAY) == WEDNESDAY


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 6))
def test_both_are_working_days_after_the_one_before(today: date, off: int) -> None:
    calendar = Calendar(holidays=frozenset({today + timedelta(days=off)}))
    sent = copy_sent(calendar, today)
    assert today < sent < copy_read(calendar, sent)
    assert all(calendar.is_working(day) for day in (sent, copy_read(calendar, sent)))
