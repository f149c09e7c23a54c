"""Credit notes, cancelling and writing off: what each takes, and what is refused."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.documents.read_back import page_texts
from creditmate.domain.due_rules import Instalment, Instalments
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.invoice_warnings import LeaveOut
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import CreditedLine, NewCredit
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import Prices
from tests.builders import a_receipt, an_invoice
from tests.services.invoice_desk import TODAY, Desk, a_line

LATER = date(2027, 2, 1)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def why(desk: Desk, **credit: object) -> object:
    with pytest.raises(UserError) as refused:
        desk.credit("INV-0001", **credit)  # type: ignore[arg-type]
    return refused.value.facts["why"]


# ---------------------------------------------------------------- credit notes
def test_all_of_an_invoice_is_credited_line_by_line(desk: Desk) -> None:
    desk.issue(a_line(quantity="3", price="0.33"), a_line(price="10", tax="Z", discount=Decimal(5)))
    note = desk.credit("INV-0001")
    assert note.issued.number == "CN-0001"
    found = desk.detail("INV-0001")
    assert (found.row.state, found.row.open.minor, found.left_to_credit.minor) == (
        InvoiceState.CREDITED, 0, 0,
    )  # fmt: skip
    credit = desk.detail("CN-0001")
    assert [line.amount for line in credit.lines] == [line.amount for line in found.lines]
    assert [row.amount for row in credit.taxes] == [row.amount for row in found.taxes]
    assert credit.credits is not None
    assert (credit.credits.number, credit.row.gross) == ("INV-0001", -found.row.gross)
    assert credit.row.kind is DocumentKind.CREDIT_NOTE


def test_some_lines_then_an_amount_then_the_rest(desk: Desk) -> None:
    desk.issue(a_line(quantity="4", price="10"), a_line(price="50", tax="Z"))  # 48.00 and 50.00
    desk.credit("INV-0001", CreditedLine(1, Decimal(1)))
    assert desk.detail("INV-0001").left_to_credit == gbp(8600)
    desk.credit("INV-0001", amount=gbp(1000))
    desk.credit("INV-0001")
    notes = desk.detail("INV-0001").credit_notes
    assert [note.gross.minor for note in notes] == [1200, 1000, 7600]
    assert why(desk) == InvoiceWhy.NOTHING_LEFT
    assert desk.detail("INV-0001").row.state is InvoiceState.CREDITED


def test_the_rest_takes_the_last_penny_of_each_rate(desk: Desk) -> None:
    desk.issue(*[a_line(price="0.33")] * 3, prices=Prices.GROSS)  # 0.82 and 0.17
    desk.credit("INV-0001", amount=gbp(33))
    desk.credit("INV-0001", amount=gbp(33))
    desk.credit("INV-0001")
    notes = [desk.detail(f"CN-000{number}") for number in (1, 2, 3)]
    assert sum(note.taxes[0].net.minor for note in notes) == 82
    assert sum(note.taxes[0].amount.minor for note in notes) == 17


def test_a_credit_note_pays_the_parts_in_their_order(desk: Desk) -> None:
    terms = PaymentTerms(Instalments((Instalment(30), Instalment(60))))
    desk.issue(terms=terms)
    desk.credit("INV-0001", amount=gbp(7000))
    assert [part.open.minor for part in desk.detail("INV-0001").parts] == [0, 5000]


def test_what_was_paid_already_is_the_customers_to_use(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 9000)
    note = desk.credit("INV-0001", amount=gbp(5000))
    assert note.issued.left == gbp(2000)
    assert desk.detail("CN-0001").row.open == gbp(-2000)
    assert desk.detail("INV-0001").row.state is InvoiceState.PAID


def test_what_a_credit_note_may_not_be(desk: Desk) -> None:
    desk.issue(a_line(quantity="2"))
    assert why(desk, because=" ") == InvoiceWhy.NO_REASON
    assert why(desk, because="x" * 301) == InvoiceWhy.TOO_LONG
    assert why(desk, amount=gbp(24_001)) == InvoiceWhy.MORE_THAN_LEFT
    assert why(desk, amount=gbp(0)) == InvoiceWhy.ABOVE_NOTHING
    assert why(desk, amount=gbp(-500)) == InvoiceWhy.ABOVE_NOTHING
    assert why(desk, amount=Money(1, "EUR")) == InvoiceWhy.OTHER_CURRENCY
    assert why(desk, day=TODAY - timedelta(days=1)) == InvoiceWhy.BEFORE_INVOICE
    assert why(desk, day=TODAY + timedelta(days=1)) == InvoiceWhy.DAY_AHEAD
    assert why(desk, lines=(CreditedLine(2),)) == InvoiceWhy.UNKNOWN_LINE
    assert why(desk, lines=(CreditedLine(1, Decimal(3)),)) == InvoiceWhy.BAD_QUANTITY
    assert why(desk, lines=(CreditedLine(1, Decimal(0)),)) == InvoiceWhy.BAD_QUANTITY
    desk.credit("INV-0001", amount=gbp(12_001))
    assert why(desk, lines=(CreditedLine(1, Decimal(1)),)) == InvoiceWhy.MORE_THAN_LEFT


def test_what_a_line_took_away_is_credited_with_it(desk: Desk) -> None:
    desk.issue(a_line(quantity="2"), a_line("Returned", "-1", "20", tax="Z"))
    desk.credit("INV-0001", CreditedLine(1), CreditedLine(2))
    assert desk.detail("INV-0001").left_to_credit == gbp(0)


def test_two_credit_notes_worked_out_at_once_are_never_both_issued(desk: Desk) -> None:
    desk.issue()
    plans = [desk.invoicing.plan_credit(NewCredit("INV-0001", TODAY, "x")) for _ in range(2)]
    desk.issuing.issue(plans[0])
    with pytest.raises(UserError, match="changed-meanwhile"):
        desk.issuing.issue(plans[1])


def test_an_invoice_of_which_no_lines_are_known_is_credited_by_amount(desk: Desk) -> None:
    with desk.gateway.write("import") as writing:
        an_invoice(writing, 1, "A-77", TODAY, 12_000)
    new = NewCredit("A-77", TODAY, "agreed", amount=gbp(6000))
    plan = desk.invoicing.plan_credit(new)
    assert (plan.totals.net, plan.totals.tax) == (gbp(5000), gbp(1000))
    desk.issuing.issue(plan)
    with pytest.raises(UserError) as refused:
        desk.invoicing.plan_credit(NewCredit("A-77", TODAY, "x", (CreditedLine(1),)))
    assert refused.value.facts["why"] == InvoiceWhy.LINES_UNKNOWN
    desk.issuing.issue(desk.invoicing.plan_credit(NewCredit("A-77", TODAY, "rest")))
    assert desk.detail("A-77").row.state is InvoiceState.CREDITED


# ---------------------------------------------------------------- cancelling
def test_a_cancelled_invoice_stands_before_its_day(desk: Desk) -> None:
    desk.issue()
    desk.clock.today = date(2026, 12, 1)
    done = desk.cancelling.cancel("INV-0001", "wrong customer")
    assert (done.amount, done.released, done.work) == (gbp(12_000), gbp(0), 0)
    assert desk.detail("INV-0001").row.state is InvoiceState.CANCELLED
    before = desk.detail("INV-0001", date(2026, 11, 30))
    assert (before.row.state, before.cancelled_day) == (InvoiceState.ISSUED, None)
    after = desk.detail("INV-0001")
    assert (after.cancelled_day, after.cancelled_because) == (date(2026, 12, 1), "wrong customer")
    assert desk.issue().issued.number == "INV-0002"


def test_the_copy_of_a_cancelled_invoice_says_so_on_every_page(desk: Desk) -> None:
    done = desk.issue(*[a_line()] * 60)
    desk.cancelling.cancel("INV-0001", "twice")
    stored = desk.invoicing.stored_number("INV-0001")
    assert stored.pdf == done.pdf
    pages = page_texts(stored.copy())
    assert len(pages) > 1
    assert all("Cancelled on 23 November 2026" in text.replace("\u00a0", " ") for text in pages)


def test_money_on_a_cancelled_invoice_is_free_again_from_that_day(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 5000)
    desk.clock.today = date(2026, 12, 1)
    done = desk.cancelling.cancel("INV-0001", "twice")
    assert done.released == gbp(5000)
    assert desk.detail("INV-0001").row.state is InvoiceState.CANCELLED
    assert desk.detail("INV-0001", date(2026, 11, 30)).row.open == gbp(7000)
    (left,) = execute("SELECT open_minor FROM entry WHERE kind = 'receipt'").fetchone()
    assert left == -5000


@pytest.mark.parametrize("before", ["cancelled", "credited", "settled", "imported", "later"])
def test_what_may_not_be_cancelled(desk: Desk, before: str) -> None:
    desk.issue()
    number = "INV-0001"
    if before == "cancelled":
        desk.cancelling.cancel(number, "x")
    elif before == "credited":
        desk.credit(number, amount=gbp(1))
    elif before == "settled":
        desk.write_offs.write_off_number(number, "x")
    elif before == "imported":
        number = "A-77"
        with desk.gateway.write("import") as writing:
            an_invoice(writing, 1, number, TODAY, 12_000)
    else:
        desk.clock.today = TODAY - timedelta(days=1)
    with pytest.raises(UserError) as refused:
        desk.cancelling.cancel(number, "x")
    assert refused.value.problem is Problem.DOCUMENT_STANDS
    assert refused.value.facts["why"] == before


def test_cancelling_wants_a_reason(desk: Desk) -> None:
    desk.issue()
    with pytest.raises(UserError) as refused:
        desk.cancelling.cancel("INV-0001", "  ")
    assert refused.value.facts["why"] == InvoiceWhy.NO_REASON
    with pytest.raises(UserError) as refused:
        desk.write_offs.write_off_number("INV-0001", "")
    assert refused.value.facts["why"] == InvoiceWhy.NO_REASON


def test_a_cancelled_invoice_is_not_credited(desk: Desk) -> None:
    desk.issue()
    desk.cancelling.cancel("INV-0001", "x")
    with pytest.raises(UserError, match="document-stands"):
        desk.credit("INV-0001")


# ---------------------------------------------------------------- writing off
def test_writing_off_and_taking_it_back(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 11_990)
    desk.clock.today = LATER
    done = desk.write_offs.write_off_number("INV-0001", "bank charges")
    assert (done.count, done.amount) == (1, gbp(10))
    assert desk.detail("INV-0001").row.state is InvoiceState.WRITTEN_OFF
    reason = execute("SELECT reason FROM action WHERE id = ?", (done.done.action,)).fetchone()
    assert reason == ("bank charges",)
    desk.write_offs.undo(done.done.action)
    found = desk.detail("INV-0001")
    assert (found.row.state, found.row.open) == (InvoiceState.PART_PAID, gbp(10))
    with pytest.raises(UserError, match="write-off-stands"):
        desk.write_offs.undo(done.done.action)
    undone = execute("SELECT undoes_id FROM action ORDER BY id DESC LIMIT 1").fetchone()
    assert undone == (done.done.action,)


def test_nothing_open_is_nothing_to_write_off(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 12_000)
    for documents in ([1], []):
        with pytest.raises(UserError, match="document-stands"):
            desk.write_offs.write_off(documents, "x")


def test_small_balances_are_chosen_with_care(desk: Desk) -> None:
    for price in ("0.30", "0.40", "0.50", "9"):
        desk.issue(a_line(price=price, tax="Z"))
    desk.clock.today = LATER
    assert [line.number for line in desk.write_offs.preview(gbp(40), LATER)] == [
        "INV-0001", "INV-0002",
    ]  # fmt: skip
    assert desk.write_offs.preview(gbp(40), date(2026, 12, 23)) == []  # due on the day is not due
    assert desk.write_offs.preview(Money(40, "EUR"), LATER) == []
    lines = desk.write_offs.preview(gbp(50), LATER)
    done = desk.write_offs.write_off([line.document_id for line in lines], "small")
    assert (done.count, done.amount) == (3, gbp(120))
    desk.write_offs.undo(done.done.action)
    assert len(desk.write_offs.preview(gbp(50), LATER)) == 3


def test_unmatched_money_is_a_reason_not_to_write_off(desk: Desk) -> None:
    desk.issue(a_line(price="0.30", tax="Z"))
    with desk.gateway.write("pay") as writing:
        a_receipt(writing, 1, TODAY, 30)
    (line,) = desk.write_offs.preview(gbp(50), LATER)
    assert line.reason is LeaveOut.MONEY_TO_MATCH
