"""How much a promise is of what is asked for: the picture's sums, worked by hand."""

import pytest

from creditmate.domain.money import CurrencyMismatch, Money
from creditmate.domain.promised_share import PromisedShare, Share, promised_share
from creditmate.domain.statement import PayNow


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def asks(
    overdue: int, in_question: int = 0, promised: int = 0, said_paid: int = 0, unmatched: int = 0
) -> PayNow:
    return PayNow(*map(pounds, (overdue, in_question, promised, said_paid, unmatched)))


@pytest.mark.parametrize(
    ("promised", "pays", "share", "amount"),
    [
        # 6,836.40 overdue less 412.00 under query is 6,424.40 (mock-up 05)
        (642_440, asks(683_640, in_question=41_200), Share.ALL_BUT_QUESTIONED, 41_200),
        (600_000, asks(683_640, in_question=41_200), Share.PART, 42_440),
        (683_640, asks(683_640, in_question=41_200), Share.MORE, 41_200),
        (50_000, asks(80_000, promised=30_000), Share.ALL_BUT_PROMISED, 30_000),
        (65_000, asks(80_000, unmatched=15_000), Share.ALL_ASKED, 15_000),
        (45_000, asks(80_000, promised=20_000, said_paid=15_000), Share.ALL_ASKED, 35_000),
        # 6,836.40 less 412.00 under query and 150.00 not matched: neither alone explains it
        (627_440, asks(683_640, in_question=41_200, unmatched=15_000), Share.ALL_ASKED, 56_200),
        (40_000, asks(80_000, in_question=10_000, promised=30_000), Share.ALL_ASKED, 40_000),
    ],
)
def test_a_promise_is_compared_with_what_is_asked_for(
    promised: int, pays: PayNow, share: Share, amount: int
) -> None:
    assert promised_share(pounds(promised), pays) == PromisedShare(share, pounds(amount))


def test_currencies_are_never_compared() -> None:
    with pytest.raises(CurrencyMismatch):
        promised_share(Money(1, "EUR"), asks(1))
