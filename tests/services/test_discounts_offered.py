"""What a discount comes to: once for a paper, on what is due by its terms and was not credited."""

from datetime import date
from decimal import Decimal

import pytest

from creditmate.db.customers import terms_id
from creditmate.domain.due_rules import Net
from creditmate.domain.errors import UserError
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import Discount, PaymentTerms
from creditmate.domain.receipts import Extra, Method, NewPayment, Part, Share
from creditmate.services.allocating import Allocating, MoneyWanted
from creditmate.services.payments import Payments
from creditmate.services.stored_terms import stored
from tests.builders import a_credit_note, allocate, an_invoice
from tests.services.invoice_desk import TODAY, Desk

TERMS = PaymentTerms(Net(30), Discount(Decimal(2), 10))
HELD = Retention(date(2027, 6, 1), percent=Decimal(10))


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def offers(desk: Desk) -> list[int]:
    """What may be taken off each open item, in their order."""
    wanted = MoneyWanted("ACME", gbp(1), TODAY)
    items = Allocating(desk.gateway, desk.clock).propose(wanted).items
    return [0 if row.item.discount is None else row.item.discount.minor for row in items]


def pay_less(desk: Desk, entry: int, minor: int, off: int) -> None:
    part, extra = Part(entry, gbp(minor)), Extra(EntryKind.DISCOUNT, entry, gbp(off))
    share = Share("ACME", gbp(minor), (part,), (extra,))
    payment = NewPayment(TODAY, Method.TRANSFER, (share,))
    Payments(desk.gateway, desk.clock).record(payment)


def test_what_is_held_back_earns_no_discount_before_or_after_the_rest_is_paid(desk: Desk) -> None:
    desk.issue(terms=TERMS, retention=HELD)  # 108.00 and 12.00
    assert offers(desk) == [216, 0]
    with pytest.raises(UserError, match="discount-not-offered"):
        pay_less(desk, 2, 984, 216)
    pay_less(desk, 1, 10_584, 216)
    assert offers(desk) == [0]
    with pytest.raises(UserError, match="discount-not-offered"):
        pay_less(desk, 2, 984, 216)


def test_of_what_was_credited_nothing_comes_off(desk: Desk) -> None:
    desk.issue(terms=TERMS)  # 120.00 less 2.40
    desk.credit("INV-0001", amount=gbp(6000))
    assert offers(desk) == [120]
    with pytest.raises(UserError, match="discount-not-offered"):
        pay_less(desk, 1, 5760, 240)
    pay_less(desk, 1, 5880, 120)
    assert offers(desk) == []


def test_another_programs_credit_note_lessens_what_its_terms_offer(desk: Desk) -> None:
    with desk.gateway.write("import") as writing:
        entry = an_invoice(writing, 1, "A-77", TODAY, 10_000)
        terms = terms_id(writing, *stored(TERMS))
    desk.set_customer("ACME", payment_terms_id=terms)
    assert offers(desk) == [200]
    with desk.gateway.write("import") as writing:
        note = a_credit_note(writing, 1, "G-1", TODAY, 2500)
        allocate(writing, note, entry, 2500)
    assert offers(desk) == [150]
