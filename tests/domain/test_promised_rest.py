"""What of a promise counts where something that it meant was set aside, worked by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.promised_rest import COUNTED, rest_of
from creditmate.domain.promises import Promise, PromiseState, Standing

DAY = date(2026, 11, 23)
SUMS = st.integers(0, 10**9)


def standing(
    minor: int, state: PromiseState = PromiseState.OPEN, came: int = 0, *, meant: bool = True
) -> Standing:
    promise = Promise(1, "GBP", minor, DAY, DAY, DAY, (1, 2) if meant else ())
    return Standing(promise, state, came, 0)


@pytest.mark.parametrize(
    ("promised", "came", "open_", "aside", "rest"),
    [
        (500, 0, (300, 200), (300, 0), 200),  # one of two wholly in question
        (500, 0, (300, 200), (50, 0), 450),  # a part of one
        (500, 200, (300, 0), (300, 0), 200),  # the other one was paid: all that counts came
        (200, 0, (300, 0), (100, 0), 200),  # what is left of it takes all that was promised
        (600, 0, (300, 200), (300, 0), 300),  # more than they meant: it was for others too
        (500, 0, (300, 200), (300, 200), 0),
        (500, 0, (300, 200), (0, 0), 500),
        (500, 0, (300, 200), (900, 0), 200),  # no more than is open is set aside
    ],
)
def test_what_counts(
    promised: int, came: int, open_: tuple[int, int], aside: tuple[int, int], rest: int
) -> None:
    found = rest_of(
        standing(promised, came=came),
        dict(enumerate(open_, 1)),
        dict(enumerate(aside, 1)),
    )
    assert found == rest


@pytest.mark.parametrize("state", sorted(set(PromiseState) - COUNTED))
def test_what_is_over_stays_as_it_was(state: PromiseState) -> None:
    assert rest_of(standing(500, state), {1: 300, 2: 200}, {1: 300}) == 500


def test_so_does_one_that_meant_no_item() -> None:
    assert rest_of(standing(500, meant=False), {1: 300, 2: 200}, {1: 300}) == 500


@given(st.integers(1, 10**9), SUMS, st.tuples(SUMS, SUMS), st.tuples(SUMS, SUMS))
def test_what_came_always_counts_and_no_more_than_was_promised(
    promised: int, came: int, open_: tuple[int, int], aside: tuple[int, int]
) -> None:
    made = standing(promised, came=min(came, promised))
    rest = rest_of(made, dict(enumerate(open_, 1)), dict(enumerate(aside, 1)))
    assert made.came_minor <= rest <= promised
    assert promised - rest <= sum(map(min, open_, aside))
