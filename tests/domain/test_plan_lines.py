"""What plans bring to the day's list: parts that are due, late, to be looked for, and lapsed."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.agreed import instalments_due, plans_in_default
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contacting import Contacting
from creditmate.domain.left_out import LeftOut, WhyNot
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import (
    Instalment,
    InstalmentStanding,
    InstalmentState,
    Plan,
    PlanItem,
    PlanStanding,
    PlanState,
)
from creditmate.domain.priority import Contact
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import CallBack, Case, Reach
from creditmate.domain.worklist import (
    Channel,
    Kind,
    Line,
    line_at_any_size,
    work_line,
    worked_out,
)
from creditmate.i18n.work_words import line_words
from tests.domain.worklist_cases import DAY, TODAY, case_of, entry

BUSY = Contacting(touches=(Touch(TODAY, Purpose.OWN, "call"),))
"""The budget is used: what a plan brings comes all the same."""
LATE = {ReasonCode.OVERDUE, ReasonCode.SLOWER_THAN_USUAL, ReasonCode.FIRST_TIME_LATE}


def part(due: date, state: InstalmentState) -> InstalmentStanding:
    made = Instalment(1, due, due + 14 * DAY, 25_000)
    return InstalmentStanding(made, state, due, due + 14 * DAY, 25_000, 0)


def planned(due_in: int, state: InstalmentState, plan: PlanState = PlanState.KEPT) -> Case:
    due = TODAY + due_in * DAY
    agreed = Plan(
        1, 1, None, TODAY - 40 * DAY, "P-1", None, "Ann", None, "GBP", 100_000, "month", "transfer",
        "", Meanwhile.RUNS, 7, "", (PlanItem(1, 100_000),), (Instalment(1, due, due, 25_000),),
    )  # fmt: skip
    lapsed = TODAY - 2 * DAY if plan is PlanState.DEFAULTED else None
    standing = PlanStanding(agreed, plan, (part(due, state),), (), lapsed)
    held = 0 if plan is PlanState.DEFAULTED else 100_000
    item = entry(1, 40, 100_000)._replace(planned_minor=held)
    return case_of(item)._replace(plans=(standing,), contacting=BUSY)


def line_in(case: Case) -> Line:
    line = work_line(case, TODAY)
    assert line is not None
    assert line == line_at_any_size(case, TODAY)
    return line


def test_a_part_due_today_is_looked_for_at_the_bank() -> None:
    line = line_in(planned(0, InstalmentState.OPEN))
    assert (line.kind, line.channel) == (Kind.INSTALMENT, Channel.BANK)
    assert line.amounts == (Money(25_000, "GBP"),)
    assert line.reasons[0].code is ReasonCode.INSTALMENT_DUE


def test_a_late_part_is_rung_about_while_it_may_still_come() -> None:
    line = line_in(planned(-3, InstalmentState.MISSED, PlanState.MISSED))
    assert (line.kind, line.channel) == (Kind.INSTALMENT, Channel.CALL)
    assert line.reasons[0].code is ReasonCode.INSTALMENT_LATE


def test_once_it_was_spoken_about_it_waits_until_the_plan_lapses() -> None:
    case = planned(-3, InstalmentState.MISSED, PlanState.MISSED)
    spoken = case._replace(last_contact=Contact(TODAY - DAY))
    assert instalments_due(spoken, TODAY) == []
    assert work_line(spoken, TODAY) is None
    before = case._replace(last_contact=Contact(TODAY - 4 * DAY))
    assert line_in(before).kind is Kind.INSTALMENT


def test_a_late_part_is_late_since_its_own_day_and_not_the_invoices() -> None:
    case = planned(-3, InstalmentState.MISSED, PlanState.MISSED)
    case = case._replace(entries=(case.entries[0]._replace(planned_minor=75_000),))
    line = line_in(case)
    assert line.days_late == 3
    late = {reason.days for reason in line.reasons if reason.code in LATE}
    assert late == {3}
    besides = line_in(case._replace(entries=(*case.entries, entry(2, 9, 5_000))))
    assert besides.days_late == 9
    lapsed = line_in(planned(-12, InstalmentState.DEFAULTED, PlanState.DEFAULTED))
    assert lapsed.days_late == 40


def missed(late: int, *, written: int | None = None) -> Case:
    """A part so many days late; ``written`` so many days ago."""
    case = planned(-late, InstalmentState.MISSED, PlanState.MISSED)
    if written is None:
        return case
    (plan,) = case.plans
    (one,) = plan.instalments
    wrote = replace(one, written_day=TODAY - written * DAY, cure_day=TODAY + (7 - written) * DAY)
    return case._replace(plans=(replace(plan, instalments=(wrote,)),))


@pytest.mark.parametrize(("late", "told"), [(6, False), (7, True), (40, True)])
def test_from_the_seventh_day_on_it_is_time_to_write(late: int, told: bool) -> None:
    line = line_in(missed(late))
    assert line.reasons[0].code is ReasonCode.INSTALMENT_LATE
    assert (line.reasons[1].code is ReasonCode.PLAN_WRITE) is told
    assert line.channel is (Channel.EMAIL if told else Channel.CALL)
    rest = line_words(line, "en_GB", "en_GB", TODAY).rest
    assert ("time to write" in rest) is told
    assert "the plan ends" not in rest


def test_after_the_letter_the_line_says_when_the_plan_ends() -> None:
    line = line_in(missed(9, written=2))
    assert (line.kind, line.channel) == (Kind.INSTALMENT, Channel.CALL)
    assert line.reasons[1].code is ReasonCode.PLAN_ENDS
    assert line.reasons[1].day == TODAY + 5 * DAY
    rest = line_words(line, "en_GB", "en_GB", TODAY).rest
    assert "the plan ends unless it comes by" in rest
    assert "time to write" not in rest


def test_on_the_day_of_the_letter_nothing_more_is_done() -> None:
    assert instalments_due(missed(9, written=0), TODAY) == []
    found = worked_out(missed(9, written=0), TODAY)
    assert found is None or isinstance(found, LeftOut)
    assert len(instalments_due(missed(9, written=1), TODAY)) == 1


def test_a_talk_is_no_letter_and_a_day_that_they_named_is_waited_for() -> None:
    case = missed(9)._replace(last_contact=Contact(TODAY - DAY))
    assert line_in(case).reasons[1].code is ReasonCode.PLAN_WRITE
    assert work_line(case._replace(last_contact=Contact(TODAY)), TODAY) is None
    named = Promise(1, "GBP", 25_000, TODAY - DAY, TODAY + DAY, TODAY + 3 * DAY, (1,))
    waits = case._replace(standings=(Standing(named, PromiseState.OPEN, 0, 0),))
    assert instalments_due(waits, TODAY) == []
    other = replace(named, entries=(99,))
    asks = case._replace(standings=(Standing(other, PromiseState.OPEN, 0, 0),))
    assert len(instalments_due(asks, TODAY)) == 1


def test_a_talk_before_the_letter_does_not_answer_when_the_plan_ends() -> None:
    case = missed(9, written=2)
    for spoken, asks in ((3, 1), (2, 0), (1, 0)):
        told = case._replace(last_contact=Contact(TODAY - spoken * DAY))
        assert len(instalments_due(told, TODAY)) == asks


@pytest.mark.parametrize(
    ("minor", "by", "state", "asks"),
    [
        (25_000, 1, PromiseState.OPEN, 0),
        (25_000, -2, PromiseState.CHECK_BANK, 0),
        (24_999, 1, PromiseState.OPEN, 1),
        (25_000, -3, PromiseState.OPEN, 1),  # by the part's own day: no other one
        (25_000, -2, PromiseState.BROKEN, 1),
    ],
)
def test_a_later_day_named_beforehand_for_all_that_is_missing_is_waited_for(
    minor: int, by: int, state: PromiseState, asks: int
) -> None:
    due = TODAY + by * DAY
    named = Promise(1, "GBP", minor, TODAY - 20 * DAY, due, due + 2 * DAY, (1,))
    case = missed(3)._replace(standings=(Standing(named, state, 0, 0),))
    assert len(instalments_due(case, TODAY)) == asks


def test_who_cannot_be_written_to_is_rung() -> None:
    assert line_in(missed(9)._replace(reach=Reach(email=False, post=False))).channel is Channel.CALL


def test_of_what_came_of_a_late_part_the_line_tells() -> None:
    case = missed(3)
    (plan,) = case.plans
    (one,) = plan.instalments
    came = replace(plan, instalments=(replace(one, came_minor=10_000),))
    line = line_in(case._replace(plans=(came,)))
    told = line.reasons[0]
    assert told.code is ReasonCode.INSTALMENT_PART
    assert (told.amount, told.came) == (Money(25_000, "GBP"), Money(10_000, "GBP"))
    assert line.amounts == (Money(15_000, "GBP"),)


def test_what_a_plan_that_stumbled_leaves_in_peace_does_not_hide_its_missed_part() -> None:
    case = planned(-3, InstalmentState.MISSED, PlanState.MISSED)
    agreed = case._replace(
        entries=(case.entries[0]._replace(planned_minor=75_000),),
        last_contact=Contact(TODAY - DAY),
        call_backs=(CallBack(TODAY + 9 * DAY, TODAY - DAY),),
    )
    found = worked_out(agreed, TODAY)
    assert isinstance(found, LeftOut)
    assert (found.why, found.until) == (WhyNot.CALL_BACK, TODAY + 9 * DAY)
    other = agreed._replace(plans=(agreed.plans[0], *planned(9, InstalmentState.OPEN).plans))
    assert worked_out(other, TODAY) == found
    kept = planned(3, InstalmentState.OPEN)
    waits = worked_out(kept, TODAY)
    assert isinstance(waits, LeftOut)
    assert waits.why is WhyNot.PLAN


def test_a_part_to_come_is_no_line_nor_one_that_came() -> None:
    assert work_line(planned(3, InstalmentState.OPEN), TODAY) is None
    assert work_line(planned(-3, InstalmentState.PAID), TODAY) is None


def test_where_cash_is_not_posted_so_far_the_bank_is_looked_at_first() -> None:
    line = line_in(planned(-3, InstalmentState.CHECK_BANK, PlanState.CHECK_BANK))
    assert (line.kind, line.channel) == (Kind.CHECK_MONEY, Channel.BANK)
    assert ReasonCode.CHECK_BANK in {reason.code for reason in line.reasons}
    assert line.amounts == (Money(25_000, "GBP"),)


def test_a_plan_that_lapsed_is_spoken_of_once_and_then_followed_up() -> None:
    case = planned(-12, InstalmentState.DEFAULTED, PlanState.DEFAULTED)
    line = line_in(case)
    assert (line.kind, line.amounts) == (Kind.PLAN_DEFAULT, (Money(100_000, "GBP"),))
    assert line.reasons[0].code is ReasonCode.PLAN_DEFAULT
    spoken = case._replace(last_contact=Contact(TODAY - DAY))
    assert plans_in_default(spoken) == []
    later = line_at_any_size(spoken, TODAY)
    assert later is not None
    assert later.kind is Kind.FOLLOW_UP


def test_a_call_back_that_was_agreed_pauses_it() -> None:
    case = planned(-3, InstalmentState.MISSED, PlanState.MISSED)
    agreed = case._replace(call_backs=(CallBack(TODAY + DAY, TODAY - DAY),))
    assert work_line(agreed, TODAY) is None
    assert line_at_any_size(case_of(), TODAY) is None
