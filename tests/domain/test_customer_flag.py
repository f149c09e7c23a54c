"""The one thing to say behind a customer's name."""

from datetime import date, timedelta

import pytest

from creditmate.domain.customer_list import Flag, gravest
from creditmate.domain.promises import Promise, PromiseState, Standing

DUE = date(2026, 11, 17)


def due(days: int, state: PromiseState) -> Standing:
    day = DUE + timedelta(days=days)
    return Standing(Promise(days, "GBP", 100, DUE, day, day), state, 0, 0)


@pytest.mark.parametrize(
    ("states", "disputed", "owes", "by_phone", "flag"),
    [
        ([PromiseState.BROKEN], True, True, True, Flag.DISPUTE),
        ([PromiseState.BROKEN], False, True, False, Flag.PROMISE_PASSED),
        ([PromiseState.BROKEN, PromiseState.KEPT], False, True, True, None),
        ([PromiseState.KEPT, PromiseState.PART_KEPT], False, True, True, Flag.PROMISE_PASSED),
        ([PromiseState.BROKEN], False, False, True, None),
        ([], False, True, False, Flag.NO_PHONE),
        ([], False, True, True, None),
    ],
)
def test_the_gravest_is_said(
    states: list[PromiseState], disputed: bool, owes: bool, by_phone: bool, flag: Flag | None
) -> None:
    standings = [due(place, state) for place, state in enumerate(states)]
    assert gravest(standings, disputed=disputed, owes=owes, by_phone=by_phone) is flag
