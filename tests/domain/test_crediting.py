"""What is left to credit, and an amount shared out over rates."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.crediting import left_to_credit, shared_out
from creditmate.domain.invoicing import LineTax, TaxSum
from creditmate.domain.money import Money
from creditmate.domain.taxes import TaxKind

S = LineTax("S", "VAT", TaxKind.STANDARD, Decimal(20))
Z = LineTax("Z", "VAT", TaxKind.ZERO, Decimal(0))


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def test_what_is_left_is_kept_by_rate() -> None:
    invoiced = [TaxSum(S, gbp(1000), gbp(200)), TaxSum(Z, gbp(500), gbp(0))]
    left = left_to_credit(invoiced, [TaxSum(S, gbp(400), gbp(80)), TaxSum(S, gbp(100), gbp(20))])
    assert [(part.tax, part.net, part.amount, part.gross) for part in left] == [
        (S, gbp(500), gbp(100), gbp(600)),
        (Z, gbp(500), gbp(0), gbp(500)),
    ]


def test_a_rate_that_was_not_invoiced_is_left_with_less_than_nothing() -> None:
    (_, other) = left_to_credit([TaxSum(S, gbp(10), gbp(2))], [TaxSum(Z, gbp(3), gbp(0))])
    assert (other.tax, other.net) == (Z, gbp(-3))


def test_pennies_over_go_to_the_first_that_have_room() -> None:
    assert shared_out(gbp(100), [gbp(1), gbp(1000), gbp(1000)]) == (gbp(1), gbp(50), gbp(49))
    assert shared_out(gbp(0), [gbp(0), gbp(0)]) == (gbp(0), gbp(0))


@pytest.mark.parametrize("minor", [-1, 11])
def test_more_than_there_is_is_refused(minor: int) -> None:
    with pytest.raises(ValueError, match="of Money"):
        shared_out(gbp(minor), [gbp(10)])


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=6), st.data())
def test_shares_add_up_and_none_is_above_its_own(parts: list[int], data: st.DataObject) -> None:
    minor = data.draw(st.integers(0, sum(parts)))
    shares = shared_out(gbp(minor), [gbp(part) for part in parts])
    assert sum(share.minor for share in shares) == minor
    assert all(0 <= share.minor <= part for share, part in zip(shares, parts, strict=True))
