"""A day named for all of a plan, or for a part of it: waited for first, kept by the same money."""

from dataclasses import replace
from datetime import timedelta

import pytest

from creditmate.domain.outcomes import Outcome
from creditmate.domain.plans import PlanState
from creditmate.domain.promises import PromiseState
from creditmate.services.call_notes import CallNote
from tests.services.conftest import Office
from tests.services.money import Till, pounds
from tests.services.test_plans import AGREED, DAY, FIRST, Desk

WHOLE, PART = 342_730, 114_243
BY = FIRST + 6 * DAY


@pytest.fixture
def desk(office: Office) -> Desk:
    made = Desk(Till(office.on(AGREED)))
    made.agree()
    return made


def _promise(desk: Desk, minor: int = WHOLE) -> None:
    note = CallNote(
        "Ms Ash", Outcome.WILL_PAY, "", none_because="-", promised=pounds(minor), promised_by=BY
    )
    desk.till.office.call("ACME", replace(note, entries=(desk.oldest, desk.middle, desk.latest)))


def _promise_state(desk: Desk) -> PromiseState:
    (standing,) = desk.till.office.brief("ACME").standings
    return standing.state


def test_a_part_that_is_promised_with_all_the_rest_is_waited_for(desk: Desk) -> None:
    _promise(desk.on(AGREED + DAY))
    for day in (FIRST, FIRST + DAY, BY):
        assert desk.on(day).till.office.today() == []
    (row,) = desk.on(BY + 14 * DAY).till.office.today()
    assert row.line is not None


def test_a_day_for_less_than_what_is_missing_is_not(desk: Desk) -> None:
    _promise(desk.on(AGREED + DAY), PART - 1)
    (row,) = desk.on(FIRST + DAY).till.office.today()
    assert row.line.amounts == (pounds(PART),)


@pytest.mark.parametrize(("late", "state"), [(0, "kept"), (14, "late_kept")])
def test_who_paid_all_is_accused_of_nothing(desk: Desk, late: int, state: str) -> None:
    _promise(desk.on(AGREED + DAY))
    day = BY + timedelta(late)
    desk.on(day)
    parts = ((desk.oldest, 55_620), (desk.middle, 94_030), (desk.latest, 193_080))
    desk.till.pay(WHOLE, *parts)
    desk.on(day + DAY)
    assert _promise_state(desk) is PromiseState(state)
    assert desk.state is PlanState.PAID_EARLY
    assert desk.till.office.today() == []
