"""Calls that are about no money: new and large accounts are welcomed, silent ones rung."""

from datetime import date, timedelta

import pytest

from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_steps import Step
from creditmate.domain.customer_status import Status
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.worklist import Channel, Kind
from creditmate.i18n.work_words import line_words
from creditmate.services.contact_policy_editing import ContactPolicies
from creditmate.services.decisions import Decisions
from creditmate.services.keeping_touch import to_ring
from tests.builders import a_customer, a_receipt, allocate, an_invoice
from tests.services.conftest import Office
from tests.services.test_contact_touches import talk

MONDAY = date(2026, 11, 23)
LONG_AGO = MONDAY - timedelta(days=400)


@pytest.fixture
def new(office: Office) -> int:
    """``NEW`` with its first invoice of today at sixty days, in books that are a year old."""
    with office.gateway.write("books") as writing:
        old = a_customer(writing, "OLD")
        paid = an_invoice(writing, old, "O-1", LONG_AGO, 100, due=LONG_AGO + timedelta(days=30))
        allocate(writing, a_receipt(writing, old, LONG_AGO + timedelta(days=5), 100), paid, 100)
        customer = a_customer(writing, "NEW")
        due = MONDAY + timedelta(days=60)
        an_invoice(writing, customer, "N-1", MONDAY, 80_000, due=due)
    return customer


def lines(office: Office, on: date) -> list[tuple[str, Kind, Step | None]]:
    office.on(on)
    return [(row.code, row.line.kind, row.line.step) for row in office.today()]


WELCOME = [("NEW", Kind.STAY_IN_TOUCH, Step.WELCOME)]


def test_a_new_account_is_welcomed_three_days_after_its_invoice(office: Office, new: int) -> None:
    assert new in to_ring(MONDAY)
    assert lines(office, MONDAY) == []
    assert lines(office, date(2026, 11, 25)) == []
    assert lines(office, date(2026, 11, 26)) == WELCOME
    assert lines(office, date(2026, 12, 2)) == WELCOME
    assert lines(office, date(2026, 12, 3)) == []  # too late to welcome anybody
    (row,) = office.on(date(2026, 11, 26)).today()
    assert row.line.channel is Channel.CALL
    said = line_words(row.line, "en_GB", "en_GB", date(2026, 11, 26))
    assert "a welcome call" in str(said)


@pytest.mark.parametrize("purpose", [Purpose.OWN, Purpose.INCOMING])
def test_whoever_was_spoken_with_is_not_welcomed_any_more(
    office: Office, new: int, purpose: Purpose
) -> None:
    talk(office, new, date(2026, 11, 26), Outcome.ALL_WELL, purpose=purpose)
    assert lines(office, date(2026, 11, 27)) == []


def test_an_attempt_welcomes_nobody(office: Office, new: int) -> None:
    talk(office, new, date(2026, 11, 26), Outcome.VOICEMAIL)
    assert lines(office, date(2026, 11, 27)) == WELCOME


def test_the_policy_says_who_is_new_and_whether_they_are_welcomed(office: Office, new: int) -> None:
    policies = ContactPolicies(office.gateway, office.clock)
    policies.set_for_customer("NEW", {"welcome.on": False})
    assert new
    assert lines(office, date(2026, 11, 26)) == []
    policies.set_for_customer("NEW", {"welcome.on": True, "welcome.offset": 4})
    assert lines(office, date(2026, 11, 26)) == []
    assert lines(office, date(2026, 11, 27)) == WELCOME
    policies.set_for_customer("NEW", {"new_days": 0})
    assert lines(office, date(2026, 11, 27)) == []


def test_a_large_account_is_welcomed_to_every_invoice(office: Office, new: int) -> None:
    """Several currencies count by their worth; who is below the sum is not large."""
    with office.gateway.write("more") as writing:
        old = a_customer(writing, "BIG")
        an_invoice(writing, old, "B-0", LONG_AGO, 100, due=MONDAY + timedelta(days=90))
        an_invoice(writing, old, "B-1", MONDAY, 90_000, due=MONDAY + timedelta(days=60))
    policies = ContactPolicies(office.gateway, office.clock)
    policies.set_business({"new_days": 0})
    assert new
    assert lines(office, date(2026, 11, 26)) == []
    policies.set_business({"large_minor": 90_100})
    assert [code for code, *_ in lines(office, date(2026, 11, 26))] == ["BIG"]
    policies.set_business({"large_minor": 90_101})
    assert lines(office, date(2026, 11, 26)) == []


def test_nobody_is_rung_to_stay_in_touch_unless_the_policy_says_so(
    office: Office, new: int
) -> None:
    day = date(2027, 3, 1)
    old = new - 1
    talk(office, old, day - timedelta(days=60), Outcome.ALL_WELL)
    assert "OLD" not in [code for code, *_ in lines(office, day)]
    policies = ContactPolicies(office.gateway, office.clock)
    policies.set_for_customer("OLD", {"stay_in_touch_days": 60})
    assert "OLD" not in [code for code, *_ in lines(office, day - timedelta(days=1))]
    assert ("OLD", Kind.STAY_IN_TOUCH, None) in lines(office, day)
    row = next(row for row in office.today() if row.code == "OLD")
    assert row.line.amounts == ()
    assert "60" in str(line_words(row.line, "en_GB", "en_GB", day))
    assert new not in to_ring(day)  # nobody has ever spoken with them


@pytest.mark.parametrize("direction", ["in", "out"])
def test_staying_in_touch_lapses_after_any_conversation(
    office: Office, new: int, direction: str
) -> None:
    old, day = new - 1, date(2027, 3, 1)
    talk(office, old, day - timedelta(days=90), Outcome.ALL_WELL)
    ContactPolicies(office.gateway, office.clock).set_business({"stay_in_touch_days": 60})
    assert old in to_ring(day)
    talk(office, old, day - timedelta(days=20), Outcome.VOICEMAIL)
    assert old in to_ring(day)
    talk(office, old, day - timedelta(days=10), Outcome.ALL_WELL, direction=direction)
    assert old not in to_ring(day)
    assert old in to_ring(day - timedelta(days=11))  # it is not known yet
    assert "OLD" not in [code for code, *_ in lines(office, day)]


def test_whom_a_courtesy_makes_no_sense_with_is_not_rung_to_stay_in_touch(
    office: Office, new: int
) -> None:
    old, day = new - 1, date(2027, 3, 1)
    talk(office, old, day - timedelta(days=90), Outcome.ALL_WELL)
    ContactPolicies(office.gateway, office.clock).set_business({"stay_in_touch_days": 60})
    assert "OLD" in [code for code, *_ in lines(office, day)]
    Decisions(office.gateway, office.clock).set_status("OLD", Status.ON_STOP, "No money")
    assert "OLD" not in [code for code, *_ in lines(office, day)]


def test_a_welcome_is_about_what_was_invoiced(office: Office, new: int) -> None:
    assert new
    (row,) = office.on(date(2026, 11, 26)).today()
    assert row.line.amounts in {(), (Money(80_000, "GBP"),)}
