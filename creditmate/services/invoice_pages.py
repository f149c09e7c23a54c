"""One invoice, charge note or credit note with everything that belongs to it."""

from collections.abc import Sequence
from datetime import date

from creditmate.db import credited, invoices
from creditmate.db.customers import payment_terms
from creditmate.db.disputes import disputed_entries
from creditmate.db.invoice_parts import cancelled_because, parts_of, settled_by
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import OWED
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.promises import Standing
from creditmate.services.circles import Circles
from creditmate.services.credit_plans import Creditable, creditable
from creditmate.services.invoice_lists import InvoiceLists
from creditmate.services.promise_standings import standings_of
from creditmate.services.stored_terms import read_terms


class InvoicePages:
    """Questions about one document; nothing is written."""

    def __init__(self, lists: InvoiceLists) -> None:
        self._lists = lists

    def detail(self, document: int, as_at: date) -> InvoiceDetail:
        """Return everything about a document as at a day.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``.
        """
        row = invoices.documents_by_id([document]).get(document)
        lines = self._lists.rows([document], as_at)
        if row is None or not lines:
            raise UserError(Problem.UNKNOWN_DOCUMENT, number="", similar=[])
        own, currency = invoices.own_part(document), row.gross.currency
        parts = parts_of(document, as_at)
        entries = [part.entry_id for part in parts]
        cancelled = credited.cancelled_on(document)
        return InvoiceDetail(
            row=lines[0],
            document=row,
            own=own,
            lines=tuple(invoices.lines_of(document, currency)),
            taxes=tuple(invoices.taxes_of([document], currency)),
            parts=tuple(parts),
            settled=tuple(settled_by(entries, as_at)),
            credit_notes=tuple(
                note for note in credited.credit_notes_against(document) if note.day <= as_at
            ),
            credits=_document(None if own is None else own.credits_document_id),
            disputed=tuple(
                one for one in disputed_entries(as_at, [row.customer_id]) if one.entry_id in entries
            ),
            promises=tuple(_promises(row, entries, as_at)),
            terms=_terms(row),
            paper_id=invoices.paper_of(document),
            left_to_credit=_left(row),
            cancelled_day=cancelled if cancelled is None or cancelled <= as_at else None,
            cancelled_because=cancelled_because(document),
            charges=tuple(
                charge for charge in credited.charges_for(document) if charge.day <= as_at
            ),
            belongs_to=_document(None if own is None else own.belongs_document_id),
        )

    def of_entry(self, entry: int) -> int | None:
        """Return the document that an entry of the account is of, or is about; money has none."""
        return invoices.document_of_entry(entry)

    def creditable(self, number: str) -> Creditable:
        """Return what of an invoice may still be credited, with its lines where they are known.

        Raises:
            UserError: ``UNKNOWN_DOCUMENT``; ``DOCUMENT_STANDS``: it was cancelled.
        """
        return creditable(number)


def _document(id_: int | None) -> DocumentRow | None:
    return None if id_ is None else invoices.documents_by_id([id_])[id_]


def _promises(row: DocumentRow, entries: Sequence[int], as_at: date) -> list[Standing]:
    """The promises that meant this invoice: the customer's, or its head office's."""
    members = list(Circles([row.customer_id]).members(row.customer_id))
    found = [one for standings in standings_of(members, as_at).values() for one in standings]
    return [one for one in found if set(entries).intersection(one.promise.entries)]


def _terms(row: DocumentRow) -> PaymentTerms | None:
    if row.payment_terms_id is None:
        return None
    return read_terms(*payment_terms(row.payment_terms_id))


def _left(row: DocumentRow) -> Money:
    if row.kind not in OWED:
        return Money(0, row.gross.currency)
    return Money(max(credited.not_yet_credited(row.id), 0), row.gross.currency)
