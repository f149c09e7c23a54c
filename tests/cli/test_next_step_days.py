"""What is agreed for a day on which nobody works there is taken, and said."""

from datetime import UTC, datetime
from pathlib import Path

from creditmate.db import connection
from creditmate.db.models import Customer
from creditmate.system.clock import SystemClock
from tests.builders import SetClock, a_customer, make_ledger
from tests.cli.conftest import Run
from tests.cli.test_contacts import CALL, ledger, plain, plain_error, tell
from tests.services.test_calls_and_today import MONDAY

__all__ = ["ledger", "tell"]

HOLIDAY = "Friday 25 December 2026: a holiday there."


def test_a_call_agreed_for_a_holiday_says_so(tell: Run) -> None:
    said = tell(*CALL, "--next", "2026-12-25")
    assert said.status == 0
    assert HOLIDAY in plain_error(said)
    answer = tell(*CALL, "--next", "2026-11-28", "--override", "x", "--json").json
    assert answer["against"] == "weekend"
    answer = tell(*CALL, "--next", "2026-11-27", "--override", "x", "--json").json
    assert answer["against"] is None


def test_so_does_what_is_put_into_the_diary(tell: Run) -> None:
    said = tell("diary", "--add", "ACME", "--at", "2026-12-25T10:30")
    assert "In the diary" in plain(said)
    assert HOLIDAY in plain_error(said)
    assert plain_error(tell("diary", "--add", "ACME", "--at", "2026-11-27T10:30")) == ""


def test_an_hour_that_has_passed_is_refused(tell: Run) -> None:
    """The first minute of the computer's own day has passed at any time of it."""
    today = datetime.now(UTC).date()
    told = (*CALL, "--next", today, "--next-at", "00:00", "--override", "x")
    refused = tell(*told, on=today)
    if SystemClock().today == today == datetime.now(UTC).date():
        assert refused.status == 1
        assert "that hour has passed" in plain_error(refused)


def test_what_was_put_off_says_why_it_cannot_be(tell: Run) -> None:
    far = tell("today", "--snooze", "ACME", "--until", "2029-01-01", "--because", "x")
    assert "at most until 24 Nov 2027" in plain_error(far)
    past = tell("today", "--snooze", "ACME", "--until", "2026-11-20", "--because", "x")
    assert "20 Nov" in plain_error(past)
    assert "has passed" in plain_error(past)
    none = tell("today", "--wake", "ACME")
    assert "ACME is not put off" in plain_error(none)


def test_whose_clock_an_hour_is_by_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "abroad.creditmate"
    with make_ledger(path, SetClock()).write("test") as writing:
        customer = a_customer(writing, "ACME")
        writing.edit(Customer, customer, 1, country="US", zone="America/New_York")
    connection.close()
    told = ("--next", "2026-11-27", "--next-at", "14:00", "--ledger", path, "--on", MONDAY)
    said = plain(run(*CALL, *told))
    assert "by their clock: 19:00 here, Friday 27 November 2026." in said
