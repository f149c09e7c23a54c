"""A promise that was missed and has nothing left to pay: worked by hand, and as a law."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.once_missed import Settled, Settling, is_settled, once_missed
from creditmate.domain.promises import NOT_KEPT, Promise, PromiseState, Standing

MADE = date(2026, 11, 23)
DAY = timedelta(1)
DUE, UNTIL = MADE + 4 * DAY, MADE + 6 * DAY
SINCE = UNTIL + 3 * DAY


def standing(minor: int = 500, came: int = 0, late: int = 0) -> Standing:
    promise = Promise(1, "GBP", minor, MADE, DUE, UNTIL, (1,))
    return Standing(promise, PromiseState.LAPSED, came, late)


def item(*by: tuple[date, int, bool], minor: int = 500, aside: int = 0) -> Settled:
    return Settled(minor, tuple(Settling(*one) for one in by), aside)


def test_what_was_open_when_its_days_were_up_was_missed_and_came_late() -> None:
    found = once_missed(standing(), [item((SINCE, 500, True))])
    assert (found.state, found.late_minor, found.filled_day) == (
        PromiseState.LATE_KEPT, 500, SINCE,
    )  # fmt: skip


@pytest.mark.parametrize(
    "items",
    [
        [item((UNTIL, 500, True))],
        [item((DUE, 500, False))],
        [item((SINCE, 500, True), aside=500)],
        [item((DUE, 200, True), (SINCE, 300, True), aside=300)],
        [item((SINCE, 400, True))],  # something is still open: it is not over
        [],
    ],
)
def test_what_was_settled_or_held_aside_by_then_was_not(items: list[Settled]) -> None:
    assert once_missed(standing(), items) == standing()


def test_more_was_promised_than_was_left_and_all_of_that_came() -> None:
    found = once_missed(standing(600), [item((SINCE, 500, True))])
    assert (found.state, found.unfilled_minor) == (PromiseState.LATE_KEPT, 100)


def test_what_we_credited_keeps_nothing() -> None:
    assert once_missed(standing(), [item((SINCE, 500, False))]).state is PromiseState.BROKEN
    assert once_missed(standing(came=100), [item((SINCE, 500, False))]).state is (
        PromiseState.PART_KEPT
    )
    half = once_missed(standing(), [item((SINCE, 300, True), (SINCE, 200, False))])
    assert (half.state, half.late_minor) == (PromiseState.PART_KEPT, 300)
    both = once_missed(standing(300), [item((SINCE, 300, True), (SINCE, 200, False))])
    assert both.state is PromiseState.LATE_KEPT


def test_what_was_matched_and_taken_back_was_not_paid() -> None:
    by = ((DUE, 500, True), (DUE, -500, True), (SINCE, 500, True))
    assert once_missed(standing(), [item(*by)]).state is PromiseState.LATE_KEPT


def test_only_what_is_settled_is_looked_at() -> None:
    assert is_settled(standing())
    assert not is_settled(Standing(standing().promise, PromiseState.BROKEN, 0, 0))


SETTLINGS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 400), st.booleans()), max_size=5)


@given(SETTLINGS, st.integers(1, 2_000))
def test_a_missed_promise_never_becomes_none(
    by: list[tuple[int, int, bool]], promised: int
) -> None:
    settlings = tuple(Settling(MADE + days * DAY, minor, money) for days, minor, money in by)
    whole = Settled(sum(minor for _, minor, _ in by), settlings)
    found = once_missed(standing(promised), [whole])
    missed = whole.open_on(UNTIL) > 0
    assert (found.state is not PromiseState.LAPSED) == missed
    assert not missed or found.state in NOT_KEPT | {PromiseState.LATE_KEPT}
    assert 0 <= found.late_minor <= promised
