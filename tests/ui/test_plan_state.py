"""What is typed of a plan, and the terms that it says."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import Every, Meanwhile
from creditmate.ui.plans.plan_state import PlanReader, PlanTyped

TODAY = date(2026, 12, 3)
READER = PlanReader("en_GB", TODAY, "GBP")
THREE = PlanTyped(parts="3", first="18 Dec", entries=(1, 2))


def test_it_is_begun_once_it_says_how_it_is_cut_and_from_when() -> None:
    assert THREE.is_begun
    assert replace(THREE, parts="", each="50").is_begun
    assert replace(THREE, parts="", every="dates").is_begun
    for lacks in (replace(THREE, parts=" "), replace(THREE, first=""), replace(THREE, entries=())):
        assert not lacks.is_begun


def test_what_is_typed_is_read_in_the_users_way() -> None:
    typed = replace(THREE, down="1,000", interest="runs", by_whom="Ms Ash", replaces=4)
    terms = READER.terms(typed)
    assert (terms.parts, terms.first) == (3, date(2026, 12, 18))
    assert (terms.down, terms.interest) == (Money(100_000, "GBP"), Meanwhile.RUNS)
    assert (terms.entries, terms.replaces, terms.by_whom) == ((1, 2), 4, "Ms Ash")
    german = PlanReader("de_DE", TODAY, "EUR").terms(
        replace(THREE, parts="", first="18.12.", each="1.000,50")
    )
    assert german.each == Money(100_050, "EUR")


def test_days_of_their_own_leave_the_parts_aside() -> None:
    own = READER.terms(replace(THREE, every="dates", first="4 Dec; 18 Dec;"))
    assert (own.every, own.parts, own.first) == (Every.DATES, None, None)
    assert own.dates == (date(2026, 12, 4), date(2026, 12, 18))


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        (replace(THREE, parts="some"), Problem.PLAN_REFUSED),
        (replace(THREE, parts="-3"), Problem.PLAN_REFUSED),
        (replace(THREE, parts="99999"), Problem.PLAN_REFUSED),
        (replace(THREE, first="soon"), Problem.BAD_DATE),
        (replace(THREE, down="a lot"), Problem.BAD_MONEY),
    ],
)
def test_what_cannot_be_read_is_refused(typed: PlanTyped, problem: Problem) -> None:
    with pytest.raises(UserError) as refused:
        READER.terms(typed)
    assert refused.value.problem is problem
