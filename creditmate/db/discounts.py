"""What early payment is offered for items: on our own papers, or by the terms agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from peewee import JOIN, fn

from creditmate.db.connection import database
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


@dataclass(frozen=True, slots=True)
class StoredOffer:
    """An invoice's discount: as its paper says (``day`` and ``minor``), else its terms as stored.

    Of another program's invoice that names no terms these are the customer's.
    """

    entry_id: int
    invoice_day: date
    gross: Money
    own: bool
    day: date | None
    minor: int | None
    form: str | None
    parameters: str | None


def stored_offers(entries: Sequence[int]) -> list[StoredOffer]:
    """Return what may hold a discount for these entries; invoices only, none taken already."""
    terms = fn.COALESCE(Document.payment_terms_id, Customer.payment_terms_id)
    query = (
        Entry.select(
            Entry.id, Document.day, Document.gross_minor, Document.currency,
            OwnDocument.id.is_null(False), OwnDocument.discount_day, OwnDocument.discount_minor,
            PaymentTerms.form, PaymentTerms.parameters,
        )
        .join(Document, on=Document.id == Entry.document_id)
        .join(Customer, on=Customer.id == Document.customer_id)
        .join(OwnDocument, JOIN.LEFT_OUTER, on=OwnDocument.document_id == Document.id)
        .join(PaymentTerms, JOIN.LEFT_OUTER, on=PaymentTerms.id == terms)
        .where(Entry.id.in_(among(entries)) & (Entry.kind == EntryKind.INVOICE))
        .where(Entry.id.not_in(_with_a_discount(entries)))
    )  # fmt: skip
    return [
        StoredOffer(
            entry_id=id_,
            invoice_day=date.fromisoformat(day),
            gross=Money(gross, currency),
            own=bool(own),
            day=None if last is None else date.fromisoformat(last),
            minor=minor,
            form=form,
            parameters=parameters,
        )
        for id_, day, gross, currency, own, last, minor, form, parameters
        in database.execute(query)
    ]  # fmt: skip


def _with_a_discount(entries: Sequence[int]) -> list[int]:
    """Those of the entries that a discount is set against."""
    credit = Entry.alias("credit")
    query = (
        Allocation.select(Allocation.debit_entry_id)
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .where(Allocation.debit_entry_id.in_(among(entries)))
        .where(credit.kind == EntryKind.DISCOUNT)
        .group_by(Allocation.debit_entry_id)
        .having(fn.SUM(Allocation.amount_minor) > 0)
    )
    return [entry for (entry,) in database.execute(query)]
