"""Which line of Today is chosen, and which comes next."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.domain.day_cap import Cap
from creditmate.domain.day_plan import Sort
from creditmate.domain.money import Money
from creditmate.domain.our_people import StaffRow
from creditmate.domain.top_lines import BY_GROUP
from creditmate.domain.worklist import Channel, Kind, Line
from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.kit.work_line import WorkLine
from creditmate.ui.screens.today_lines import TodayLines
from creditmate.ui.screens.today_state import STEP, TodayState

TODAY = date(2026, 11, 23)


def a_row(code: str, channel: Channel = Channel.CALL, late: int = 9) -> WorkRow:
    kind = Kind.COURTESY if late < 0 else Kind.FOLLOW_UP
    line = Line(ord(code), kind, channel, (), (Money(100, "GBP"),), (), late)
    return WorkRow(code, f"Customer {code}", line)


def a_day(*rows: WorkRow) -> WorkDay:
    return WorkDay(TODAY, rows, frozenset(), has_customers=True)


A, B, C, D = a_row("A"), a_row("B"), a_row("C", Channel.EMAIL), a_row("D", late=-3)
E = a_row("E")


@pytest.fixture
def state() -> TodayState:
    made = TodayState()
    made.take(a_day(A, B, C, D))
    return made


def test_before_anything_is_known_one_is_nowhere() -> None:
    state = TodayState()
    assert (state.rows, state.row, state.code) == ([], None, "")
    assert set(state.counts.values()) == {0}


def test_one_begins_at_the_top(state: TodayState) -> None:
    assert state.row == A


@pytest.mark.parametrize(("on", "left", "then"), [
    ("B", (A, B, C, D), "B"),
    ("B", (A, C, D), "C"),
    ("B", (A, D), "D"),
    ("D", (A, B), "B"),
    ("B", (), ""),
])  # fmt: skip
def test_where_a_line_has_gone_the_one_that_followed_is_chosen(
    state: TodayState, on: str, left: tuple[WorkRow, ...], then: str
) -> None:
    state.code = on
    state.take(a_day(*left))
    assert state.code == then


def test_a_line_acted_on_that_has_changed_gives_way_to_the_next(state: TodayState) -> None:
    state.acts("B")
    state.take(a_day(A, B, C, D))
    assert state.code == "B"
    state.take(a_day(A, C, D, a_row("B", late=8)))
    assert state.code == "C"
    state.take(a_day(A, C, D, a_row("B", late=7)))
    assert state.code == "C"


def test_whoever_has_gone_elsewhere_meanwhile_stays_there(state: TodayState) -> None:
    state.acts("B")
    state.code = "D"
    state.take(a_day(A, C, D))
    assert state.code == "D"


def test_the_next_call_is_below_and_by_telephone(state: TodayState) -> None:
    calls = {after: state.next_call(after) for after in ("A", "B", "C", "D", "Z")}
    assert calls == {"A": "B", "B": "D", "C": "D", "D": "A", "Z": "A"}


def test_whoever_was_rung_from_elsewhere_is_followed_by_those_above() -> None:
    """Nobody was passed over on purpose; only the one just rung is not rung again."""
    state = TodayState()
    state.take(a_day(A, C))
    assert (state.next_call("C"), state.next_call("A")) == ("A", "")


def test_nobody_above_is_rung_while_those_below_are_still_to_come() -> None:
    state = TodayState()
    state.take(a_day(A, B))
    state.is_known = False
    assert (state.next_call("A"), state.next_call("B")) == ("B", "")


def test_narrowing_keeps_the_line_if_it_is_among_them(state: TodayState) -> None:
    state.code = "B"
    state.narrow(Sort.CALLS)
    assert ([row.code for row in state.rows], state.code) == (["A", "B"], "B")
    state.narrow(Sort.LETTERS)
    assert ([row.code for row in state.rows], state.code) == (["C"], "C")
    state.narrow(Sort.PAPERWORK)
    assert (state.rows, state.code) == ([], "")
    assert state.counts[Sort.ALL] == 4


@pytest.mark.parametrize(("day", "sort", "fact", "action"), [
    (WorkDay(TODAY, (), frozenset(), False), Sort.ALL, "No customers yet", "Bring in invoices…"),
    (WorkDay(TODAY, (), frozenset(), True), Sort.ALL, "Nothing to do today", "See all customers"),
    (WorkDay(TODAY, (), frozenset({9}), True), Sort.CALLS, "Nothing more today",
     "See all customers"),
    (a_day(A, B), Sort.LETTERS, "Nothing under ‘Letters’ today", "Show all 2"),
])  # fmt: skip
def test_why_there_are_no_lines(day: WorkDay, sort: Sort, fact: str, action: str) -> None:
    state = TodayState()
    state.take(day)
    state.narrow(sort)
    says = TodayLines("en_GB", "en_GB", TODAY).none(state)
    assert (says.fact, says.action) == (fact, action)
    assert says.next


ANNA = StaffRow(7, 1, "Anna Reed", "AR", "", "", "", "", "", None)


@pytest.mark.parametrize(("day", "owner", "fact", "next_", "action"), [
    (WorkDay(TODAY, (), frozenset({9}), True, mine=True, of_others=7), None,
     "Nothing of yours is left today", "7 lines of others wait.", "Look at everybody's"),
    (WorkDay(TODAY, (), frozenset(), True, mine=True, of_others=1, people=(ANNA,)), 7,
     "Nothing more for Anna Reed today", "1 line of others waits.", "Look at everybody's"),
    (WorkDay(TODAY, (), frozenset({9}), True, mine=True), None, "Nothing more today",
     "Everyone on the list was reached or written to, or has a day agreed.", "See all customers"),
    (WorkDay(TODAY, (A,), frozenset(), True, mine=True, of_others=2, cap=Cap(0)), None,
     "Nothing of yours is left today",
     "You have made the calls of the day; 1 is for tomorrow. 2 lines of others wait.",
     "Show them all the same"),
])  # fmt: skip
def test_what_waits_of_others_is_no_end_of_the_day(
    day: WorkDay, owner: int | None, fact: str, next_: str, action: str
) -> None:
    state = TodayState()
    state.owner = owner
    state.take(day)
    says = TodayLines("en_GB", "en_GB", TODAY).none(state)
    assert (says.fact, says.next, says.action) == (fact, next_, action)
    assert state.others_wait == ("other" in next_)


def test_while_lines_are_still_to_come_others_may_wait() -> None:
    state = TodayState()
    state.take(WorkDay(TODAY, (), frozenset(), True, mine=True, beyond=BY_GROUP.key(A.line)))
    assert state.others_wait
    assert TodayLines("en_GB", "en_GB", TODAY).none(state).next == (
        "What others look after may still be open."
    )


def test_a_line_about_no_item_has_no_age_and_amounts_of_two_currencies_stand_apart() -> None:
    amounts = (Money(100, "GBP"), Money(200, "EUR"))
    line = Line(1, Kind.CHECK_MONEY, Channel.MATCH, (), amounts, (), None)
    title, shown = TodayLines("en_GB", "en_GB", TODAY).rows([WorkRow("A", "Ash", line)])
    assert isinstance(shown, WorkLine)
    assert title.said == "Letters and paperwork"
    assert (shown.figure, shown.under, shown.side) == ("£1.00 · €2.00", "", "Match")


def part_of(*rows: WorkRow, rest: WorkRow) -> WorkDay:
    """A day of which these lines were read, and others not before the line ``rest``."""
    return WorkDay(TODAY, rows, frozenset(), has_customers=True, beyond=BY_GROUP.key(rest.line))


def test_lines_come_one_after_another_and_one_stays_where_one_is() -> None:
    state = TodayState()
    state.take(part_of(A, rest=B))
    assert (state.rows, state.code, state.is_known) == ([A], "A", False)
    state.take(part_of(A, B, rest=C))
    state.code = "B"
    state.take(a_day(A, B, C, D))
    assert (state.rows, state.code, state.is_known) == ([A, B, C, D], "B", True)


def test_read_again_what_is_still_to_come_stands_as_it_did() -> None:
    state = TodayState()
    state.take(a_day(A, B, E, C))
    state.code = "E"
    state.take(part_of(A, rest=E))
    assert ([row.code for row in state.rows], state.code) == (["A", "E", "C"], "E")
    assert state.is_known
    state.take(a_day(A, C))
    assert (state.rows, state.code) == ([A, C], "C")


def test_another_day_is_not_known_before_it_was_read(state: TodayState) -> None:
    tomorrow = replace(part_of(B, rest=C), as_at=TODAY + timedelta(days=1))
    state.take(tomorrow)
    assert (state.rows, state.is_known) == ([B], False)


def test_a_sort_is_not_empty_while_lines_are_to_come() -> None:
    state = TodayState()
    state.take(part_of(A, rest=B))
    state.narrow(Sort.LETTERS)
    assert (state.rows, state.is_empty, state.is_filled) == ([], False, False)
    state.take(a_day(A, B))
    assert state.is_empty
    assert not state.is_all_done


def test_further_lines_are_shown_when_they_are_wanted() -> None:
    many = [B._replace(code=str(place)) for place in range(2 * STEP + 5)]
    state = TodayState()
    state.take(a_day(*many))
    assert (state.shown, state.is_filled) == (many[:STEP], True)
    assert state.show_more()
    assert state.shown == many[: 2 * STEP]
    assert state.show_more()
    assert state.shown == many
    assert not state.show_more()
    state.narrow(Sort.CALLS)
    assert state.shown == many[:STEP]
    state.code = str(STEP + 7)
    assert state.shown == many[: STEP + 8]
