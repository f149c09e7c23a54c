"""A plan's part that is under query, or said to be paid: nobody asks for it, no plan ends by it."""

from dataclasses import replace

import pytest

from creditmate.domain.claims import SaidPaid
from creditmate.domain.held_back import WhyNot
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plans import InstalmentState, PlanState
from creditmate.domain.work_lines import Channel, Kind
from creditmate.domain.work_reasons import ReasonCode
from creditmate.i18n.opening import opening_words
from creditmate.services.call_notes import CallNote
from creditmate.services.day_lists import DayLists
from tests.services.conftest import Office
from tests.services.money import Till, pounds
from tests.services.test_plans import AGREED, DAY, FIRST, THIRD, THREE, Desk

PART = 114_243
WEEK = 7 * DAY


@pytest.fixture
def desk(office: Office) -> Desk:
    made = Desk(Till(office.on(AGREED)))
    made.agree()
    made.on(FIRST + DAY)
    return made


def _codes(desk: Desk) -> set[ReasonCode]:
    return {reason.code for row in desk.till.office.today() for reason in row.line.reasons}


def _said(desk: Desk) -> None:
    sent = SaidPaid(amount=pounds(PART), paid_on=FIRST)
    note = CallNote("Ms Ash", Outcome.PAYMENT_SENT, "", none_because="-", said_paid=sent)
    desk.till.office.call("ACME", note)


def test_a_part_that_is_wholly_under_query_is_asked_for_by_nobody(desk: Desk) -> None:
    assert _codes(desk) >= {ReasonCode.INSTALMENT_LATE}
    for entry in (desk.oldest, desk.middle, desk.latest):
        desk.dispute(entry)
    assert desk.till.office.today() == []
    assert desk.state is PlanState.PAUSED
    brief = desk.till.office.brief("ACME")
    assert brief.script.situation.value == "dispute"
    assert brief.before.around.part is None
    assert brief.before.around.coming == ()
    desk.wrote().on(THIRD)
    assert desk.state is PlanState.PAUSED, "no letter ends it over what we have to answer"
    assert desk.parts() == [InstalmentState.PAUSED] * 2 + [InstalmentState.OPEN]


def test_of_a_part_that_is_partly_under_query_the_rest_is_asked_for(desk: Desk) -> None:
    desk.dispute(desk.latest)
    desk.dispute(desk.middle, 90_000)
    (row,) = desk.till.office.today()
    (late,) = [r for r in row.line.reasons if r.code is ReasonCode.INSTALMENT_LATE]
    assert late.amount == pounds(55_620 + 4_030)
    assert row.line.amounts == (late.amount,)
    assert desk.pay_now().due == late.amount


def test_a_part_that_is_said_to_be_paid_is_believed(desk: Desk) -> None:
    _said(desk)
    office = desk.till.office
    assert desk.state is PlanState.PAUSED
    assert desk.pay_now().said_paid == pounds(PART)
    assert office.brief("ACME").before.around.part is None
    desk.on(FIRST + WEEK, posted=FIRST + DAY)
    assert ReasonCode.PLAN_WRITE not in _codes(desk), "the bank is looked at first"


def test_what_was_said_to_be_paid_and_does_not_come_is_spoken_of(desk: Desk) -> None:
    _said(desk)
    desk.on(FIRST + 3 * WEEK)
    (row,) = desk.till.office.today()
    assert row.line.kind is Kind.SAID_PAID
    assert desk.state is PlanState.MISSED


def test_the_day_of_the_next_step_does_not_hide_a_part(office: Office) -> None:
    desk, first = Desk(Till(office.on(AGREED))), AGREED + 8 * DAY
    soon = replace(THREE, first=first)
    office.call("ACME", CallNote("Ms Ash", Outcome.PLAN_AGREED, "", first + WEEK, plan=soon))
    (row,) = desk.on(first).till.office.today()
    assert row.line.kind is Kind.INSTALMENT
    (row,) = desk.on(first + 3 * DAY).till.office.today()
    assert row.line.kind is Kind.INSTALMENT
    assert row.line.amounts == (pounds(PART),)


def test_a_day_to_speak_again_that_was_agreed_after_it_does(desk: Desk) -> None:
    again = CallNote("Ms Ash", Outcome.CALL_BACK, "x", desk.till.today + 5 * DAY)
    desk.till.office.call("ACME", again)
    assert desk.on(desk.till.today + 3 * DAY).till.office.today() == []


def test_money_that_came_back_is_said_and_the_days_begin_with_that(desk: Desk) -> None:
    paid = desk.on(FIRST).till.pay(2 * PART, (desk.oldest, 55_620), (desk.middle, 94_030))
    back, till = THIRD - 20 * DAY, desk.till
    desk.on(back)
    till.payments.bounce(paid, back)
    (row,) = till.office.today()
    assert row.line.kind is Kind.INSTALMENT
    assert row.line.channel is Channel.CALL
    returned = row.line.reasons[0]
    assert (returned.code, returned.day) == (ReasonCode.PAYMENT_RETURNED, back)
    assert returned.amount == pounds(2 * PART)
    assert "the bank sent the payment of £2,284.86 back" in opening_words(
        row.line, "Ann", "en_GB", "en_GB"
    )
    assert ReasonCode.PLAN_WRITE in _codes(desk.on(back + WEEK))
    desk.wrote(back + WEEK).on(back + 2 * WEEK)
    assert desk.state is PlanState.MISSED
    assert desk.on(back + 4 * WEEK).state is PlanState.DEFAULTED


def test_who_said_that_all_of_a_plan_is_paid_is_waited_for_until_the_money_is_looked_for(
    desk: Desk,
) -> None:
    sent = SaidPaid(paid_on=FIRST)
    note = CallNote("Ms Ash", Outcome.PAYMENT_SENT, "", none_because="-", said_paid=sent)
    desk.till.office.call("ACME", note)
    office = desk.till.office
    assert office.today() == []
    (row,) = DayLists().left_out(office.clock.today)
    (said,) = office.brief("ACME").said
    assert (row.why, row.until) == (WhyNot.PLAN, said.claim.until_day + DAY), "two parts are left"
    desk.on(said.claim.until_day + DAY, posted=FIRST)
    (line,) = office.today()
    assert line.line.kind is Kind.CHECK_MONEY
