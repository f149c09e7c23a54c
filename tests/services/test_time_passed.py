"""More time that ran out is spoken of as a promise is; what is next is a friendly call about it."""

from datetime import date, timedelta

import pytest

from creditmate.domain.call_topics import TopicCode
from creditmate.domain.contact_steps import Step
from creditmate.domain.extensions import NewExtension
from creditmate.domain.holds import HoldKind, Stop
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.talk_words import talk_goal, talk_opening
from creditmate.services.call_notes import CallNote
from creditmate.services.customers import Brief
from creditmate.services.decisions import Decisions, HoldEntry
from creditmate.services.extensions import Extensions
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.money import Till

MONDAY = date(2026, 11, 23)
FRIDAY, AFTER = date(2026, 12, 4), date(2026, 12, 7)
SUM = Money(390_500, "GBP")


@pytest.fixture
def office_with_time(office: Office) -> Office:
    """Long overdue, spoken with a while ago, and given time until Friday 4 December."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=100), SUM.minor)
    early = CallNote("Ann", Outcome.ALL_WELL, "fine", none_because="-", step=Step.CALL_1)
    office.on(MONDAY - timedelta(days=20)).call("ACME", early)
    new = NewExtension(FRIDAY, "their grant is late")
    Extensions(office.gateway, office.on(MONDAY).clock).give("ACME", new)
    return office


def _codes(office: Office) -> list[ReasonCode]:
    return [reason.code for row in office.today() for reason in row.line.reasons]


def test_nobody_asks_while_it_runs(office_with_time: Office) -> None:
    assert office_with_time.on(FRIDAY).codes() == []


def test_the_morning_after_it_is_said_and_a_friendly_call_is_next(office_with_time: Office) -> None:
    office = office_with_time.on(AFTER)
    (row,) = office.today()
    assert (row.line.kind, row.line.step) == (Kind.FOLLOW_UP, Step.CALL_1)
    passed = row.line.reasons[0]
    assert (passed.code, passed.day, passed.amount) == (ReasonCode.TIME_PASSED, FRIDAY, SUM)
    brief = office.brief("ACME")
    assert [topic.code for topic in brief.script.topics][1] is TopicCode.RECALL_DAY
    assert "We agreed on time until Friday 4 December for £3,905.00" in _opening(brief)
    assert "until Friday 4 December is over" in _goal(brief)


def _opening(brief: Brief) -> str:
    said = talk_opening(brief.script, "Ann Ash", brief.before.us, "en_GB", "en_GB")
    return said.replace("\xa0", " ")


@pytest.mark.parametrize("channel", ["call", "email"])
def test_once_it_was_spoken_or_written_of_it_is_over(
    office_with_time: Office, channel: str
) -> None:
    outcome = Outcome.REFUSES if channel == "call" else Outcome.NO_ANSWER
    said = CallNote("Ann", outcome, "x", none_because="-", channel=channel)
    office_with_time.on(AFTER).call("ACME", said)
    office_with_time.on(AFTER + timedelta(days=8))
    assert ReasonCode.TIME_PASSED not in _codes(office_with_time)


def test_time_given_since_answers_a_promise_that_was_not_kept(office: Office) -> None:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=100), SUM.minor)
    promise = CallNote(
        "Ann", Outcome.WILL_PAY, "", none_because="-", promised=SUM,
        promised_by=MONDAY - timedelta(days=10),
    )  # fmt: skip
    office.on(MONDAY - timedelta(days=12)).call("ACME", promise)
    office.on(MONDAY).posted(MONDAY)
    assert _codes(office)[0] is ReasonCode.PROMISE_BROKEN
    Extensions(office.gateway, office.clock).give("ACME", NewExtension(FRIDAY, "y"))
    (row,) = office.on(AFTER).today()
    assert row.line.kind is Kind.FOLLOW_UP
    assert row.line.reasons[0].code is ReasonCode.TIME_PASSED


def test_a_payment_that_came_back_is_said_though_nothing_was_promised(till: Till) -> None:
    office, paid_on = till.office.on(MONDAY), MONDAY + timedelta(days=1)
    invoice = till.invoice("A1", SUM.minor, MONDAY - timedelta(days=35))
    paid = till.pay(SUM.minor, (invoice, SUM.minor), on=MONDAY)
    back = paid_on + timedelta(days=3)
    office.on(back).posted(back)
    assert office.codes() == []
    till.payments.bounce(paid, back)
    (row,) = office.today()
    assert (row.line.kind, row.line.step) == (Kind.FOLLOW_UP, Step.CALL_1)
    told = row.line.reasons[0]
    assert (told.code, told.day, told.amount) == (ReasonCode.PAYMENT_RETURNED, back, SUM)
    assert "The bank sent the payment of £3,905.00 back" in _opening(office.brief("ACME"))
    office.call("ACME", CallNote("Ann", Outcome.REFUSES, "x", none_because="-"))
    assert ReasonCode.PAYMENT_RETURNED not in _codes(office.on(back + timedelta(days=8)))


def test_after_a_hardship_that_ran_out_they_are_asked_how_they_are(till: Till) -> None:
    office = till.office.on(MONDAY)
    till.invoice("A1", SUM.minor, MONDAY - timedelta(days=100))
    entry = HoldEntry(HoldKind.HARDSHIP, MONDAY, frozenset(Stop), until_day=FRIDAY)
    Decisions(office.gateway, office.clock).hold("ACME", entry)
    assert office.on(FRIDAY).codes() == []
    (row,) = office.on(AFTER).today()
    assert row.line.step is Step.CALL_1
    assert row.line.reasons[0].code is ReasonCode.PEACE_PASSED
    assert "left things until Friday 4 December" in _opening(office.brief("ACME"))


def _goal(brief: Brief) -> str:
    return talk_goal(brief.script, "en_GB", "en_GB").replace("\xa0", " ")
