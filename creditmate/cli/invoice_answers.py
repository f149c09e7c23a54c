"""The shapes of JSON answers about invoices."""

from creditmate.cli.answers import Json, day, money
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.domain.invoice_rows import InvoiceRow, WorkRow
from creditmate.services.invoice_plans import InvoicePlan


def invoice_row(row: InvoiceRow) -> Json:
    """A line of the list."""
    return {
        "number": row.number,
        "kind": row.kind.value,
        "own": row.own,
        "code": row.code,
        "name": row.name,
        "day": day(row.day),
        "due": day(row.due_day),
        "order": row.order_number,
        "gross": money(row.gross),
        "open": money(row.open),
        "disputed": money(row.disputed),
        "state": row.state.value,
        "days_late": row.days_late,
        "lag_days": row.lag_days,
    }


def plan(found: InvoicePlan) -> Json:
    """What a document comes to, before or after it is issued."""
    parts = () if found.schedule is None else found.schedule.parts
    return {
        "kind": found.kind.value,
        "for": None if found.paper.belongs is None else found.paper.belongs.number,
        "code": found.customer.code,
        "day": day(found.day),
        "supplied": day(found.supply_day),
        "net": money(found.totals.net),
        "tax": money(found.totals.tax),
        "gross": money(found.totals.gross),
        "taxes": [
            {
                "code": row.tax.code,
                "rate": f"{row.tax.rate:f}",
                "net": money(row.net),
                "tax": money(row.amount),
            }
            for row in found.totals.taxes
        ],
        "parts": [
            {"due": day(part.day), "amount": money(part.amount), "retained": part.retained}
            for part in parts
        ],
        "notices": [notice.value for notice in found.notices],
    }


def detail(found: InvoiceDetail) -> Json:
    """Everything about one document."""
    return {
        **invoice_row(found.row),
        "net": None if found.document.net is None else money(found.document.net),
        "tax": None if found.document.tax is None else money(found.document.tax),
        "lines": [
            {
                "description": line.description,
                "quantity": f"{line.quantity:f}",
                "unit": line.unit,
                "price": f"{line.price:f}",
                "discount": None if line.discount is None else f"{line.discount:f}",
                "tax": line.tax_code,
                "amount": money(line.amount),
            }
            for line in found.lines
        ],
        "parts": [
            {
                "due": day(part.due_day),
                "amount": money(part.amount),
                "open": money(part.open),
                "retained": part.retained,
            }
            for part in found.parts
        ],
        "settled": [
            {
                "day": day(one.day),
                "kind": one.kind.value,
                "number": one.number,
                "amount": money(one.amount),
            }
            for one in found.settled
        ],
        "credit_notes": [note.number for note in found.credit_notes],
        "credits": None if found.credits is None else found.credits.number,
        "charges": [charge.number for charge in found.charges],
        "for": None if found.belongs_to is None else found.belongs_to.number,
        "left_to_credit": money(found.left_to_credit),
        "cancelled": day(found.cancelled_day),
        "cancelled_because": found.cancelled_because,
        "has_paper": found.paper_id is not None,
    }


def work_row(row: WorkRow, waiting: int) -> Json:
    """Work that waits, and for how many days."""
    return {
        "id": row.id,
        "code": row.code,
        "done": day(row.done_day),
        "description": row.description,
        "quantity": f"{row.quantity:f}",
        "unit": row.unit,
        "price": f"{row.price:f}",
        "amount": money(row.amount),
        "job": row.job,
        "order": row.order_number,
        "days_waiting": waiting,
    }
