"""A credit note against an invoice or charge note: all of it, some lines, or an amount."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from creditmate.db import credited, invoices
from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.invoicees import invoicee
from creditmate.documents.invoice_paper import Credited
from creditmate.domain.crediting import left_to_credit, shared_out
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, check_text, invoice_refused
from creditmate.domain.invoice_rows import DocumentRow, LineRow, OwnRow
from creditmate.domain.invoicing import InvoiceLine, TaxSum, Totals, totals
from creditmate.domain.kinds import OWED, DocumentKind
from creditmate.domain.money import Money, total
from creditmate.domain.new_invoice import CreditedLine, NewCredit
from creditmate.domain.settings import Prices, Rounding
from creditmate.services.document_papers import paper_of
from creditmate.services.documents import require_document
from creditmate.services.invoice_lines import line_tax, usual_tax
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.taxes import tax_codes

_LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Creditable:
    """An invoice, and what of it no credit note has taken yet; its lines where they are known."""

    document: DocumentRow
    own: OwnRow | None
    lines: tuple[LineRow, ...]
    left: tuple[TaxSum, ...]
    untouched: bool
    taken: Mapping[int, Decimal]
    """How many of each line were credited, by its place."""

    @property
    def left_gross(self) -> Money:
        """What may still be credited, with tax."""
        return total((part.gross for part in self.left), self.document.gross.currency)


def creditable(number: str, tax: str = "") -> Creditable:
    """Return what may be credited of an invoice.

    Args:
        number: The invoice's.
        tax: The code for an invoice of which no taxes are known; the usual one.

    Raises:
        UserError: ``UNKNOWN_DOCUMENT``; ``DOCUMENT_STANDS``: it was cancelled.
    """
    document = require_document(number, OWED)
    if credited.cancelled_on(document.id) is not None:
        raise UserError(Problem.DOCUMENT_STANDS, number=document.number, why="cancelled")
    currency = document.gross.currency
    own = invoices.own_part(document.id)
    notes = [note.id for note in credited.credit_notes_against(document.id)]
    invoiced = invoices.taxes_of([document.id], currency) or _guessed(document, tax)
    return Creditable(
        document=document,
        own=own,
        lines=tuple(invoices.lines_of(document.id, currency)),
        left=left_to_credit(invoiced, invoices.taxes_of(notes, currency)),
        untouched=not notes,
        taken=credited.quantities_credited(document.id),
    )


def _guessed(document: DocumentRow, code: str) -> list[TaxSum]:
    """The tax of an invoice that came without its taxes: all of it at one code's rate."""
    home = business()
    rates = tax_codes(document.day)
    tax = line_tax(rates, code or usual_tax(rates, home), document.day)
    charged = tax.within_gross(document.gross) if document.tax is None else document.tax
    return [TaxSum(tax, document.gross - charged, charged)]


def plan_credit(new: NewCredit, today: date) -> InvoicePlan:
    """Check and work out a credit note.

    Raises:
        UserError: ``UNKNOWN_DOCUMENT``, ``DOCUMENT_STANDS``; ``INVOICE_FIELD`` naming the field.
    """
    found = creditable(new.number, new.tax)
    _check(new, found, today)
    lines, worked_out, prices = _worked_out(new, found)
    _check_left(worked_out, found)
    customer = customers_by_id([found.document.customer_id])[found.document.customer_id]
    supply_day = found.document.day if found.own is None else found.own.supply_day
    about, home = invoicee(customer.id), business()
    paper = replace(
        paper_of(customer, home, about, lines, worked_out, new.day, supply_day),
        kind=DocumentKind.CREDIT_NOTE,
        prices=prices,
        order_number=found.document.order_number,
        job="" if found.own is None else found.own.job,
        credited=Credited(found.document.number, found.document.day, found.document.kind),
        reason=new.reason.strip(),
    )
    return InvoicePlan(
        kind=DocumentKind.CREDIT_NOTE,
        customer=customer,
        day=new.day,
        supply_day=supply_day,
        lines=lines,
        totals=worked_out,
        prices=prices,
        rounding=Rounding.DOCUMENT if found.own is None else found.own.rounding,
        terms=None,
        schedule=None,
        against=found.document.id,
        left_before=credited.not_yet_credited(found.document.id),
        notices=(),
        paper=paper,
    )


def _check(new: NewCredit, found: Creditable, today: date) -> None:
    currency = found.document.gross.currency
    if not new.reason.strip():
        raise invoice_refused("reason", InvoiceWhy.NO_REASON)
    check_text("reason", new.reason, _LONGEST_REASON)
    if new.day > today:
        raise invoice_refused("day", InvoiceWhy.DAY_AHEAD, day=new.day, today=today)
    if new.day < found.document.day:
        raise invoice_refused("day", InvoiceWhy.BEFORE_INVOICE, day=found.document.day)
    if new.amount is not None and new.amount.currency != currency:
        raise invoice_refused("amount", InvoiceWhy.OTHER_CURRENCY, found=new.amount.currency)
    if new.amount is not None and new.amount.minor <= 0:
        raise invoice_refused("amount", InvoiceWhy.ABOVE_NOTHING)
    if found.left_gross.minor <= 0:
        raise invoice_refused("amount", InvoiceWhy.NOTHING_LEFT)


def _check_left(worked_out: Totals, found: Creditable) -> None:
    """No rate, and not the whole, is credited beyond what was invoiced."""
    if found.left_gross < worked_out.gross:
        raise invoice_refused("amount", InvoiceWhy.MORE_THAN_LEFT, left=found.left_gross)
    left = {part.tax: part for part in found.left}
    for row in worked_out.taxes:
        of = left[row.tax]
        if _beyond(row.net, of.net) or _beyond(row.amount, of.amount):
            raise invoice_refused("amount", InvoiceWhy.MORE_THAN_LEFT, left=found.left_gross)
    if worked_out.gross.minor <= 0:
        raise invoice_refused("amount", InvoiceWhy.NOTHING_TO_PAY, amount=worked_out.gross)


def _beyond(wanted: Money, left: Money) -> bool:
    """Whether more is credited than is left; what a line took away is credited with a minus."""
    return wanted.minor * left.minor < 0 or abs(wanted.minor) > abs(left.minor)


def _worked_out(
    new: NewCredit, found: Creditable
) -> tuple[tuple[InvoiceLine, ...], Totals, Prices]:
    if new.lines:
        return _of_lines(new.lines, found)
    if new.amount is None and found.untouched and found.own is not None and found.lines:
        return _of_lines([CreditedLine(line.place) for line in found.lines], found)
    amount = found.left_gross if new.amount is None else new.amount
    if found.left_gross < amount:
        raise invoice_refused("amount", InvoiceWhy.MORE_THAN_LEFT, left=found.left_gross)
    return _of_amount(amount, new.reason, found)


def _of_lines(
    wanted: Sequence[CreditedLine], found: Creditable
) -> tuple[tuple[InvoiceLine, ...], Totals, Prices]:
    if found.own is None or not found.lines:
        raise invoice_refused("credited", InvoiceWhy.LINES_UNKNOWN)
    by_place = {line.place: line for line in found.lines}
    taxes = {(part.tax.code, part.tax.rate): part.tax for part in found.left}
    lines = []
    for one in wanted:
        line = by_place.get(one.place)
        if line is None:
            raise invoice_refused("credited", InvoiceWhy.UNKNOWN_LINE, line=one.place)
        lines.append(
            InvoiceLine(
                description=line.description,
                quantity=_quantity(one, line, found.taken.get(line.place, Decimal(0))),
                price=line.price,
                tax=taxes[line.tax_code, line.tax_rate],
                unit=line.unit,
                discount=line.discount,
                credits_place=line.place,
            )
        )
    worked_out = totals(lines, found.document.gross.currency, found.own.prices, found.own.rounding)
    return tuple(lines), worked_out, found.own.prices


def _quantity(wanted: CreditedLine, line: LineRow, taken: Decimal) -> Decimal:
    """How much of a line is credited: not more than is left of it, and more than nothing."""
    left = line.quantity - taken
    quantity = left if wanted.quantity is None else wanted.quantity
    part = quantity / line.quantity  # of a line that took away both are below nothing
    if wanted.quantity is not None and not 0 < part <= 1:
        found = f"{quantity:f}"
        raise invoice_refused("quantity", InvoiceWhy.BAD_QUANTITY, line=line.place, found=found)
    if not 0 < part <= left / line.quantity:
        left_words = f"{left:f}"
        raise invoice_refused("quantity", InvoiceWhy.LINE_LEFT, line=line.place, left=left_words)
    return quantity


def _of_amount(
    amount: Money, reason: str, found: Creditable
) -> tuple[tuple[InvoiceLine, ...], Totals, Prices]:
    """One line per rate, with its tax within it; what ends an invoice takes its last penny.

    It then takes what was taken away at a rate as well: the tax of all rates is put right.
    """
    if amount == found.left_gross:
        chosen = [(part, part.gross) for part in found.left if part.net or part.amount]
    else:
        parts = [part for part in found.left if part.gross.minor > 0]
        shares = shared_out(amount, [part.gross for part in parts])
        chosen = [(part, share) for part, share in zip(parts, shares, strict=True) if share]
    lines = tuple(
        InvoiceLine(reason.strip(), Decimal(1), share.decimal, part.tax) for part, share in chosen
    )
    worked_out = totals(lines, amount.currency, Prices.GROSS, Rounding.DOCUMENT)
    exact = tuple(
        replace(row, net=part.net, amount=part.amount) if row.gross == part.gross else row
        for row in worked_out.taxes
        for part, _ in chosen
        if part.tax == row.tax
    )
    return lines, replace(worked_out, taxes=exact), Prices.GROSS
