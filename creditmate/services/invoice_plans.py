"""An invoice worked out and checked, ready for its number: what the draft shows as it is typed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from creditmate.db.business import business
from creditmate.db.invoicees import invoicee
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.domain.currencies import CODES
from creditmate.domain.interest_events import NewEvent
from creditmate.domain.invoice_parts import Schedule, schedule
from creditmate.domain.invoice_refusals import InvoiceWhy, check_text, invoice_refused
from creditmate.domain.invoice_warnings import Notice
from creditmate.domain.invoicing import InvoiceLine, Totals, totals
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import LIMIT, Money
from creditmate.domain.new_invoice import NewInvoice
from creditmate.domain.payment_terms import PaymentTerms, Shift
from creditmate.domain.rows import CustomerRow
from creditmate.domain.settings import Prices, Rounding, Settings
from creditmate.services.agreed_terms import governing_terms
from creditmate.services.calendars import customer_calendar
from creditmate.services.charges import belonging, charge_terms, check_charge
from creditmate.services.customers import require_customer, terms_of
from creditmate.services.document_papers import paper_of
from creditmate.services.invoice_lines import checked_lines
from creditmate.services.invoice_notices import notices_of
from creditmate.services.invoice_standing import standing_notices, terms_notices, terms_proof
from creditmate.services.marked_customers import why_stopped
from creditmate.services.settings import current_settings

_LONGEST = {"order_number": 60, "job": 120, "received_by": 120, "note": 600}
"""Characters that a field may have."""


@dataclass(frozen=True, slots=True)
class InvoicePlan:
    """An invoice, charge note or credit note that may be issued, all but its number.

    Args:
        lines: As they will stand in the ledger.
        schedule: When what is due; a credit note has none.
        against: The id of the invoice that a credit note is against.
        belongs: The id of the invoice that a charge note is for.
        left_before: What of the invoice could be credited, in minor units, when it was worked out.
        notices: What to look at before.
        paper: What will be drawn; it has no number yet.
        work_items: Work that is invoiced with it.
        interest: What a charge note charges of the interest on its invoice.
        why_stopped: Why the customer is on stop; '' where it is not, or no reason was given.
    """

    kind: DocumentKind
    customer: CustomerRow
    day: date
    supply_day: date
    lines: tuple[InvoiceLine, ...]
    totals: Totals
    prices: Prices
    rounding: Rounding
    terms: PaymentTerms | None
    schedule: Schedule | None
    against: int | None
    notices: tuple[Notice, ...]
    paper: InvoicePaper
    belongs: int | None = None
    interest: tuple[NewEvent, ...] = ()
    left_before: int | None = None
    why_stopped: str = ""

    @property
    def work_items(self) -> tuple[int, ...]:
        """The work that its lines invoice."""
        found = (line.work_item for line in self.lines)
        return tuple(dict.fromkeys(item for item in found if item is not None))

    @property
    def content_sha256(self) -> str:
        """The hash of what the customer reads, but for the number."""
        return hashlib.sha256(repr(replace(self.paper, number="")).encode()).hexdigest()


def plan_invoice(new: NewInvoice, today: date, *, whole: bool = True) -> InvoicePlan:
    """Check and work out an invoice or a charge note.

    Args:
        new: What is to be invoiced.
        today: No invoice is dated later.
        whole: Whether nothing may be missing; else it is only to be looked at.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``; ``INVOICE_FIELD`` naming the field and why; of a
            charge note what ``charges.belonging`` raises.
    """
    customer, home, settings = require_customer(new.code), business(), current_settings()
    about = invoicee(customer.id)
    currency = new.currency or customer.currency
    _check(new, currency, today)
    charge = new.kind is DocumentKind.CHARGE_NOTE
    if whole and about.order_required and not charge and not new.order_number.strip():
        raise invoice_refused("order_number", InvoiceWhy.ORDER_NEEDED)
    charged_for = belonging(new, customer.id)
    supply_day = new.supply_day or new.day
    prices, rounding = new.prices or settings.prices, new.rounding or settings.rounding
    lines = checked_lines(new.lines, supply_day, home, new.kind)
    worked_out = _totals(lines, currency, prices, rounding)
    if whole and worked_out.gross.minor <= 0:
        raise invoice_refused("lines", InvoiceWhy.NOTHING_TO_PAY, amount=worked_out.gross)
    _check_labour(new.labour, worked_out)
    terms, usual = _terms(new, customer, settings)
    plan_schedule = _schedule(terms, new, worked_out.gross, customer)
    work = [line.work_item for line in lines if line.work_item is not None]
    governs = governing_terms(customer, supply_day)
    notices = (
        *notices_of(new, lines, home, about, usual=usual),
        *standing_notices(customer, new.kind, worked_out.gross, work, today),
        *terms_notices(new.kind, governs),
    )
    paper = replace(
        paper_of(customer, home, about, lines, worked_out, new.day, supply_day),
        kind=new.kind,
        prices=prices,
        schedule=plan_schedule,
        terms=terms,
        order_number=new.order_number.strip(),
        job=new.job.strip(),
        received_by=new.received_by.strip(),
        note=new.note.strip(),
        labour=new.labour,
        belongs=charged_for.paper,
        proof=terms_proof(new.kind, governs),
    )
    return InvoicePlan(
        kind=new.kind,
        customer=customer,
        day=new.day,
        supply_day=supply_day,
        lines=lines,
        totals=worked_out,
        prices=prices,
        rounding=rounding,
        terms=terms,
        schedule=plan_schedule,
        against=None,
        notices=notices,
        paper=paper,
        belongs=charged_for.document,
        interest=new.interest,
        why_stopped=why_stopped(today, [customer.id]).get(customer.id, ""),
    )


def _check(new: NewInvoice, currency: str, today: date) -> None:
    if currency not in CODES:
        raise invoice_refused("currency", InvoiceWhy.BAD_CURRENCY, found=currency)
    if new.day > today:
        raise invoice_refused("day", InvoiceWhy.DAY_AHEAD, day=new.day, today=today)
    for name, most in _LONGEST.items():
        check_text(name, getattr(new, name), most)
    check_charge(new)


def _totals(
    lines: Sequence[InvoiceLine], currency: str, prices: Prices, rounding: Rounding
) -> Totals:
    """Work the sums out.

    Raises:
        UserError: ``INVOICE_FIELD``.
    """
    for place, line in enumerate(lines, 1):
        try:
            line.amount(currency)
        except ValueError as error:
            raise invoice_refused("price", InvoiceWhy.BAD_AMOUNT, line=place) from error
    found = totals(lines, currency, prices, rounding)
    if found.gross.minor > LIMIT:
        raise invoice_refused("lines", InvoiceWhy.TOO_MUCH)
    return found


def _check_labour(labour: Money | None, found: Totals) -> None:
    if labour is None:
        return
    if labour.currency != found.currency or not 0 < labour.minor <= found.net.minor:
        raise invoice_refused("labour", InvoiceWhy.BAD_LABOUR)


def _terms(new: NewInvoice, customer: CustomerRow, settings: Settings) -> tuple[PaymentTerms, bool]:
    """The terms, and whether they are only the usual ones since none were agreed."""
    if new.kind is DocumentKind.CHARGE_NOTE:
        return charge_terms(new), False
    agreed = new.terms or terms_of(customer)
    return (settings.default_terms, True) if agreed is None else (agreed, False)


def _schedule(
    terms: PaymentTerms, new: NewInvoice, gross: Money, customer: CustomerRow
) -> Schedule:
    calendar = None
    if terms.shift is not Shift.NONE:
        calendar = customer_calendar(customer.country, terms.rule.due(new.day), customer.region)
    held = new.retention.amount if new.retention else None
    if held is not None and held.currency != gross.currency:
        raise invoice_refused("retention", InvoiceWhy.BAD_RETENTION)
    try:
        found = schedule(terms, new.day, gross, new.retention, calendar)
    except ValueError as error:
        raise invoice_refused("retention", InvoiceWhy.BAD_RETENTION) from error
    if new.retention and not found.retained:  # so few percent that it comes to nothing
        raise invoice_refused("retention", InvoiceWhy.BAD_RETENTION)
    return found
