"""Lines as they were understood, checked one by one and given the rates of their day."""

from collections.abc import Sequence
from datetime import date

from creditmate.domain.invoice_refusals import InvoiceWhy, check_text, invoice_refused
from creditmate.domain.invoicing import MOST_LINES, InvoiceLine, LineTax, fits, is_discount
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.new_invoice import NewLine
from creditmate.domain.rows import BusinessRow
from creditmate.domain.taxes import TaxKind, TaxRate
from creditmate.services.taxes import tax_codes

_LONGEST_DESCRIPTION, _LONGEST_UNIT = 600, 12


def usual_tax(known: Sequence[TaxRate], home: BusinessRow) -> str:
    """Return the code of a line that names none; empty where no rate is known that day.

    A business without a tax number charges none, so its lines are outside the tax.
    """
    outside = [rate.code for rate in known if rate.kind is TaxKind.OUTSIDE]
    if not home.tax_number.strip() and outside:
        return outside[0]
    return known[0].code if known else ""


def charge_tax(known: Sequence[TaxRate], home: BusinessRow) -> str:
    """Return the code of a charge note's line that names none: outside the tax where one is known.

    In the United Kingdom there is no VAT on what is charged for paying late, as compensation is
    no supply (domain-rules 4.1). A price for agreed extra time may carry it: then a line names
    its code.
    """
    outside = [rate.code for rate in known if rate.kind is TaxKind.OUTSIDE]
    return outside[0] if outside else usual_tax(known, home)


def checked_lines(
    lines: Sequence[NewLine], supply_day: date, home: BusinessRow, kind: DocumentKind
) -> tuple[InvoiceLine, ...]:
    """Return lines with their taxes as on the day of supply.

    Raises:
        UserError: ``INVOICE_FIELD`` naming the line and its field.
    """
    if not lines:
        raise invoice_refused("lines", InvoiceWhy.NO_LINES)
    if len(lines) > MOST_LINES:
        raise invoice_refused("lines", InvoiceWhy.TOO_MANY_LINES, most=MOST_LINES)
    rates = tax_codes(supply_day)
    charge = kind is DocumentKind.CHARGE_NOTE
    usual = charge_tax(rates, home) if charge else usual_tax(rates, home)
    return tuple(
        _checked(line, place, rates, usual, supply_day) for place, line in enumerate(lines, 1)
    )


def _checked(
    line: NewLine, place: int, rates: Sequence[TaxRate], usual: str, supply_day: date
) -> InvoiceLine:
    check_line(line, place)
    return InvoiceLine(
        description=line.description.strip(),
        quantity=line.quantity,
        price=line.price,
        tax=line_tax(rates, line.tax.strip() or usual, supply_day, place),
        unit=line.unit.strip(),
        discount=line.discount,
        work_item=line.work_item,
    )


def check_line(line: NewLine, place: int) -> None:
    """Check the texts and figures of a line.

    Raises:
        UserError: ``INVOICE_FIELD`` naming the line and its field.
    """
    _check_texts(line, place)
    if not line.quantity:
        raise invoice_refused("quantity", InvoiceWhy.NO_QUANTITY, line=place)
    if not fits(line.quantity):
        found = f"{line.quantity:f}"
        raise invoice_refused("quantity", InvoiceWhy.BAD_QUANTITY, line=place, found=found)
    if not fits(line.price):
        raise invoice_refused("price", InvoiceWhy.BAD_PRICE, line=place, found=f"{line.price:f}")
    if line.discount is not None and not is_discount(line.discount):
        found = f"{line.discount:f}"
        raise invoice_refused("discount", InvoiceWhy.BAD_DISCOUNT, line=place, found=found)


def _check_texts(line: NewLine, place: int) -> None:
    if not line.description.strip():
        raise invoice_refused("description", InvoiceWhy.NO_DESCRIPTION, line=place)
    check_text("description", line.description, _LONGEST_DESCRIPTION, place)
    check_text("unit", line.unit, _LONGEST_UNIT, place)


def line_tax(
    rates: Sequence[TaxRate], code: str, supply_day: date, place: int | None = None
) -> LineTax:
    """Return a code, in upper or lower case, with its rate on the day of supply.

    Raises:
        UserError: ``INVOICE_FIELD``: nothing is known of the code that day.
    """
    names = {rate.code.casefold(): rate for rate in rates}
    rate = names.get(code.casefold())
    if rate is None and not code:
        raise invoice_refused("tax", InvoiceWhy.NO_RATES, line=place, day=supply_day)
    if rate is None:
        raise invoice_refused("tax", InvoiceWhy.NO_RATE, line=place, found=code, day=supply_day)
    return LineTax(rate.code, rate.name, rate.kind, rate.rate)
