"""Opening a form: a new one, one of work that waits, a charge, or one left unfinished."""

from dataclasses import dataclass
from datetime import datetime

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.i18n.invoice_typing import typed_invoice
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.services.program import Program
from creditmate.ui.wishes import WriteInvoice


class DraftSlot:
    """Where a form is kept; read and written on the database thread only, so never too early."""

    def __init__(self, id_: int = 0) -> None:
        self.id = id_


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """A form to show: what is known of its customer, what stands in it, since when."""

    sheet: InvoiceSheet
    typed: TypedInvoice
    begun: datetime
    slot: DraftSlot


def open_form(program: Program, wish: WriteInvoice, locale: str) -> OpenedForm:
    """Return the form that is wished for; on the database thread.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``; ``UNKNOWN_DRAFT``; ``WORK_STANDS``: the work is invoiced.
    """
    if wish.draft:
        kept = program.invoice_drafts.read(wish.draft)
        sheet = sheet_of(program, kept.typed.code, kind_of(kept.typed))
        return OpenedForm(sheet, kept.typed, kept.begun_at, DraftSlot(kept.id))
    typed = empty_form(wish)
    if typed is None:
        typed = typed_invoice(program.work.invoice_of(wish.code, wish.work), locale)
    sheet = sheet_of(program, wish.code, kind_of(typed))
    return OpenedForm(sheet, typed, program.clock.now(), DraftSlot())


def empty_form(wish: WriteInvoice) -> TypedInvoice | None:
    """Return what stands in a form before anything was read; None where that is not known."""
    if wish.draft or wish.work:
        return None
    return TypedInvoice(code=wish.code, charge=wish.charge, belongs_to=wish.belongs_to)


def kind_of(typed: TypedInvoice) -> DocumentKind:
    """Return what a form is to become."""
    return DocumentKind.CHARGE_NOTE if typed.charge else DocumentKind.INVOICE


def sheet_of(program: Program, code: str, kind: DocumentKind) -> InvoiceSheet:
    """Return what is known of a customer; of nobody, where what was typed is no code."""
    try:
        return program.invoice_forms.sheet(code, kind, program.clock.today)
    except UserError as error:
        if error.problem is not Problem.UNKNOWN_CUSTOMER:
            raise
        return program.invoice_forms.sheet("", kind)
