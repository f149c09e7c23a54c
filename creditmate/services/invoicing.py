"""Invoices, charge notes and credit notes of our own: worked out, numbered, issued, and cancelled.

Like a statement, a document is read and numbered on the database thread, drawn elsewhere, and
issued in one action that refuses it when its number is no longer the next
(``services.invoice_issue`` does all three).
"""

from dataclasses import dataclass, replace
from datetime import date

from creditmate.db import credited, invoice_drafts, invoices, papers, work_items
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Gateway, Writing
from creditmate.db.invoice_parts import parts_of, set_against
from creditmate.documents.copies import copy_of
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.papers import DrawnPaper
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.interest_events import EventKind
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import OWED
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import NewCredit, NewInvoice
from creditmate.domain.ports import Clock
from creditmate.services.credit_plans import plan_credit
from creditmate.services.documents import require_document
from creditmate.services.interest_writing import check_still_left, write_event
from creditmate.services.invoice_plans import InvoicePlan, plan_invoice
from creditmate.services.invoice_rows import content_of, entries_of
from creditmate.services.numbered_papers import NewPaper, keep_paper
from creditmate.services.numbering import next_place

ISSUED = Touched.INVOICES | Touched.PAPERS | Touched.PAYMENTS
"""What issuing a document touches."""


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """A document just issued; ``left`` is what of a credit note its invoice had no room for.

    ``work`` is how many pieces of work wait for an invoice again, since theirs is credited in full.
    """

    document_id: int
    paper_id: int
    number: str
    touched: Touched
    left: Money
    work: int = 0


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A document's paper exactly as it was issued.

    ``cancelled`` is the day from which the document does not stand any more; ``copy`` says so.
    """

    document: DocumentRow
    code: str
    name: str
    number: str
    locale: str
    pdf: bytes
    pages: int
    cancelled: date | None

    def copy(self) -> bytes:
        """Return the copy to print: these bytes, marked on every page where it was cancelled.

        Not on the database thread: marking takes a moment.
        """
        return copy_of(self.pdf, self.cancelled, self.locale)


class Invoicing:
    """Issues documents of our own."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def plan(self, new: NewInvoice) -> InvoicePlan:
        """Check and work out an invoice or a charge note; nothing is written.

        For what is being typed as well: lines, taxes, net, gross and due days are in it, and
        ``preview`` makes the page of it.

        Raises:
            UserError: ``UNKNOWN_CUSTOMER``; ``INVOICE_FIELD`` naming the field, of which line,
                and why (``domain.invoice_refusals``).
        """
        return plan_invoice(new, self._clock.today)

    def look(self, new: NewInvoice) -> InvoicePlan:
        """Work out an invoice that is being typed, to be looked at.

        That its order number is not there yet, or that it comes to nothing so far, is no reason
        against looking; ``plan`` refuses it.

        Raises:
            UserError: As ``plan`` otherwise.
        """
        return plan_invoice(new, self._clock.today, whole=False)

    def plan_credit(self, new: NewCredit) -> InvoicePlan:
        """Check and work out a credit note against one of these; nothing is written.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``; ``DOCUMENT_STANDS`` of a cancelled invoice;
                ``INVOICE_FIELD`` naming the field and why, such as more than is left.
        """
        return plan_credit(new, self._clock.today)

    def preview(self, plan: InvoicePlan) -> InvoicePaper:
        """Return the paper as it would be, marked as a draft so that nobody sends it."""
        return replace(plan.paper, draft=True)

    def numbered(self, plan: InvoicePlan) -> InvoicePaper:
        """Return the paper with the number that is next, ready to be drawn.

        Raises:
            UserError: ``NUMBER_TAKEN``: a document from before the series has that number.
        """
        return replace(plan.paper, number=self._number(plan))

    def issue(
        self, plan: InvoicePlan, paper: InvoicePaper, drawn: DrawnPaper, draft: int | None = None
    ) -> IssuedDocument | None:
        """Issue a drawn document with its number, lines, taxes, parts and bytes, in one action.

        Args:
            plan: What ``plan`` or ``plan_credit`` returned.
            paper: As ``numbered`` returned it.
            drawn: Its PDF.
            draft: The form it was typed in, which is finished with it.

        Returns:
            None when its number is not the next any more, so that it has to be numbered and
            drawn again. Nothing is written then.

        Raises:
            UserError: ``CHANGED_MEANWHILE``: the invoice was credited or cancelled, or work was
                invoiced, since it was worked out.
        """
        if self._number(plan) != paper.number:
            return None
        _check_again(plan)
        with self._gateway.write(f"issue-{plan.kind.value.replace('_', '-')}") as writing:
            paper_id = add_paper_of(writing, plan, paper, drawn)
            document = invoices.add_own_document(
                writing, content_of(writing, plan, paper.number), paper_id
            )
            left = _add_entries(writing, plan, document)
            _put_interest_down(writing, plan, document)
            work_items.mark_invoiced(writing, plan.work_items, document, plan.day)
            freed = _free_work(writing, plan.against)
            if draft is not None:
                invoice_drafts.drop_draft_within(draft)
        touched = ISSUED | (Touched.WORK if plan.work_items or freed else Touched.NOTHING)
        return IssuedDocument(document, paper_id, paper.number, touched, left, freed)

    def stored(self, document: int) -> StoredPaper:
        """Return the paper of an own document, byte for byte as it was issued.

        Raises:
            UserError: ``NO_PAPER``: it was imported, or comes from before papers were kept.
        """
        row = invoices.documents_by_id([document]).get(document)
        paper = None if row is None else invoices.paper_of(document)
        if row is None or paper is None:
            raise UserError(Problem.NO_PAPER, number="" if row is None else row.number)
        customer = customers_by_id([row.customer_id])[row.customer_id]
        own = invoices.own_part(document)
        return StoredPaper(
            document=row,
            code=customer.code,
            name=customer.name,
            number=row.number,
            locale=customer.locale if own is None else own.locale,
            pdf=papers.paper_bytes(paper),
            pages=papers.pages_of(paper),
            cancelled=credited.cancelled_on(document),
        )

    def stored_number(self, number: str) -> StoredPaper:
        """Return the paper of the document of this number.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``, ``SEVERAL_DOCUMENTS`` or ``NO_PAPER``.
        """
        return self.stored(require_document(number).id)

    def _number(self, plan: InvoicePlan) -> str:
        number = next_place(plan.kind.value, plan.day).number
        if invoices.number_is_used(plan.kind, number):
            raise UserError(Problem.NUMBER_TAKEN, number=number)
        return number


def _check_again(plan: InvoicePlan) -> None:
    """Refuse what was worked out from what has changed since."""
    if plan.interest:
        check_still_left(plan.interest)
    if not work_items.are_waiting(plan.work_items):
        raise UserError(Problem.CHANGED_MEANWHILE)
    if plan.belongs is not None and credited.cancelled_on(plan.belongs) is not None:
        raise UserError(Problem.CHANGED_MEANWHILE)
    if plan.against is not None and plan.left_before != credited.not_yet_credited(plan.against):
        raise UserError(Problem.CHANGED_MEANWHILE)


def _put_interest_down(writing: Writing, plan: InvoicePlan, document: int) -> None:
    """Put down of what interest is charged, where it was worked out by the program."""
    for event in plan.interest:
        write_event(
            writing, EventKind.CHARGED, plan.customer.id, plan.day, event, document=document
        )


def _free_work(writing: Writing, against: int | None) -> int:
    """Let the work of an invoice of which nothing is left wait again: it may be invoiced anew."""
    if against is None or credited.not_yet_credited(against) > 0:
        return 0
    return work_items.free_again(writing, against)


def add_paper_of(
    writing: Writing, plan: InvoicePlan, paper: InvoicePaper, drawn: DrawnPaper
) -> int:
    """Keep the paper of a document as it is issued, and return its id."""
    gross = plan.totals.gross
    new = NewPaper(
        kind=plan.kind.value,
        day=plan.day,
        number=paper.number,
        customer_id=plan.customer.id,
        currency=gross.currency,
        locale=paper.locale,
        content_sha256=plan.content_sha256,
        total_minor=gross.minor if plan.kind in OWED else -gross.minor,
    )
    return keep_paper(writing, new, drawn)


def _add_entries(writing: Writing, plan: InvoicePlan, document: int) -> Money:
    """Add a document's entries; a credit note is set against its invoice, as far as it is open."""
    made = entries_of(writing, plan, document)
    if plan.against is None:
        return Money(0, plan.totals.currency)
    debits = [part.entry_id for part in parts_of(plan.against, date.max)]
    return set_against(writing, plan.customer.id, made[0], debits, plan.totals.gross)
