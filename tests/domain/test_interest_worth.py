"""What is worth deciding one by one, what is folded, and that nothing is dropped by it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.exchange import Worth
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import Left
from creditmate.domain.interest_worth import (
    ToDecide,
    WorthDeciding,
    invoices_of,
    sums_of,
    to_decide,
)
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import MissingRate, Series
from tests.domain.test_interest_claim import PAID, came_up, debt, gbp

LIMITS = WorthDeciding(gbp(50_00), None)
MISSING = MissingRate(Series.BANK_OF_ENGLAND, date(2027, 1, 1))


def one(
    entry: int,
    minor: int,
    *,
    document: int | None = None,
    currency: str = "GBP",
    paid: date | None = PAID,
    missing: bool = False,
) -> LateInterest:
    """Return so much left of an entry, on an invoice of its own unless said otherwise."""
    on = debt(entry=entry, document=document or entry, paid_day=paid)
    nothing = Money(0, currency)
    left = Left(Money(minor, currency), nothing, nothing)
    return replace(came_up(on), left=left, missing=MISSING if missing else None)


def entries(found: tuple[LateInterest, ...]) -> list[int]:
    return [each.debt.entry for each in found]


def heaps(found: ToDecide) -> tuple[list[int], list[int], list[int]]:
    return entries(found.listed), entries(found.small), entries(found.waiting)


@pytest.mark.parametrize(("minor", "listed"), [(49_99, False), (50_00, True), (50_01, True)])
def test_the_limit_itself_is_worth_deciding(minor: int, listed: bool) -> None:
    found = to_decide([one(1, minor)], LIMITS)
    assert heaps(found) == (([1], [], []) if listed else ([], [1], []))


def test_a_late_day_of_412_small_invoices_is_one_line() -> None:
    found = to_decide([*(one(n, 40_00) for n in range(412)), one(500, 70_00)], LIMITS)
    assert entries(found.listed) == [500]
    assert (invoices_of(found.small), sums_of(found.small)) == (412, (gbp(16_480_00),))


def test_the_parts_of_an_invoice_are_weighed_together() -> None:
    parts = [one(1, 30_00, document=9), one(2, 30_00, document=9), one(3, 30_00)]
    found = to_decide(parts, LIMITS)
    assert heaps(found) == ([1, 2], [3], [])
    assert invoices_of(found.listed) == 1


def test_a_balance_brought_forward_is_no_part_of_an_invoice() -> None:
    forward = replace(one(7, 30_00), debt=debt(entry=7, document=None))
    found = to_decide([forward, one(1, 30_00, document=7)], LIMITS)
    assert invoices_of(found.small) == 2


def test_what_waits_for_a_rate_is_a_heap_of_its_own_with_all_its_parts() -> None:
    parts = [one(1, 0, document=9, missing=True), one(2, 90_00, document=9), one(3, 0)]
    assert heaps(to_decide(parts, LIMITS)) == ([], [], [1, 2])


def test_other_currencies_count_by_their_rate_and_without_one_at_par() -> None:
    limits = WorthDeciding(gbp(50_00), None, Worth({"EUR": Decimal("0.8")}))
    some = [one(1, 60_00, currency="EUR"), one(2, 63_00, currency="EUR"),
            one(3, 60_00, currency="USD")]  # fmt: skip
    found = to_decide(some, limits)
    assert heaps(found) == ([2, 3], [1], [])
    assert sums_of(found.everything) == (Money(123_00, "EUR"), Money(60_00, "USD"))


def test_what_was_paid_before_the_days_looked_at_is_left_out_and_what_is_open_never() -> None:
    limits = WorthDeciding(gbp(50_00), PAID)
    before = date(2026, 9, 27)
    some = [one(1, 90_00, paid=before), one(2, 90_00), one(3, 90_00, paid=None),
            one(4, 90_00, document=8, paid=before), one(5, 90_00, document=8)]  # fmt: skip
    assert heaps(to_decide(some, limits)) == ([2, 3, 4, 5], [], [])


@given(
    st.lists(st.tuples(st.integers(0, 120_00), st.integers(1, 6), st.booleans())),
    st.integers(0, 100_00),
)
def test_nothing_is_dropped_or_told_twice(parts: list[tuple[int, int, bool]], least: int) -> None:
    found = [one(n, minor, document=of, missing=m) for n, (minor, of, m) in enumerate(parts)]
    heap = to_decide(found, WorthDeciding(gbp(least), None))
    told = [*heap.everything, *heap.waiting]
    wanted = {each.debt.entry for each in found if each.left.total or each.missing}
    assert len(told) == len({each.debt.entry for each in told})
    assert wanted <= {each.debt.entry for each in told}
    assert sum(money.minor for money in sums_of(heap.everything)) == sum(
        each.left.total.minor for each in heap.everything
    )
