"""What the paper of every document of ours says, before it has a number."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.customers import billing_address
from creditmate.db.invoicees import Invoicee
from creditmate.documents.invoice_paper import InvoicePaper, PaperLine
from creditmate.domain.invoicing import InvoiceLine, Totals
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.domain.settings import Prices
from creditmate.domain.taxes import TaxKind
from creditmate.services.letterhead import business_card, paper_form


def paper_of(  # noqa: PLR0913, PLR0917 - what a paper is made from
    customer: CustomerRow,
    home: BusinessRow,
    about: Invoicee,
    lines: Sequence[InvoiceLine],
    worked_out: Totals,
    day: date,
    supply_day: date,
) -> InvoicePaper:
    """Return what every document's paper says, without its number."""
    size, window = paper_form(home)
    reversed_ = any(line.tax.kind is TaxKind.REVERSE_CHARGE for line in lines)
    return InvoicePaper(
        business=business_card(home),
        country=home.country,
        kind=DocumentKind.INVOICE,
        number="",
        day=day,
        supply_day=supply_day,
        customer_name=customer.name,
        account=customer.code,
        address=(customer.name, *billing_address(customer.id)),
        lines=tuple(
            PaperLine(
                description=line.description,
                quantity=line.quantity,
                unit=line.unit,
                price=line.price,
                discount=line.discount,
                tax=line.tax,
                amount=amount,
            )
            for line, amount in zip(lines, worked_out.lines, strict=True)
        ),
        totals=worked_out,
        prices=Prices.NET,
        schedule=None,
        terms=None,
        their_tax_number=about.tax_number if reversed_ else "",
        locale=customer.locale,
        abroad="" if customer.country == home.country else customer.country,
        window=window,
        size=size,
    )
