"""Put right to an outcome that rules it out, what was arranged in a contact ends with it."""

from datetime import date, timedelta

import pytest

from creditmate.db.connection import execute
from creditmate.db.proof import prove_all
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.put_right import Made
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote, Calls
from creditmate.services.corrections import Correction, Corrections
from tests.services.conftest import Office
from tests.services.test_calls_and_today import FRIDAY, MONDAY, owing, will_pay

LATER = MONDAY + timedelta(days=11)
ARRANGED = [
    (Outcome.ASKS_FOR_TIME, {"extension": NewExtension(LATER, "Their run")}, Made.EXTENSION),
    (Outcome.PLAN_AGREED, {"plan": PlanTerms(parts=2, first=FRIDAY)}, Made.PLAN),
    (Outcome.DISPUTE, {"dispute": NewDispute((Questioned(1),), DisputeReason.PRICE)}, Made.DISPUTE),
]


def talk(outcome: Outcome, more: dict[str, object], day: date | None = LATER) -> CallNote:
    return CallNote("Ann", outcome, "x", next_day=day, **more)  # type: ignore[arg-type]


def asked(office: Office) -> list[Money]:
    return [account.pay_now.due for account in office.brief("ACME").accounts]


def correct(office: Office, contact: int, **right: object) -> int:
    corrections = Corrections(office.gateway, office.clock)
    return corrections.correct(contact, Correction(**right)).id  # type: ignore[arg-type]


@pytest.mark.parametrize(("outcome", "more", "made"), ARRANGED)
def test_what_was_arranged_ends_with_an_outcome_that_rules_it_out(
    office: Office, outcome: Outcome, more: dict[str, object], made: Made
) -> None:
    owing(office, "ACME", 50_000)
    contact = Calls(office.gateway, office.clock).record("ACME", talk(outcome, more)).id
    corrections = Corrections(office.gateway, office.clock)
    (found,) = corrections.arranged_in(contact)
    assert found.what is made
    before = asked(office)
    assert before == [Money(0, "GBP")]
    right = correct(office, contact, outcome=Outcome.REFUSES)
    assert corrections.arranged_in(contact) == []
    assert asked(office) == [Money(50_000, "GBP")]
    Calls(office.gateway, office.clock).undo(right)
    assert corrections.arranged_in(contact) == [found]
    assert asked(office) == before
    assert execute("SELECT ended_day FROM dispute WHERE ended_day IS NOT NULL").fetchall() == []
    assert prove_all() == []


@pytest.mark.parametrize(("outcome", "more", "made"), ARRANGED)
def test_it_stands_with_an_outcome_that_does_not(
    office: Office, outcome: Outcome, more: dict[str, object], made: Made
) -> None:
    owing(office, "ACME", 50_000)
    contact = Calls(office.gateway, office.clock).record("ACME", talk(outcome, more)).id
    correct(office, contact, outcome=Outcome.WAITING_APPROVAL)
    found = Corrections(office.gateway, office.clock).arranged_in(contact)
    assert [one.what for one in found] == [made]


def test_a_refusal_that_was_a_promise_agreed_to_no_call(office: Office) -> None:
    owing(office, "ACME", 50_000)
    refused = talk(Outcome.REFUSES, {}, FRIDAY)
    contact = Calls(office.gateway, office.clock).record("ACME", refused).id
    promise = {"promised": Money(50_000, "GBP"), "promised_by": FRIDAY}
    correct(office, contact, outcome=Outcome.WILL_PAY, **promise)
    assert [row.line.kind for row in office.on(FRIDAY).today()] == []
    (task,) = office.brief("ACME").tasks
    assert (task.kind, task.day) == ("check_money", FRIDAY)


def test_a_promise_that_was_a_refusal_leaves_a_call_of_ours(office: Office) -> None:
    owing(office, "ACME", 50_000)
    contact = Calls(office.gateway, office.clock).record("ACME", will_pay(50_000, LATER)).id
    correct(office, contact, outcome=Outcome.REFUSES)
    (task,) = office.brief("ACME").tasks
    assert (task.kind, task.agreed, task.day) == ("call_back", False, LATER)
    (row,) = office.on(LATER).today()
    assert row.line.kind in {Kind.FOLLOW_UP, Kind.PLANNED_CALL}


def test_a_call_back_that_was_agreed_stays_one_over_other_words(office: Office) -> None:
    owing(office, "ACME", 50_000)
    contact = Calls(office.gateway, office.clock).record("ACME", talk(Outcome.CALL_BACK, {})).id
    correct(office, contact, note="about the second invoice")
    (task,) = office.brief("ACME").tasks
    assert (task.kind, task.agreed) == ("call_back", True)
