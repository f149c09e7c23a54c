"""The charge note on which the interest of one invoice is charged, worked out as any other."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.db.invoices import documents_by_id
from creditmate.documents.interest_lines import charge_lines, charge_note
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.new_invoice import NewInvoice
from creditmate.services.interest_writing import What, new_event
from creditmate.services.invoice_plans import InvoicePlan, plan_invoice


def note_plan(found: Sequence[LateInterest], as_at: date, today: date, what: What) -> InvoicePlan:
    """Work the charge note of one invoice out.

    Args:
        found: What came up on its parts.
        as_at: Up to which day interest is charged.
        today: The note's day.
        what: Interest, the fixed sum, or both.

    Raises:
        UserError: What ``plan_invoice`` raises.
    """
    debt = found[0].debt
    locale = customers_by_id([debt.customer])[debt.customer].locale
    about = None if debt.document is None else documents_by_id([debt.document])[debt.document]
    new = NewInvoice(
        code=debt.code,
        day=today,
        lines=charge_lines(found, locale, interest=what.interest, fixed=what.fixed),
        currency=debt.amount.currency,
        note=charge_note(found, locale, fixed=what.fixed),
        kind=DocumentKind.CHARGE_NOTE,
        belongs_to="" if about is None else about.named,
        interest=tuple(new_event(one, as_at, what) for one in found),
    )
    return plan_invoice(new, today)
