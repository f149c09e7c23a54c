"""What of an invoice was credited or cancelled, by papers of our own."""

from datetime import date

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.invoices import documents_by_id
from creditmate.db.models import Document, Entry, OwnDocument
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import EntryKind


def credit_notes_against(document: int) -> list[DocumentRow]:
    """Return the own credit notes against a document, the oldest first."""
    query = OwnDocument.select(OwnDocument.document_id).where(
        OwnDocument.credits_document_id == document
    )
    ids = sorted(id_ for (id_,) in database.execute(query))
    found = documents_by_id(ids)
    return [found[id_] for id_ in ids]


def not_yet_credited(document: int) -> int:
    """Return minor units of an invoice that no credit note of ours and no cancellation took."""
    row = Document.get_by_id(document)
    credited = sum(note.gross.minor for note in credit_notes_against(document))
    cancelled = (
        Entry.select(fn.SUM(0 - Entry.amount_minor))
        .where((Entry.document_id == document) & (Entry.kind == EntryKind.CANCELLATION))
        .where(Entry.void_action_id.is_null())
    )
    return int(row.gross_minor - credited - (cancelled.scalar() or 0))


def cancelled_on(document: int) -> date | None:
    """Return the day from which an own document does not stand any more."""
    query = Entry.select(fn.MIN(Entry.day)).where(
        (Entry.document_id == document)
        & (Entry.kind == EntryKind.CANCELLATION)
        & Entry.void_action_id.is_null()
    )
    ((day,),) = database.execute(query)
    return None if day is None else date.fromisoformat(day)
