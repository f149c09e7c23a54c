"""What is proposed on the day of a talk and after it, and calls of ours behind a letter."""

from datetime import date, time, timedelta

import pytest

from creditmate.domain.contact_budget import Limits, Purpose, Refusal, Touch, refusal, used
from creditmate.domain.contact_steps import Step
from creditmate.domain.contacting import Contacting
from creditmate.domain.left_out import LeftOut, WhyNot
from creditmate.domain.priority import Contact
from creditmate.domain.work_lines import Channel, Kind, Line
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import CallBack
from creditmate.domain.worklist import worked_out
from tests.domain.worklist_cases import case_of, entry

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
RANG = Touch(TODAY, Purpose.INCOMING, "call")


@pytest.mark.parametrize("touch", [RANG, RANG._replace(purpose=Purpose.REPLY)])
def test_who_was_spoken_with_today_is_not_rung_of_our_own_accord(touch: Touch) -> None:
    case = case_of(entry(1, 9, 64_000))._replace(contacting=Contacting(touches=(touch,)))
    found = worked_out(case, TODAY)
    assert isinstance(found, LeftOut)
    assert found.why is WhyNot.TOO_SOON
    if touch is RANG:
        assert found.until == TODAY + DAY
        assert isinstance(worked_out(case, TODAY + DAY), Line)  # it answered nothing


def test_a_mail_of_theirs_is_no_talk() -> None:
    wrote = RANG._replace(channel="email")
    case = case_of(entry(1, 9, 64_000))._replace(contacting=Contacting(touches=(wrote,)))
    assert isinstance(worked_out(case, TODAY), Line)


def test_a_courtesy_call_is_done_by_a_talk_whoever_began_it() -> None:
    soon = case_of(entry(1, -4, 64_000))
    line = worked_out(soon, TODAY)
    assert isinstance(line, Line)
    assert line.kind is Kind.COURTESY
    rang = soon._replace(last_contact=Contact(TODAY - DAY, reached=True, answers=False))
    assert worked_out(rang, TODAY) is None
    tried = soon._replace(last_contact=Contact(TODAY - DAY, reached=False, answers=False))
    assert worked_out(tried, TODAY) is not None


def test_of_several_limits_the_one_that_lasts_longest_is_told_on_the_day_too() -> None:
    tries = [Touch(TODAY, Purpose.ATTEMPT, "call", reached=False)] * 2
    wrote = Touch(TODAY, Purpose.OWN, "email")
    limits = Limits()
    assert refusal(used([*tries, wrote], TODAY), limits, TODAY) == (
        Refusal.TOO_SOON, TODAY + limits.gap_days * DAY,
    )  # fmt: skip
    assert refusal(used([wrote], TODAY), limits, TODAY) is None  # it belongs to it
    assert refusal(used(tries, TODAY), limits, TODAY) == (Refusal.ATTEMPTS, TODAY + DAY)


@pytest.mark.parametrize("in_vain", [False, True])
def test_a_call_planned_by_hand_stands_before_a_letter(*, in_vain: bool) -> None:
    call = CallBack(TODAY, TODAY - DAY, time(10), "ask", ours=True, in_vain=in_vain)
    case = case_of(entry(1, 50, 64_000))._replace(contacting=Contacting(touches=()))
    called = Touch(TODAY - 40 * DAY, Purpose.OWN, "call", step=Step.FINAL.value)
    case = case._replace(contacting=Contacting(touches=(called,)), call_backs=(call,))
    line = worked_out(case, TODAY)
    assert isinstance(line, Line)
    told = [reason.code for reason in line.reasons]
    assert ReasonCode.STEP in told
    assert line.step is Step.LETTER_BEFORE
    if in_vain:
        assert (line.kind, line.channel) == (Kind.FOLLOW_UP, Channel.LETTER)
    else:
        assert (line.kind, line.channel, line.at) == (Kind.PLANNED_CALL, Channel.CALL, time(10))
        assert told.index(ReasonCode.PLANNED_CALL) < told.index(ReasonCode.STEP)
