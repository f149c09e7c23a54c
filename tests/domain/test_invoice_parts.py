"""When the parts of an invoice are due, with what is held back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.due_rules import Instalment, Instalments, Net
from creditmate.domain.invoice_parts import Retention, schedule
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift

DAY = date(2026, 11, 16)
LATER = date(2027, 11, 16)
NET30 = PaymentTerms(Net(30))
THREE = PaymentTerms(Instalments((Instalment(30), Instalment(60), Instalment(90))))


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def test_terms_alone_give_one_part() -> None:
    found = schedule(NET30, DAY, gbp(10_000))
    (part,) = found.parts
    assert (part.day, part.worked_day, part.amount, part.retained) == (
        date(2026, 12, 16), date(2026, 12, 16), gbp(10_000), False,
    )  # fmt: skip
    assert (found.first, found.retained, found.discount) == (part, None, None)


def test_five_percent_held_for_a_year() -> None:
    found = schedule(NET30, DAY, gbp(12_345), Retention(LATER, percent=Decimal(5)))
    assert [(part.day, part.amount.minor, part.retained) for part in found.parts] == [
        (date(2026, 12, 16), 11_728, False),
        (LATER, 617, True),  # 617.25 rounded
    ]
    assert found.retained == found.parts[1]


def test_an_amount_held_of_instalments() -> None:
    held = Retention(LATER, amount=gbp(1000))
    found = schedule(THREE, DAY, gbp(10_000), held)
    assert [part.amount.minor for part in found.parts] == [3000, 3000, 3000, 1000]


def test_the_discount_is_on_what_the_terms_make_due() -> None:
    terms = PaymentTerms(Net(30), Discount(Decimal(2), 10))
    found = schedule(terms, DAY, gbp(10_000), Retention(LATER, percent=Decimal(10)))
    assert found.discount is not None
    assert (found.discount.day, found.discount.amount) == (date(2026, 11, 26), gbp(180))


def test_a_day_that_is_not_worked_is_shown_beside_the_contracts() -> None:
    terms = PaymentTerms(Net(5), shift=Shift.NEXT)  # 21 November 2026 is a Saturday
    (part,) = schedule(terms, DAY, gbp(100)).parts
    assert (part.day, part.worked_day) == (date(2026, 11, 21), date(2026, 11, 23))


def test_a_retention_that_rounds_to_nothing_is_no_part() -> None:
    found = schedule(NET30, DAY, gbp(10), Retention(LATER, percent=Decimal("0.1")))
    assert [part.amount.minor for part in found.parts] == [10]


@pytest.mark.parametrize(
    ("percent", "amount"),
    [(None, None), (Decimal(5), gbp(1)), (Decimal(0), None), (Decimal(100), None),
     (None, gbp(0)), (None, gbp(-1))],
)  # fmt: skip
def test_a_retention_is_percent_or_an_amount(percent: Decimal | None, amount: Money | None) -> None:
    with pytest.raises(ValueError, match="a retention"):
        Retention(LATER, percent, amount)


@pytest.mark.parametrize(
    "held", [Retention(LATER, amount=gbp(100)), Retention(date(2026, 11, 15), amount=gbp(1))]
)
def test_all_of_it_or_to_a_day_before_is_refused(held: Retention) -> None:
    with pytest.raises(ValueError, match="held of"):
        schedule(NET30, DAY, gbp(100), held)


held_ = st.none() | st.builds(Retention, st.just(LATER), percent=st.decimals("0.1", 99, places=1))


@given(st.sampled_from([NET30, THREE]), st.integers(1, 10**12), held_)
def test_parts_add_up_to_the_gross(terms: PaymentTerms, minor: int, held: Retention | None) -> None:
    if held is not None and held.held(gbp(minor)).minor >= minor:
        return
    found = schedule(terms, DAY, gbp(minor), held)
    assert sum(part.amount.minor for part in found.parts) == minor
    assert all(part.amount.minor > 0 for part in found.parts)
