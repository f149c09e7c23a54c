"""What is said to be sent, and what is promised besides."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.claims import Claim, ClaimEnd, ClaimEnding
from creditmate.domain.promises import Promise
from creditmate.domain.said_besides import said_besides

DAY = timedelta(1)
MADE = date(2026, 11, 23)
UNTIL = MADE + 4 * DAY
CLAIM = Claim(5, 1, None, MADE, "Ann", MADE - DAY, "transfer", "", "GBP", 100, UNTIL)
PROMISE = Promise(9, "GBP", 290, MADE, UNTIL, UNTIL + 2 * DAY, (1,))
CAME = (50, MADE + DAY, "GBP", 150)


def _besides(claim: Claim = CLAIM, promise: Promise = PROMISE) -> dict[int, dict[int, int]]:
    return said_besides([promise], [claim], [CAME])


def test_what_was_sent_is_not_the_promises() -> None:
    assert _besides() == {50: {9: 100}}
    second = (51, MADE + DAY, "GBP", 150)
    assert said_besides([PROMISE], [CLAIM], [CAME, second]) == {50: {9: 100}}


def test_what_was_said_later_or_is_over_is() -> None:
    assert _besides(replace(CLAIM, day=MADE + DAY)) == {}
    assert _besides(replace(CLAIM, currency="EUR")) == {}
    assert _besides(replace(CLAIM, until_day=MADE)) == {}, "it came later than that"
    for kind in (ClaimEnd.WITHDRAWN, ClaimEnd.REPLACED, ClaimEnd.NOT_FOUND):
        assert _besides(replace(CLAIM, ended=ClaimEnding(kind, MADE + 2 * DAY))) == {}
    assert _besides(replace(CLAIM, ended=ClaimEnding(ClaimEnd.FOUND, MADE + DAY))) == {50: {9: 100}}
    assert _besides(replace(CLAIM, ended=ClaimEnding(ClaimEnd.FOUND, MADE - DAY))) == {}
    later = replace(PROMISE, made_day=UNTIL + DAY)
    assert _besides(promise=later) == {}, "it was not believed any more"


def test_what_it_was_found_in_counts_whatever_the_day() -> None:
    late, own = (51, UNTIL + 2 * DAY, "GBP", 100), (50, UNTIL + DAY, "GBP", 190)
    found = replace(CLAIM, ended=ClaimEnding(ClaimEnd.FOUND, UNTIL + 2 * DAY))
    assert said_besides([PROMISE], [found], [own, late]) == {51: {9: 100}}


@given(
    st.lists(st.tuples(st.integers(-2, 6), st.integers(1, 300)), max_size=5),
    st.integers(1, 400),
)
def test_no_more_than_was_said_and_no_more_than_came(
    receipts: list[tuple[int, int]], minor: int
) -> None:
    came = [(id_, MADE + late * DAY, "GBP", sum_) for id_, (late, sum_) in enumerate(receipts)]
    found = said_besides([PROMISE], [replace(CLAIM, minor=minor)], came)
    taken = {id_: of[9] for id_, of in found.items()}
    assert sum(taken.values()) <= minor
    assert all(0 < taken[id_] <= receipts[id_][1] for id_ in taken)
