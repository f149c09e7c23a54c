"""Cancelling an invoice: what else stands against it, at which point it may not, and again may."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.habits import book_lateness, recent_lateness
from creditmate.domain.errors import UserError
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share
from creditmate.services.payments import Payments
from tests.services.invoice_desk import TODAY, Desk


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def refused(desk: Desk) -> object:
    with pytest.raises(UserError) as error:
        desk.cancelling.cancel("INV-0001", "never")
    return error.value.facts["why"]


def test_an_invoice_whose_credit_note_had_no_room_is_not_credited_once_more(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 12_000)
    desk.credit("INV-0001")  # nothing is open: the credit is the customer's to use
    assert refused(desk) == "credited"
    assert desk.detail("INV-0001").left_to_credit == gbp(0)


def test_a_credit_note_that_a_write_off_left_no_room_counts_after_it_was_undone(desk: Desk) -> None:
    desk.issue()
    off = desk.write_offs.write_off_number("INV-0001", "small")
    desk.credit("INV-0001", amount=gbp(5000))
    assert refused(desk) == "credited"
    desk.write_offs.undo(off.done.action)
    assert refused(desk) == "credited"


def paid_early(on: date) -> NewPayment:
    """The one invoice of the desk, paid less 2.00."""
    share = Share(
        "ACME",
        gbp(11_800),
        (Part(1, gbp(11_800)),),
        (Extra(EntryKind.DISCOUNT, 1, gbp(200)),),
    )
    return NewPayment(on, Method.TRANSFER, (share,), any_discount=True)


def test_a_discount_that_bounced_is_no_reason_to_keep_an_invoice(desk: Desk) -> None:
    desk.issue()
    payments = Payments(desk.gateway, desk.clock)
    receipt = payments.record(paid_early(TODAY)).id
    assert refused(desk) == "settled"
    desk.clock.today = TODAY + timedelta(days=1)
    payments.bounce(receipt, desk.clock.today)
    desk.clock.today = TODAY + timedelta(days=2)
    done = desk.cancelling.cancel("INV-0001", "never")
    assert (done.amount, done.released) == (gbp(12_000), gbp(0))
    assert desk.detail("INV-0001").row.state is InvoiceState.CANCELLED


def test_what_we_ended_ourselves_is_no_habit_of_paying(desk: Desk) -> None:
    """Money that a cancellation set free settled nothing, nor does what we gave up."""
    for number in ("INV-0001", "INV-0002", "INV-0003", "INV-0004"):
        desk.issue()
        if number != "INV-0004":
            desk.pay(number, 12_000 if number != "INV-0002" else 11_000)
    desk.clock.today = TODAY + timedelta(days=40)
    desk.cancelling.cancel("INV-0001", "never")
    desk.write_offs.write_off_number("INV-0002", "too small")
    desk.credit("INV-0004")
    customer = desk.detail("INV-0003").document.customer_id
    assert recent_lateness([customer], desk.clock.today) == {customer: (-30,)}
    assert book_lateness(desk.clock.today) == [-30]


def test_the_money_that_a_cancellation_set_free_stays_told(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 12_000)
    desk.cancelling.cancel("INV-0001", "never")
    assert [(one.kind, one.amount) for one in desk.detail("INV-0001").settled] == [
        (EntryKind.RECEIPT, gbp(12_000)),
        (EntryKind.RECEIPT, gbp(-12_000)),
        (EntryKind.CANCELLATION, gbp(12_000)),
    ]


def test_a_discount_put_back_after_a_bounce_still_stands(desk: Desk) -> None:
    desk.issue()
    payments = Payments(desk.gateway, desk.clock)
    receipt = payments.record(paid_early(TODAY)).id
    desk.clock.today = TODAY + timedelta(days=1)
    payments.bounce(receipt, desk.clock.today)
    payments.record(replace(paid_early(desk.clock.today), reference="again"))
    assert refused(desk) == "settled"
