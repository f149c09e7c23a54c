"""What of an invoice was credited or cancelled, and charged for it, by papers of our own."""

from datetime import date
from decimal import Decimal
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.invoices import documents_by_id
from creditmate.db.models import Document, Entry, Line, OwnDocument
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.domain.kinds import EntryKind


def credit_notes_against(document: int) -> list[DocumentRow]:
    """Return the own credit notes against a document, the oldest first."""
    return _documents(OwnDocument.credits_document_id == document)


def charges_for(document: int) -> list[DocumentRow]:
    """Return the own charge notes for an invoice, the oldest first."""
    return _documents(OwnDocument.belongs_document_id == document)


def _documents(which: Any) -> list[DocumentRow]:  # noqa: ANN401 - an expression
    query = OwnDocument.select(OwnDocument.document_id).where(which)
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


def quantities_credited(document: int) -> dict[int, Decimal]:
    """Return how many of each line of a document credit notes of ours took, by its place."""
    query = (
        Line.select(Line.credits_place, Line.quantity)
        .join(OwnDocument, on=OwnDocument.document_id == Line.document_id)
        .where(OwnDocument.credits_document_id == document)
        .where(Line.credits_place.is_null(False))
    )
    found: dict[int, Decimal] = {}
    for place, quantity in database.execute(query):
        found[place] = found.get(place, Decimal(0)) + Decimal(quantity)
    return found


def cancelled_on(document: int) -> date | None:
    """Return the day from which an own document does not stand any more."""
    query = Entry.select(fn.MIN(Entry.day)).where(
        (Entry.document_id == document)
        & (Entry.kind == EntryKind.CANCELLATION)
        & Entry.void_action_id.is_null()
    )
    ((day,),) = database.execute(query)
    return maybe_day(day)
