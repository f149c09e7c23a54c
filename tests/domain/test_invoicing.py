"""What an invoice comes to, worked out by hand for each way of pricing and rounding."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.invoicing import (
    InvoiceLine,
    LineTax,
    Totals,
    fits,
    is_discount,
    line_amount,
    totals,
)
from creditmate.domain.money import LIMIT, Money
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.taxes import TaxKind

S = LineTax("S", "VAT", TaxKind.STANDARD, Decimal(20))
R = LineTax("R", "VAT", TaxKind.REDUCED, Decimal(5))
HALVES = LineTax("H", "VAT", TaxKind.STANDARD, Decimal("17.5"))
Z = LineTax("Z", "VAT", TaxKind.ZERO, Decimal(0))
E = LineTax("E", "VAT", TaxKind.EXEMPT, Decimal(0))
RC = LineTax("RC", "VAT", TaxKind.REVERSE_CHARGE, Decimal(20))
OUT = LineTax("O", "VAT", TaxKind.OUTSIDE, Decimal(0))

Figures = tuple[int, int, int]


def a_line(
    price: str, quantity: str = "1", tax: LineTax = S, discount: str | None = None
) -> InvoiceLine:
    off = None if discount is None else Decimal(discount)
    return InvoiceLine("x", Decimal(quantity), Decimal(price), tax, discount=off)


def sums(found: Totals) -> Figures:
    return found.net.minor, found.tax.minor, found.gross.minor


NET_LINE = (Prices.NET, Rounding.LINE)
NET_DOCUMENT = (Prices.NET, Rounding.DOCUMENT)
GROSS_LINE = (Prices.GROSS, Rounding.LINE)
GROSS_DOCUMENT = (Prices.GROSS, Rounding.DOCUMENT)
Way = tuple[Prices, Rounding]


@pytest.mark.parametrize(
    ("lines", "way", "expected"),
    [
        # 20 % within 119.99: 119.99 / 6 = 19.998333… is 20.00
        ([a_line("119.99")], GROSS_DOCUMENT, (9999, 2000, 11999)),
        ([a_line("119.99")], GROSS_LINE, (9999, 2000, 11999)),
        ([a_line("119.99")], NET_DOCUMENT, (11999, 2400, 14399)),
        # three of 0.33: 0.066 each is 0.07, three times; 0.198 together is 0.20
        ([a_line("0.33")] * 3, NET_LINE, (99, 21, 120)),
        ([a_line("0.33")] * 3, NET_DOCUMENT, (99, 20, 119)),
        # with tax in it, 0.33 / 6 = 0.055 is 0.06 three times; 0.99 / 6 = 0.165 is 0.17
        ([a_line("0.33")] * 3, GROSS_LINE, (81, 18, 99)),
        ([a_line("0.33")] * 3, GROSS_DOCUMENT, (82, 17, 99)),
        # exact halves go up: 17.5 % of 0.20 is 0.035, of 1.00 within 1.175
        ([a_line("0.20", tax=HALVES)], NET_LINE, (20, 4, 24)),
        ([a_line("1.175", tax=HALVES)], GROSS_LINE, (100, 18, 118)),
        # what is taken away rounds as what is given: away from nothing
        ([a_line("10.00"), a_line("0.33", "-1")], NET_LINE, (967, 193, 1160)),
        ([a_line("10.00"), a_line("0.33", "-1")], NET_DOCUMENT, (967, 193, 1160)),
        # 3 at 19.99 less 10 % is 53.973
        ([a_line("19.99", "3", discount="10")], NET_DOCUMENT, (5397, 1079, 6476)),
        ([a_line("100", discount="100"), a_line("1")], NET_DOCUMENT, (100, 20, 120)),
        # no tax is charged on what is reversed, exempt, zero or outside
        ([a_line("100", tax=tax) for tax in (RC, E, Z, OUT)], NET_DOCUMENT, (40000, 0, 40000)),
        ([a_line("100", tax=tax) for tax in (RC, E, Z, OUT)], GROSS_LINE, (40000, 0, 40000)),
        # several rates: 20 % of 10.01 is 2.002, 5 % of 10.01 is 0.5005
        ([a_line("10.01"), a_line("10.01", tax=R)], NET_DOCUMENT, (2002, 250, 2252)),
        # parts of a penny in the price
        ([a_line("0.0045", "1000")], NET_DOCUMENT, (450, 90, 540)),
    ],
)
def test_worked_by_hand(lines: list[InvoiceLine], way: Way, expected: Figures) -> None:
    assert sums(totals(lines, "GBP", *way)) == expected


def test_amounts_have_the_decimals_of_their_currency() -> None:
    assert a_line("1234.5", "2").amount("JPY") == Money(2469, "JPY")
    assert a_line("0.5").amount("JPY") == Money(1, "JPY")
    assert a_line("1.2345").amount("KWD") == Money(1235, "KWD")


def test_rates_stand_in_the_order_of_their_kinds() -> None:
    lines = [a_line("1", tax=tax) for tax in (OUT, RC, E, Z, R, HALVES, S)]
    found = totals(lines, "GBP", *NET_DOCUMENT)
    assert [row.tax for row in found.taxes] == [S, HALVES, R, Z, E, RC, OUT]
    assert found.taxes[0].gross == Money(120, "GBP")


def test_the_same_code_at_two_rates_is_two_rates() -> None:
    older = replace(S, rate=Decimal(15))
    found = totals([a_line("1"), a_line("1", tax=older)], "GBP", *NET_DOCUMENT)
    assert [row.amount.minor for row in found.taxes] == [20, 15]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e12", "-1e12", "0.0000001"])
def test_a_number_out_of_bounds_is_refused(number: str) -> None:
    assert not fits(Decimal(number))
    with pytest.raises(ValueError, match=r".+ at .+"):
        a_line("1", number)
    with pytest.raises(ValueError, match=r".+ at .+"):
        a_line(number)


@pytest.mark.parametrize("percent", ["0", "-1", "100.1", "NaN", "1.00001"])
def test_a_discount_out_of_bounds_is_refused(percent: str) -> None:
    assert not is_discount(Decimal(percent))
    with pytest.raises(ValueError, match="a discount"):
        a_line("1", discount=percent)


def test_a_line_larger_than_an_account_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="a line of"):
        line_amount(Decimal(LIMIT), Decimal(1), None, "GBP")


# ---------------------------------------------------------------- whatever the lines
numbers = st.decimals(-9999, 9999, places=2)
prices = st.decimals(0, 99999, places=4)
discounts = st.none() | st.decimals("0.01", 100, places=2)
lines_ = st.lists(
    st.builds(
        InvoiceLine,
        description=st.just("x"),
        quantity=numbers,
        price=prices,
        tax=st.sampled_from([S, R, HALVES, Z, E, RC, OUT]),
        discount=discounts,
    ),
    min_size=1,
    max_size=12,
)
ways = st.tuples(st.sampled_from(Prices), st.sampled_from(Rounding))
currencies = st.sampled_from(["GBP", "JPY", "KWD"])


@given(lines_, ways, currencies)
def test_sums_add_up(lines: list[InvoiceLine], way: Way, currency: str) -> None:
    found = totals(lines, currency, *way)
    together = sum(amount.minor for amount in found.lines)
    assert found.gross.minor == found.net.minor + found.tax.minor
    wanted = found.net if way[0] is Prices.NET else found.gross
    assert together == wanted.minor
    assert found.net.minor == sum(row.net.minor for row in found.taxes)
    assert found.tax.minor == sum(row.amount.minor for row in found.taxes)
    assert len({row.tax for row in found.taxes}) == len(found.taxes)


@given(lines_, ways, currencies)
def test_the_tax_of_a_rate_is_its_share_to_half_a_penny_a_rounding(
    lines: list[InvoiceLine], way: Way, currency: str
) -> None:
    found = totals(lines, currency, *way)
    for row in found.taxes:
        of = [amount.minor for line, amount in zip(lines, found.lines, strict=True)
              if line.tax == row.tax]  # fmt: skip
        rate = row.tax.charged / 100
        part = rate if way[0] is Prices.NET else rate / (1 + rate)
        roundings = len(of) if way[1] is Rounding.LINE else 1
        assert abs(row.amount.minor - sum(of) * part) <= Decimal("0.5000001") * roundings
