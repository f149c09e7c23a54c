"""By when a visit is prepared, in days on which both sides work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import Calendar
from creditmate.domain.next_steps import VISIT_STEPS, About
from creditmate.domain.visit_steps import (
    USUAL_STEPS,
    about_of,
    both_work,
    due_day,
    moved_step_day,
    own_step_day,
    working_days_before,
    working_days_left,
)
from creditmate.domain.visits import Preparation

VISIT = date(2026, 11, 26)
"""A Thursday, as in the pictures."""
EARLY = date(2026, 11, 2)
US = Calendar(holidays=frozenset({date(2026, 11, 26)}))
USUAL = Calendar()
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
calendars = st.lists(
    st.builds(
        Calendar,
        weekend=st.sampled_from([frozenset({5, 6}), frozenset({4, 5}), frozenset({6})]),
        holidays=st.frozensets(days, max_size=12),
    ),
    min_size=1,
    max_size=2,
)


def test_the_pictured_visit_is_prepared_on_the_pictured_days() -> None:
    found = {step: due_day(step, VISIT, [USUAL, USUAL], EARLY) for step in USUAL_STEPS}
    assert found == {
        Preparation.TELL_SALES: date(2026, 11, 18),
        Preparation.SEND_AGENDA: date(2026, 11, 19),
        Preparation.SEND_PAPERS: date(2026, 11, 20),
        Preparation.CONFIRM: date(2026, 11, 23),
        Preparation.PRINT_PACK: date(2026, 11, 25),
        Preparation.RECONFIRM: date(2026, 11, 25),
        Preparation.REPORT: VISIT,
    }


def test_a_holiday_of_either_side_is_not_counted() -> None:
    """Thanksgiving of theirs, then a Monday of ours: the agenda goes out earlier."""
    visit = date(2026, 12, 3)
    ours = Calendar(holidays=frozenset({date(2026, 11, 30)}))
    assert working_days_before(visit, 5, [USUAL, USUAL]) == date(2026, 11, 26)
    assert working_days_before(visit, 5, [USUAL, US]) == date(2026, 11, 25)
    assert working_days_before(visit, 5, [ours, US]) == date(2026, 11, 24)


def test_what_should_have_been_done_is_done_today() -> None:
    today = date(2026, 11, 24)
    assert due_day(Preparation.SEND_AGENDA, VISIT, [USUAL], today) == today
    assert due_day(Preparation.RECONFIRM, VISIT, [USUAL], today) == date(2026, 11, 25)


def test_days_left_are_counted_from_today_to_the_day_before() -> None:
    assert working_days_left(VISIT, [USUAL], date(2026, 11, 19)) == 5
    assert working_days_left(VISIT, [USUAL], date(2026, 11, 21)) == 3
    assert working_days_left(VISIT, [USUAL], VISIT) == 0


def test_nobody_counts_backwards_or_for_ever() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        working_days_before(VISIT, -1, [USUAL])
    apart = [Calendar(weekend=frozenset(range(3))), Calendar(weekend=frozenset(range(3, 7)))]
    with pytest.raises(ValueError, match="worked by both"):
        working_days_before(VISIT, 1, apart)


@given(visit=days, count=st.integers(1, 15), sides=calendars)
def test_so_many_worked_days_lie_between(visit: date, count: int, sides: list[Calendar]) -> None:
    found = working_days_before(visit, count, sides)
    assert both_work(sides, found)
    between = [found + timedelta(days=n) for n in range((visit - found).days)]
    assert sum(both_work(sides, day) for day in between) == count
    assert working_days_left(visit, sides, found) == count


@given(visit=days, today=days, sides=calendars)
def test_no_step_is_due_before_today_or_after_the_visit(
    visit: date, today: date, sides: list[Calendar]
) -> None:
    for step in USUAL_STEPS:
        assert today <= due_day(step, visit, sides, today) <= max(visit, today)


def test_a_step_of_our_own_is_due_the_working_day_before_and_moves_along() -> None:
    assert own_step_day(date(2026, 11, 30), [USUAL], EARLY) == date(2026, 11, 27)
    assert own_step_day(VISIT, [USUAL], VISIT) == VISIT
    to = VISIT + timedelta(days=7)
    assert moved_step_day(date(2026, 11, 24), VISIT, to, EARLY) == date(2026, 12, 1)
    assert moved_step_day(date(2026, 11, 24), VISIT, EARLY, EARLY) == EARLY


@given(visit=days, moved=days, today=days, before=st.integers(0, 30))
def test_a_step_of_our_own_is_never_after_a_visit_that_is_to_come(
    visit: date, moved: date, today: date, before: int
) -> None:
    found = moved_step_day(visit - timedelta(days=before), visit, moved, today)
    assert today <= found <= max(moved, today)


def test_each_step_has_its_next_step() -> None:
    assert {about_of(step) for step in Preparation} == VISIT_STEPS
    assert about_of(Preparation.SEND_AGENDA) is About.VISIT_AGENDA
    assert About.VISIT not in VISIT_STEPS
