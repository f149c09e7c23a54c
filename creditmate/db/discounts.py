"""What early payment is offered for items: on our own papers, or by the terms agreed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.fields import among
from creditmate.db.models import (
    Allocation,
    Customer,
    Document,
    Entry,
    OwnDocument,
    PaymentTerms,
)
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money

_FIRST = 1
"""The part with a discount: its terms have one due day, and what is held back comes after."""


@dataclass(frozen=True, slots=True)
class StoredOffer:
    """An invoice's discount: as its paper says (``day`` and ``minor``), else its terms as stored.

    Of another program's invoice that names no terms these are the customer's. ``credited`` is
    what credit notes took of the gross.
    """

    entry_id: int
    invoice_day: date
    gross: Money
    credited: Money
    own: bool
    day: date | None
    minor: int | None
    form: str | None
    parameters: str | None


def stored_offers(entries: Sequence[int]) -> list[StoredOffer]:
    """Return what may hold a discount for these entries; invoices only, none taken already.

    A paper offers it once: on the part that is due by its terms, never on what is held back.
    """
    terms = fn.COALESCE(Document.payment_terms_id, Customer.payment_terms_id)
    query = (
        Entry.select(
            Entry.id, Entry.document_id, Document.day, Document.gross_minor, Document.currency,
            OwnDocument.id.is_null(False), OwnDocument.discount_day, OwnDocument.discount_minor,
            PaymentTerms.form, PaymentTerms.parameters,
        )
        .join(Document, on=Document.id == Entry.document_id)
        .join(Customer, on=Customer.id == Document.customer_id)
        .join(OwnDocument, JOIN.LEFT_OUTER, on=OwnDocument.document_id == Document.id)
        .join(PaymentTerms, JOIN.LEFT_OUTER, on=PaymentTerms.id == terms)
        .where(Entry.id.in_(among(entries)) & (Entry.kind == EntryKind.INVOICE))
        .where(Entry.part == _FIRST)
    )  # fmt: skip
    rows = list(database.execute(query))
    documents = [document for _, document, *_ in rows]
    taken, credited = _with_a_discount(documents), _credited(documents)
    return [
        StoredOffer(
            entry_id=id_,
            invoice_day=date.fromisoformat(day),
            gross=Money(gross, currency),
            credited=Money(credited[document], currency),
            own=bool(own),
            day=maybe_day(last),
            minor=minor,
            form=form,
            parameters=parameters,
        )
        for id_, document, day, gross, currency, own, last, minor, form, parameters in rows
        if document not in taken
    ]  # fmt: skip


def _with_a_discount(documents: Sequence[int]) -> set[int]:
    """Those of the documents that a discount is set against, whichever their part."""
    query = _set_against(documents, Entry.kind == EntryKind.DISCOUNT)
    return {document for document, minor in database.execute(query) if minor > 0}


def _credited(documents: Sequence[int]) -> Counter[int]:
    """What credit notes took of documents: ours by what they name, others' by what they are for."""
    theirs = Entry.document_id.not_in(OwnDocument.select(OwnDocument.document_id))
    found: Counter[int] = Counter()
    queries = (
        OwnDocument.select(OwnDocument.credits_document_id, fn.SUM(Document.gross_minor))
        .join(Document, on=Document.id == OwnDocument.document_id)
        .where(OwnDocument.credits_document_id.in_(among(documents)))
        .group_by(OwnDocument.credits_document_id),
        _set_against(documents, (Entry.kind == EntryKind.CREDIT_NOTE) & theirs),
    )
    for query in queries:
        found.update(dict(database.execute(query)))
    return found


def _set_against(documents: Sequence[int], credits: Any) -> Any:  # noqa: ANN401 - expressions
    """What of these credits is set against documents, by document."""
    debit = Entry.alias("debit")
    return (
        Allocation.select(debit.document_id, fn.SUM(Allocation.amount_minor))
        .join(debit, on=debit.id == Allocation.debit_entry_id)
        .switch(Allocation)
        .join(Entry, on=Entry.id == Allocation.credit_entry_id)
        .where(debit.document_id.in_(among(documents)) & credits)
        .group_by(debit.document_id)
    )
