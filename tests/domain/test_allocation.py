from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from creditmate.domain.allocation import (
    AllocatedEntry,
    Movement,
    allocation_day,
    taken_back,
    voided,
)
from creditmate.domain.money import CurrencyMismatch, Money

START = date(2026, 1, 1)
HORIZON = 40


def day(number: int) -> date:
    return START + timedelta(days=number)


def debit(on: int, minor: int, *moved: tuple[int, int]) -> AllocatedEntry:
    movements = tuple(Movement(day(when), amount) for when, amount in moved)
    return AllocatedEntry(day(on), Money(minor, "GBP"), movements)


def credit(on: int, minor: int, *moved: tuple[int, int]) -> AllocatedEntry:
    return debit(on, -minor, *moved)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def test_a_first_allocation_counts_from_the_later_entry() -> None:
    assert allocation_day(debit(3, 100), credit(9, 100), pounds(100)) == day(9)
    assert allocation_day(debit(9, 100), credit(3, 100), pounds(1)) == day(9)
    assert allocation_day(debit(9, 100), credit(9, 60), pounds(60)) == day(9)


def test_an_item_paid_and_open_again_since_a_bounce() -> None:
    # Paid on the 5th, bounced on the 20th: a receipt of the 10th pays it from the 20th on.
    invoice = debit(1, 100, (5, 100), (20, -100))
    assert allocation_day(invoice, credit(10, 100), pounds(100)) == day(20)


def test_the_later_of_the_two_days_would_pay_twice() -> None:
    naive = debit(1, 100, (5, 100), (20, -100), (10, 100))
    assert naive.open_on(day(12)) == pounds(-100)
    right = debit(1, 100, (5, 100), (20, -100), (20, 100))
    assert [right.open_on(day(when)).minor for when in (1, 4, 5, 19, 20, 30)] == [
        100,
        100,
        0,
        0,
        0,
        0,
    ]


def test_the_part_that_was_always_open_can_be_paid_earlier() -> None:
    invoice = debit(1, 100, (5, 60), (20, -60))
    assert allocation_day(invoice, credit(10, 100), pounds(40)) == day(10)
    assert allocation_day(invoice, credit(10, 100), pounds(41)) == day(20)


def test_a_receipt_free_again_since_it_was_taken_back() -> None:
    receipt = credit(2, 100, (3, 100), (15, -30), (18, -70))
    assert allocation_day(debit(1, 100), receipt, pounds(30)) == day(15)
    assert allocation_day(debit(1, 100), receipt, pounds(31)) == day(18)


def test_movements_of_one_day_count_together() -> None:
    # Taken back and set again within the day: nothing was ever open in the evening.
    invoice = debit(1, 100, (5, 100), (8, -100), (8, 100), (12, -100))
    assert allocation_day(invoice, credit(2, 100), pounds(100)) == day(12)
    # Set and voided within the day: it was open every evening.
    for moved in (((8, 100), (8, -100)), ((8, -100), (8, 100))):
        assert allocation_day(debit(1, 100, *moved), credit(2, 100), pounds(100)) == day(2)


def test_what_is_open_at_the_end_of_a_day() -> None:
    receipt = credit(3, 100, (5, 30), (7, -10))
    assert [receipt.open_on(day(when)).minor for when in (2, 3, 5, 6, 7)] == [
        0,
        -100,
        -70,
        -70,
        -80,
    ]


@pytest.mark.parametrize(
    ("invoice", "receipt", "amount", "reason"),
    [
        (debit(1, 100), credit(1, 100), 101, "is open, not 101"),
        (debit(1, 100, (1, 1)), credit(1, 200), 100, "99 of"),
        (debit(1, 200), credit(1, 100, (1, 1)), 100, "99 of"),
        (debit(1, 100), credit(1, 100), 0, "an allocation of"),
        (debit(1, 100), credit(1, 100), -1, "an allocation of"),
        (debit(1, 100), debit(1, 100), 1, "cannot pay"),
        (credit(1, 100), credit(1, 100), 1, "cannot pay"),
        (debit(1, 0), credit(1, 100), 1, "cannot pay"),
        (debit(1, 100), credit(1, 0), 1, "cannot pay"),
    ],
)
def test_what_cannot_be_allocated(
    invoice: AllocatedEntry, receipt: AllocatedEntry, amount: int, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        allocation_day(invoice, receipt, pounds(amount))


def test_never_across_currencies() -> None:
    euro = AllocatedEntry(START, Money(-100, "EUR"))
    with pytest.raises(CurrencyMismatch):
        allocation_day(debit(1, 100), euro, pounds(1))
    with pytest.raises(CurrencyMismatch):
        allocation_day(debit(1, 100), credit(1, 100), Money(1, "EUR"))


def test_taking_back() -> None:
    assert taken_back(Movement(day(5), 30), day(9)) == Movement(day(9), -30)
    assert taken_back(Movement(day(5), 30), day(2)) == Movement(day(5), -30)
    with pytest.raises(ValueError, match="not an allocation that was set"):
        taken_back(Movement(day(5), -30), day(9))


def test_voiding_undoes_every_movement_on_its_day() -> None:
    moved = (Movement(day(5), 30), Movement(day(9), -30))
    assert voided(moved) == (Movement(day(5), -30), Movement(day(9), 30))
    assert voided(()) == ()


@st.composite
def entries(draw: st.DrawFn, sign: int) -> AllocatedEntry:
    """An entry whose allocations, set and perhaps taken back, never exceed it."""
    on, size = draw(st.integers(0, 10)), draw(st.integers(1, 12))
    entry = AllocatedEntry(day(on), pounds(sign * size))
    lengths = st.none() | st.integers(0, 12)
    spans = st.tuples(st.integers(on, 25), lengths, st.integers(1, size))
    for since, length, minor in draw(st.lists(spans, max_size=6)):
        end = () if length is None else (Movement(day(since + length), -minor),)
        wider = AllocatedEntry(
            entry.day, entry.amount, (*entry.movements, Movement(day(since), minor), *end)
        )
        if all(wider.open_on(day(when)).minor * sign >= 0 for when in range(HORIZON)):
            entry = wider
    return entry


@given(entries(1), entries(-1), st.integers(1, 12))
def test_it_is_the_first_day_from_which_both_stay_open(
    invoice: AllocatedEntry, receipt: AllocatedEntry, minor: int
) -> None:
    end = day(HORIZON)
    assume(min(invoice.open_on(end).minor, -receipt.open_on(end).minor) >= minor)

    def stays_open(since: int) -> bool:
        return all(
            invoice.open_on(day(when)).minor >= minor and -receipt.open_on(day(when)).minor >= minor
            for when in range(since, HORIZON)
        )

    first = next(since for since in range(HORIZON) if stays_open(since))
    assert allocation_day(invoice, receipt, pounds(minor)) == day(first)
