"""What stands on the sample's latest invoices, as they were issued; work and a draft to come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

from creditmate.db import invoice_drafts, invoices, work_items
from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.db.invoicees import invoicee
from creditmate.db.numbering import begin_series_at
from creditmate.documents.invoice import draw_invoice
from creditmate.domain.invoice_parts import schedule
from creditmate.domain.invoice_rows import DraftRow
from creditmate.domain.invoicing import InvoiceLine, LineTax, TaxSum, Totals
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.taxes import TaxKind
from creditmate.domain.typed_invoice import TypedInvoice, TypedLine
from creditmate.services.document_papers import paper_of
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.invoice_rows import content_of
from creditmate.services.invoicing import add_paper_of
from creditmate.services.sample.account import Document
from creditmate.services.sample.story import Story
from creditmate.services.sample.write import Ids

_LATEST = 20
"""Invoices of which lines and paper are kept; those before came over as figures only."""
_GOODS = (
    ("Oak door linings, 138 mm, kiln dried", "sets"), ("Softwood architrave, ogee", "m"),
    ("Intumescent strip, brown, with brush", "no."), ("Hardwood threshold 90 mm, sapele", "no."),
    ("Skirting, torus 144 mm, primed", "m"), ("Window boards, 219 mm", "m"),
    ("Birch plywood 18 mm, cut to size", "m²"), ("Machining to your drawing", "h"),
)  # fmt: skip
_STANDARD = LineTax("S", "VAT", TaxKind.STANDARD, Decimal(20))
_ZERO = LineTax("Z", "VAT", TaxKind.ZERO, Decimal(0))
_MOST_OF_ONE = 24
_WORK = (
    (16, "Second coat to the shop front, on site", "6", "h", "42.00", "Shop front"),
    (9, "Templates for the curved stair", "3.5", "h", "42.00", "Stair"),
    (9, "Oak treads, planed and sanded", "14", "no.", "38.50", "Stair"),
    (2, "Delivery and unloading", "1", "", "65.00", "Stair"),
)
"""Days ago, what, how much of it, at which price, for which job."""


def write_invoices(writing: Writing, stories: Sequence[Story], ids: Ids) -> None:
    """Write lines, taxes and papers of the latest invoices, numbered on from those before."""
    latest = sorted(
        (document.number, document, story, account.terms)
        for story in stories
        for account in story.accounts.values()
        for document in account.documents
        if document.kind is DocumentKind.INVOICE
    )[-_LATEST:]
    first = int(latest[0][0])
    begin_series_at(writing, DocumentKind.INVOICE.value, first)
    for number, document, story, terms in latest:
        plan = _plan(document, ids.customers[story.firm.code], terms)
        paper = replace(plan.paper, number=number)
        paper_id = add_paper_of(writing, plan, paper, draw_invoice(paper))
        content = content_of(writing, plan, number)
        invoices.add_details(writing, ids.documents[document], content, paper_id)


def _plan(document: Document, customer: int, terms: PaymentTerms) -> InvoicePlan:
    tax = _STANDARD if document.tax else _ZERO
    lines = _lines(document, tax)
    amounts = tuple(line.amount(document.net.currency) for line in lines)
    taxes = (TaxSum(tax, document.net, document.tax),)
    worked_out = Totals(amounts, taxes, document.net.currency)
    row = customers_by_id([customer])[customer]
    parts = schedule(terms, document.day, document.gross)
    supplied = document.day - timedelta(days=3)
    paper = replace(
        paper_of(row, business(), invoicee(customer), lines, worked_out, document.day, supplied),
        schedule=parts,
        terms=terms,
        order_number=document.order_number,
    )
    return InvoicePlan(
        kind=DocumentKind.INVOICE,
        customer=row,
        day=document.day,
        supply_day=supplied,
        lines=lines,
        totals=worked_out,
        prices=Prices.NET,
        rounding=Rounding.DOCUMENT,
        terms=terms,
        schedule=parts,
        against=None,
        notices=(),
        paper=paper,
    )


def _lines(document: Document, tax: LineTax) -> tuple[InvoiceLine, ...]:
    """Goods whose amounts add up to the document's net, and what is left as delivery."""
    rng = Random(f"lines of {document.number}")  # noqa: S311 - no secret
    left, currency, found = document.net.minor, document.net.currency, []
    for description, unit in rng.sample(_GOODS, rng.randint(1, 4)):
        quantity = rng.randint(1, _MOST_OF_ONE)
        price = rng.randint(left // 5, left // 2) // quantity
        if price:
            left -= price * quantity
            found.append(_line(description, quantity, unit, Money(price, currency), tax))
    found.append(_line("Delivery", 1, "", Money(left, currency), tax))
    return tuple(found)


def _line(description: str, quantity: int, unit: str, price: Money, tax: LineTax) -> InvoiceLine:
    return InvoiceLine(description, Decimal(quantity), price.decimal, tax, unit)


def write_work(writing: Writing, today: date, ids: Ids) -> None:
    """Write work that waits for its invoice, and an invoice that somebody began to type."""
    codes = sorted(ids.customers)
    for days, description, quantity, unit, price, job in _WORK:
        code = codes[5] if job == "Stair" else codes[8]
        work_items.add_work(
            writing,
            customer_id=ids.customers[code],
            done_day=today - timedelta(days=days),
            description=description,
            quantity=quantity,
            unit=unit,
            price=price,
            discount="",
            tax_code="",
            job=job,
            order_number="",
        )
    _draft(today, codes[11], ids)


def _draft(today: date, code: str, ids: Ids) -> None:
    typed = TypedInvoice(
        code=code,
        day="today",
        job="Conservatory",
        lines=(TypedLine("Sapele glazing bar", "24", "m", "7.80"), TypedLine("Fitting", "", "h")),
    )
    moment = datetime(today.year, today.month, today.day, 8, 40, tzinfo=UTC)
    begun = moment.isoformat(timespec="milliseconds")
    row = DraftRow(0, ids.customers[code], "", "", typed.kind, begun, begun, typed.to_json())
    invoice_drafts.put_draft_within(row)
