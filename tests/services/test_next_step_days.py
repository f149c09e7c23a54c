"""Hours that have passed, and days on which nobody works where they are."""

from datetime import date, datetime, time, timedelta

import pytest

from creditmate.db.models import Customer
from creditmate.domain.contact_hours import NotNow
from creditmate.services.next_step_days import against_step, hour_has_passed, our_hour
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

SATURDAY, CHRISTMAS = date(2026, 11, 28), date(2026, 12, 25)


@pytest.fixture
def acme(office: Office) -> Office:
    """It is 9:30 in London."""
    owing(office, "ACME", 50_000)
    return office


@pytest.mark.parametrize(("hour", "passed"), [(9, True), (10, False)])
def test_an_hour_of_today_may_have_passed(acme: Office, hour: int, passed: bool) -> None:
    assert hour_has_passed("ACME", MONDAY, time(hour), acme.clock) is passed
    assert not hour_has_passed("ACME", MONDAY + timedelta(1), time(hour), acme.clock)


def test_it_is_by_their_clock(acme: Office) -> None:
    with acme.gateway.write("test") as writing:
        writing.edit(Customer, 1, 1, country="US", zone="America/New_York")
    assert not hour_has_passed("ACME", MONDAY, time(9), acme.clock)
    assert our_hour("ACME", MONDAY, time(20)) == datetime.combine(MONDAY + timedelta(1), time(1))
    with acme.gateway.write("test") as writing:
        writing.edit(Customer, 1, 2, country="DE", zone="Europe/Berlin")
    assert hour_has_passed("ACME", MONDAY, time(10), acme.clock)


def test_who_acts_on_another_day_has_all_its_hours(acme: Office) -> None:
    acme.on(MONDAY + timedelta(1))
    assert our_hour("ACME", MONDAY, time(20)) is None  # they are where we are
    assert not hour_has_passed("ACME", MONDAY + timedelta(1), time(0, 1), acme.clock)


@pytest.mark.parametrize(
    ("day", "at", "why"),
    [
        (MONDAY, None, None),
        (MONDAY, time(10), None),
        (MONDAY, time(3), NotNow.HOURS),
        (SATURDAY, None, NotNow.WEEKEND),
        (CHRISTMAS, None, NotNow.HOLIDAY),
        (CHRISTMAS, time(10), NotNow.HOLIDAY),
    ],
)
def test_what_is_against_a_day(
    acme: Office, day: date, at: time | None, why: NotNow | None
) -> None:
    assert against_step("ACME", day, at) is why
