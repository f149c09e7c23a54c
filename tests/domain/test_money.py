from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import CurrencyMismatch, Money, total, totals_by_currency

MINOR = st.integers(-(10**15), 10**15)


def test_arithmetic_stays_in_the_currency() -> None:
    assert Money(1999, "EUR") + Money(1, "EUR") == Money(2000, "EUR")
    assert Money(1999, "EUR") - Money(2000, "EUR") == Money(-1, "EUR")
    assert -Money(5, "EUR") == Money(-5, "EUR")
    assert bool(Money(-1, "EUR"))
    assert not Money(0, "EUR")


def test_amounts_compare() -> None:
    assert Money(1, "EUR") < Money(2, "EUR")
    assert Money(2, "EUR") <= Money(2, "EUR")
    assert not Money(2, "EUR") < Money(2, "EUR")


def test_unlike_currencies_never_meet() -> None:
    euro, pound = Money(1, "EUR"), Money(1, "GBP")
    for meet in (lambda: euro + pound, lambda: euro - pound, lambda: euro < pound):
        with pytest.raises(CurrencyMismatch, match="EUR and GBP"):
            meet()
    with pytest.raises(CurrencyMismatch):
        assert euro <= pound
    with pytest.raises(CurrencyMismatch):
        total([euro, pound], "EUR")


@pytest.mark.parametrize(
    ("minor", "by", "over", "expected"),
    [
        (125, Decimal("0.1"), 1, 13),  # an exact half goes up
        (-125, Decimal("0.1"), 1, -13),  # and away from zero
        (100, 1, 3, 33),
        (200, 1, 3, 67),
        (5, 1, 2, 3),
        (120000, Decimal("0.1175") * 90, 365, 3477),  # domain-rules 4.1: 34.77
    ],
)
def test_scaled_rounds_half_up_once(
    minor: int, by: Decimal | int, over: int, expected: int
) -> None:
    assert Money(minor, "GBP").scaled(by, over) == Money(expected, "GBP")


def test_scaled_over_nothing_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Money(1, "GBP").scaled(1, 0)


@pytest.mark.parametrize(
    ("money", "text"),
    [(Money(123456, "GBP"), "1234.56"), (Money(1234, "JPY"), "1234"), (Money(-5, "KWD"), "-0.005")],
)
def test_major_units_follow_the_currency(money: Money, text: str) -> None:
    assert str(money.decimal) == text


def test_totals() -> None:
    assert total([], "GBP") == Money(0, "GBP")
    assert total([Money(1, "GBP"), Money(2, "GBP")], "GBP") == Money(3, "GBP")
    mixed = [Money(100, "EUR"), Money(300, "JPY"), Money(100, "GBP"), Money(-50, "EUR")]
    assert totals_by_currency(mixed) == [Money(300, "JPY"), Money(100, "GBP"), Money(50, "EUR")]
    assert totals_by_currency([Money(1, "GBP"), Money(1, "EUR")])[0].currency == "EUR"


@given(MINOR, MINOR)
def test_what_is_added_comes_off_again(first: int, second: int) -> None:
    one, other = Money(first, "GBP"), Money(second, "GBP")
    assert one + other - other == one
    assert (one < other) == (first < second)


@given(MINOR, st.integers(1, 10**6))
def test_scaling_is_within_half_a_unit(minor: int, over: int) -> None:
    scaled = Money(minor, "GBP").scaled(1, over).minor
    assert abs(2 * (scaled * over - minor)) <= over
