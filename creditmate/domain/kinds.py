"""The kinds of thing that move what a customer owes, and of the papers behind them."""

from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is. Debits add to what the customer owes, credits take from it."""

    INVOICE = "invoice"
    CHARGE = "charge"
    OPENING = "opening"
    REFUND = "refund"
    BOUNCE = "bounce"
    RECEIPT = "receipt"
    CREDIT_NOTE = "credit_note"
    DISCOUNT = "discount"
    BANK_CHARGE = "bank_charge"
    TAX_WITHHELD = "tax_withheld"
    WRITE_OFF = "write_off"
    WAIVER = "waiver"
    CANCELLATION = "cancellation"


class DocumentKind(StrEnum):
    """A document that makes entries."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    CHARGE_NOTE = "charge_note"


class PaperKind(StrEnum):
    """A paper that makes no entries and is no statement."""

    TERMS = "terms"
    WELCOME = "welcome"
    PLAN = "plan"
    HELP_SHEET = "help_sheet"
    VISIT_AGENDA = "visit_agenda"
    VISIT_THANKS = "visit_thanks"


def paper_kind(code: str) -> DocumentKind | PaperKind | None:
    """Return the kind of a paper; None for statements."""
    if code in set(PaperKind):
        return PaperKind(code)
    return document_kind(code)


def document_kind(code: str) -> DocumentKind | None:
    """Return the kind of document that a paper is of; None for papers of none, as statements."""
    return next((kind for kind in DocumentKind if kind.value == code), None)


OWED: tuple[DocumentKind, ...] = (DocumentKind.INVOICE, DocumentKind.CHARGE_NOTE)
"""Documents that ask for money; a credit note gives it back."""
