"""Whoever is left in peace is rung all the same where it was agreed; whoever died is not."""

from datetime import time, timedelta

import pytest

from creditmate.db.models import Contact
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote
from creditmate.services.decision_entries import HoldEntry
from creditmate.services.decisions import Decisions
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
AGREED = CallNote(
    "The widow", Outcome.CALL_BACK, "x", next_day=WEDNESDAY, next_at=time(10), incoming=True
)


@pytest.fixture
def owner(office: Office) -> Office:
    """A sole trader who is on file, and owes."""
    owing(office, "ACME", 50_000)
    with office.gateway.write("test") as writing:
        writing.create(
            Contact, customer_id=1, name="Ann Lee", role="", authority="decides", channel="call",
            best_time="", notes="", confirmed_day=None,
        )  # fmt: skip
    return office


def left_in_peace(office: Office, kind: HoldKind) -> None:
    entry = HoldEntry(kind, office.clock.today, frozenset(Stop), MONDAY + timedelta(days=30))
    Decisions(office.gateway, office.clock).hold("ACME", entry)


def test_what_was_agreed_with_them_is_done_in_a_peace_of_ours(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", AGREED)
    left_in_peace(office, HoldKind.OURS)
    assert office.today() == []
    (row,) = office.on(WEDNESDAY).today()
    assert (row.line.kind, row.line.at, row.line.amounts) == (Kind.CALL_BACK, time(10), ())


def test_what_we_planned_ourselves_is_not(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", CallNote("", Outcome.NO_ANSWER, "", next_day=WEDNESDAY))
    left_in_peace(office, HoldKind.OURS)
    assert office.on(WEDNESDAY).today() == []


def test_whoever_died_is_not_turned_to_and_the_widow_is_rung(owner: Office) -> None:
    left_in_peace(owner, HoldKind.DECEASED)
    assert owner.brief("ACME").person is None
    owner.on(TUESDAY).call("ACME", AGREED)
    (row,) = owner.on(WEDNESDAY).today()
    assert (row.line.kind, row.line.person) == (Kind.CALL_BACK, "The widow")
    brief = owner.brief("ACME")
    assert (brief.person, brief.decides, brief.stranger) == (None, None, "The widow")


def test_a_call_agreed_with_somebody_before_his_death_is_not_made(owner: Office) -> None:
    owner.call("ACME", AGREED)
    left_in_peace(owner.on(TUESDAY), HoldKind.DECEASED)
    assert owner.on(WEDNESDAY).today() == []
