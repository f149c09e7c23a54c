"""What is arranged with a customer is named in its brief, and spoken of first in the next call."""

from datetime import date, timedelta

import pytest

from creditmate.db.disputes import add_disputes
from creditmate.domain.disputes import DisputeEventKind, DisputeReason, NewDispute, Questioned
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import CallKind, Outcome
from creditmate.domain.plan_terms import Meanwhile, PlanTerms
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.reasons import reason_words
from creditmate.i18n.talk_words import talk_opening
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_notes import CallNote
from creditmate.services.call_sheets import CallSheet, CallSheets
from creditmate.services.calls import Calls
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.customers import Customers
from creditmate.services.disputes import Disputes
from creditmate.services.groups import Groups
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
FRIDAY = date(2026, 12, 4)


@pytest.fixture
def invoice(office: Office) -> int:
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        entry = an_invoice(writing, customer, "A1", MONDAY - timedelta(days=60), 90_000)
    office.on(MONDAY)
    return entry


def sheet(office: Office) -> CallSheet:
    return CallSheets(Customers(), CallDrafts(office.clock), office.clock).sheet("ACME")


def topics(found: CallSheet) -> list[str]:
    return [topic.code.value for topic in found.script.topics]


def test_after_more_time_was_given_the_next_call_is_about_that(
    office: Office, invoice: int
) -> None:
    given = NewExtension(FRIDAY, "their grant is late", interest=Meanwhile.WAIVED)
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "", FRIDAY, extension=given))
    found = sheet(office.on(MONDAY + timedelta(days=7)))
    assert found.script.situation.value == "arranged"
    assert "more_time" in topics(found)
    (longer,) = found.brief.before.around.longer
    assert (longer.amount.minor, longer.to_day, longer.because) == (
        90_000, FRIDAY, "their grant is late"
    )  # fmt: skip
    assert not longer.interest_runs
    passed = office.on(FRIDAY + timedelta(days=3)).brief("ACME")
    assert not passed.before.around.longer
    assert passed.script.situation.value != "arranged"


def test_of_a_plan_that_is_kept_the_next_part_is_named(office: Office, invoice: int) -> None:
    three = PlanTerms(first=FRIDAY, parts=3, by_whom="Ann")
    office.call("ACME", CallNote("Ann", Outcome.PLAN_AGREED, "", FRIDAY, plan=three))
    found = sheet(office.on(MONDAY + timedelta(days=2)))
    assert found.script.situation.value == "arranged"
    assert "next_part" in topics(found)
    (coming,) = found.brief.before.around.coming
    assert (coming.amount.minor, coming.day, coming.left, coming.of) == (30_000, FRIDAY, 3, 3)


def test_what_they_have_promised_is_arranged_and_the_call_begins_with_it(
    office: Office, invoice: int
) -> None:
    will = CallNote(
        "Ann", Outcome.WILL_PAY, "", FRIDAY, promised=Money(90_000, "GBP"), promised_by=FRIDAY
    )
    office.call("ACME", will)
    found = sheet(office.on(MONDAY + timedelta(days=1)))
    assert found.script.situation.value == "arranged"
    assert found.kind is CallKind.COLLECTION
    assert "promised" in topics(found)
    (promised,) = found.brief.before.around.promised
    assert (promised.amount.minor, promised.day) == (90_000, FRIDAY)


def test_what_a_head_office_promised_for_its_branch_is_arranged_with_the_branch(
    office: Office,
) -> None:
    with office.gateway.write("test") as writing:
        a_customer(writing, "HEAD")
        branch = a_customer(writing, "ACME")
        an_invoice(writing, branch, "A1", MONDAY - timedelta(days=60), 90_000)
    Groups(office.gateway).join("ACME", "HEAD")
    office.on(MONDAY)
    will = CallNote(
        "Ann", Outcome.WILL_PAY, "", FRIDAY, promised=Money(90_000, "GBP"), promised_by=FRIDAY
    )
    office.call("HEAD", will)
    found = sheet(office.on(MONDAY + timedelta(days=1)))
    (promised,) = found.brief.before.around.promised
    assert (promised.amount.minor, promised.day) == (90_000, FRIDAY)
    assert found.script.situation.value == "arranged"


def test_an_answer_that_was_given_since_is_told_until_somebody_was_spoken_to(
    office: Office, invoice: int
) -> None:
    asked = NewDispute((Questioned(invoice),), DisputeReason.PRICE, by_whom="Ann")
    office.call("ACME", CallNote("Ann", Outcome.DISPUTE, "too dear", FRIDAY, dispute=asked))
    (raised,) = Disputes(office.gateway, office.clock).register(MONDAY)
    office.on(MONDAY + timedelta(days=2))
    questions = Disputes(office.gateway, office.clock)
    questions.end(raised.id, DisputeEventKind.REJECTED, note="as ordered")
    found = sheet(office)
    assert found.script.situation.value == "answered"
    assert "tell_answer" in topics(found)
    (answered,) = found.brief.before.around.answered
    assert answered.kind is DisputeEventKind.REJECTED
    assert answered.amount.minor == 90_000
    assert not office.on(MONDAY + timedelta(days=1)).brief("ACME").before.around.answered
    office.on(MONDAY + timedelta(days=3))
    office.call("ACME", CallNote("Ann", Outcome.CALL_BACK, "told", FRIDAY))
    assert not office.brief("ACME").before.around.answered


def untold(office: Office) -> list[Money | None]:
    """What the lines of the day say of our answers that nobody was told."""
    every = [reason for row in office.today() for reason in row.line.reasons]
    return [reason.amount for reason in every if reason.code is ReasonCode.ANSWER_UNTOLD]


def test_an_answer_nobody_was_told_stands_on_the_line_until_somebody_is(
    office: Office, invoice: int
) -> None:
    query = NewDispute((Questioned(invoice, Money(20_000, "GBP")),), DisputeReason.PRICE)
    office.call("ACME", CallNote("Ann", Outcome.DISPUTE, "x", FRIDAY, dispute=query))
    disputes = Disputes(office.gateway, office.clock)
    (raised,) = disputes.register(MONDAY)
    office.on(MONDAY + timedelta(days=1))
    disputes.end(raised.id, DisputeEventKind.REJECTED, note="as ordered")
    assert untold(office.on(FRIDAY)) == [Money(20_000, "GBP")]
    (row,) = office.today()
    assert row.line.reasons[1].code is ReasonCode.ANSWER_UNTOLD
    said = reason_words(row.line.reasons[1], "en", "en_GB", FRIDAY)
    assert said == "they do not know our answer on £200.00 yet"
    later = FRIDAY + timedelta(days=3)
    office.call("ACME", CallNote("", Outcome.NO_ANSWER, "", later))
    assert untold(office.on(later)) == [Money(20_000, "GBP")]
    note = CallNote("Ann", Outcome.CALL_BACK, "told", later + timedelta(days=1))
    told = Calls(office.gateway, office.clock).record("ACME", note)
    assert office.on(later + timedelta(days=1)).codes() == ["ACME"]
    assert untold(office) == []
    wrong = Correction(outcome=Outcome.NO_ANSWER)
    Corrections(office.gateway, office.clock).correct(told.id, wrong)
    assert untold(office) == [Money(20_000, "GBP")]


@pytest.mark.parametrize("kind", [DisputeEventKind.SETTLED, DisputeEventKind.WITHDRAWN])
def test_what_was_settled_or_taken_back_is_no_answer_of_ours_to_be_told(
    office: Office, kind: DisputeEventKind
) -> None:
    """As of books brought from elsewhere: what was paid there, nobody of us answered."""
    with office.gateway.write("test") as writing:
        customer = a_customer(writing, "ACME")
        an_invoice(writing, customer, "A1", MONDAY - timedelta(days=60), 90_000)
        paid = an_invoice(writing, customer, "A2", MONDAY - timedelta(days=90), 3_311)
        add_disputes(
            writing,
            [(customer, MONDAY - timedelta(days=40), True, "other", "", None, "", MONDAY)],
            [(0, paid, None)],
            [(0, kind, MONDAY)],
        )
    later = MONDAY + timedelta(days=1)
    found = sheet(office.on(later))
    assert not found.brief.before.around.answered
    assert found.script.situation.value == "money_due"
    assert untold(office) == []


def test_a_head_office_is_told_our_answer_to_what_its_branch_asked(office: Office) -> None:
    """It is rung for all of them: nobody else would ring the branch about it."""
    with office.gateway.write("test") as writing:
        head = a_customer(writing, "HEAD")
        an_invoice(writing, head, "H1", MONDAY - timedelta(days=60), 50_000)
        branch = a_customer(writing, "ACME")
        entry = an_invoice(writing, branch, "A1", MONDAY - timedelta(days=60), 90_000)
    Groups(office.gateway).join("ACME", "HEAD")
    office.on(MONDAY)
    asked = NewDispute((Questioned(entry),), DisputeReason.PRICE, by_whom="Ann")
    office.call("ACME", CallNote("Ann", Outcome.DISPUTE, "too dear", FRIDAY, dispute=asked))
    disputes = Disputes(office.gateway, office.clock)
    (raised,) = disputes.register(MONDAY)
    office.on(MONDAY + timedelta(days=2))
    disputes.end(raised.id, DisputeEventKind.REJECTED, note="as ordered")
    brief = office.on(MONDAY + timedelta(days=3)).brief("HEAD")
    (told,) = brief.before.around.answered
    assert told.amount == Money(90_000, "GBP")
    assert told.house == brief.facts.branches[0].name
    opening = talk_opening(brief.script, "Vikram", brief.before.us, "en", "en_GB")
    assert f"£900.00 ({told.house})" in opening
    assert "you asked us" not in opening
    assert untold(office.on(FRIDAY)) == [Money(90_000, "GBP")]
    office.on(MONDAY + timedelta(days=3))
    (own,) = office.brief("ACME").before.around.answered
    assert own.house == ""
    office.call("HEAD", CallNote("Vikram", Outcome.CALL_BACK, "told him", FRIDAY))
    assert not office.on(MONDAY + timedelta(days=4)).brief("HEAD").before.around.answered
    assert office.brief("ACME").before.around.answered  # nobody told those who asked
    assert untold(office.on(FRIDAY)) == []
