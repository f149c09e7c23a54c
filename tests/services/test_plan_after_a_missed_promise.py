"""A missed promise beside a plan: what was agreed anew is spoken of, and by when a plan ends."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import Every, PlanTerms
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.call_notes import CallNote
from creditmate.services.plans import Plans
from tests.services.conftest import Office
from tests.services.money import Till, pounds
from tests.services.test_plans import AGREED, DAY, FIRST, Desk

MONDAY, FRIDAY, ANEW = date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 3)
PART = 114_243
FORTNIGHTLY = PlanTerms(first=FIRST, parts=3, every=Every.TWO_WEEKS)
PASSED = {ReasonCode.PROMISE_BROKEN, ReasonCode.PROMISE_PART_KEPT}


def _promise(minor: int, by: date, *about: int) -> CallNote:
    note = CallNote(
        "Ann", Outcome.WILL_PAY, "", none_because="-", promised=pounds(minor), promised_by=by
    )
    return replace(note, entries=about)


def _codes(office: Office) -> set[ReasonCode]:
    line = office.brief("ACME").line
    return set() if line is None else {reason.code for reason in line.reasons}


@pytest.fixture
def invoice(till: Till) -> int:
    """An invoice that was promised and did not come; 150.00 came and is matched to nothing."""
    till.office.on(MONDAY)
    entry = till.invoice("A1", 80_000, date(2026, 9, 7))
    till.pay(15_000)
    till.office.call("ACME", _promise(80_000, FRIDAY, entry))
    till.office.on(ANEW).posted(ANEW)
    assert till.office.brief("ACME").standings[0].state is PromiseState.BROKEN
    return entry


@pytest.mark.parametrize("in_a_talk", [True, False])
def test_a_plan_of_all_that_is_left_takes_the_place_of_the_day(
    till: Till, invoice: int, in_a_talk: bool
) -> None:
    assert PASSED & _codes(till.office)
    terms = PlanTerms(first=date(2026, 12, 10), parts=2, entries=(invoice,))
    if in_a_talk:
        till.office.call(
            "ACME", CallNote("Ann", Outcome.PLAN_AGREED, "x", none_because="-", plan=terms)
        )
    else:
        Plans(till.office.gateway, till.office.clock).agree("ACME", terms)
    till.invoice("A2", 40_000, date(2026, 10, 1))
    till.office.on(ANEW + DAY)
    line = till.office.brief("ACME").line
    assert line is not None, "something else is asked for"
    assert line.amounts == (pounds(40_000),)
    assert not PASSED & _codes(till.office)
    assert till.office.brief("ACME").standings[0].state is PromiseState.BROKEN


def test_what_is_in_no_plan_and_asked_for_was_promised_by_that_day(
    till: Till, invoice: int
) -> None:
    terms = PlanTerms(first=date(2026, 12, 10), parts=2, entries=(invoice,), amount=pounds(30_000))
    Plans(till.office.gateway, till.office.clock).agree("ACME", terms)
    assert PASSED & _codes(till.office)


def _ends(office: Office) -> list[date | None]:
    (row,) = office.today()
    return [one.day for one in row.line.reasons if one.code is ReasonCode.PLAN_ENDS]


def test_the_first_day_on_which_a_plan_may_end_is_named_though_they_spoke_before_the_letter(
    office: Office,
) -> None:
    desk = Desk(Till(office.on(AGREED)))
    desk.agree(FORTNIGHTLY)
    desk.on(FIRST + DAY)
    office.call("ACME", _promise(PART, FIRST + 4 * DAY, desk.oldest, desk.middle))
    wrote = FIRST + 19 * DAY
    desk.on(wrote - DAY)
    desk.wrote(wrote)
    desk.on(wrote + DAY)
    assert len(_ends(office)) == 2
    first = min(one.cure_day for one in desk.row().standing.missed)
    assert first in _ends(office)
    again = CallNote("Ms Ash", Outcome.CALL_BACK, "x", wrote + 6 * DAY)
    office.call("ACME", again)
    assert office.on(wrote + 2 * DAY).today() == [], "a talk after the letter is enough"
