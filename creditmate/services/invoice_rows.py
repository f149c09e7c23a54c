"""A document that was worked out, as the rows that the ledger keeps of it."""

from decimal import Decimal

from creditmate.db.customers import terms_id
from creditmate.db.gateway import Writing
from creditmate.db.invoice_parts import add_entries
from creditmate.db.invoices import Content
from creditmate.domain.invoicing import InvoiceLine
from creditmate.domain.kinds import DocumentKind, EntryKind
from creditmate.domain.money import Money
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.stored_terms import stored

_DEBITS = {
    DocumentKind.INVOICE: EntryKind.INVOICE,
    DocumentKind.CHARGE_NOTE: EntryKind.CHARGE,
}


def content_of(writing: Writing, plan: InvoicePlan, number: str) -> Content:
    """Return the rows of a document but for its entries."""
    found = plan.totals
    terms = None if plan.terms is None else terms_id(writing, *stored(plan.terms))
    document: dict[str, object] = {
        "customer_id": plan.customer.id,
        "kind": plan.kind.value,
        "number": number,
        "day": plan.day,
        "order_number": plan.paper.order_number,
        "payment_terms_id": terms,
        "currency": found.currency,
        "net_minor": found.net.minor,
        "tax_minor": found.tax.minor,
        "gross_minor": found.gross.minor,
    }
    return Content(
        document=document,
        own=_own(plan),
        lines=[
            (place, *_line(line), amount.minor, line.work_item, line.credits_place)
            for place, (line, amount) in enumerate(zip(plan.lines, found.lines, strict=True), 1)
        ],
        taxes=[
            (
                place, row.tax.code, row.tax.name, row.tax.kind.value, decimal_text(row.tax.rate),
                row.net.minor, row.amount.minor,
            )
            for place, row in enumerate(found.taxes, 1)
        ],
    )  # fmt: skip


def _own(plan: InvoicePlan) -> dict[str, object]:
    paper = plan.paper
    offer = None if plan.schedule is None else plan.schedule.discount
    held = None if plan.schedule is None else plan.schedule.retained
    return {
        "supply_day": plan.supply_day,
        "job": paper.job,
        "received_by": paper.received_by,
        "prices": plan.prices.value,
        "rounding": plan.rounding.value,
        "locale": paper.locale,
        "discount_day": None if offer is None else offer.day,
        "discount_minor": None if offer is None else offer.amount.minor,
        "retention_minor": None if held is None else held.amount.minor,
        "retention_due_day": None if held is None else held.day,
        "labour_minor": None if paper.labour is None else paper.labour.minor,
        "site_id": None,
        "credits_document_id": plan.against,
        "belongs_document_id": plan.belongs,
        "reason": paper.reason,
        "note": paper.note,
    }


def _line(line: InvoiceLine) -> tuple[str, ...]:
    return (
        line.description,
        decimal_text(line.quantity),
        line.unit,
        decimal_text(line.price),
        "" if line.discount is None else decimal_text(line.discount),
        line.tax.code,
        decimal_text(line.tax.rate),
    )


def decimal_text(number: Decimal) -> str:
    """Return a number as the ledger stores it: plain digits, no exponent."""
    return f"{number:f}"


def entries_of(writing: Writing, plan: InvoicePlan, document: int) -> range:
    """Add a document's entries, one per due part, or the one of a credit note."""
    if plan.schedule is None:
        rows = [_entry(plan, document, 1, EntryKind.CREDIT_NOTE, None, -plan.totals.gross)]
    else:
        kind = _DEBITS[plan.kind]
        rows = [
            _entry(plan, document, place, kind, part.day.isoformat(), part.amount)
            for place, part in enumerate(plan.schedule.parts, 1)
        ]
    return add_entries(writing, rows)


def _entry(  # noqa: PLR0913, PLR0917 - the columns that differ
    plan: InvoicePlan, document: int, part: int, kind: EntryKind, due: str | None, amount: Money
) -> tuple[object, ...]:
    return (
        plan.customer.id, document, None, part, kind.value, plan.day.isoformat(), due,
        amount.currency, amount.minor,
    )  # fmt: skip
