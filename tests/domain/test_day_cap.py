"""How many calls of our own accord a day has."""

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.claims import ClaimStanding, ClaimState
from creditmate.domain.day_cap import Cap, for_tomorrow, of_others
from creditmate.domain.errands import Errand
from creditmate.domain.extensions import Extension, ExtensionStanding, ExtensionState
from creditmate.domain.money import Money
from creditmate.domain.next_steps import OUR_CHORES, About
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_lines import OF_OUR_OWN_ACCORD, Kind
from creditmate.domain.workcase import CallBack, CameBack
from creditmate.domain.worklist import Line, work_line
from tests.domain.test_claims import CLAIM
from tests.domain.worklist_cases import DAY, TODAY, case_of, entry, promised


def line(customer: int, minor: int, *, agreed: bool = False) -> Line:
    case = case_of(entry(1, 9, minor), customer=customer)
    calls = (CallBack(TODAY, TODAY - DAY),) if agreed else ()
    found = work_line(case._replace(call_backs=calls), TODAY)
    assert found is not None
    return found


LINES = [line(1, 100), line(2, 90_000), line(3, 5_000), line(4, 10, agreed=True)]


def test_the_most_useful_come_today_and_what_was_agreed_is_never_put_off() -> None:
    assert for_tomorrow(LINES, Cap(2)) == {1}
    assert for_tomorrow(LINES, Cap(0)) == {1, 2, 3}
    assert for_tomorrow(LINES, Cap(9)) == frozenset()


def test_what_was_done_today_counts() -> None:
    assert Cap(10, made=12).room == 0
    assert for_tomorrow(LINES, Cap(3, made=2)) == {1, 3}


@given(st.lists(st.tuples(st.integers(1, 10**6), st.booleans()), max_size=8), st.integers(0, 5))
def test_there_are_never_more_than_the_cap(sums: list[tuple[int, bool]], most: int) -> None:
    lines = [line(place, minor, agreed=agreed) for place, (minor, agreed) in enumerate(sums)]
    later = for_tomorrow(lines, Cap(most))
    left = [one for one in lines if one.customer not in later]
    ours = [one for one in left if one.kind in OF_OUR_OWN_ACCORD]
    assert len(ours) == min(most, sum(one.kind is not Kind.CALL_BACK for one in lines))
    assert all(one.rank <= other.rank for one in ours for other in lines if other.customer in later)


@given(st.booleans(), st.integers(0, 5))
def test_the_day_to_look_for_money_is_not_put_off_though_more_is_asked_for_besides(
    said: bool, most: int
) -> None:
    case = case_of(entry(1, 30, 200), customer=9)
    told = (
        case._replace(said=(ClaimStanding(CLAIM, ClaimState.CHECK_BANK, 50),))
        if said
        else case._replace(standings=(promised(50, PromiseState.CHECK_BANK, until=-1),))
    )
    look = work_line(told, TODAY)
    assert look is not None
    assert look.kind is Kind.FOLLOW_UP  # the call about the rest is worth more than the wait
    assert 9 not in for_tomorrow([*LINES, look], Cap(most))


@given(st.sampled_from(["time", "money back"]), st.integers(0, 5))
def test_time_that_ran_out_and_money_that_came_back_are_of_the_day_and_take_nobody_s_place(
    news: str, most: int
) -> None:
    until = TODAY - 3 * DAY
    time = Extension(3, 1, None, until - 9 * DAY, until, None, "", Meanwhile.RUNS, "x", (1,))
    case = case_of(entry(1, 30, 100), customer=9)
    told = (
        case._replace(extensions=(ExtensionStanding(time, ExtensionState.PASSED, 100),))
        if news == "time"
        else case._replace(came_back=(CameBack(until, Money(100, "GBP")),))
    )
    found = work_line(told, TODAY)
    assert found is not None
    assert found.kind is Kind.FOLLOW_UP
    assert for_tomorrow([*LINES, found], Cap(most)) == for_tomorrow(LINES, Cap(most))
    as_any = work_line(case, TODAY)
    assert as_any is not None
    assert 9 in for_tomorrow([*LINES, as_any], Cap(1))


@given(st.sampled_from(sorted(OUR_CHORES)), st.integers(0, 5))
def test_whoever_has_a_visit_s_step_due_is_of_the_day_and_takes_nobody_s_place(
    about: About, most: int
) -> None:
    case = case_of(entry(1, 9, 100), customer=9)._replace(errands=(Errand(about, TODAY - DAY),))
    visited = work_line(case, TODAY)
    assert visited is not None
    assert visited.kind is Kind.FOLLOW_UP
    assert for_tomorrow([*LINES, visited], Cap(most)) == for_tomorrow(LINES, Cap(most))
    assert of_others([visited], LINES, Cap(0)) == 1  # what was agreed


def test_what_others_have_today_is_counted_within_the_day_s_room() -> None:
    mine, others = LINES[:1], LINES[1:]
    assert of_others(mine, others, Cap(9)) == 3
    assert of_others(mine, others, Cap(1)) == 2  # the most useful, and what was agreed
    assert of_others(LINES, (), Cap(0)) == 0
