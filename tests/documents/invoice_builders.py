"""Invoices for tests: the one of mockups/paper-03-invoice.png, and variations on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from creditmate.documents.invoice_paper import Credited, InvoicePaper, PaperLine
from creditmate.domain.due_rules import Net
from creditmate.domain.invoice_parts import Retention, schedule
from creditmate.domain.invoicing import InvoiceLine, LineTax, totals
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.taxes import TaxKind
from tests.documents.builders import a_card

DAY = date(2026, 11, 16)
S = LineTax("S", "VAT", TaxKind.STANDARD, Decimal(20))
Z = LineTax("Z", "VAT", TaxKind.ZERO, Decimal(0))
E = LineTax("E", "VAT", TaxKind.EXEMPT, Decimal(0))
O = LineTax("O", "VAT", TaxKind.OUTSIDE, Decimal(0))  # noqa: E741 - the code's own letter
RC = LineTax("RC", "VAT", TaxKind.REVERSE_CHARGE, Decimal(20))
ADDRESS = (
    "Brindle Row Interiors Ltd", "Accounts Payable", "Unit 6, Tannery Yard", "Overmere", "OV3 8LN",
)  # fmt: skip


def a_line(  # noqa: PLR0917 - reads like the line
    description: str,
    quantity: str,
    unit: str,
    price: str,
    tax: LineTax = S,
    discount: str | None = None,
) -> InvoiceLine:
    return InvoiceLine(
        description=description,
        quantity=Decimal(quantity),
        price=Decimal(price),
        tax=tax,
        unit=unit,
        discount=None if discount is None else Decimal(discount),
    )


def mockup_lines() -> list[InvoiceLine]:
    return [
        a_line("Oak door linings, 138 mm, kiln dried", "12", "sets", "64.50"),
        a_line("Softwood architrave, ogee 69 × 18 mm", "96", "m", "2.85"),
        a_line("Intumescent strip 10 × 4 mm, brown, with brush", "40", "no.", "4.36"),
        a_line("Hardwood threshold 90 mm, sapele", "14", "no.", "21.50"),
        a_line("Machining to your drawing BR-14, revision C", "3.5", "h", "38.00"),
        a_line("Delivery to Tannery Yard", "1", "", "49.00"),
    ]


def many_lines(count: int) -> list[InvoiceLine]:
    return [
        a_line(f"Board no. {n + 1}", str(1 + n % 7), "no.", f"{3 + n}.25") for n in range(count)
    ]


def an_invoice_paper(
    lines: Sequence[InvoiceLine] | None = None,
    *,
    currency: str = "GBP",
    terms: PaymentTerms | None = None,
    retention: Retention | None = None,
    prices: Prices = Prices.NET,
    rounding: Rounding = Rounding.DOCUMENT,
    **more: object,
) -> InvoicePaper:
    chosen = mockup_lines() if lines is None else lines
    found = totals(chosen, currency, prices, rounding)
    agreed = terms or PaymentTerms(Net(30))
    paper = InvoicePaper(
        business=a_card(),
        country="GB",
        kind=DocumentKind.INVOICE,
        number="2217",
        day=DAY,
        supply_day=date(2026, 11, 13),
        customer_name=ADDRESS[0],
        account="BRIN01",
        address=ADDRESS,
        lines=tuple(
            PaperLine(
                line.description, line.quantity, line.unit, line.price, line.discount, line.tax,
                amount,
            )
            for line, amount in zip(chosen, found.lines, strict=True)
        ),
        totals=found,
        prices=prices,
        schedule=schedule(agreed, DAY, found.gross, retention),
        terms=agreed,
        order_number="41158",
        received_by="P. Lisle, Tannery Yard",
    )  # fmt: skip
    return replace(paper, **more)  # type: ignore[arg-type]  # as the test says


def a_credit_paper(lines: Sequence[InvoiceLine], **more: object) -> InvoicePaper:
    paper = an_invoice_paper(lines)
    return replace(
        paper,
        kind=DocumentKind.CREDIT_NOTE,
        number="CN-0031",
        schedule=None,
        terms=None,
        received_by="",
        credited=Credited("2217", DAY),
        reason="Four lengths came short.",
        **more,  # type: ignore[arg-type]  # as the test says
    )
