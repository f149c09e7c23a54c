"""Documents of our own: written whole in one action, and read back as they were issued."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from creditmate.db import imports
from creditmate.db.connection import database
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Document,
    DocumentPaper,
    DocumentTax,
    Entry,
    ImportBatch,
    Line,
    OwnDocument,
)
from creditmate.domain.invoice_rows import DocumentRow, LineRow, OwnRow
from creditmate.domain.invoicing import LineTax, TaxSum
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.taxes import TaxKind

OWN = "own"
"""The source of the documents that this ledger issued itself."""
LINE_COLUMNS = (
    "document_id", "place", "description", "quantity", "unit", "price", "discount", "tax_code",
    "tax_rate", "amount_minor", "work_item_id", "credits_place",
)  # fmt: skip
TAX_COLUMNS = (
    "document_id", "place", "code", "name", "kind", "rate", "net_minor", "tax_minor",
)  # fmt: skip
_SHOWN = (
    Document.id, Document.customer_id, Document.kind, Document.origin, Document.source,
    Document.number, Document.day, Document.order_number, Document.payment_terms_id,
    Document.currency, Document.net_minor, Document.tax_minor, Document.gross_minor,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Content:
    """The rows of an own document but for its entries: column values by name, and lists of them.

    Lines and taxes are values of ``LINE_COLUMNS`` and ``TAX_COLUMNS`` without the document.
    """

    document: dict[str, object]
    own: dict[str, object]
    lines: Sequence[tuple[object, ...]]
    taxes: Sequence[tuple[object, ...]]


def add_own_document(writing: Writing, content: Content, paper: int) -> int:
    """Write an own document with the paper it is issued on, and return its id."""
    document = writing.add(
        Document,
        origin="own",
        state="issued",
        source=OWN,
        number_key=imports.number_key(str(content.document["number"])),
        revision=1,
        import_batch_id=None,
        source_row=None,
        **content.document,
    )
    add_details(writing, document, content, paper)
    return document


def add_details(writing: Writing, document: int, content: Content, paper: int) -> None:
    """Write what stands beside an own document: all but the document itself and its entries."""
    writing.add(OwnDocument, document_id=document, **content.own)
    writing.add_many(Line, LINE_COLUMNS, [(document, *line) for line in content.lines])
    writing.add_many(DocumentTax, TAX_COLUMNS, [(document, *tax) for tax in content.taxes])
    writing.add(DocumentPaper, document_id=document, paper_id=paper)


def number_is_used(kind: DocumentKind, number: str) -> bool:
    """Whether an own document of this kind has this number already."""
    same = (Document.source == OWN) & (Document.number_key == imports.number_key(number))
    return bool(Document.select().where(same & (Document.kind == kind.value)).exists())


def documents_numbered(
    number: str, kinds: Collection[DocumentKind] = tuple(DocumentKind)
) -> list[DocumentRow]:
    """Return the documents of this number, our own first, in upper or lower case."""
    query = Document.select(*_SHOWN).where(
        # every source there is, so that the index of numbers answers
        Document.source.in_(_sources())
        & (Document.kind.in_([kind.value for kind in kinds]))
        & (Document.number_key == imports.number_key(number))
        & (Document.state == "issued")
        & Document.void_action_id.is_null()
    )
    rows = [_document(values) for values in database.execute(query)]
    return sorted(rows, key=lambda row: (not row.own, row.id))


def _sources() -> list[str]:
    brought = database.execute(ImportBatch.select(ImportBatch.source).distinct())
    return [OWN, *{imports.source_key(source) for (source,) in brought} - {OWN}]


def similar_numbers(number: str, limit: int = 3) -> list[str]:
    """Numbers of own documents that end like one that nobody has, to be offered instead."""
    end = imports.number_key(number)[-3:]
    query = (
        Document.select(Document.number)
        .where((Document.source == OWN) & Document.number_key.endswith(end))
        .order_by(Document.id.desc())
        .limit(limit)
    )
    return [found for (found,) in database.execute(query)] if end else []


def documents_by_id(ids: Sequence[int]) -> dict[int, DocumentRow]:
    """Return documents by id; unknown ones are left out."""
    query = Document.select(*_SHOWN).where(Document.id.in_(list(ids)))
    return {values[0]: _document(values) for values in database.execute(query)}


def _document(values: Sequence[Any]) -> DocumentRow:
    (id_, customer, kind, origin, source, number, day, order, terms, currency, net, tax, gross) = (
        values
    )
    return DocumentRow(
        id=id_,
        customer_id=customer,
        kind=DocumentKind(kind),
        own=origin == "own",
        source=source,
        number=number,
        day=date.fromisoformat(day),
        order_number=order,
        payment_terms_id=terms,
        net=_money(net, currency),
        tax=_money(tax, currency),
        gross=Money(gross, currency),
    )


def own_part(document: int) -> OwnRow | None:
    """Return what an own document says beside what every document has.

    None for imported ones, and for own ones of which no more is known.
    """
    row = OwnDocument.get_or_none(OwnDocument.document_id == document)
    if row is None:
        return None
    currency = Document.get_by_id(document).currency
    return OwnRow(
        document_id=document,
        supply_day=row.supply_day,
        job=row.job,
        received_by=row.received_by,
        prices=Prices(row.prices),
        rounding=Rounding(row.rounding),
        locale=row.locale,
        discount_day=row.discount_day,
        discount=_money(row.discount_minor, currency),
        retention=_money(row.retention_minor, currency),
        retention_due_day=row.retention_due_day,
        labour=_money(row.labour_minor, currency),
        credits_document_id=row.credits_document_id,
        belongs_document_id=row.belongs_document_id,
        reason=row.reason,
        note=row.note,
    )


def lines_of(document: int, currency: str) -> list[LineRow]:
    """Return the lines of an own document in their order."""
    query = Line.select().where(Line.document_id == document).order_by(Line.place)
    return [
        LineRow(
            place=row.place,
            description=row.description,
            quantity=Decimal(row.quantity),
            unit=row.unit,
            price=Decimal(row.price),
            discount=Decimal(row.discount) if row.discount else None,
            tax_code=row.tax_code,
            tax_rate=Decimal(row.tax_rate),
            amount=Money(row.amount_minor, currency),
            work_item_id=row.work_item_id,
        )
        for row in query
    ]


def taxes_of(documents: Sequence[int], currency: str) -> list[TaxSum]:
    """Return the taxes of own documents in one currency, in their order."""
    query = (
        DocumentTax.select()
        .where(DocumentTax.document_id.in_(list(documents)))
        .order_by(DocumentTax.document_id, DocumentTax.place)
    )
    return [
        TaxSum(
            tax=LineTax(row.code, row.name, TaxKind(row.kind), Decimal(row.rate)),
            net=Money(row.net_minor, currency),
            amount=Money(row.tax_minor, currency),
        )
        for row in query
    ]


def document_of_entry(entry: int) -> int | None:
    """Return the document that an entry of the account is of, or is about."""
    row = Entry.select(Entry.document_id).where(Entry.id == entry).tuples().first()
    return None if row is None else row[0]


def paper_of(document: int) -> int | None:
    """Return the paper on which an own document was issued."""
    row = DocumentPaper.get_or_none(DocumentPaper.document_id == document)
    return None if row is None else int(row.paper_id)


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)
