"""How promises stand: theirs kept by money, ours by a deed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.promises import (
    Cash,
    Deed,
    DeedState,
    Ending,
    Promise,
    PromiseEnd,
    PromiseState,
    Returned,
    Standing,
    deed_state,
    promise_states,
    running,
    undone,
)

MADE = date(2026, 11, 2)
DUE = date(2026, 11, 6)
UNTIL = date(2026, 11, 10)
DAY = timedelta(1)
PROMISE = Promise(1, "GBP", 10_000, MADE, DUE, UNTIL, entries=(5,))


def _cash(day: date, minor: int, number: int = 1, takes: int | None = None) -> Cash:
    return Cash(number, day, "GBP", minor, takes)


def _one(
    cash: list[Cash],
    as_at: date,
    posted_to: date | None = None,
    promise: Promise = PROMISE,
    open_minor: int = 10_000,
) -> Standing:
    [found] = promise_states([promise], cash, posted_to, as_at, {promise.id: open_minor})
    return found


def test_it_is_open_to_the_end_of_grace() -> None:
    assert _one([], MADE).state is PromiseState.OPEN
    assert _one([], UNTIL, posted_to=UNTIL).state is PromiseState.OPEN


def test_it_is_broken_the_day_after_grace_once_cash_is_posted_that_far() -> None:
    assert _one([], UNTIL + DAY, posted_to=UNTIL).state is PromiseState.BROKEN
    assert _one([], UNTIL + DAY, posted_to=UNTIL - DAY).state is PromiseState.CHECK_BANK
    assert _one([], UNTIL + DAY, posted_to=None).state is PromiseState.CHECK_BANK


@pytest.mark.parametrize(("day", "kept"), [
    (MADE - DAY, False), (MADE, True), (DUE, True), (UNTIL, True), (UNTIL + DAY, False),
])  # fmt: skip
def test_money_keeps_it_from_the_day_made_to_the_end_of_grace(day: date, kept: bool) -> None:
    found = _one([_cash(day, 10_000)], UNTIL + 5 * DAY, posted_to=UNTIL + 5 * DAY)
    assert (found.state is PromiseState.KEPT) is kept
    assert found.came_minor == (10_000 if kept else 0)


def test_kept_early_is_kept_at_once() -> None:
    assert _one([_cash(MADE, 10_000)], MADE).state is PromiseState.KEPT


def test_part_in_time_is_part_kept_and_the_rest_later_keeps_it_late() -> None:
    cash = [_cash(DUE, 4_000), _cash(UNTIL + DAY, 6_000, 2)]
    part = _one(cash, UNTIL + DAY - DAY, posted_to=UNTIL)
    assert (part.state, part.unfilled_minor) == (PromiseState.OPEN, 6_000)
    late = _one(cash, UNTIL + DAY, posted_to=UNTIL)
    assert (late.state, late.late_minor) == (PromiseState.LATE_KEPT, 6_000)
    assert _one(cash[:1], UNTIL + DAY, posted_to=UNTIL).state is PromiseState.PART_KEPT


def test_money_of_another_currency_keeps_nothing() -> None:
    cash = [Cash(1, DUE, "EUR", 10_000), Cash(2, UNTIL + DAY, "EUR", 10_000)]
    found = _one(cash, UNTIL + DAY, posted_to=UNTIL)
    assert found.state is PromiseState.BROKEN


@pytest.mark.parametrize("takes", [1, None])
def test_a_bounce_within_grace_takes_the_money_back(takes: int | None) -> None:
    cash = [_cash(DUE, 10_000), _cash(UNTIL, -10_000, 2, takes)]
    assert _one(cash, DUE).state is PromiseState.KEPT
    assert _one(cash, UNTIL + DAY, posted_to=UNTIL).state is PromiseState.BROKEN


def test_what_is_refunded_after_grace_leaves_it_kept() -> None:
    cash = [_cash(DUE, 10_000), _cash(UNTIL + DAY, -10_000, 2, 1)]
    assert _one(cash, UNTIL + DAY, posted_to=UNTIL).state is PromiseState.KEPT


@pytest.mark.parametrize("takes", [1, None])
def test_a_bounce_after_grace_takes_it_back_as_if_it_had_never_come(takes: int | None) -> None:
    back = UNTIL + 3 * DAY
    bounced = replace(_cash(back, -10_000, 2, takes), bounced=True)
    cash = [_cash(DUE, 10_000), bounced]
    assert _one(cash, back - DAY, posted_to=UNTIL).state is PromiseState.KEPT
    found = _one(cash, back, posted_to=back)
    assert (found.state, found.returned) == (PromiseState.BROKEN, Returned(back, 10_000))
    part = _one([_cash(DUE, 10_000), replace(bounced, minor=-4_000)], back, posted_to=back)
    assert (part.state, part.came_minor, part.returned) == (
        PromiseState.PART_KEPT, 6_000, Returned(back, 4_000),
    )  # fmt: skip
    again = _one([*cash, _cash(back + DAY, 10_000, 3)], back + DAY, posted_to=back)
    assert (again.state, again.returned) == (PromiseState.LATE_KEPT, None)


def test_what_came_back_of_other_money_is_nothing_of_the_promises() -> None:
    other = replace(_cash(DUE, 4_000, 2), spent={PROMISE.id: 4_000})
    bounced = replace(_cash(UNTIL + DAY, -4_000, 3, 2), bounced=True)
    found = _one([_cash(DUE, 6_000), other, bounced], UNTIL + DAY, posted_to=UNTIL)
    assert (found.state, found.returned) == (PromiseState.PART_KEPT, None)


def test_a_bounce_of_an_older_receipt_does_not_take_what_came_for_the_promise() -> None:
    cash = [
        _cash(MADE - DAY, 10_000),
        _cash(DUE, 10_000, 2),
        _cash(UNTIL, -10_000, 3, takes=1),
        Cash(4, UNTIL, "EUR", -10_000),
    ]
    assert _one(cash, UNTIL + DAY, posted_to=UNTIL).state is PromiseState.KEPT


def test_a_refund_names_no_receipt_and_takes_the_latest() -> None:
    cash = [_cash(MADE, 6_000), _cash(DUE, 5_000, 2), _cash(DUE, -7_000, 3)]
    assert _one(cash, UNTIL).came_minor == 4_000


def test_a_bounce_takes_the_money_of_who_paid_and_of_no_other() -> None:
    other = replace(_cash(MADE, 4_000, 2), payer=2, spent={PROMISE.id: 4_000})
    paid = replace(_cash(DUE, 10_000), payer=1)
    for payer, state in ((1, PromiseState.PART_KEPT), (2, PromiseState.KEPT)):
        bounced = replace(_cash(UNTIL, -4_000, 3), payer=payer)
        found = _one([paid, other, bounced], UNTIL + DAY, posted_to=UNTIL)
        assert found.state is state


def test_it_lapses_when_nothing_it_meant_is_open_any_more() -> None:
    late = UNTIL + DAY
    assert _one([], late, posted_to=UNTIL, open_minor=0).state is PromiseState.LAPSED
    assert _one([], MADE, open_minor=0).state is PromiseState.LAPSED
    assert _one([_cash(DUE, 10_000)], late, open_minor=0).state is PromiseState.KEPT
    [unknown] = promise_states([PROMISE], [], None, MADE, {})
    assert unknown.state is PromiseState.OPEN


@pytest.mark.parametrize("kind", list(PromiseEnd))
def test_withdrawn_or_replaced_counts_from_its_day_and_uses_up_no_money(kind: PromiseEnd) -> None:
    ended = replace(PROMISE, ended=Ending(kind, DUE))
    other = replace(PROMISE, id=2, due_day=UNTIL, until_day=UNTIL + 3 * DAY)
    assert _one([], DUE - DAY, promise=ended).state is PromiseState.OPEN
    first, second = promise_states([ended, other], [_cash(MADE, 10_000)], None, DUE, {})
    assert (first.state.value, first.came_minor) == (kind.value, 0)
    assert second.state is PromiseState.KEPT


def test_each_receipt_fills_promises_by_due_day_once() -> None:
    second = replace(PROMISE, id=2, due_day=DUE + DAY, minor=8_000)
    found = promise_states([second, PROMISE], [_cash(DUE, 15_000)], UNTIL, UNTIL + DAY, {})
    assert [(s.promise.id, s.came_minor) for s in found] == [(1, 10_000), (2, 5_000)]
    assert [s.state for s in found] == [PromiseState.KEPT, PromiseState.PART_KEPT]


def test_late_money_does_not_take_from_a_promise_still_running() -> None:
    running = Promise(2, "GBP", 10_000, UNTIL + DAY, UNTIL + 4 * DAY, UNTIL + 6 * DAY)
    cash = [_cash(UNTIL + 2 * DAY, 10_000)]
    found = promise_states([PROMISE, running], cash, UNTIL, UNTIL + 2 * DAY, {})
    assert [s.state for s in found] == [PromiseState.BROKEN, PromiseState.KEPT]


def test_facts_of_later_days_are_not_known() -> None:
    assert promise_states([PROMISE], [], None, MADE - DAY, {}) == []
    assert _one([_cash(DUE, 10_000)], DUE - DAY).state is PromiseState.OPEN


CASHES = st.lists(
    st.builds(
        Cash,
        st.integers(1, 99),
        st.dates(MADE - 5 * DAY, UNTIL + 9 * DAY),
        st.sampled_from(["GBP", "EUR"]),
        st.integers(-9_000, 20_000).filter(bool),
    ),
    max_size=8,
)
PROMISES = st.lists(
    st.builds(
        lambda number, made, wait, minor: Promise(
            number, "GBP", minor, made, made + wait * DAY, made + (wait + 2) * DAY
        ),
        st.integers(1, 10**6),
        st.dates(MADE - 5 * DAY, UNTIL + 3 * DAY),
        st.integers(0, 9),
        st.integers(1, 15_000),
    ),
    max_size=5,
    unique_by=lambda promise: promise.id,
)


@given(PROMISES, CASHES)
def test_promises_never_get_more_than_came_nor_more_than_was_promised(
    promises: list[Promise], cash: list[Cash]
) -> None:
    found = promise_states(promises, cash, None, UNTIL + 9 * DAY, {})
    used = sum(s.came_minor + s.late_minor for s in found)
    assert used <= sum(c.minor for c in cash if c.currency == "GBP" and c.minor > 0)
    assert all(s.unfilled_minor >= 0 and min(s.came_minor, s.late_minor) >= 0 for s in found)


@given(PROMISES, CASHES, st.dates(MADE, UNTIL + 9 * DAY))
def test_how_it_stood_is_not_changed_by_what_came_later(
    promises: list[Promise], cash: list[Cash], as_at: date
) -> None:
    known = [c for c in cash if c.day <= as_at]
    everything = promise_states(promises, cash, as_at, as_at, {})
    assert everything == promise_states(promises, known, as_at, as_at, {})


def test_a_deed_of_ours_is_late_the_day_after_without_grace() -> None:
    deed = Deed(1, "send the copy", MADE, DUE)
    assert deed_state(deed, DUE) is DeedState.OPEN
    assert deed_state(deed, DUE + DAY) is DeedState.LATE
    done = replace(deed, done_day=DUE)
    assert deed_state(done, DUE - DAY) is DeedState.OPEN
    assert deed_state(done, DUE) is DeedState.DONE
    assert deed_state(replace(deed, done_day=DUE + DAY), DUE + DAY) is DeedState.DONE_LATE
    ended = replace(deed, ended=Ending(PromiseEnd.REPLACED, DUE + DAY))
    assert deed_state(ended, DUE) is DeedState.OPEN
    assert deed_state(ended, DUE + DAY) is DeedState.REPLACED


def test_what_we_still_owe_and_what_still_runs() -> None:
    waits, late = Deed(1, "copies", MADE, DUE + DAY), Deed(2, "copies", MADE, MADE)
    gone = Deed(3, "copies", MADE, DUE, done_day=DUE)
    assert undone([waits, late, gone], DUE) == [waits, late]
    open_one, kept = _one([], MADE), _one([_cash(MADE, 10_000)], DUE)
    assert running([open_one, kept], "GBP") == [open_one]
    assert running([open_one], "EUR") == []
