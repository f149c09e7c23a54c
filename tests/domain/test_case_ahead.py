"""Until when somebody is not followed up: the first of the days to come with a line."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.case_ahead import case_on
from creditmate.domain.chasing import OpenEntry
from creditmate.domain.claims import Claim, ClaimStanding, ClaimState
from creditmate.domain.contact_budget import Purpose, Touch
from creditmate.domain.contact_policy import ContactPolicy
from creditmate.domain.contact_steps import Step, StepMark
from creditmate.domain.contacting import Contacting, PutOff
from creditmate.domain.dates import Calendar
from creditmate.domain.errands import AnswerDue, Errand, VisitAhead
from creditmate.domain.extensions import Extension, ExtensionStanding, ExtensionState
from creditmate.domain.left_out import LeftOut, WhyNot
from creditmate.domain.money import Money
from creditmate.domain.next_steps import About
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import InstalmentState, PlanState
from creditmate.domain.priority import Contact
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.workcase import CallBack, Case, Policy
from creditmate.domain.worklist import Channel, Kind, Line, work_line, worked_out
from tests.domain.test_plan_lines import part, planned
from tests.domain.worklist_cases import DAY, TODAY, case_of, deed_of, entry, promised

AHEAD = 75
"""Days looked at one by one: longer than anything that was agreed here lasts."""
SPOKEN = Contacting(
    touches=(Touch(TODAY - DAY, Purpose.OWN, "call", Step.CALL_1),), calendar=Calendar()
)


def until(case: Case) -> date | None:
    found = worked_out(case, TODAY)
    assert isinstance(found, LeftOut), found
    return found.until


def first_listed(case: Case, policy: Policy) -> date | None:
    days = (TODAY + days * DAY for days in range(1, AHEAD + 1))
    return next((day for day in days if work_line(case_on(case, day), day, policy)), None)


def claimed(minor: int | None, days: int, *, entries: tuple[int, ...] = (1,)) -> ClaimStanding:
    said, last = TODAY - DAY, TODAY + days * DAY
    claim = Claim(1, 1, None, said, "", said, "transfer", "", "GBP", minor, last, entries)
    return ClaimStanding(claim, ClaimState.WAITING, 90_000 if minor is None else minor)


def given_time(days: int, entries: tuple[int, ...] = (1,)) -> ExtensionStanding:
    one = Extension(
        1, 1, None, TODAY - DAY, TODAY + days * DAY, None, "", Meanwhile.RUNS, "x", entries
    )
    return ExtensionStanding(one, ExtensionState.RUNNING, 90_000)


# ---------------------------------------------------------------- the property
ITEMS = st.lists(
    st.builds(
        lambda number, late, minor, disputed, grace: entry(
            number, late, minor, disputed=disputed, grace=grace
        ),
        st.integers(1, 4), st.integers(-20, 60), st.integers(1, 100_000),
        st.sampled_from([0, 0, 30_000, 100_000]), st.sampled_from([0, 0, 7]),
    ),
    min_size=1, max_size=4, unique_by=lambda item: item.id,
)  # fmt: skip
SOON = st.integers(1, 20)
TOUCHES = st.lists(
    st.builds(
        lambda ago, purpose, channel, step: Touch(TODAY - ago * DAY, purpose, channel, step),
        st.integers(0, 40), st.sampled_from(Purpose), st.sampled_from(["call", "email"]),
        st.none() | st.sampled_from(Step),
    ),
    max_size=4,
)  # fmt: skip
CONTACTINGS = st.builds(
    lambda touches, mark, off, holidays, welcome, silent, warned: Contacting(
        policy=ContactPolicy(stay_in_touch_days=silent),
        touches=tuple(sorted(touches, key=lambda touch: touch.day)),
        calendar=Calendar(holidays=frozenset(TODAY + day * DAY for day in holidays)),
        mark=None if mark is None else StepMark(mark, TODAY - DAY),
        put_off=None if off is None else PutOff(TODAY + off[0] * DAY, "x", off[1]),
        welcome=welcome,
        warned=None if warned is None else TODAY - warned * DAY,
    ),
    TOUCHES, st.none() | st.sampled_from(Step),
    st.none() | st.tuples(SOON, st.sampled_from(["", Kind.FOLLOW_UP.value])),
    st.lists(SOON, max_size=3), st.booleans(), st.sampled_from([0, 60]),
    st.none() | st.integers(0, 35),
)  # fmt: skip
CALLS = st.lists(
    st.builds(
        lambda day, ago, ours, in_vain: CallBack(
            TODAY + day * DAY, TODAY - ago * DAY, ours=ours, in_vain=ours and in_vain
        ),
        st.integers(1, 30), st.integers(0, 13), st.booleans(), st.booleans(),
    ),
    max_size=2,
).map(tuple)  # fmt: skip


def _arranged(items: list[OpenEntry], days: int | None) -> tuple[OpenEntry, ...]:
    if days is None:
        return tuple(items)
    first, *others = items
    held = first._replace(planned_minor=first.open_minor, planned_by=TODAY + days * DAY)
    return (held, *others)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    items, time = draw(ITEMS), draw(st.none() | SOON)
    first = items[0].id
    promises = [
        promised(minor, until=last, made=-made, number=number)
        for number, (minor, last, made) in enumerate(
            draw(st.lists(st.tuples(st.integers(1, 90_000), SOON, st.integers(1, 9)), max_size=2)),
            start=1,
        )
    ]
    said = draw(st.none() | st.tuples(st.none() | st.integers(1, 90_000), SOON))
    past = draw(st.none() | st.tuples(st.integers(1, 90_000), st.integers(1, 5)))
    if past is not None:  # cash is not posted so far
        minor, ago = past
        promises.append(promised(minor, PromiseState.CHECK_BANK, until=-ago, made=-9, number=3))
    looks = draw(st.none() | SOON)
    answer, errand = draw(st.none() | SOON), draw(st.none() | SOON)
    visit, talk = draw(st.none() | SOON), draw(st.none() | st.integers(0, 70))
    return case_of(*_arranged(items, time))._replace(
        standings=tuple(promises),
        looks=((TODAY + looks * DAY, 1),) if looks and promises else (),
        said=() if said is None else (claimed(*said, entries=(first,)),),
        extensions=() if time is None else (given_time(time, (first,)),),
        answers=() if answer is None else (AnswerDue(1, TODAY + answer * DAY, "price"),),
        errands=() if errand is None else (Errand(About.NOTED, TODAY + errand * DAY),),
        visit=None if visit is None else VisitAhead(TODAY + visit * DAY),
        call_backs=draw(CALLS),
        contacting=draw(CONTACTINGS),
        last_talk=None if talk is None else TODAY - talk * DAY,
        last_contact=None if talk is None else Contact(TODAY - talk * DAY, draw(st.booleans())),
        unallocated=(Money(-draw(st.integers(1, 50_000)), "GBP"),) if draw(st.booleans()) else (),
        deeds=(deed_of(draw(SOON)),) if draw(st.booleans()) else (),
    )


@given(cases(), st.sampled_from([Policy(), Policy(contact_from=Money(20_000, "GBP"))]))
def test_the_day_told_is_the_first_on_which_they_are_on_the_list(
    case: Case, policy: Policy
) -> None:
    """Whatever holds most, and however much runs at once: each day ahead is looked at."""
    found = worked_out(case, TODAY, policy)
    if isinstance(found, LeftOut):
        first = first_listed(case, policy)
        is_further = found.until is not None and found.until > TODAY + AHEAD * DAY
        assert found.until == first or (first is None and is_further)


# ---------------------------------------------------------------- what runs out first
def test_what_is_said_to_be_paid_runs_out_before_the_next_step() -> None:
    case = case_of(entry(1, 40, 90_000))._replace(contacting=SPOKEN, said=(claimed(30_000, 3),))
    found = worked_out(case, TODAY)
    assert isinstance(found, LeftOut)
    assert (found.why, found.until) == (WhyNot.TOO_SOON, TODAY + 4 * DAY)


def test_a_promise_runs_out_before_the_next_step() -> None:
    case = case_of(entry(1, 40, 90_000))
    case = case._replace(contacting=SPOKEN, standings=(promised(30_000, until=2),))
    assert until(case) == TODAY + 3 * DAY


def test_the_day_set_to_look_for_the_money_is_before_the_end_of_the_promise() -> None:
    case = case_of(entry(1, 40, 90_000))
    case = case._replace(contacting=SPOKEN, standings=(promised(90_000, until=6),))
    assert until(case) == TODAY + 7 * DAY
    assert until(case._replace(looks=((TODAY + 5 * DAY, 1),))) == TODAY + 5 * DAY


def test_of_what_is_in_question_the_rest_is_followed_up_after_the_holiday() -> None:
    """Most is under query, and nothing tells when that ends; the rest is asked for tomorrow."""
    shut = Contacting(calendar=Calendar(holidays=frozenset({TODAY})))
    case = case_of(entry(1, 9, 60_000, disputed=60_000), entry(2, 9, 40_000))
    found = worked_out(case._replace(contacting=shut), TODAY)
    assert isinstance(found, LeftOut)
    assert (found.why, found.until) == (WhyNot.IN_QUESTION, TODAY + DAY)


def test_while_cash_is_not_posted_and_nobody_is_rung_the_bank_is_looked_at() -> None:
    """More is owed besides than was promised, and the policy stops that for four days."""
    unposted = promised(1_000, PromiseState.CHECK_BANK, until=-1)
    case = case_of(entry(1, 40, 90_000))._replace(contacting=SPOKEN, standings=(unposted,))
    line = worked_out(case, TODAY)
    assert isinstance(line, Line)
    assert (line.kind, line.channel) == (Kind.CHECK_MONEY, Channel.BANK)
    assert line.amounts == (Money(1_000, "GBP"),)
    assert line.reasons[0].code is ReasonCode.CHECK_BANK
    assert until(case._replace(standings=())) == TODAY + 4 * DAY


def test_what_somebody_put_off_waits_for_its_day_and_not_for_the_bank() -> None:
    unposted = promised(1_000, PromiseState.CHECK_BANK, until=-1)
    off = Contacting(calendar=Calendar(), put_off=PutOff(TODAY + 6 * DAY, "x", ""))
    case = case_of(entry(1, 40, 90_000))._replace(contacting=off, standings=(unposted,))
    assert until(case) == TODAY + 6 * DAY


def test_nothing_is_told_where_nothing_ends_what_holds_them() -> None:
    case = case_of(entry(1, 9, 60_000, disputed=60_000))._replace(contacting=SPOKEN)
    assert until(case) is None


def test_more_time_that_was_given_anew_holds_until_the_last_day() -> None:
    longer = replace(given_time(9).extension, id=2, day=TODAY)
    twice = (given_time(3), ExtensionStanding(longer, ExtensionState.RUNNING, 90_000))
    item = entry(1, 9, 90_000)._replace(planned_minor=90_000)
    case = case_of(item)._replace(contacting=SPOKEN, extensions=twice)
    assert until(case) == TODAY + 10 * DAY


def test_a_plan_is_looked_for_on_the_day_of_its_next_part() -> None:
    assert until(planned(6, InstalmentState.OPEN)) == TODAY + 6 * DAY


def test_a_plan_that_was_written_about_ends_after_its_last_day() -> None:
    case = planned(-8, InstalmentState.MISSED, PlanState.MISSED)
    (plan,) = case.plans
    late = replace(
        part(TODAY - 8 * DAY, InstalmentState.MISSED), written_day=TODAY, cure_day=TODAY + 5 * DAY
    )
    written = case._replace(
        plans=(replace(plan, instalments=(late,)),), last_answer=TODAY - DAY,
        standings=(promised(1_000, PromiseState.KEPT, made=-1),),
    )  # fmt: skip
    assert until(written) == first_listed(written, Policy())
    over = case_on(written, TODAY + 6 * DAY)
    assert (over.plans[0].state, over.plans[0].defaulted_day) == (
        PlanState.DEFAULTED, TODAY + 6 * DAY
    )  # fmt: skip
    assert over.entries[0].planned_minor == 0


def test_on_a_later_day_what_was_promised_and_said_has_not_come() -> None:
    came = replace(promised(50_000, until=1, number=2), came_minor=10_000)
    kept = promised(1, PromiseState.KEPT, until=1, number=3)
    case = case_of(entry(1, 9, 90_000))._replace(
        standings=(promised(50_000, until=1), came, kept), said=(claimed(None, 1),)
    )
    assert case_on(case, TODAY + DAY) == case
    later = case_on(case, TODAY + 2 * DAY)
    assert [one.state for one in later.standings] == [
        PromiseState.BROKEN, PromiseState.PART_KEPT, PromiseState.KEPT
    ]  # fmt: skip
    assert [one.state for one in later.said] == [ClaimState.NOT_FOUND]


def test_a_part_that_is_set_aside_waits_on_after_its_day() -> None:
    case = planned(1, InstalmentState.OPEN)
    (plan,) = case.plans
    (one,) = plan.instalments
    aside = replace(plan, instalments=(replace(one, aside_minor=one.minor),))
    (moved,) = case_on(case._replace(plans=(aside,)), TODAY + 2 * DAY).plans
    assert [part.state for part in moved.instalments] == [InstalmentState.PAUSED]
    ended = replace(plan, state=PlanState.COMPLETED)
    assert case_on(case._replace(plans=(ended,)), TODAY + 2 * DAY).plans == (ended,)


def test_somebody_with_very_many_items_is_not_looked_at_for_ever() -> None:
    late = entry(1, 9, 90_000, disputed=90_000)
    arranged = (entry(n, -n, 900)._replace(planned_minor=900) for n in range(2, 200))
    assert until(case_of(late, *arranged)._replace(contacting=SPOKEN)) is None


def test_a_call_is_told_once() -> None:
    call = CallBack(TODAY + 3 * DAY, TODAY)
    case = case_of(entry(1, 9, 90_000))._replace(call_backs=(call,))
    found = worked_out(case, TODAY)
    assert isinstance(found, LeftOut)
    assert (found.until, found.appointment) == (call.day, None)
    assert timedelta(days=3) == call.day - TODAY
