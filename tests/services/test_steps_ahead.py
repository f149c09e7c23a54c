"""The next steps that a brief tells: those that nothing hangs on any more are left out."""

from datetime import date, time

import pytest

from creditmate.db.models import Customer
from creditmate.domain.claims import SaidPaid
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, pays, will_pay

WEDNESDAY = date(2026, 12, 2)
LATER = date(2026, 12, 7)


@pytest.fixture
def entry(office: Office) -> int:
    return owing(office, "ACME", 50_000)


def days(office: Office) -> list[date]:
    return [task.day for task in office.brief("ACME").tasks]


def test_looking_for_promised_money_is_over_when_it_came(office: Office, entry: int) -> None:
    office.call("ACME", will_pay(50_000))
    assert days(office) == [FRIDAY]
    office.on(LATER).posted(LATER)
    assert days(office) == [FRIDAY]  # it has not come: that is still to be followed up
    pays(office, entry, LATER, 50_000)
    assert days(office) == []


def test_so_is_looking_for_what_was_said_to_be_paid(office: Office, entry: int) -> None:
    office.call("ACME", CallNote(
        "Ann", Outcome.PAYMENT_SENT, "x", next_day=LATER, said_paid=SaidPaid(),
    ))  # fmt: skip
    assert days(office) == [LATER]
    office.on(WEDNESDAY)
    pays(office, entry, WEDNESDAY, 50_000)
    assert days(office) == []


def test_a_call_that_was_agreed_stays_whatever_is_owed(office: Office, entry: int) -> None:
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY))
    pays(office, entry, MONDAY, 50_000)
    assert days(office) == [FRIDAY]


def test_an_hour_is_by_our_clock_as_todays_line_has_it(office: Office, entry: int) -> None:
    with office.gateway.write("test") as writing:
        writing.edit(Customer, 1, 1, country="US", zone="America/New_York")
    note = CallNote("Ann", Outcome.CALL_BACK, "x", next_day=FRIDAY, next_at=time(15))
    office.call("ACME", note)
    (task,) = office.brief("ACME").tasks
    assert (task.day, task.at) == (FRIDAY, time(20))
