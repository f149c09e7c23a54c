"""What a contact does to the next steps before it."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.next_steps import About
from creditmate.domain.rows import TaskRow
from creditmate.domain.statement import PayNow
from creditmate.domain.steps_answered import (
    Approach,
    Fate,
    answered,
    fate,
    is_call,
    is_for_part,
    is_try,
)

TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(days=2)
ANN = TaskRow(1, 1, "call_back", TODAY, "", TODAY, 7, agreed=True, person="Ann Lee")
BY_HAND = TaskRow(2, 1, "call_back", TODAY, "ask", None, None)
OWN = BY_HAND._replace(about=About.OWN, kind="other")
MONEY = ANN._replace(kind="check_money")
TRY = TaskRow(3, 1, "call_back", LATER, "", TODAY, 8)
REFUSED = TRY._replace(refused=True)
MAIL = TRY._replace(written=True)  # set with an e-mail, for whoever does not answer it
TALK = Approach(1, TODAY, "Bob")
VAIN = Approach(1, TODAY, None)
THEIRS = TALK._replace(incoming=True)


def later(step: TaskRow) -> TaskRow:
    return step._replace(day=LATER)


def elsewhere(step: TaskRow) -> TaskRow:
    return step._replace(customer_id=2)


@pytest.mark.parametrize(
    ("step", "approach", "expected"),
    [
        # a try
        (TRY, VAIN, Fate.DONE),
        (ANN, VAIN, Fate.AGAIN),
        (later(ANN), VAIN, Fate.STAYS),
        (BY_HAND, VAIN, Fate.AGAIN),
        (later(BY_HAND), VAIN, Fate.STAYS),
        (OWN, VAIN, Fate.AGAIN),
        (MONEY, VAIN, Fate.STAYS),
        (MONEY._replace(at=time(9)), VAIN, Fate.AGAIN),
        (elsewhere(ANN), VAIN, Fate.STAYS),
        (elsewhere(BY_HAND), VAIN, Fate.AGAIN),
        # after which nothing is to follow
        (BY_HAND, VAIN._replace(again=False), Fate.DONE),
        (OWN, VAIN._replace(again=False), Fate.STAYS),
        # what was written is how it was done
        (OWN, VAIN._replace(written=True), Fate.DONE),
        (later(OWN), VAIN._replace(written=True), Fate.STAYS),
        (MAIL, VAIN._replace(written=True), Fate.DONE),
        (MAIL, VAIN, Fate.STAYS),
        (MAIL._replace(day=TODAY), VAIN, Fate.AGAIN),
        (MAIL, TALK, Fate.DONE),
        # a talk
        (TRY, TALK, Fate.DONE),
        (elsewhere(TRY), TALK, Fate.STAYS),
        (BY_HAND, TALK, Fate.DONE),
        (later(BY_HAND), TALK, Fate.STAYS),
        (OWN, THEIRS, Fate.DONE),
        (later(REFUSED), TALK, Fate.DONE),
        (ANN, TALK, Fate.DONE),
        (ANN, THEIRS, Fate.STAYS),
        (later(ANN), TALK, Fate.STAYS),
        (later(ANN), TALK._replace(person="ann"), Fate.DONE),
        (later(ANN), TALK._replace(person="Ann Lee Smith"), Fate.DONE),
        (later(ANN), TALK._replace(person=" "), Fate.DONE),
        (later(ANN._replace(person="")), TALK, Fate.DONE),
        # with others of a group
        (elsewhere(ANN), TALK, Fate.STAYS),
        (elsewhere(ANN), TALK._replace(person="Ann"), Fate.DONE),
        (elsewhere(MONEY), TALK, Fate.DONE),
        (elsewhere(BY_HAND), TALK, Fate.DONE),
    ],
)
def test_what_becomes_of_a_step(step: TaskRow, approach: Approach, expected: Fate) -> None:
    assert fate(step, approach) is expected


def test_what_belongs_to_a_visit_is_no_talks() -> None:
    assert fate(ANN._replace(about=About.VISIT), TALK) is Fate.STAYS


def test_each_goes_where_it_belongs() -> None:
    found = answered([TRY, BY_HAND, later(OWN)], VAIN)
    assert (found.done, found.again) == ((TRY,), (BY_HAND,))
    assert is_try(TRY)
    assert not is_try(BY_HAND)
    assert is_call(ANN)
    assert not is_call(MONEY)
    assert not is_call(OWN)


_STEPS = st.builds(
    TaskRow,
    st.integers(1, 9), st.integers(1, 2), st.sampled_from(["call_back", "check_money"]),
    st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3)), st.just(""), st.none(),
    st.none() | st.integers(1, 9), st.none() | st.just(time(9)), st.just(""),
    st.sampled_from(["", "own", "visit"]), st.booleans(), st.sampled_from(["", "Ann Lee", "Bob"]),
)  # fmt: skip


@given(_STEPS, st.booleans(), st.booleans())
def test_a_try_ends_nothing_but_tries_while_there_is_a_next_one(
    step: TaskRow, incoming: bool, again: bool
) -> None:
    tried = fate(step, Approach(1, TODAY, None, again=again, incoming=incoming))
    assert tried is not Fate.DONE or is_try(step) or not again


@given(_STEPS, st.sampled_from(["", "Ann", "Craig"]))
def test_what_somebody_else_expects_of_us_later_stays(step: TaskRow, said: str) -> None:
    if step.agreed and step.day > TODAY and step.interaction_id and step.person == "Bob" and said:
        assert fate(step, Approach(1, TODAY, said)) is Fate.STAYS


CRAIG = ANN._replace(id=4, person="Craig Ashworth", at=time(11))


def done(approach: Approach) -> list[str]:
    found = answered([ANN._replace(at=time(10)), CRAIG], approach)
    return [step.person for step in (*found.done, *found.again)]


@pytest.mark.parametrize(
    ("approach", "expected"),
    [
        (TALK._replace(person="Ann Lee"), ["Ann Lee"]),
        (TALK._replace(person="Craig"), ["Craig Ashworth"]),
        # whoever else is spoken with, or has given no name, answers for both
        (TALK, ["Ann Lee", "Craig Ashworth"]),
        (TALK._replace(person=""), ["Ann Lee", "Craig Ashworth"]),
        (THEIRS._replace(person="Craig"), ["Craig Ashworth"]),
        # nobody answered: who was rung is tried again, and where it is not said, the first of them
        (VAIN._replace(tried="Craig"), ["Craig Ashworth"]),
        (VAIN, ["Ann Lee"]),
        (VAIN._replace(tried="Bob"), ["Ann Lee"]),
    ],
)
def test_an_hour_agreed_with_somebody_else_stands(approach: Approach, expected: list[str]) -> None:
    assert done(approach) == expected


def test_what_is_not_rung_about_is_no_hour_of_somebody_else() -> None:
    ours = [MONEY._replace(id=5, person="Craig"), BY_HAND]
    found = answered([ANN, *ours], TALK._replace(person="Ann"))
    assert list(found.done) == [ANN, *ours]
    assert answered([ANN, BY_HAND], VAIN).again == (ANN, BY_HAND)


HARD = later(ANN)._replace(hard=True, person="Bob")
PART = TALK._replace(for_part=True)


def test_the_talk_about_what_is_possible_stays_for_the_rest_of_what_is_owed() -> None:
    assert fate(HARD, PART) is Fate.STAYS
    assert fate(HARD, TALK) is Fate.DONE
    assert fate(HARD._replace(day=TODAY), PART) is Fate.DONE  # it was spoken of
    assert fate(HARD._replace(hard=False), PART) is Fate.DONE


@given(st.integers(1, 1_000), st.integers(0, 1_000), st.integers(0, 1_000))
def test_a_part_is_less_than_what_is_overdue_and_not_in_question(
    promised: int, overdue: int, disputed: int
) -> None:
    none = Money(0, "GBP")
    pay = PayNow(Money(overdue, "GBP"), Money(min(disputed, overdue), "GBP"), none, none, none)
    asked = overdue - min(disputed, overdue)
    assert is_for_part(Money(promised, "GBP"), [pay]) is (promised < asked)
    assert not is_for_part(Money(promised, "EUR"), [pay])
    assert not is_for_part(None, [pay])
