"""What of a payment does not fit together, by its field."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import CurrencyMismatch, Money
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share, misfits

TODAY = date(2026, 11, 23)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def fields(payment: NewPayment) -> list[str]:
    return [field for field, _ in misfits(payment, TODAY)]


SHARE = Share("ACME", pounds(500), (Part(1, pounds(300)), Part(2, pounds(200))))
FITS = NewPayment(TODAY, Method.CHEQUE, (SHARE, Share("BIRCH", pounds(100))))


def test_what_fits_is_the_sum_of_its_shares() -> None:
    assert misfits(FITS, TODAY) == []
    assert FITS.amount == pounds(600)


@pytest.mark.parametrize(
    ("share", "field"),
    [
        (replace(SHARE, amount=pounds(-5), parts=()), "amount"),
        (replace(SHARE, amount=pounds(499)), "allocate-more"),
        (replace(SHARE, parts=(Part(1, pounds(0)),)), "allocate-nothing"),
        (replace(SHARE, parts=(Part(1, pounds(1)), Part(1, pounds(1)))), "allocate-twice"),
        (replace(SHARE, deposit_for="Loft"), "deposit"),
        (replace(SHARE, extras=(Extra(EntryKind.DISCOUNT, 1, pounds(0)),)), "extra"),
        (replace(SHARE, extras=(Extra(EntryKind.WRITE_OFF, 1, pounds(1)),)), "extra"),
    ],
)
def test_a_share_that_does_not_fit(share: Share, field: str) -> None:
    assert field in fields(replace(FITS, shares=(share,)))


def test_a_payment_has_one_currency_and_a_day_that_has_come() -> None:
    euro = replace(SHARE, parts=(Part(1, Money(1, "EUR")),))
    assert fields(replace(FITS, shares=(euro,))) == ["currency"]
    assert fields(replace(FITS, received=date(2026, 11, 24))) == ["received"]
    assert fields(replace(FITS, shares=())) == ["amount"]
    assert fields(replace(FITS, payer="x" * 201)) == ["payer"]
    with pytest.raises(CurrencyMismatch):
        _ = replace(FITS, shares=(SHARE, Share("BIRCH", Money(1, "EUR")))).amount


@pytest.mark.parametrize(
    ("reached", "fits"),
    [
        (pounds(590), True),
        (pounds(600), False),
        (pounds(0), False),
        (Money(900, "EUR"), True),
        (Money(-1, "EUR"), False),
    ],
)
def test_a_bank_books_less_or_another_currency(reached: Money, fits: bool) -> None:
    assert fields(replace(FITS, reached_bank=reached)) == ([] if fits else ["reached-bank"])
