"""Calendar files, read back with the library that calendars are read with."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from creditmate.domain.diary_clock import settled
from creditmate.exchange.calendar_out import CalendarEvent, calendar_file

MOMENT = datetime(2026, 11, 23, 9, 30, 5, 7, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
zones = st.sampled_from(
    ["Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"]
)


def an_event(
    day: date = date(2026, 11, 24), at: time | None = time(10), **more: object
) -> CalendarEvent:
    values = {"uid": "task-1@x", "sequence": 0, "title": "Call Osprey", "zone": "Europe/London",
              "minutes": 30, "busy": True, **more}  # fmt: skip
    return CalendarEvent(day=day, at=at, **values)  # type: ignore[arg-type]


def read(*events: CalendarEvent) -> tuple[Any, list[Any]]:
    found = Calendar.from_ical(calendar_file(events, "Diary", MOMENT))
    return found, list(found.walk("VEVENT"))


def test_an_hour_has_its_zone_and_the_zone_is_described() -> None:
    calendar, (event,) = read(an_event())
    assert event.start == datetime(2026, 11, 24, 10, tzinfo=LONDON)
    assert event.end == datetime(2026, 11, 24, 10, 30, tzinfo=LONDON)
    assert event["duration"].dt == timedelta(minutes=30)
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert [zone.tz_name for zone in calendar.timezones] == ["Europe/London"]
    assert calendar.get_missing_tzids() == set()


def test_a_day_is_all_day_and_takes_no_time() -> None:
    calendar, (event,) = read(an_event(at=None, busy=False))
    assert (event.start, event.end) == (date(2026, 11, 24), date(2026, 11, 25))
    assert event["transp"] == "TRANSPARENT"
    assert calendar.timezones == []


def test_what_names_and_counts_an_event_is_as_it_was_told() -> None:
    calendar, (event,) = read(
        an_event(sequence=4, words="10:00, there\nnext line; and", category="Call")
    )
    assert (event["uid"], event["sequence"]) == ("task-1@x", 4)
    assert event["dtstamp"].dt == MOMENT.replace(microsecond=0)
    assert event["summary"] == "Call Osprey"
    assert event["description"] == "10:00, there\nnext line; and"
    assert event.categories == ["Call"]
    assert (event["class"], event["transp"]) == ("PRIVATE", "OPAQUE")
    assert (calendar["method"], calendar["version"], calendar.calendar_name) == (
        "PUBLISH", "2.0", "Diary",
    )  # fmt: skip


def test_an_hour_that_does_not_exist_is_the_next_one() -> None:
    _, (event,) = read(an_event(SPRING, time(1, 30)))
    assert event.start == datetime(2026, 3, 29, 2, 30, tzinfo=LONDON)
    assert event.start.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_an_hour_that_comes_twice_is_the_first() -> None:
    _, (event,) = read(an_event(AUTUMN, time(1, 30)))
    assert event.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert event["duration"].dt == timedelta(minutes=30)


def test_what_crosses_midnight_ends_on_the_next_day() -> None:
    _, (event,) = read(an_event(at=time(23, 50)))
    assert event.end == datetime(2026, 11, 25, 0, 20, tzinfo=LONDON)


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    long = calendar_file([an_event(title="Über " * 40)], "Diary", MOMENT)
    assert long.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in long.split(b"\r\n"))
    assert b"\n" not in long.replace(b"\r\n", b"")


def test_nothing_makes_an_empty_calendar() -> None:
    _, events = read()
    assert events == []


@given(
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    zones,
    st.integers(1, 600),
)
def test_read_back_it_is_the_same_moment_for_as_long(
    day: date, at: time, zone: str, minutes: int
) -> None:
    _, (event,) = read(an_event(day, at, zone=zone, minutes=minutes))
    planned = settled(day, at, zone)
    meant = datetime.combine(planned.day, planned.at, ZoneInfo(zone))
    assert event.start.astimezone(UTC) == meant.astimezone(UTC)
    assert event["duration"].dt == timedelta(minutes=minutes)


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York"])
def test_the_zone_described_changes_its_clocks_on_the_right_day(zone: str) -> None:
    calendar, _ = read(an_event(AUTUMN, zone=zone), an_event(SPRING, zone=zone, uid="2"))
    (described,) = calendar.timezones
    known = described.to_tz()
    for moment in (datetime(2026, month, 10, 12) for month in range(1, 13)):  # noqa: DTZ001
        assert (
            moment.replace(tzinfo=known).utcoffset()
            == moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()
        )


def test_what_goes_to_somebody_else_says_where_and_who_asks_and_is_not_private() -> None:
    calendar, (event,) = read(
        an_event(place="9 Quay Street, Overmere", organiser="ellen@rookmere.example", own=False)
    )
    assert event["location"] == "9 Quay Street, Overmere"
    assert event["organizer"] == "mailto:ellen@rookmere.example"
    assert "class" not in event
    assert "status" not in event
    assert calendar["method"] == "PUBLISH"


def test_what_is_called_off_is_taken_out_and_nothing_else_with_it() -> None:
    calendar, (event,) = read(an_event(cancelled=True, sequence=2))
    assert (event["status"], event["sequence"]) == ("CANCELLED", 2)
    assert calendar["method"] == "CANCEL"
    both, _events = read(an_event(cancelled=True), an_event(uid="task-2@x"))
    assert both["method"] == "PUBLISH"
    assert read()[0]["method"] == "PUBLISH"
