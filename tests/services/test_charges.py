"""Charge notes: interest and fixed sums as charges of their own, paid in the order that is set."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.documents.read_back import page_texts
from creditmate.domain.due_rules import Net
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_list import InvoiceNarrow, InvoicesWanted
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.invoice_refusals import FIELDS, InvoiceWhy
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.domain.payment_terms import Discount, PaymentTerms
from creditmate.domain.receipts import Method, NewPayment
from creditmate.domain.settings import AllocationOrder, Settings
from creditmate.domain.taxes import TaxKind
from creditmate.i18n.problems import problem_words
from creditmate.services.allocating import Allocating, MoneyWanted
from creditmate.services.invoice_issue import DeliverableDocument
from creditmate.services.payments import Payments
from creditmate.services.settings import BusinessSettings
from creditmate.services.statement_run import StatementRun
from creditmate.services.statements import Statements
from creditmate.services.taxes import TaxEntry, Taxes
from tests.services.invoice_desk import TODAY, Desk, a_line

SUM = NewLine("Fixed sum for late payment", Decimal(1), Decimal(40))
EARLIER = TODAY - timedelta(days=60)


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def charged(desk: Desk, **more: object) -> NewInvoice:
    return desk.new(SUM, **{"kind": DocumentKind.CHARGE_NOTE, **more})


def charge(desk: Desk, **more: object) -> DeliverableDocument:
    return desk.issuing.issue(desk.invoicing.plan(charged(desk, **more)))


def refusal(desk: Desk, new: NewInvoice) -> UserError:
    with pytest.raises(UserError) as refused:
        desk.invoicing.plan(new)
    assert "{" not in problem_words(refused.value, "en_GB", "en_GB")
    return refused.value


# ---------------------------------------------------------------- issued
def test_a_charge_is_an_entry_of_its_own_with_number_and_paper(desk: Desk) -> None:
    desk.issue(day=EARLIER)
    done = charge(desk, belongs_to="inv-0001")
    assert done.issued.number == "CH-0001"
    rows = execute(
        "SELECT kind, day, due_day, amount_minor, open_minor FROM entry WHERE document_id = ?",
        (done.issued.document_id,),
    ).fetchall()
    assert rows == [("charge", TODAY.isoformat(), TODAY.isoformat(), 4000, 4000)]
    found = desk.detail("CH-0001")
    assert (found.row.kind, found.row.gross, found.row.open) == (
        DocumentKind.CHARGE_NOTE, gbp(4000), gbp(4000),
    )  # fmt: skip
    assert found.belongs_to is not None
    assert found.belongs_to.number == "INV-0001"
    assert [note.number for note in desk.detail("INV-0001").charges] == ["CH-0001"]
    assert desk.detail("INV-0001", TODAY - timedelta(days=1)).charges == ()
    (total,) = execute("SELECT total_minor FROM paper WHERE kind = 'charge_note'").fetchone()
    assert total == 4000
    assert desk.invoicing.stored_number("CH-0001").pdf == done.pdf


def test_the_paper_says_what_it_is_and_for_which_invoice(desk: Desk) -> None:
    desk.issue(day=EARLIER)
    text = " ".join(page_texts(charge(desk, belongs_to="INV-0001").pdf)[0].split())
    for words in (
        "Charge note CH-0001", "For invoice INV-0001, 24 September 2026", "£40.00",
        "Fixed sum for late payment", "This note is for the charge alone",
    ):  # fmt: skip
        assert words in text
    for words in ("VAT at", "VAT invoice", "Thank you", "goods", "Your order", "Supplied"):
        assert words not in text
    alone = " ".join(page_texts(charge(desk).pdf)[0].split())
    assert "For invoice" not in alone


def test_it_is_due_on_receipt_without_tax_discount_or_order_number(desk: Desk) -> None:
    desk.set_customer("ACME", order_required=1)
    plan = desk.invoicing.plan(charged(desk))
    assert plan.schedule is not None
    assert (plan.schedule.first.day, plan.schedule.discount) == (TODAY, None)
    assert [row.tax.kind for row in plan.totals.taxes] == [TaxKind.OUTSIDE]
    assert plan.notices == (Notice.NO_ADVICE,)
    agreed = PaymentTerms(Net(14), Discount(Decimal(2), 10))
    later = desk.invoicing.plan(charged(desk, terms=agreed)).schedule
    assert later is not None
    assert (later.first.day, later.discount) == (TODAY + timedelta(days=14), None)
    extra_time = desk.new(a_line(tax="S"), kind=DocumentKind.CHARGE_NOTE)
    assert desk.invoicing.plan(extra_time).totals.tax == gbp(2000)


def test_without_a_code_outside_the_tax_the_usual_one_counts(desk: Desk) -> None:
    taxes = Taxes(desk.gateway)
    for row in taxes.table():
        if row.rate.kind is TaxKind.OUTSIDE:
            rate = row.rate
            entry = TaxEntry(rate.code, rate.name, rate.kind, date(2027, 1, 1), rate.rate)
            taxes.change(row, entry)
    assert desk.invoicing.plan(charged(desk)).totals.tax == gbp(800)


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"kind": DocumentKind.INVOICE, "belongs_to": "INV-0001"}, "belongs_to",
         InvoiceWhy.ONLY_CHARGE),
        ({"retention": Retention(TODAY, amount=gbp(100))}, "retention", InvoiceWhy.NOT_ON_CHARGE),
        ({"labour": gbp(100)}, "labour", InvoiceWhy.NOT_ON_CHARGE),
        ({"code": "EURO", "belongs_to": "INV-0001"}, "belongs_to", InvoiceWhy.OTHER_CUSTOMER),
        ({"day": EARLIER - timedelta(days=1), "belongs_to": "INV-0001"}, "day",
         InvoiceWhy.CHARGE_BEFORE),
    ],
)  # fmt: skip
def test_what_a_charge_note_may_not_be(
    desk: Desk, change: dict[str, object], field: str, why: InvoiceWhy
) -> None:
    desk.issue(day=EARLIER)
    facts = refusal(desk, charged(desk, **change)).facts
    assert (facts["field"], facts["why"]) == (field, why)
    assert field in FIELDS


def test_the_invoice_has_to_be_there_and_to_stand(desk: Desk) -> None:
    desk.issue(day=EARLIER)
    charge(desk)
    unknown = refusal(desk, charged(desk, belongs_to="INV-9"))
    assert unknown.problem is Problem.UNKNOWN_DOCUMENT
    other = refusal(desk, charged(desk, belongs_to="CH-0001"))
    assert (other.problem, other.facts["why"]) == (Problem.DOCUMENT_STANDS, "charge_note")
    plan = desk.invoicing.plan(charged(desk, belongs_to="INV-0001"))
    desk.cancelling.cancel("INV-0001", "twice")
    gone = refusal(desk, charged(desk, belongs_to="INV-0001"))
    assert (gone.problem, gone.facts["why"]) == (Problem.DOCUMENT_STANDS, "cancelled")
    with pytest.raises(UserError) as refused:
        desk.issuing.issue(plan)
    assert refused.value.problem is Problem.CHANGED_MEANWHILE


# ---------------------------------------------------------------- taken away
def test_a_waived_charge_is_a_waiver_and_can_be_taken_back(desk: Desk) -> None:
    desk.issue()
    charge(desk, belongs_to="INV-0001")
    with pytest.raises(UserError, match="invoice-field"):
        desk.write_offs.write_off_number("CH-0001", " ")
    done = desk.write_offs.write_off_number("CH-0001", "goodwill")
    assert (done.count, done.waived, done.amount) == (1, 1, gbp(4000))
    found = desk.detail("CH-0001")
    assert (found.row.state, found.row.open.minor) == (InvoiceState.WRITTEN_OFF, 0)
    assert [one.kind for one in found.settled] == [EntryKind.WAIVER]
    assert desk.detail("INV-0001").row.open == gbp(12_000)
    desk.write_offs.undo(done.done.action)
    assert desk.detail("CH-0001").row.state is InvoiceState.ISSUED
    with pytest.raises(UserError, match="write-off-stands"):
        desk.write_offs.undo(done.done.action)


def test_one_action_writes_off_and_waives_and_is_taken_back_whole(desk: Desk) -> None:
    both = [desk.issue().issued.document_id, charge(desk).issued.document_id]
    done = desk.write_offs.write_off(both, "gone")
    assert (done.count, done.waived, done.amount) == (2, 1, gbp(16_000))
    desk.write_offs.undo(done.done.action)
    assert execute("SELECT sum(open_minor) FROM entry").fetchone() == (16_000,)


def test_a_charge_is_no_small_balance(desk: Desk) -> None:
    charge(desk)
    assert desk.write_offs.preview(gbp(100_000), TODAY + timedelta(days=90)) == []


def test_a_charge_is_cancelled_or_credited_like_an_invoice(desk: Desk) -> None:
    charge(desk)
    charge(desk)
    done = desk.cancelling.cancel("CH-0001", "agreed otherwise")
    assert (done.kind, done.amount) == (DocumentKind.CHARGE_NOTE, gbp(4000))
    assert desk.detail("CH-0001").row.state is InvoiceState.CANCELLED
    note = desk.credit("CH-0002", amount=gbp(1500))
    text = " ".join(page_texts(note.pdf)[0].split())
    assert "For charge note CH-0002" in text
    assert "set against the charge above" in text
    found = desk.detail("CH-0002")
    assert (found.row.open, found.left_to_credit) == (gbp(2500), gbp(2500))


# ---------------------------------------------------------------- paid and listed
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (AllocationOrder.PRINCIPAL_FIRST, [3000, 4000]),
        (AllocationOrder.COSTS_FIRST, [7000, 0]),
    ],
)
def test_a_part_payment_takes_principal_or_costs_first(
    desk: Desk, order: AllocationOrder, expected: list[int]
) -> None:
    BusinessSettings(desk.gateway).save(Settings(allocation_order=order), 0)
    desk.issue(day=EARLIER)
    charge(desk, belongs_to="INV-0001")
    wanted = MoneyWanted("ACME", gbp(9000), TODAY)
    found = Allocating(desk.gateway, desk.clock).propose(wanted)
    Payments(desk.gateway, desk.clock).record(NewPayment(TODAY, Method.TRANSFER, found.shares))
    left = [desk.detail(number).row.open.minor for number in ("INV-0001", "CH-0001")]
    assert left == expected


def test_lists_show_a_charge_among_what_is_owed(desk: Desk) -> None:
    charge(desk, day=EARLIER)
    for narrow in (InvoiceNarrow.ALL, InvoiceNarrow.OPEN, InvoiceNarrow.OVERDUE):
        (row,) = desk.lists.listing(InvoicesWanted(narrow), TODAY).head
        assert (row.number, row.kind, row.days_late) == ("CH-0001", DocumentKind.CHARGE_NOTE, 60)
    desk.write_offs.write_off_number("CH-0001", "goodwill")
    listing = desk.lists.listing(InvoicesWanted(InvoiceNarrow.WRITTEN_OFF), TODAY)
    assert [row.number for row in listing.head] == ["CH-0001"]


def test_the_statement_lists_it_as_a_charge(desk: Desk) -> None:
    desk.issue(day=EARLIER)
    charge(desk, belongs_to="INV-0001")
    run = StatementRun(Statements(desk.gateway), lambda work: work())
    (issued,) = run.run(TODAY, ["ACME"], lambda issued: None).issued
    text = " ".join(page_texts(issued.pdf)[0].split())
    assert "Charge CH-0001" in text
    assert "Invoice INV-0001" in text
    assert "160.00" in text
