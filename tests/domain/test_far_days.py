"""Days so far ahead that hardly anybody means them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.far_days import is_far

TODAY = date(2026, 11, 23)


def test_a_quarter_ahead_is_believed_and_a_day_more_is_asked_about() -> None:
    assert not is_far(date(2027, 2, 23), TODAY)
    assert is_far(date(2027, 2, 24), TODAY)
    assert not is_far(None, TODAY)


@given(st.integers(1, 31))
def test_a_day_of_the_last_month_that_is_read_as_next_year_s_is_far(ago: int) -> None:
    passed = TODAY - timedelta(days=ago)
    assert not is_far(passed, TODAY)
    assert is_far(passed.replace(year=TODAY.year + 1), TODAY)
