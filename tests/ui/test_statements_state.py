"""Which statements are listed and ticked, and what that comes to: without a window."""

from datetime import date

import pytest

from creditmate.domain.ageing import Ageing
from creditmate.domain.money import Money
from creditmate.domain.statement_choice import Candidate, Carriage, LeftOut, Reason, StatementBook
from creditmate.ui.screens.statements_state import LEFT_OUT_TITLE, TO_SEND_TITLE, Show, Statements

DAY = date(2026, 11, 23)


def owing(minor: int, currency: str = "GBP") -> Ageing:
    return Ageing(currency, (0, minor, 0, 0, 0), 0)


PEOPLE = (
    Candidate(1, "A", "Alfa", (owing(500),), Carriage.EMAIL),
    Candidate(2, "B", "Beta", (owing(900), owing(100, "EUR")), Carriage.POST),
    Candidate(3, "C", "Gamma", (owing(700),), reason=Reason(LeftOut.IN_DISPUTE)),
    Candidate(4, "D", "Delta"),
)


@pytest.fixture
def state() -> Statements:
    made = Statements()
    made.take(StatementBook(DAY, "GBP", PEOPLE))
    return made


def test_two_groups_largest_first(state: Statements) -> None:
    assert state.ids() == [LEFT_OUT_TITLE, 3, TO_SEND_TITLE, 2, 1]
    assert [state.count(show) for show in Show] == [3, 2, 1, 1]
    assert state.listed_ticks() is None


def test_there_is_one_statement_for_each_currency(state: Statements) -> None:
    total = state.sum()
    assert (total.statements, total.by_post, total.by_email, total.left_out) == (3, 2, 1, 1)
    assert total.owed == (Money(1_400, "GBP"), Money(100, "EUR"))


def test_ticks_stay_when_the_book_is_read_again_and_go_with_the_day(state: Statements) -> None:
    state.tick([1, 4])
    state.take(StatementBook(DAY, "GBP", PEOPLE))
    assert (state.ticked(1), state.ticked(4)) == (False, None)
    assert state.left_out() == {"A": "unticked", "C": "in_dispute"}
    state.take(StatementBook(date(2026, 10, 31), "GBP", PEOPLE))
    assert state.ticked(1) is True


def test_some_ticked_become_all_and_all_become_none(state: Statements) -> None:
    state.tick_listed()
    assert state.listed_ticks() is True
    assert state.despite() == {"C": "in_dispute"}
    state.tick_listed()
    assert state.listed_ticks() is False
    assert state.chosen == []


def test_turning_over_passes_those_that_are_not_ticked(state: Statements) -> None:
    assert state.next_ticked(2, 1) == 1
    assert state.next_ticked(2, -1) is None
    assert state.next_ticked(99, 1) == 2
    assert (state.place(1), state.place(3), state.ticked_count()) == (1, None, 2)


def test_before_there_is_a_book_there_is_nothing() -> None:
    state = Statements()
    assert (state.ids(), state.concerned, state.sum().statements) == ([], [], 0)
