"""What a payment is set against: ticks, corrections, what comes off, and whose it all is."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.allocation_suggestion import Fit
from creditmate.domain.errors import Problem
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.proposals import PayableItem, Proposal, ProposedItem
from creditmate.domain.receipts import Extra, Part, Share
from creditmate.ui.payments.entry_state import (
    Paying,
    PaymentReader,
    TypedPayment,
    missing,
    named_currency,
)
from creditmate.ui.payments.sheet import Sheet, not_carved

DAY = date(2026, 11, 23)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def an_item(id_: int, minor: int, code: str = "ACME") -> PayableItem:
    return PayableItem(
        entry_id=id_, code=code, name=code.title(), kind=EntryKind.INVOICE, number=str(id_),
        order_number="", day=DAY, due_day=DAY, original=pounds(minor), open=pounds(minor),
        disputed=pounds(0),
    )  # fmt: skip


def proposed(amount: int, *items: tuple[PayableItem, int, int], only: bool = True) -> Proposal:
    """A proposal of what is paid and what comes off, by item."""
    rows = tuple(ProposedItem(item, pounds(paid), pounds(off)) for item, paid, off in items)
    left = amount - sum(row.amount.minor for row in rows)
    return Proposal("ACME", pounds(amount), Fit.EXACT_SUM, only, rows, pounds(left))


def test_what_is_proposed_becomes_shares_with_its_discounts() -> None:
    sheet = Sheet()
    branch = an_item(3, 500, "BIRCH")
    sheet.take(proposed(1700, (an_item(1, 1000), 980, 20), (branch, 500, 0)))
    off = Extra(EntryKind.DISCOUNT, 1, pounds(20))
    assert sheet.shares({}) == (
        Share("ACME", pounds(1200), (Part(1, pounds(980)),), (off,)),
        Share("BIRCH", pounds(500), (Part(3, pounds(500)),)),
    )
    assert sheet.left("ACME") == pounds(220)


def test_ticks_use_what_is_left_and_corrections_stay_within_what_is_open() -> None:
    sheet = Sheet()
    sheet.take(proposed(1000, (an_item(1, 800), 800, 0), (an_item(2, 700), 200, 0)))
    sheet.tick([2])
    assert sheet.left("ACME") == pounds(200)
    assert sheet.pay(1, pounds(300))
    sheet.tick([2])
    assert [row.covered.minor for row in sheet.covered("ACME")] == [300, 700]
    assert not sheet.pay(2, pounds(701))
    assert sheet.by_hand


def test_a_discount_goes_with_all_of_its_item_or_not_at_all() -> None:
    sheet = Sheet()
    sheet.take(proposed(980, (an_item(1, 1000), 980, 20)))
    sheet.pay(1, pounds(900))
    assert sheet.shares({}) == (Share("ACME", pounds(980), (Part(1, pounds(900)),)),)


@pytest.mark.parametrize("kind", [EntryKind.TAX_WITHHELD, EntryKind.BANK_CHARGE])
def test_what_comes_off_beside_the_money_pays_the_items_that_are_ticked(kind: EntryKind) -> None:
    sheet = Sheet()
    sheet.take(proposed(1000, (an_item(1, 100), 100, 0), (an_item(2, 900), 900, 0)))
    (share,) = sheet.shares({kind: pounds(150)})
    assert share.amount == pounds(850)  # what came
    assert share.parts == (Part(2, pounds(850)),)
    assert share.extras == (Extra(kind, 1, pounds(100)), Extra(kind, 2, pounds(50)))
    assert not_carved(sheet.covered("ACME"), {kind: pounds(1001)})
    assert not not_carved(sheet.covered("ACME"), {kind: pounds(1000)})


def test_what_is_left_is_a_deposit_where_a_job_is_named() -> None:
    sheet = Sheet()
    sheet.take(proposed(1000, (an_item(1, 400), 400, 0)), hold=True)
    assert sheet.shares({}, "Stairs") == (Share("ACME", pounds(1000), deposit_for="Stairs"),)
    sheet.tick([1])
    assert sheet.shares({}, "Stairs") == (
        Share("ACME", pounds(400), (Part(1, pounds(400)),)),
        Share("ACME", pounds(600), deposit_for="Stairs"),
    )


def test_nothing_is_sure_that_others_would_fit_as_well() -> None:
    sheet = Sheet()
    sure = proposed(400, (an_item(1, 400), 400, 0))
    for proposal, holds in (
        (sure, True),
        (replace(sure, only=False), False),
        (replace(sure, fit=Fit.OLDEST_FIRST), False),
        (replace(sure, fit=None, items=()), True),
    ):
        sheet.clear()
        sheet.take(proposal)
        assert sheet.is_sure is holds


FIRST = Paying("ACME", "Acme", "GBP")


def test_a_receipt_is_shared_out_and_what_comes_off_counts_for_the_first() -> None:
    reader = PaymentReader(DAY, "en_GB")
    second = Paying("BIRCH", "Birch", "", "300")
    typed = TypedPayment((FIRST, second), "1,000", "fri", withheld="50")
    got = reader.understand(typed)
    assert got.received == date(2026, 11, 20)
    assert got.worth == {"ACME": pounds(75000), "BIRCH": pounds(30000)}
    assert missing(typed, got) == []
    for amount in ("1000", "1,200", "0", "x", ""):
        typed = replace(typed, paying=(FIRST, replace(second, amount=amount)))
        assert "also-0" in missing(typed, reader.understand(typed))


def test_what_is_missing_is_named_in_the_order_of_the_form() -> None:
    reader = PaymentReader(DAY, "en_GB")
    typed = TypedPayment((), "", "+1", charge="-3")
    got = reader.understand(typed)
    assert missing(typed, got) == ["customer", "amount", "received"]
    assert got.bad["received"].problem is Problem.DAY_AHEAD
    typed = replace(typed, paying=(FIRST,), amount="0", received="")
    assert missing(typed, reader.understand(typed)) == ["amount", "charge"]


@pytest.mark.parametrize(
    ("text", "currency"), [("300 usd", "USD"), ("EUR12", "EUR"), ("12.50", ""), ("abc 5", "")]
)
def test_an_amount_may_name_its_currency(text: str, currency: str) -> None:
    assert named_currency(text) == currency
