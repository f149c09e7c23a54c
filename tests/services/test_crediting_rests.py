"""What is left of an invoice after a credit note: of its lines, of each rate, of its work."""

from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.invoice_refusals import InvoiceWhy
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import CreditedLine, NewCredit
from creditmate.services.work import NewWork
from tests.services.invoice_desk import TODAY, Desk, a_line


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def refusal(desk: Desk, *lines: CreditedLine) -> tuple[object, ...]:
    with pytest.raises(UserError) as refused:
        desk.credit("INV-0001", *lines)
    facts = refused.value.facts
    return facts["why"], facts.get("line"), facts.get("left")


# ---------------------------------------------------------------- rates
def taxes_of(desk: Desk, *numbers: str) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for number in numbers:
        for row in desk.detail(number).taxes:
            net, tax = found.get(row.tax.code, (0, 0))
            found[row.tax.code] = (net + row.net.minor, tax + row.amount.minor)
    return found


def test_the_rest_of_an_invoice_takes_back_what_was_taken_away_at_another_rate(desk: Desk) -> None:
    desk.issue(a_line(tax="S"), a_line("Returned", "-1", "20", tax="Z"))  # 120.00 less 20.00
    desk.credit("INV-0001", amount=gbp(1000))
    desk.credit("INV-0001")
    assert taxes_of(desk, "CN-0001", "CN-0002") == taxes_of(desk, "INV-0001")
    assert desk.detail("CN-0002").row.gross == gbp(-9000)
    assert desk.detail("INV-0001").row.state is InvoiceState.CREDITED


def test_an_amount_of_all_that_is_left_is_the_rest(desk: Desk) -> None:
    desk.issue(a_line(tax="S"), a_line("Returned", "-1", "20", tax="Z"))
    desk.credit("INV-0001", amount=gbp(10_000))
    assert taxes_of(desk, "CN-0001") == taxes_of(desk, "INV-0001")


# ---------------------------------------------------------------- lines
def test_no_line_is_credited_twice(desk: Desk) -> None:
    desk.issue(a_line("Oak", "2", "50"), a_line("Ash", "1", "100"))
    desk.credit("INV-0001", CreditedLine(1))
    assert refusal(desk, CreditedLine(1)) == (InvoiceWhy.LINE_LEFT, 1, "0")
    desk.credit("INV-0001", CreditedLine(2))
    assert desk.detail("INV-0001").left_to_credit == gbp(0)


def test_of_a_line_credited_in_part_the_rest_is_left(desk: Desk) -> None:
    desk.issue(a_line("Oak", "4", "25"), a_line("Ash", "-3", "10", "Z"))
    desk.credit("INV-0001", CreditedLine(1, Decimal("1.5")))
    wanted = CreditedLine(1, Decimal(3))
    assert refusal(desk, wanted) == (InvoiceWhy.LINE_LEFT, 1, "2.5")
    desk.credit("INV-0001", CreditedLine(1, Decimal("0.5")), CreditedLine(2, Decimal(-1)))
    assert refusal(desk, CreditedLine(2, Decimal(-3)))[0] == InvoiceWhy.LINE_LEFT
    assert refusal(desk, CreditedLine(2, Decimal(1)))[0] == InvoiceWhy.BAD_QUANTITY
    assert refusal(desk, CreditedLine(1)) == (InvoiceWhy.MORE_THAN_LEFT, None, gbp(4000))
    desk.credit("INV-0001", CreditedLine(1), CreditedLine(2))
    assert [line.quantity for line in desk.detail("CN-0003").lines] == [Decimal(2), Decimal(-2)]


def test_all_of_an_invoice_counts_as_all_of_its_lines(desk: Desk) -> None:
    desk.issue(a_line("Oak", "2", "50"), a_line("Ash", "1", "100"))
    desk.credit("INV-0001")
    assert execute("SELECT credits_place FROM line WHERE document_id = 2").fetchall() == [
        (1,),
        (2,),
    ]
    desk.issue()
    desk.credit("INV-0002", amount=gbp(100))
    assert execute("SELECT credits_place FROM line WHERE document_id = 4").fetchall() == [(None,)]


def test_the_same_line_worked_out_twice_at_once_is_credited_once(desk: Desk) -> None:
    desk.issue(a_line("Oak", "1", "10"), a_line("Ash", "1", "100"))
    new = NewCredit("INV-0001", TODAY, "x", (CreditedLine(1),))
    plans = [desk.invoicing.plan_credit(new) for _ in range(2)]
    desk.issuing.issue(plans[0])
    with pytest.raises(UserError, match="changed-meanwhile"):
        desk.issuing.issue(plans[1])


# ---------------------------------------------------------------- work
def test_work_waits_again_once_its_invoice_is_credited_in_full(desk: Desk) -> None:
    desk.work.add("ACME", NewWork(TODAY, "Sanding", Decimal(2), Decimal(40)))
    issued = desk.issuing.issue(desk.invoicing.plan(desk.work.invoice_of("ACME", [])))
    number = issued.issued.number
    part = desk.credit(number, amount=gbp(1000))
    assert (part.issued.work, desk.work.waiting(TODAY)) == (0, [])
    assert not part.issued.touched & Touched.WORK
    rest = desk.credit(number)
    assert rest.issued.work == 1
    assert rest.issued.touched & Touched.WORK
    assert [row.description for row in desk.work.waiting(TODAY)] == ["Sanding"]
    again = desk.issuing.issue(desk.invoicing.plan(desk.work.invoice_of("ACME", [])))
    assert desk.detail(again.issued.number).row.open == gbp(9600)
