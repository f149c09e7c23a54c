"""Quiet hours by the customer's own clock: both ends, the nights of the change, and holidays."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.contact_hours import (
    DISTURBS,
    Hours,
    NotNow,
    local_moment,
    may_contact,
    moment_of,
)
from creditmate.domain.dates import Calendar

LONDON, NEW_YORK = "Europe/London", "America/New_York"
MONDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 28)
EASTER = Calendar(holidays=frozenset({date(2026, 4, 6)}))
OPEN = Hours(weekends=True)


def at(day: date, text: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("00:00", NotNow.HOURS),
        ("07:29:59", NotNow.HOURS),
        ("07:30", None),
        ("12:00", None),
        ("20:59:59", None),
        ("21:00", NotNow.HOURS),
        ("23:59:59", NotNow.HOURS),
    ],
)
def test_weekdays_have_their_hours(text: str, expected: NotNow | None) -> None:
    assert may_contact(at(MONDAY, text), "call", Calendar()) is expected


def test_weekends_have_none_unless_we_work_then() -> None:
    noon = at(SATURDAY, "12:00")
    assert may_contact(noon, "call", Calendar()) is NotNow.WEEKEND
    assert may_contact(noon, "call", Calendar(), OPEN) is None
    assert may_contact(at(SATURDAY, "08:59"), "call", Calendar(), OPEN) is NotNow.HOURS
    assert may_contact(at(SATURDAY, "09:00"), "call", Calendar(), OPEN) is None
    friday = Calendar(weekend=frozenset({4, 5}))
    assert may_contact(at(SATURDAY + timedelta(days=1), "12:00"), "call", friday) is None


def test_nobody_is_rung_on_a_holiday_of_theirs() -> None:
    monday = at(date(2026, 4, 6), "12:00")
    assert may_contact(monday, "call", EASTER, OPEN) is NotNow.HOLIDAY
    wished = (time(11), time(13))
    assert may_contact(monday, "call", EASTER, OPEN, wished) is NotNow.HOLIDAY


def test_the_hours_a_customer_wishes_go_before_the_usual_ones() -> None:
    wished = (time(6), time(10))
    assert may_contact(at(MONDAY, "06:00"), "call", Calendar(), wished=wished) is None
    assert may_contact(at(MONDAY, "10:00"), "call", Calendar(), wished=wished) is NotNow.WISH
    noon = at(SATURDAY, "12:00")
    assert may_contact(noon, "call", Calendar(), wished=wished) is NotNow.WEEKEND


@pytest.mark.parametrize("channel", ["letter", "email"])
def test_what_lies_there_until_it_is_read_has_no_hours(channel: str) -> None:
    assert may_contact(at(date(2026, 4, 6), "03:00"), channel, EASTER) is None
    assert channel not in DISTURBS


def test_hours_that_end_before_they_begin_are_none() -> None:
    never = Hours(weekday_from=time(14), weekday_to=time(12))
    for hour in range(24):
        found = may_contact(datetime.combine(MONDAY, time(hour)), "text", Calendar(), never)
        assert found is NotNow.HOURS


# ---------------------------------------------------------------- their clock
@pytest.mark.parametrize(
    ("moment", "zone", "expected"),
    [
        # London, the night of 29 March 2026: one o'clock is two
        ("2026-03-29T00:59:59", LONDON, "2026-03-29T00:59:59"),
        ("2026-03-29T01:00:00", LONDON, "2026-03-29T02:00:00"),
        # the night of 25 October: two o'clock is one again
        ("2026-10-25T00:59:59", LONDON, "2026-10-25T01:59:59"),
        ("2026-10-25T01:00:00", LONDON, "2026-10-25T01:00:00"),
        # New York changes on 8 March and 1 November, other days than London
        ("2026-03-08T06:59:59", NEW_YORK, "2026-03-08T01:59:59"),
        ("2026-03-08T07:00:00", NEW_YORK, "2026-03-08T03:00:00"),
        ("2026-11-01T05:59:59", NEW_YORK, "2026-11-01T01:59:59"),
        ("2026-11-01T06:00:00", NEW_YORK, "2026-11-01T01:00:00"),
        # midnight: another day there than here
        ("2026-11-23T04:59:59", NEW_YORK, "2026-11-22T23:59:59"),
        ("2026-11-23T05:00:00", NEW_YORK, "2026-11-23T00:00:00"),
    ],
)
def test_their_clock(moment: str, zone: str, expected: str) -> None:
    aware = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert local_moment(aware, zone) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 3, 27), "07:30"),  # Friday, winter time
        (date(2026, 3, 30), "06:30"),  # Monday, summer time: an hour earlier by UTC
        (date(2026, 10, 23), "06:30"),
        (date(2026, 10, 26), "07:30"),
    ],
)
def test_their_day_begins_by_their_clock_on_either_side_of_the_change(
    day: date, opens: str
) -> None:
    first = at(day, opens).replace(tzinfo=UTC)
    assert may_contact(local_moment(first, LONDON), "call", Calendar()) is None
    before = local_moment(first - timedelta(seconds=1), LONDON)
    assert may_contact(before, "call", Calendar()) is NotNow.HOURS


def test_nine_in_london_is_the_night_in_new_york_and_another_hour_between_the_changes() -> None:
    """From 8 to 29 March New York is four hours behind and not five."""
    noon = datetime(2026, 3, 20, 11, 30, tzinfo=UTC)
    assert may_contact(local_moment(noon, NEW_YORK), "call", Calendar()) is None
    in_february = datetime(2026, 2, 20, 11, 30, tzinfo=UTC)
    assert may_contact(local_moment(in_february, NEW_YORK), "call", Calendar()) is NotNow.HOURS


def test_an_hour_that_the_clock_leaves_out_or_shows_twice() -> None:
    left_out = moment_of(date(2026, 3, 29), time(1, 30), LONDON)
    assert left_out == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert local_moment(left_out, LONDON) == datetime(2026, 3, 29, 2, 30)  # noqa: DTZ001 - their clock
    twice = moment_of(date(2026, 10, 25), time(1, 30), LONDON)
    assert twice == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.times().map(lambda t: t.replace(microsecond=0)),
    st.sampled_from([LONDON, NEW_YORK, "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]),
)
def test_an_hour_that_was_agreed_is_that_hour_by_their_clock(
    day: date, hour: time, zone: str
) -> None:
    """But for the hour that the clock leaves out, at most an hour later."""
    found = local_moment(moment_of(day, hour, zone), zone)
    assert timedelta() <= found - datetime.combine(day, hour) <= timedelta(hours=1)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.sampled_from(sorted(DISTURBS)))  # noqa: DTZ001 - their clock
def test_whoever_is_rung_is_rung_by_day_on_a_working_day(moment: datetime, channel: str) -> None:
    if may_contact(moment, channel, EASTER) is None:
        assert EASTER.is_working(moment.date())
        assert time(7, 30) <= moment.time() < time(21)
