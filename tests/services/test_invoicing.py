"""Issuing invoices: what is refused, what is written, and that it is frozen."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from creditmate.db.connection import execute
from creditmate.db.models import Document, TaxRate
from creditmate.documents.invoice import draw_and_check
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.papers import CheckedPaper
from creditmate.documents.read_back import page_texts
from creditmate.domain.due_rules import Instalment, Instalments, Net
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.invoice_refusals import FIELDS, InvoiceWhy
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewInvoice, NewLine
from creditmate.domain.payment_terms import Discount, PaymentTerms
from creditmate.domain.settings import Prices, Rounding
from creditmate.i18n.problems import problem_words
from creditmate.services.invoice_issue import InvoiceIssue
from tests.services.invoice_desk import TODAY, Desk, a_line


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def test_an_invoice_is_written_whole_in_one_action(desk: Desk) -> None:
    before = execute("SELECT max(id) FROM action").fetchone()[0]
    done = desk.issue(a_line("Oak", "3", "19.99"), a_line("Fit", "2.5", "40", unit="h"))
    assert (done.issued.number, done.paper.totals.gross) == ("INV-0001", gbp(19_196))
    actions = execute("SELECT id, use_case FROM action WHERE id > ?", (before,)).fetchall()
    assert [use_case for _, use_case in actions] == ["issue-invoice"]
    for table in ("document", "own_document", "line", "document_tax", "document_paper", "entry"):
        rows = execute(f"SELECT DISTINCT action_id FROM {table}").fetchall()
        assert rows == [(actions[0][0],)]
    found = desk.detail("inv-0001")
    assert found.row.state is InvoiceState.ISSUED
    assert [part.due_day for part in found.parts] == [date(2026, 12, 23)]
    assert [(line.description, line.amount.minor) for line in found.lines] == [
        ("Oak", 5997), ("Fit", 10_000),
    ]  # fmt: skip
    assert [(row.tax.rate, row.net.minor, row.amount.minor) for row in found.taxes] == [
        (Decimal(20), 15_997, 3199)
    ]


def test_a_copy_is_the_stored_bytes(desk: Desk) -> None:
    done = desk.issue()
    stored = desk.invoicing.stored(done.issued.document_id)
    assert stored.pdf == done.pdf == stored.copy()
    assert draw_and_check(done.paper).drawn.pdf == done.pdf
    assert desk.invoicing.stored_number("INV-0001") == stored


def test_numbers_follow_one_another_without_a_gap(desk: Desk) -> None:
    assert [desk.issue().issued.number for _ in range(3)] == ["INV-0001", "INV-0002", "INV-0003"]


def test_a_number_taken_meanwhile_is_drawn_again(desk: Desk) -> None:
    plan = desk.invoicing.plan(desk.new())
    drawn: list[str] = []

    def draw(paper: InvoicePaper) -> CheckedPaper:
        if not drawn:
            desk.issue()
        drawn.append(paper.number)
        return draw_and_check(paper)

    done = InvoiceIssue(desk.invoicing, lambda work: work(), draw).issue(plan)
    assert drawn == ["INV-0001", "INV-0002"]
    assert done.issued.number == "INV-0002"
    assert "INV-0002" in page_texts(done.pdf)[0]


def test_a_number_from_before_the_series_is_never_given_twice(desk: Desk) -> None:
    with desk.gateway.write("before") as writing:
        writing.add(
            Document, customer_id=1, kind="credit_note", origin="own", state="issued",
            source="own", number="cn-0001", number_key="cn-0001", revision=1, day=TODAY,
            order_number="", payment_terms_id=None, currency="GBP", net_minor=0, tax_minor=0,
            gross_minor=0, import_batch_id=None, source_row=None,
        )  # fmt: skip
    desk.issue()
    with pytest.raises(UserError) as refused:
        desk.credit("INV-0001")
    assert (refused.value.problem, refused.value.facts["number"]) == (
        Problem.NUMBER_TAKEN, "CN-0001",
    )  # fmt: skip


def test_parts_and_retention_are_entries_of_their_own(desk: Desk) -> None:
    terms = PaymentTerms(Instalments((Instalment(30), Instalment(60))))
    held = Retention(date(2027, 11, 23), percent=Decimal(5))
    desk.issue(terms=terms, retention=held, labour=gbp(5000))
    found = desk.detail("INV-0001")
    assert [(part.due_day, part.amount.minor, part.retained) for part in found.parts] == [
        (date(2026, 12, 23), 5700, False),
        (date(2027, 1, 22), 5700, False),
        (date(2027, 11, 23), 600, True),
    ]
    assert found.own is not None
    assert (found.own.retention, found.own.labour) == (gbp(600), gbp(5000))


def test_the_discount_offered_is_kept_with_the_document(desk: Desk) -> None:
    desk.issue(terms=PaymentTerms(Net(30), Discount(Decimal(2), 10)))
    own = desk.detail("INV-0001").own
    assert own is not None
    assert (own.discount_day, own.discount) == (date(2026, 12, 3), gbp(240))


def test_prices_with_tax_and_rounding_by_line(desk: Desk) -> None:
    desk.issue(a_line(price="119.99"), prices=Prices.GROSS, rounding=Rounding.LINE)
    found = desk.detail("INV-0001")
    assert (found.document.net, found.document.tax, found.document.gross) == (
        gbp(9999), gbp(2000), gbp(11_999),
    )  # fmt: skip


def test_the_rate_is_that_of_the_day_of_supply(desk: Desk) -> None:
    with desk.gateway.write("rate") as writing:
        writing.add(TaxRate, code="S", name="VAT", kind="standard",
                    from_day=date(2026, 11, 20), rate="22", source="test")  # fmt: skip
    assert desk.invoicing.plan(desk.new()).totals.tax == gbp(2200)
    older = desk.invoicing.plan(desk.new(supply_day=date(2026, 11, 19)))
    assert older.totals.tax == gbp(2000)


def test_a_code_is_known_in_upper_and_lower_case(desk: Desk) -> None:
    plan = desk.invoicing.plan(desk.new(a_line(tax="z"), a_line(tax="rc"), a_line(tax="R")))
    assert plan.totals.tax == gbp(500)
    assert Notice.NO_TAX_NUMBER_OF_THEIRS in plan.notices


LINE = a_line()


@pytest.mark.parametrize(
    ("change", "field", "why"),
    [
        ({"lines": ()}, "lines", InvoiceWhy.NO_LINES),
        ({"lines": (LINE,) * 501}, "lines", InvoiceWhy.TOO_MANY_LINES),
        ({"lines": (LINE, replace(LINE, description=" "))}, "description",
         InvoiceWhy.NO_DESCRIPTION),
        ({"lines": (replace(LINE, description="x" * 601),)}, "description", InvoiceWhy.TOO_LONG),
        ({"lines": (replace(LINE, unit="x" * 13),)}, "unit", InvoiceWhy.TOO_LONG),
        ({"lines": (replace(LINE, quantity=Decimal(0)),)}, "quantity", InvoiceWhy.NO_QUANTITY),
        ({"lines": (replace(LINE, quantity=Decimal("NaN")),)}, "quantity",
         InvoiceWhy.BAD_QUANTITY),
        ({"lines": (replace(LINE, price=Decimal("1e13")),)}, "price", InvoiceWhy.BAD_PRICE),
        ({"lines": (replace(LINE, discount=Decimal(101)),)}, "discount", InvoiceWhy.BAD_DISCOUNT),
        ({"lines": (replace(LINE, quantity=Decimal(10**11), price=Decimal(10**11)),)}, "price",
         InvoiceWhy.BAD_AMOUNT),
        ({"lines": (replace(LINE, price=Decimal(9 * 10**9), quantity=Decimal(1000)),) * 2},
         "lines", InvoiceWhy.TOO_MUCH),
        ({"lines": (replace(LINE, tax="QQ"),)}, "tax", InvoiceWhy.NO_RATE),
        ({"supply_day": date(1990, 1, 1)}, "tax", InvoiceWhy.NO_RATES),
        ({"lines": (replace(LINE, quantity=Decimal(-1)),)}, "lines", InvoiceWhy.NOTHING_TO_PAY),
        ({"lines": (replace(LINE, price=Decimal(0)),)}, "lines", InvoiceWhy.NOTHING_TO_PAY),
        ({"day": date(2026, 11, 24)}, "day", InvoiceWhy.DAY_AHEAD),
        ({"note": "x" * 601}, "note", InvoiceWhy.TOO_LONG),
        ({"order_number": "x" * 61}, "order_number", InvoiceWhy.TOO_LONG),
        ({"currency": "XQQ"}, "currency", InvoiceWhy.BAD_CURRENCY),
        ({"retention": Retention(TODAY, amount=gbp(12_000))}, "retention",
         InvoiceWhy.BAD_RETENTION),
        ({"retention": Retention(TODAY, amount=Money(1, "EUR"))}, "retention",
         InvoiceWhy.BAD_RETENTION),
        ({"labour": gbp(10_001)}, "labour", InvoiceWhy.BAD_LABOUR),
        ({"labour": Money(1, "EUR")}, "labour", InvoiceWhy.BAD_LABOUR),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_its_field(
    desk: Desk, change: dict[str, object], field: str, why: InvoiceWhy
) -> None:
    new = replace(NewInvoice("ACME", TODAY, (LINE,)), **change)  # type: ignore[arg-type]
    with pytest.raises(UserError) as refused:
        desk.invoicing.plan(new)
    facts = refused.value.facts
    assert (refused.value.problem, facts["field"], facts["why"]) == (
        Problem.INVOICE_FIELD, field, why,
    )  # fmt: skip
    assert facts["field"] in FIELDS
    assert "{" not in problem_words(refused.value, "en_GB", "en_GB")


def test_a_line_is_named_by_its_place(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        desk.invoicing.plan(desk.new(LINE, replace(LINE, tax="QQ")))
    assert problem_words(refused.value, "en_GB", "en_GB").startswith("Line 2: No rate")


def test_an_order_number_is_asked_for_where_the_customer_requires_one(desk: Desk) -> None:
    desk.set_customer("ACME", order_required=1)
    with pytest.raises(UserError) as refused:
        desk.invoicing.plan(desk.new())
    assert refused.value.facts["why"] == InvoiceWhy.ORDER_NEEDED
    assert desk.invoicing.plan(desk.new(order_number="41158")).paper.order_number == "41158"
    assert desk.invoicing.look(desk.new()).paper.order_number == ""  # only to be looked at


def test_what_is_only_remarked_on(desk: Desk) -> None:
    later = desk.invoicing.plan(desk.new(supply_day=date(2026, 11, 25)))
    assert later.notices == (Notice.SUPPLIED_LATER,)
    assert desk.invoicing.plan(desk.new()).notices == ()
    usual = desk.invoicing.plan(desk.new(code="EURO"))
    assert usual.notices == (Notice.USUAL_TERMS,)
    assert usual.schedule is not None
    assert usual.schedule.first.day == date(2026, 12, 23)


def test_a_preview_is_marked_and_takes_no_number(desk: Desk) -> None:
    plan = desk.invoicing.plan(desk.new())
    said = page_texts(draw_and_check(desk.invoicing.preview(plan)).drawn.pdf)[0]
    assert "Draft" in said
    assert "INV-" not in said
    assert desk.issue().issued.number == "INV-0001"


def test_a_business_without_tax_number_charges_none(desk: Desk) -> None:
    execute("UPDATE business SET tax_number = ''")
    plan = desk.invoicing.plan(desk.new())
    assert (plan.totals.tax, plan.notices) == (gbp(0), ())
    charged = desk.invoicing.plan(desk.new(a_line(tax="S")))
    assert charged.notices == (Notice.NOT_REGISTERED,)
    execute("UPDATE business SET tax_number = 'GB 999 9999 73'")


def test_the_state_follows_what_is_set_against_it(desk: Desk) -> None:
    desk.issue()
    desk.pay("INV-0001", 5000)
    assert desk.detail("INV-0001").row.state is InvoiceState.PART_PAID
    desk.pay("INV-0001", 7000)
    assert desk.detail("INV-0001").row.state is InvoiceState.PAID
    assert [one.amount.minor for one in desk.detail("INV-0001").settled] == [5000, 7000]


def test_a_document_that_is_not_there(desk: Desk) -> None:
    desk.issue()
    with pytest.raises(UserError) as refused:
        desk.detail("0001")
    assert refused.value.facts["similar"] == ["INV-0001"]
    with pytest.raises(UserError, match="no-paper"):
        desk.invoicing.stored(99)


def test_a_line_may_be_negative_as_long_as_something_is_to_be_paid(desk: Desk) -> None:
    desk.issue(a_line(), NewLine("Pallets returned", Decimal(-2), Decimal(5)))
    assert desk.detail("INV-0001").document.gross == gbp(10_800)
