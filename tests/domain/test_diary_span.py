"""Which days are shown at once."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.diary_span import Span, days_of, stepped, week_of

days = st.dates(date(1950, 1, 1), date(2100, 1, 1))


def test_weeks_begin_where_people_say_they_do() -> None:
    monday = date(2026, 11, 23)
    assert week_of(date(2026, 11, 29), 0) == (monday, date(2026, 11, 29))
    assert week_of(date(2026, 11, 29), 6) == (date(2026, 11, 29), date(2026, 12, 5))
    assert week_of(monday, 5) == (date(2026, 11, 21), date(2026, 11, 27))
    with pytest.raises(ValueError, match="begins on 7"):
        week_of(monday, 7)


def test_a_month_is_shown_in_whole_weeks() -> None:
    assert days_of(Span.MONTH, date(2026, 11, 23), 0) == (date(2026, 10, 26), date(2026, 12, 6))
    assert days_of(Span.WEEK, date(2026, 11, 23), 0) == (date(2026, 11, 23), date(2026, 11, 29))
    assert days_of(Span.DAY, date(2026, 11, 23), 0) == (date(2026, 11, 23), date(2026, 11, 23))


def test_one_goes_on_by_what_is_shown() -> None:
    day = date(2026, 1, 31)
    assert stepped(Span.MONTH, day, 1) == date(2026, 2, 28)
    assert stepped(Span.WEEK, day, -1) == date(2026, 1, 24)
    assert stepped(Span.DAY, day, 2) == date(2026, 2, 2)


@given(days, st.integers(0, 6), st.sampled_from(Span))
def test_the_day_is_among_those_shown(day: date, first: int, span: Span) -> None:
    begins, ends = days_of(span, day, first)
    assert begins <= day <= ends
    if span is not Span.DAY:
        assert begins.weekday() == first
        assert (ends - begins + timedelta(days=1)).days % 7 == 0
    if span is Span.MONTH:
        assert (ends - begins).days <= 41
