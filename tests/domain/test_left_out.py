"""Who is proposed on a day and who is not: the policy of contacts, and what was agreed."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.case_picture import picture
from creditmate.domain.claims import Claim, ClaimStanding, ClaimState
from creditmate.domain.contact_budget import Purpose, Touch, used
from creditmate.domain.contact_hours import Hours
from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.contact_steps import Step, StepMark
from creditmate.domain.contacting import Contacting, PutOff, group_contacting
from creditmate.domain.dates import Calendar
from creditmate.domain.errands import AnswerDue, Errand
from creditmate.domain.extensions import Extension, ExtensionStanding, ExtensionState
from creditmate.domain.left_out import LeftOut, WhyNot, how_much
from creditmate.domain.money import Money
from creditmate.domain.next_steps import About
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import InstalmentState
from creditmate.domain.priority import Contact
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.workcase import CallBack, Case, Policy, Reach
from creditmate.domain.worklist import Channel, Kind, Line, place_of, step_taken, worked_out
from tests.domain.test_plan_lines import planned
from tests.domain.test_top_lines import BUSY, GRACEFUL
from tests.domain.test_worklist_properties import CASES
from tests.domain.worklist_cases import DAY, TODAY, case_of, deed_of, entry, promised

OWN, ATTEMPT = Purpose.OWN, Purpose.ATTEMPT
WEEKEND = Calendar()


def touched(*days: int, purpose: Purpose = OWN, step: Step | None = None) -> Contacting:
    touches = [Touch(TODAY - ago * DAY, purpose, "call", step) for ago in sorted(days)[::-1]]
    return Contacting(touches=tuple(touches), calendar=WEEKEND)


def late_by(days: int, contacting: Contacting, **more: object) -> Case:
    return case_of(entry(1, days, 90_000))._replace(contacting=contacting, **more)  # type: ignore[arg-type]


def line_in(case: Case, as_at: date = TODAY) -> Line:
    found = worked_out(case, as_at)
    assert isinstance(found, Line), found
    return found


def left_out_in(case: Case, as_at: date = TODAY) -> LeftOut:
    found = worked_out(case, as_at)
    assert isinstance(found, LeftOut), found
    return found


# ---------------------------------------------------------------- steps
@pytest.mark.parametrize(("late", "step"), [
    (1, Step.CALL_1), (7, Step.REMINDER_1), (14, Step.CALL_2), (21, Step.MANAGER),
    (30, Step.FINAL), (45, Step.LETTER_BEFORE), (60, Step.REVIEW), (120, Step.HAND_OVER),
])  # fmt: skip
def test_the_furthest_step_wins_once_somebody_has_spoken(late: int, step: Step) -> None:
    warned = TODAY - 31 * DAY if step.rank > Step.LETTER_BEFORE.rank else None
    case = late_by(late, replace(touched(400), warned=warned))
    assert line_in(case).step is step
    assert Reason(ReasonCode.STEP, step=step) in line_in(case).reasons


def test_after_a_first_import_nothing_harder_than_a_friendly_call_is_proposed() -> None:
    case = late_by(120, touched())
    assert line_in(case).step is Step.CALL_1
    mark = StepMark(Step.REMINDER_1, TODAY - DAY)
    told = case._replace(contacting=replace(touched(), mark=mark))
    assert line_in(told).step is Step.CALL_2  # the next one after where they are said to be
    harsh = case._replace(contacting=replace(touched(), policy=ContactPolicy(gentle=False)))
    assert line_in(harsh).step is Step.LETTER_BEFORE  # none is on record


# ---------------------------------------------------------------- the letter before action
@pytest.mark.parametrize("late", [60, 120])
def test_nothing_harder_is_due_before_the_letter_is_on_record(late: int) -> None:
    """However often they were spoken to: what has to be read is not taken by speaking (4.13)."""
    line = line_in(late_by(late, touched(6, step=Step.FINAL)))
    assert (line.step, line.channel) == (Step.LETTER_BEFORE, Channel.LETTER)
    assert line_in(late_by(late, touched(400))).step is Step.LETTER_BEFORE  # names no step


@pytest.mark.parametrize(("days", "form"), [(30, "a person"), (14, "a company")])
def test_they_have_days_to_answer_the_letter(days: int, form: str) -> None:
    sent = touched(days, step=Step.LETTER_BEFORE)
    case = late_by(120, replace(sent, warned=TODAY - days * DAY, reply_days=days))
    out = left_out_in(case)
    assert (out.why, out.until) == (WhyNot.TIME_TO_ANSWER, TODAY + DAY), form
    assert line_in(case, TODAY + DAY).step is Step.REVIEW


def test_a_letter_about_what_was_settled_since_is_none_about_this() -> None:
    case = late_by(120, replace(touched(400), warned=TODAY - 121 * DAY))
    assert line_in(case).step is Step.LETTER_BEFORE


def test_without_such_a_letter_in_the_policy_nothing_waits_for_it() -> None:
    steps = tuple(
        replace(rule, on=rule.step is not Step.LETTER_BEFORE) for rule in ContactPolicy().steps
    )
    policy = ContactPolicy(steps=steps)
    assert line_in(late_by(120, replace(touched(400), policy=policy))).step is Step.HAND_OVER


def test_where_the_policy_says_to_ring_about_it_it_is_rung() -> None:
    steps = tuple(
        replace(rule, channel="call") if rule.step is Step.LETTER_BEFORE else rule
        for rule in ContactPolicy().steps
    )
    case = late_by(45, replace(touched(400), policy=ContactPolicy(steps=steps)))
    assert line_in(case).channel is Channel.CALL
    assert step_taken(case, TODAY) is Step.LETTER_BEFORE


def test_speaking_takes_the_step_before_the_letter_and_writing_takes_it() -> None:
    case = late_by(120, touched(400))
    assert step_taken(case, TODAY) is Step.FINAL
    assert step_taken(case, TODAY, written=True) is Step.LETTER_BEFORE
    nothing = tuple(
        replace(rule, on=rule.step is Step.LETTER_BEFORE) for rule in ContactPolicy().steps
    )
    alone = late_by(120, replace(touched(400), policy=ContactPolicy(steps=nothing)))
    assert step_taken(alone, TODAY) is None


def test_a_talk_takes_the_steps_up_to_its_day_and_the_next_one_brings_the_line_back() -> None:
    """Late 13 days, spoken to 12 days ago: the reminder came after that; the call is tomorrow's."""
    taken = late_by(13, touched(6))
    out = left_out_in(taken)
    assert (out.why, out.until, out.amounts) == (
        WhyNot.NO_STEP, TODAY + DAY, (Money(90_000, "GBP"),)
    )  # fmt: skip
    assert line_in(taken, TODAY + DAY).step is Step.CALL_2


def test_who_owes_for_long_is_asked_again_a_month_after_the_last_step() -> None:
    case = late_by(200, touched(20, step=Step.HAND_OVER))
    out = left_out_in(case)
    assert (out.why, out.until) == (WhyNot.NO_STEP, TODAY + 11 * DAY)
    assert line_in(case, TODAY + 11 * DAY).step is Step.HAND_OVER


def test_a_step_that_was_taken_early_brings_nobody_back_on_its_own_day() -> None:
    """At the final notice nine days before it: the next is the letter before action, at 45."""
    marked = replace(touched(), mark=StepMark(Step.FINAL, TODAY))
    out = left_out_in(late_by(21, marked))
    assert (out.why, out.until) == (WhyNot.NO_STEP, TODAY + 24 * DAY)
    assert line_in(late_by(21, marked), TODAY + 24 * DAY).step is Step.LETTER_BEFORE
    early = left_out_in(late_by(13, touched(4, step=Step.CALL_2)))
    assert (early.why, early.until) == (WhyNot.NO_STEP, TODAY + 8 * DAY)  # the manager's, at 21


def test_after_the_letter_before_action_they_have_time_to_answer() -> None:
    """Written eight days ago, with 30 days to answer: until the 31st nothing else is the reason."""
    wrote = replace(touched(8, step=Step.LETTER_BEFORE), warned=TODAY - 8 * DAY)
    out = left_out_in(late_by(60, wrote))
    assert out.why is WhyNot.TIME_TO_ANSWER
    assert out.until is not None
    assert out.until >= TODAY + 23 * DAY
    over = replace(touched(40, step=Step.LETTER_BEFORE), warned=TODAY - 40 * DAY)
    assert line_in(late_by(100, over)).kind is Kind.FOLLOW_UP


def test_whoever_is_said_to_be_at_the_last_step_is_asked_again_a_month_after_it_was_said() -> None:
    marked = replace(touched(), mark=StepMark(Step.HAND_OVER, TODAY - DAY))
    out = left_out_in(late_by(200, marked))
    assert (out.why, out.until) == (WhyNot.NO_STEP, TODAY + 30 * DAY)
    assert line_in(late_by(200, marked), TODAY + 30 * DAY).step is Step.HAND_OVER


@given(
    st.integers(1, 120),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(Step)), max_size=3),
    st.none() | st.tuples(st.sampled_from(Step), st.integers(0, 40)),
)
def test_the_day_told_where_no_step_is_due_is_the_first_with_one(
    late: int, made: list[tuple[int, Step]], marked: tuple[Step, int] | None
) -> None:
    touches = [Touch(TODAY - ago * DAY, OWN, "call", step) for ago, step in made]
    mark = None if marked is None else StepMark(marked[0], TODAY - marked[1] * DAY)
    contacting = Contacting(touches=tuple(touches), mark=mark)
    items = [entry(1, late, 90_000)]
    if contacting.step(items, TODAY) is not None:
        return
    day = contacting.next_step_day(items, TODAY)
    assert day is not None
    ahead = [TODAY + days * DAY for days in range(1, (day - TODAY).days + 1)]
    assert [on for on in ahead if contacting.step(items, on) is not None] == [day]


def test_where_every_step_is_off_nobody_is_asked_and_no_day_is_told() -> None:
    off = tuple(replace(rule, on=False) for rule in ContactPolicy().steps)
    case = late_by(30, replace(touched(40), policy=ContactPolicy(steps=off)))
    out = left_out_in(case)
    assert (out.why, out.until) == (WhyNot.NO_STEP, None)


def test_a_courtesy_call_waits_for_its_day_and_short_terms_have_none() -> None:
    soon = case_of(entry(1, -6, 50_000))._replace(contacting=touched())
    assert (line_in(soon).kind, line_in(soon).step) == (Kind.COURTESY, Step.COURTESY)
    net_7 = entry(1, -6, 50_000)._replace(day=TODAY - DAY)
    assert worked_out(case_of(net_7)._replace(contacting=touched()), TODAY) is None


def test_a_step_by_letter_is_written_where_they_are_not_rung() -> None:
    final = late_by(30, touched(40), reach=Reach(phone=False))
    assert line_in(final).channel is Channel.LETTER
    assert line_in(final._replace(reach=Reach())).channel is Channel.CALL  # as they like it
    reminder = late_by(7, touched(40), reach=Reach(phone=False))
    assert line_in(reminder).channel is Channel.EMAIL
    no_mail = reminder._replace(reach=Reach(phone=False, email=False))
    assert line_in(no_mail).channel is Channel.LETTER


# ---------------------------------------------------------------- the budget
@pytest.mark.parametrize(("contacting", "why", "days"), [
    (touched(3, step=Step.CALL_1), WhyNot.TOO_SOON, 2),
    (touched(0, step=Step.CALL_1), WhyNot.TOO_SOON, 7),  # the fifth is a Saturday
    (touched(0, 0, purpose=ATTEMPT), WhyNot.ATTEMPTS, 1),
    (touched(1, 2, 3, purpose=ATTEMPT), WhyNot.ATTEMPTS, 4),
])  # fmt: skip
def test_the_budget_says_from_when_on_there_is_room(
    contacting: Contacting, why: WhyNot, days: int
) -> None:
    out = left_out_in(late_by(50, contacting))
    assert (out.why, out.until) == (why, TODAY + days * DAY)


def test_a_week_and_a_month_have_their_limits() -> None:
    limits = replace(ContactPolicy().limits, gap_days=0)
    policy = ContactPolicy(limits=limits)
    week = replace(touched(6, 4, 2, step=Step.CALL_1), policy=policy)
    assert left_out_in(late_by(50, week)).why is WhyNot.WEEK
    many = replace(touched(*range(8, 28, 2), step=Step.CALL_1), policy=policy)
    assert left_out_in(late_by(90, many)).why is WhyNot.MONTH


@pytest.mark.parametrize("purpose", [
    Purpose.AGREED, Purpose.REPLY, Purpose.PROMISE, Purpose.INCOMING
])  # fmt: skip
def test_what_answers_them_costs_nothing_yet_takes_the_step(purpose: Purpose) -> None:
    just = left_out_in(late_by(50, touched(1, purpose=purpose, step=Step.CALL_1)))
    assert (just.why, just.until) == (WhyNot.TOO_SOON, TODAY + 4 * DAY)  # one step at a time
    spoken = touched(5, purpose=purpose, step=Step.CALL_1)
    assert line_in(late_by(50, spoken)).step is Step.REMINDER_1
    assert used(spoken.touches, TODAY).own_days == ()
    ahead = touched(1, purpose=purpose, step=Step.CALL_1)  # the reminder's day is today
    assert line_in(late_by(7, ahead)).step is Step.REMINDER_1
    unnamed = worked_out(late_by(50, touched(1, purpose=purpose)), TODAY)
    if purpose is Purpose.INCOMING:  # what they begin takes nothing unless somebody says so
        assert isinstance(unnamed, Line)
        assert unnamed.step is Step.CALL_1
    else:
        assert isinstance(unnamed, LeftOut)
        assert unnamed.why is WhyNot.NO_STEP


EXHAUSTED = touched(0, 1, 2, 3)
PASSED = promised(50_000, PromiseState.BROKEN, until=-1)


@pytest.mark.parametrize(("more", "kind"), [
    ({"deeds": (deed_of(-1),)}, Kind.OURS_LATE),
    ({"deeds": (deed_of(0),)}, Kind.OURS_DUE),
    ({"call_backs": (CallBack(TODAY, TODAY - DAY),)}, Kind.CALL_BACK),
    ({"standings": (PASSED,)}, Kind.PROMISE_NOT_KEPT),
    ({"answers": (AnswerDue(1, TODAY, "price"),)}, Kind.ANSWER_DUE),
    ({"errands": (Errand(About.VISIT, TODAY, time(9)),)}, Kind.VISIT),
    ({"errands": (Errand(About.HELP_SHEET, TODAY),)}, Kind.HELP_SHEET),
    ({"errands": (Errand(About.NOTED, TODAY),)}, Kind.NOTED),
    ({"unallocated": (Money(-90_000, "GBP"),)}, Kind.CHECK_MONEY),
])  # fmt: skip
def test_what_was_agreed_is_never_stopped_by_the_budget_nor_by_a_holiday(
    more: dict[str, object], kind: Kind
) -> None:
    resting = replace(EXHAUSTED, calendar=Calendar(holidays=frozenset({TODAY})))
    case = late_by(9, resting, last_talk=TODAY - 9 * DAY, **more)
    found = line_in(case)
    assert (found.kind, found.step) == (kind, None)


# ---------------------------------------------------------------- days, ways, sums
def test_where_they_do_not_work_today_nobody_rings_until_they_do() -> None:
    holiday = replace(touched(), calendar=Calendar(holidays=frozenset({TODAY, TODAY + DAY})))
    out = left_out_in(late_by(9, holiday))
    assert (out.why, out.until) == (WhyNot.HOLIDAY, TODAY + 2 * DAY)
    sunday = TODAY - DAY
    assert left_out_in(late_by(9, touched()), sunday).until == TODAY
    weekends = ContactPolicy(hours=Hours(weekends=True))
    assert line_in(late_by(9, replace(touched(), policy=weekends)), sunday).kind is Kind.FOLLOW_UP
    friday = replace(touched(), calendar=Calendar(holidays=frozenset({TODAY - 3 * DAY})))
    worked = left_out_in(late_by(9, replace(friday, policy=weekends)), TODAY - 3 * DAY)
    assert (worked.why, worked.until) == (WhyNot.HOLIDAY, TODAY - 2 * DAY)  # the Saturday


def test_who_refuses_every_way_is_named_and_not_listed() -> None:
    case = late_by(9, touched(), reach=Reach(phone=False, email=False, post=False))
    assert left_out_in(case).why is WhyNot.NO_WAY


def test_too_small_a_sum_is_no_reason_to_ring() -> None:
    case = late_by(9, touched())
    out = worked_out(case, TODAY, Policy(contact_from=Money(90_001, "GBP")))
    assert isinstance(out, LeftOut)
    assert out.why is WhyNot.SMALL_BALANCE


# ---------------------------------------------------------------- put off
def put_off(kind: str = "", days: int = 3) -> Contacting:
    return replace(touched(), put_off=PutOff(TODAY + days * DAY, "the owner is ill", kind))


def test_a_line_that_is_put_off_comes_back_on_its_day_with_the_reason_told_till_then() -> None:
    case = late_by(9, put_off())
    out = left_out_in(case)
    assert (out.why, out.until, out.words) == (
        WhyNot.PUT_OFF, TODAY + 3 * DAY, "the owner is ill"
    )  # fmt: skip
    assert line_in(case, TODAY + 3 * DAY).kind is Kind.FOLLOW_UP


def test_anything_may_be_put_off_but_our_own_late_promise() -> None:
    called = late_by(9, put_off(), call_backs=(CallBack(TODAY, TODAY - DAY),))
    assert left_out_in(called).why is WhyNot.PUT_OFF
    assert line_in(late_by(9, put_off(), deeds=(deed_of(-1),))).kind is Kind.OURS_LATE


def test_what_is_more_urgent_than_the_line_put_off_comes_all_the_same() -> None:
    follow_up = put_off(Kind.FOLLOW_UP.value)
    assert left_out_in(late_by(9, follow_up)).why is WhyNot.PUT_OFF
    called = late_by(9, follow_up, call_backs=(CallBack(TODAY, TODAY - DAY),))
    assert line_in(called).kind is Kind.CALL_BACK


def test_what_is_put_off_is_told_though_nothing_is_overdue() -> None:
    called = case_of()._replace(contacting=put_off(), call_backs=(CallBack(TODAY, TODAY - DAY),))
    assert left_out_in(called) == LeftOut(
        1, WhyNot.PUT_OFF, (), TODAY + 3 * DAY, "the owner is ill"
    )  # fmt: skip


# ---------------------------------------------------------------- what was agreed or said
def test_a_promise_pauses_until_its_day_has_passed_and_then_brings_the_line_back() -> None:
    running = late_by(9, touched(2), standings=(promised(90_000, until=4),))
    out = left_out_in(running)
    assert (out.why, out.until) == (WhyNot.PROMISE, TODAY + 5 * DAY)
    passed = running._replace(standings=(promised(90_000, PromiseState.BROKEN, until=-1),))
    assert line_in(passed).kind is Kind.PROMISE_NOT_KEPT


def test_what_is_said_to_be_paid_is_left_alone_until_it_should_have_come() -> None:
    said, until = TODAY - DAY, TODAY + 2 * DAY
    claim = Claim(1, 1, None, said, "", said, "transfer", "", "GBP", 90_000, until, (1,))
    waiting = ClaimStanding(claim, ClaimState.WAITING, 90_000)
    out = left_out_in(late_by(9, touched(), said=(waiting,)))
    assert (out.why, out.until) == (WhyNot.SAID_PAID, TODAY + 3 * DAY)
    lost = replace(waiting, state=ClaimState.NOT_FOUND)
    assert line_in(late_by(9, touched(), said=(lost,))).kind is Kind.SAID_PAID


def test_what_is_said_to_be_paid_of_a_plan_that_is_kept_is_told_before_the_plan() -> None:
    said, until = TODAY - DAY, TODAY + 2 * DAY
    claim = Claim(1, 1, None, said, "", said, "transfer", "", "GBP", None, until, (1,))
    waiting = ClaimStanding(claim, ClaimState.WAITING, 90_000)
    item = entry(1, 9, 90_000)._replace(planned_minor=45_000, planned_by=TODAY + 30 * DAY)
    case = case_of(item)._replace(contacting=touched())
    both = case._replace(said=(waiting,))
    out = left_out_in(both)
    assert (out.why, out.until) == (WhyNot.SAID_PAID, TODAY + 3 * DAY)
    less = replace(waiting, claim=replace(claim, minor=45_000), missing_minor=45_000)
    out = left_out_in(case._replace(said=(less,)))
    assert (out.why, out.until) == (WhyNot.PLAN, TODAY + 3 * DAY), "the first day of both"


def test_of_an_invoice_partly_under_query_the_rest_is_followed_up() -> None:
    part = case_of(entry(1, 9, 90_000, disputed=40_000))._replace(contacting=touched())
    assert line_in(part).amounts == (Money(50_000, "GBP"),)
    whole = case_of(entry(1, 9, 90_000, disputed=90_000))._replace(contacting=touched())
    assert left_out_in(whole).why is WhyNot.IN_QUESTION
    asked = whole._replace(answers=tuple(AnswerDue(n, TODAY + n * DAY, "price") for n in (6, 3)))
    assert left_out_in(asked).until == TODAY + 3 * DAY  # an answer is due from us


def mostly_promised(days: int, free: int, contacting: Contacting) -> Case:
    items = (entry(1, days, 90_000 - free), entry(2, days, free))
    running = promised(90_000 - free, until=4)
    return case_of(*items)._replace(standings=(running,), contacting=contacting)


def test_of_what_is_promised_and_what_the_policy_stops_the_larger_sum_tells_why() -> None:
    lately = touched(3, step=Step.CALL_1)
    out = left_out_in(mostly_promised(9, 20_000, lately))
    assert (out.why, out.until, out.amounts) == (
        WhyNot.PROMISE, TODAY + 2 * DAY, (Money(90_000, "GBP"),)
    )  # fmt: skip
    # from then on the rest is followed up, before the promise's day
    mostly_free = left_out_in(mostly_promised(9, 70_000, lately))
    assert (mostly_free.why, mostly_free.until, mostly_free.amounts) == (
        WhyNot.TOO_SOON, TODAY + 2 * DAY, (Money(90_000, "GBP"),)
    )  # fmt: skip
    calling = mostly_promised(9, 20_000, lately)._replace(call_backs=(CALL_BACK,))
    assert left_out_in(calling).appointment == CALL_BACK.day


@pytest.mark.parametrize(
    ("credit", "told"), [(0, 90_000), (30_000, 60_000), (89_999, 1), (90_000, 90_000)]
)
def test_how_much_is_all_that_is_overdue_less_money_that_waits_to_be_matched(
    credit: int, told: int
) -> None:
    """What is arranged of it is not followed up either; where all is covered, all is told."""
    items = (entry(1, 9, 50_000), entry(2, 9, 40_000))
    case = case_of(*items)._replace(unallocated=(Money(-credit, "GBP"),), contacting=touched(3))
    assert how_much(picture(case, TODAY)) == (Money(told, "GBP"),)
    nothing = picture(case._replace(entries=()), TODAY)
    assert how_much(nothing) == how_much(nothing, everything=True) == ()


def test_of_who_has_shut_what_is_not_due_yet_is_told_as_well() -> None:
    case = case_of(entry(1, 9, 50_000), entry(2, -40, 40_000))
    assert how_much(picture(case, TODAY)) == (Money(50_000, "GBP"),)
    assert how_much(picture(case, TODAY), everything=True) == (Money(90_000, "GBP"),)


def test_what_is_overdue_tells_why_before_what_is_soon_due() -> None:
    items = (entry(1, 9, 60_000), entry(2, -6, 90_000))
    case = case_of(*items)._replace(
        standings=(promised(60_000, until=4),),
        contacting=touched(3, step=Step.COURTESY),
    )
    out = left_out_in(case)
    assert (out.why, out.amounts) == (WhyNot.PROMISE, (Money(60_000, "GBP"),))


def test_what_somebody_put_off_is_told_as_put_off() -> None:
    assert left_out_in(mostly_promised(9, 20_000, put_off())).why is WhyNot.PUT_OFF


def test_within_grace_and_waiting_for_a_call_back_the_day_is_told() -> None:
    graceful = case_of(entry(1, 3, 500, grace=7))._replace(contacting=touched())
    out = left_out_in(graceful)
    assert (out.why, out.until) == (WhyNot.GRACE, TODAY + 7 * DAY)  # the fifth is a Saturday
    agreed = late_by(9, touched(1), call_backs=(CallBack(TODAY + 4 * DAY, TODAY - DAY),))
    out = left_out_in(agreed)
    assert (out.why, out.until) == (WhyNot.CALL_BACK, TODAY + 4 * DAY)


CALL_BACK = CallBack(TODAY + 4 * DAY, TODAY - DAY)
GIVEN = Extension(1, 1, None, TODAY - DAY, TODAY + 6 * DAY, None, "", Meanwhile.RUNS, "x", (1,))


def test_what_holds_the_money_back_is_the_cause_and_the_agreed_call_stands_beside_it() -> None:
    by_plan = left_out_in(planned(6, InstalmentState.OPEN)._replace(call_backs=(CALL_BACK,)))
    assert (by_plan.why, by_plan.until) == (WhyNot.PLAN, CALL_BACK.day)
    assert by_plan.appointment == CALL_BACK.day
    arranged_item = entry(1, 9, 90_000)._replace(planned_minor=90_000, planned_by=TODAY + 6 * DAY)
    calling = case_of(arranged_item)._replace(contacting=touched(1), call_backs=(CALL_BACK,))
    given = ExtensionStanding(GIVEN, ExtensionState.RUNNING, 90_000)
    longer = left_out_in(calling._replace(extensions=(given,)))
    assert (longer.why, longer.appointment) == (WhyNot.MORE_TIME, CALL_BACK.day)
    asked = case_of(entry(1, 9, 90_000, disputed=90_000))._replace(call_backs=(CALL_BACK,))
    question = left_out_in(asked._replace(contacting=touched(1)))
    assert (question.why, question.appointment) == (WhyNot.IN_QUESTION, CALL_BACK.day)


def test_of_a_small_question_and_an_agreed_call_the_larger_sum_tells_why() -> None:
    mostly_free = case_of(entry(1, 9, 90_000, disputed=10_000))._replace(
        contacting=touched(1),
        call_backs=(CALL_BACK,),
    )
    out = left_out_in(mostly_free)
    assert (out.why, out.until, out.appointment) == (WhyNot.CALL_BACK, CALL_BACK.day, None)


def test_whoever_was_not_reached_waits_for_the_next_try_and_not_for_an_agreed_call() -> None:
    tried = late_by(
        9,
        touched(1, purpose=ATTEMPT),
        call_backs=(CALL_BACK,),
        last_contact=Contact(TODAY - DAY, reached=False),
    )
    out = left_out_in(tried)
    assert (out.why, out.until) == (WhyNot.NO_ANSWER, CALL_BACK.day)
    later = tried._replace(last_contact=Contact(TODAY, reached=True))
    assert left_out_in(later).why is WhyNot.CALL_BACK


def test_grace_and_money_of_theirs_are_the_cause_though_a_call_is_agreed() -> None:
    waiting = case_of(entry(1, 3, 500, grace=7))._replace(
        contacting=touched(), call_backs=(CALL_BACK,)
    )
    assert left_out_in(waiting).why is WhyNot.GRACE


def test_a_plan_that_is_kept_and_more_time_are_told_apart() -> None:
    out = left_out_in(planned(6, InstalmentState.OPEN))
    assert (out.why, out.until) == (WhyNot.PLAN, TODAY + 6 * DAY)
    item = entry(1, 9, 90_000)._replace(planned_minor=90_000, planned_by=TODAY + 6 * DAY)
    standing = ExtensionStanding(GIVEN, ExtensionState.RUNNING, 90_000)
    timed = case_of(item)._replace(contacting=touched(), extensions=(standing,))
    out = left_out_in(timed)
    assert (out.why, out.until) == (WhyNot.MORE_TIME, TODAY + 7 * DAY)


def test_money_that_covers_what_is_overdue_while_a_call_back_waits() -> None:
    """Within a group's own credit nothing is left to ask for, nor to match."""
    covered = late_by(9, touched(), unallocated=(Money(-90_000, "GBP"),))
    assert line_in(covered).kind is Kind.CHECK_MONEY


# ---------------------------------------------------------------- groups
def test_a_group_has_one_budget_and_its_head_office_s_policy() -> None:
    head = replace(touched(), policy=ContactPolicy(calls_per_day=3), put_off=None)
    branch = replace(
        touched(2), mark=StepMark(Step.FINAL, TODAY), put_off=PutOff(TODAY + DAY, "x"),
        welcome=True,
    )  # fmt: skip
    both = group_contacting([head, branch, None])
    assert both is not None
    assert (both.policy, both.put_off, both.welcome) == (head.policy, None, True)
    assert (both.touches, both.mark) == (branch.touches, branch.mark)
    assert group_contacting([None, branch]) is None


# ---------------------------------------------------------------- nobody is forgotten
TOUCHES = st.lists(
    st.builds(
        lambda ago, purpose, step: Touch(TODAY - ago * DAY, purpose, "call", step),
        st.integers(0, 40), st.sampled_from(Purpose), st.none() | st.sampled_from(Step),
    ),
    max_size=4,
)  # fmt: skip
CONTACTINGS = st.builds(
    lambda touches, mark, off, rules, holiday: Contacting(
        policy=ContactPolicy(steps=rules),
        touches=tuple(sorted(touches, key=lambda touch: touch.day)),
        calendar=Calendar(holidays=frozenset({TODAY} if holiday else ())),
        mark=None if mark is None else StepMark(mark, TODAY - DAY),
        put_off=None if off is None else PutOff(TODAY + timedelta(days=off), "x"),
    ),
    TOUCHES, st.none() | st.sampled_from(Step), st.none() | st.integers(0, 3),
    st.lists(st.booleans(), min_size=len(Step), max_size=len(Step)).map(
        lambda on: tuple(
            replace(rule, on=known)
            for rule, known in zip(ContactPolicy().steps, on, strict=True)
        )
    ),
    st.booleans(),
)  # fmt: skip


@given(CASES | BUSY | GRACEFUL, CONTACTINGS)
def test_whoever_has_anything_overdue_is_on_the_list_or_left_out_with_a_reason(
    case: Case, contacting: Contacting
) -> None:
    found = worked_out(case._replace(contacting=contacting), TODAY)
    if any(e.due_day < TODAY and e.open_minor for e in case.entries):
        assert found is not None
        assert isinstance(found, Line) or found.amounts
    if isinstance(found, LeftOut) and found.until is not None:
        assert found.until > TODAY or found.why in {WhyNot.PLAN, WhyNot.SAID_PAID, WhyNot.PROMISE}


@given(CASES | BUSY | GRACEFUL, CONTACTINGS)
def test_the_policy_only_ever_takes_away_what_we_do_of_our_own_accord(
    case: Case, contacting: Contacting
) -> None:
    free, bound = worked_out(case, TODAY), worked_out(case._replace(contacting=contacting), TODAY)
    if isinstance(bound, Line) and isinstance(free, Line) and bound.kind is not free.kind:
        assert bound.channel is Channel.BANK  # nobody is rung, and money may be there
        assert free.kind in OF_OUR_OWN_ACCORD
    elif isinstance(bound, Line):
        assert isinstance(free, Line)
        assert (free.kind, free.score, free.amounts) == (bound.kind, bound.score, bound.amounts)
    elif isinstance(free, Line) and contacting.put_off is None:
        assert place_of(free.kind) == place_of(Kind.FOLLOW_UP)


def test_the_last_contact_alone_says_nothing_where_the_policy_is_not_asked() -> None:
    case = case_of(entry(1, 9, 90_000))._replace(last_contact=Contact(TODAY))
    assert line_in(case).step is None


def test_a_call_so_far_away_that_it_pauses_no_longer_is_told_beside_the_day_it_does() -> None:
    """Two weeks are the longest: from then on they are followed up, and rung as agreed as well."""
    late = case_of(entry(1, 9, 64_000))
    call = CallBack(TODAY + 84 * DAY, TODAY)
    found = worked_out(late._replace(call_backs=(call,)), TODAY)
    assert isinstance(found, LeftOut)
    assert (found.why, found.until) == (WhyNot.CALL_BACK, TODAY + 14 * DAY)
    assert found.appointment == call.day
    near = worked_out(late._replace(call_backs=(call._replace(day=TODAY + 3 * DAY),)), TODAY)
    assert isinstance(near, LeftOut)
    assert (near.until, near.appointment) == (TODAY + 3 * DAY, None)
