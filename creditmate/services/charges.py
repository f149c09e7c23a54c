"""What is special about a charge note: interest or a fixed sum for paying late, charged apart.

The principal stands on its own invoice; a charge has a paper, a number and an entry of its own, so
that payments are set against either by the order of the settings (domain-rules 4.2). Whoever
charges says how much and why.
"""

from dataclasses import replace
from typing import NamedTuple

from creditmate.db.credited import cancelled_on
from creditmate.documents.invoice_paper import Credited
from creditmate.domain.due_rules import OnReceipt
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.new_invoice import NewInvoice
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.services.documents import require_document

CHARGE_TERMS = PaymentTerms(OnReceipt())
"""When a charge note is due unless somebody says otherwise."""


class Belonging(NamedTuple):
    """The invoice that a charge note is for, and what its paper says of it; both None for none."""

    document: int | None
    paper: Credited | None


def charge_terms(new: NewInvoice) -> PaymentTerms:
    """Return the terms of a charge note: on receipt unless said otherwise, without a discount."""
    return replace(new.terms or CHARGE_TERMS, discount=None)


def check_charge(new: NewInvoice) -> None:
    """Refuse what only an invoice has on a charge note, and what only a charge note has elsewhere.

    Raises:
        UserError: ``INVOICE_FIELD``.
    """
    if new.kind is not DocumentKind.CHARGE_NOTE:
        if new.belongs_to.strip():
            raise invoice_refused("belongs_to", InvoiceWhy.ONLY_CHARGE)
        return
    if new.retention is not None:
        raise invoice_refused("retention", InvoiceWhy.NOT_ON_CHARGE)
    if new.labour is not None:
        raise invoice_refused("labour", InvoiceWhy.NOT_ON_CHARGE)


def belonging(new: NewInvoice, customer: int) -> Belonging:
    """Return the invoice that a charge note is for.

    Raises:
        UserError: ``UNKNOWN_DOCUMENT``, ``SEVERAL_DOCUMENTS``; ``DOCUMENT_STANDS``: it was
            cancelled, or is no invoice; ``INVOICE_FIELD``: it is another customer's, or later
            than the charge.
    """
    if not new.belongs_to.strip():
        return Belonging(None, None)
    found = charged_invoice(new.belongs_to, customer)
    if new.day < found.day:
        raise invoice_refused("day", InvoiceWhy.CHARGE_BEFORE, day=found.day)
    return Belonging(found.id, Credited(found.number, found.day))


def charged_invoice(number: str, customer: int | None) -> DocumentRow:
    """Return the invoice that a charge may be for, by the number that was typed.

    Args:
        number: As typed.
        customer: Who is charged; None while that is not known.

    Raises:
        UserError: As ``belonging``, but for the day.
    """
    found = require_document(number, (DocumentKind.INVOICE,))
    if customer is not None and found.customer_id != customer:
        raise invoice_refused("belongs_to", InvoiceWhy.OTHER_CUSTOMER, found=found.number)
    if cancelled_on(found.id) is not None:
        raise UserError(Problem.DOCUMENT_STANDS, number=found.number, why="cancelled")
    return found
