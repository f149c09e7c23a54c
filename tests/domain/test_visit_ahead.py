"""A visit that they know of: what they owe is left to it, and nobody is threatened meanwhile."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.call_script import Around, Situation, call_script
from creditmate.domain.call_topics import TopicCode
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contact_steps import Step, StepMark
from creditmate.domain.contacting import Contacting
from creditmate.domain.errands import Errand, VisitAhead, is_left_to_visit
from creditmate.domain.group_cases import as_branch, group_case
from creditmate.domain.left_out import LeftOut, WhyNot
from creditmate.domain.money import Money
from creditmate.domain.next_steps import About
from creditmate.domain.outcomes import CallKind
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import CallBack, Case
from creditmate.domain.worklist import Kind, Line, line_at_any_size, work_line, worked_out
from tests.domain.worklist_cases import DAY, TODAY, case_of, entry, promised

OWED = entry(1, 50, 90_000)
WARNED = Contacting(
    touches=(Touch(TODAY - 20 * DAY, Purpose.OWN, "call", Step.FINAL),),
    mark=StepMark(Step.FINAL, TODAY - 20 * DAY),
)
LONGEST = 14


def with_visit(days: int, case: Case | None = None, *, confirmed: bool = False) -> Case:
    known = case_of(OWED)._replace(contacting=WARNED) if case is None else case
    made = Errand(About.VISIT, TODAY + days * DAY)
    errands = (made,) if days > 0 else ()
    return known._replace(visit=VisitAhead(made.day, confirmed), errands=errands)


def left_out_in(case: Case) -> LeftOut:
    found = worked_out(case, TODAY)
    assert isinstance(found, LeftOut), found
    return found


def any_line(case: Case) -> Line:
    found = line_at_any_size(case, TODAY)
    assert found is not None
    return found


@given(st.integers(-30, 200), st.sampled_from(sorted(Step)))
def test_what_goes_further_waits_however_far_the_day_is(days: int, step: Step) -> None:
    visit = VisitAhead(TODAY + timedelta(days))
    waits = is_left_to_visit(visit, step, TODAY, LONGEST)
    assert waits is (days <= LONGEST or step.rank >= Step.MANAGER.rank)
    assert is_left_to_visit(visit, None, TODAY, LONGEST)
    assert not is_left_to_visit(None, step, TODAY, LONGEST)


@pytest.mark.parametrize("days", [1, 10, 90])
@pytest.mark.parametrize(
    ("confirmed", "why"), [(False, WhyNot.VISIT), (True, WhyNot.VISIT_CONFIRMED)]
)
def test_the_letter_waits_and_the_day_is_told(days: int, confirmed: bool, why: WhyNot) -> None:
    out = left_out_in(with_visit(days, confirmed=confirmed))
    assert (out.why, out.until) == (why, TODAY + days * DAY)


def test_a_visit_that_is_over_is_not_waited_for_on_a_day() -> None:
    out = left_out_in(with_visit(-3))
    assert (out.why, out.until) == (WhyNot.VISIT, None)


@given(st.integers(1, 400), st.integers(-5, 60), st.sampled_from([*sorted(Step), None]))
def test_no_line_goes_further_than_a_friendly_word(late: int, days: int, mark: Step | None) -> None:
    touches = (Touch(TODAY - 40 * DAY, Purpose.OWN, "call", Step.CALL_1),)
    at = None if mark is None else StepMark(mark, TODAY - 40 * DAY)
    case = case_of(entry(1, late, 90_000))._replace(contacting=Contacting(touches=touches, mark=at))
    line = any_line(with_visit(days, case))
    assert line.step is None or line.step.rank < Step.MANAGER.rank
    found = work_line(with_visit(days, case), TODAY)
    assert found is None or found.step is not None


def test_the_line_looked_at_is_about_the_visit() -> None:
    line = any_line(with_visit(10, confirmed=True))
    assert (line.kind, line.step) == (Kind.FOLLOW_UP, None)
    assert line.visit_ahead is not None
    assert line.reasons[0] is line.visit_ahead
    assert line.visit_ahead.code is ReasonCode.VISIT_CONFIRMED
    script = call_script(line, CallKind.COLLECTION, (), incoming=False, around=Around())
    assert script.situation is Situation.VISIT_AHEAD
    (topic,) = [one for one in script.topics if one.code is TopicCode.OUR_VISIT]
    assert topic.day == TODAY + 10 * DAY
    assert any_line(case_of(OWED)._replace(contacting=WARNED)).visit_ahead is None


def test_a_line_of_a_visit_is_told_from_others() -> None:
    assert any_line(with_visit(0)._replace(errands=(Errand(About.VISIT, TODAY),))).is_of_visit
    assert not any_line(case_of(OWED)._replace(contacting=WARNED)).is_of_visit


def test_what_is_under_query_is_spoken_of_once() -> None:
    known = Around(asked=(Money(500, "GBP"),), disputed=(Money(8_640, "GBP"),))
    line = any_line(with_visit(10, confirmed=True))
    script = call_script(line, CallKind.COLLECTION, (), incoming=False, around=known)
    codes = [topic.code for topic in script.topics]
    assert codes.count(TopicCode.UNDER_QUERY) == 1
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("days", [10, 90])
def test_a_call_put_into_the_diary_by_hand_is_made_without_the_letter(days: int) -> None:
    call = CallBack(TODAY, TODAY - 5 * DAY, words="ask about the gate", ours=True)
    line = work_line(with_visit(days)._replace(call_backs=(call,)), TODAY)
    assert line is not None
    assert (line.kind, line.step) == (Kind.PLANNED_CALL, None)
    again = with_visit(days)._replace(call_backs=(call._replace(in_vain=True),))
    assert left_out_in(again).why is WhyNot.VISIT


def test_a_promise_that_was_not_kept_is_asked_about_and_the_visit_is_told() -> None:
    missed = promised(50_000, PromiseState.BROKEN, until=-2, made=-9)
    line = work_line(with_visit(5)._replace(standings=(missed,)), TODAY)
    assert line is not None
    assert line.kind is Kind.PROMISE_NOT_KEPT
    assert line.visit_ahead is None
    assert ReasonCode.VISIT_AHEAD in [reason.code for reason in line.reasons]


def test_a_visit_to_one_of_a_group_is_the_groups_and_says_whose() -> None:
    head = case_of(OWED)._replace(contacting=WARNED)
    branch = with_visit(4, case_of(entry(2, 60, 10_000), customer=2))
    later = with_visit(9, case_of(entry(3, 60, 10_000), customer=3))
    group = group_case(head, [branch, later], TODAY)
    assert group.visit == VisitAhead(TODAY + 4 * DAY, customer=2)
    assert left_out_in(group).until == TODAY + 4 * DAY
    assert any_line(group).reasons[0].member == 2
    assert as_branch(case_of(OWED), group).visit == group.visit
