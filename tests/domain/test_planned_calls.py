"""Calls that we planned ourselves: first among our own, at their hour, and stopped like them."""

from datetime import date, time

import pytest

from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.contact_steps import Step
from creditmate.domain.contacting import Contacting
from creditmate.domain.day_plan import Group, group_of
from creditmate.domain.left_out import LeftOut, WhyNot
from creditmate.domain.money import Money
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import CallBack, Case, Policy
from creditmate.domain.worklist import Channel, Kind, Line, work_list, worked_out
from tests.domain.worklist_cases import DAY, TODAY, case_of, deed_of, entry, line_of, promised

AT = time(11, 30)
PLANNED = CallBack(TODAY, TODAY - DAY, AT, "Ask for the buyer", ours=True)


def planned(case: Case, *more: CallBack) -> Case:
    return case._replace(call_backs=(PLANNED, *more))


def touched(*days: int) -> Contacting:
    touches = (Touch(TODAY - days_ * DAY, Purpose.OWN, "call", Step.CALL_1) for days_ in days)
    return Contacting(touches=tuple(touches))


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        (case_of(), Kind.PLANNED_CALL),
        (case_of(entry(1, 9, 64_000)), Kind.FOLLOW_UP),
        (case_of(entry(1, -5, 64_000)), Kind.COURTESY),
        (
            case_of(entry(1, 9, 64_000))._replace(
                standings=(promised(64_000, PromiseState.BROKEN, until=-1),),
            ),
            Kind.PROMISE_NOT_KEPT,
        ),
    ],
)
def test_it_is_told_with_its_hour_on_the_line_that_there_is(case: Case, kind: Kind) -> None:
    line = line_of(planned(case))
    assert (line.kind, line.when, line.at) == (kind, TODAY, AT)
    (told,) = (one for one in line.reasons if one.code is ReasonCode.PLANNED_CALL)
    assert (told.day, told.at, told.words) == (TODAY, AT, "Ask for the buyer")
    assert ReasonCode.CALL_BACK not in [one.code for one in line.reasons]
    assert group_of(line) is Group.CALLS


def test_a_planned_call_whose_day_has_passed_has_no_hour_of_today() -> None:
    missed = PLANNED._replace(day=TODAY - 3 * DAY)
    for case in (case_of(), case_of(entry(1, 9, 64_000))):
        line = line_of(case._replace(call_backs=(missed,)))
        assert (line.when, line.at) == (TODAY - 3 * DAY, None)
        (told,) = (one for one in line.reasons if one.code is ReasonCode.PLANNED_CALL)
        assert (told.days, told.at) == (3, AT)
    both = line_of(case_of()._replace(call_backs=(missed, PLANNED)))
    assert (both.when, both.at) == (TODAY, AT)


def test_a_next_try_is_over_with_what_it_was_about_and_what_was_planned_by_hand_is_not() -> None:
    again = PLANNED._replace(at=None, words="", in_vain=True)
    nothing = case_of()._replace(call_backs=(again,))
    assert worked_out(nothing, TODAY) is None
    assert line_of(nothing._replace(call_backs=(again, PLANNED))).at == AT
    silent = Contacting(policy=ContactPolicy(stay_in_touch_days=90))
    talked = nothing._replace(contacting=silent, last_talk=TODAY - 400 * DAY)
    assert (line_of(talked).kind, line_of(talked).when) == (Kind.PLANNED_CALL, TODAY)
    late = case_of(entry(1, 9, 64_000))._replace(call_backs=(again,))
    assert line_of(late).when == TODAY


def test_what_is_done_before_anybody_is_rung_has_no_hour() -> None:
    matched = case_of(entry(1, 9, 64_000))._replace(unallocated=(Money(-64_000, "GBP"),))
    line = line_of(planned(matched))
    assert (line.kind, line.at) == (Kind.CHECK_MONEY, None)


def test_what_we_promised_is_told_in_the_call_that_has_its_hour() -> None:
    line = line_of(planned(case_of()._replace(deeds=(deed_of(-1),))))
    assert (line.kind, line.channel, line.at) == (Kind.OURS_LATE, Channel.CALL, AT)


def test_what_was_agreed_comes_before_what_we_planned_and_what_we_planned_before_the_rest() -> None:
    owing = entry(1, 9, 64_000)
    rest = case_of(owing)._replace(customer=2)
    ours = planned(case_of(entry(1, 3, 1_000)))._replace(customer=3)
    agreed = case_of(owing)._replace(customer=4, call_backs=(CallBack(TODAY, TODAY - DAY),))
    assert [line.customer for line in work_list([rest, ours, agreed], TODAY)] == [4, 3, 2]


def test_it_is_made_though_another_one_is_agreed_for_later() -> None:
    case = planned(case_of(entry(1, 9, 64_000)), CallBack(TODAY + 3 * DAY, TODAY - DAY))
    assert line_of(case).kind is Kind.PLANNED_CALL
    assert worked_out(case._replace(call_backs=case.call_backs[1:]), TODAY) != line_of(case)


def test_the_budget_stops_it_and_that_is_told_whatever_is_owed() -> None:
    out = worked_out(planned(case_of())._replace(contacting=touched(1)), TODAY)
    assert isinstance(out, LeftOut)
    assert (out.why, out.amounts) == (WhyNot.TOO_SOON, ())
    assert isinstance(worked_out(planned(case_of())._replace(contacting=touched(9)), TODAY), Line)


def test_neither_the_sum_nor_a_step_stops_what_was_planned() -> None:
    case = case_of(entry(1, 6, 500))._replace(contacting=touched(5))
    small = Policy(contact_from=Money(1_000, "GBP"))
    why = [worked_out(case, TODAY, policy) for policy in (small, Policy())]
    assert [isinstance(out, LeftOut) and out.why for out in why] == [
        WhyNot.SMALL_BALANCE, WhyNot.NO_STEP
    ]  # fmt: skip
    line = worked_out(planned(case), TODAY, small)
    assert isinstance(line, Line)
    assert line.step is None  # the friendly call was made five days ago


@pytest.mark.parametrize("day", [TODAY + DAY, TODAY + 2 * DAY])
def test_it_waits_for_its_day(day: date) -> None:
    case = case_of()._replace(call_backs=(PLANNED._replace(day=day),))
    assert worked_out(case, TODAY) is None
