"""Lists of documents: which are meant and in what order, then the rows that are looked at.

What is open follows from open entries and what was allocated later; what was credited, cancelled
or given up from an index of those few entries. Only the list of all documents reads them all, by
an index, and no more of them than their ids.
"""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from peewee import SQL, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Customer, Document, Entry
from creditmate.domain.kinds import EntryKind

DEBITS = (EntryKind.INVOICE, EntryKind.CHARGE)
ENDING = (EntryKind.CREDIT_NOTE, EntryKind.WRITE_OFF, EntryKind.WAIVER, EntryKind.CANCELLATION)
_ENDING = "kind IN (" + ", ".join(f"'{kind.value}'" for kind in ENDING) + ")"
"""Said in the words of the index of such entries: a value that is only bound does not find it."""


@dataclass(slots=True)
class OpenDocument:
    """What is open of an invoice on a day; ``due_day`` is the oldest one of what is open.

    ``overdue_minor`` is what is late by then: of instalments only those that are.
    """

    currency: str
    minor: int
    due_day: str
    overdue_minor: int = 0


def open_documents(as_at: date) -> dict[int, OpenDocument]:
    """Return the invoices of which something was open on a day, by document."""
    found: dict[int, OpenDocument] = {}
    today = as_at.isoformat()
    now = Entry.select(Entry.document_id, Entry.currency, Entry.open_minor, Entry.due_day).where(
        (Entry.open_minor > 0) & (Entry.day <= as_at) & Entry.document_id.is_null(False)
    )
    later = (
        Allocation.select(Entry.document_id, Entry.currency, Allocation.amount_minor, Entry.due_day)
        .join(Entry, on=Entry.id == Allocation.debit_entry_id)
        .where((Allocation.day > as_at) & (Allocation.debit_day <= as_at))
        .where(Entry.document_id.is_null(False))
    )
    for query in (now, later):
        for document, currency, minor, due in database.execute(query):
            known = found.setdefault(document, OpenDocument(currency, 0, due))
            known.minor += minor
            known.overdue_minor += minor if due < today else 0
            known.due_day = min(known.due_day, due)
    return {document: one for document, one in found.items() if one.minor}


def ended_documents(as_at: date) -> dict[int, set[EntryKind]]:
    """Return by which endings each invoice was lessened up to a day; others are left out."""
    credit, debit = Entry.alias("credit"), Entry.alias("debit")
    query = (
        credit.select(debit.document_id, credit.kind)
        .join(Allocation, on=Allocation.credit_entry_id == credit.id)
        .join(debit, on=debit.id == Allocation.debit_entry_id)
        .where(SQL(f"credit.{_ENDING}") & (credit.day <= as_at))
        .where((Allocation.day <= as_at) & debit.document_id.is_null(False))
        .group_by(debit.document_id, credit.kind)
        .having(fn.SUM(Allocation.amount_minor) != 0)
    )
    found: dict[int, set[EntryKind]] = {}
    for document, kind in database.execute(query):
        found.setdefault(document, set()).add(EntryKind(kind))
    return found


def otherwise_settled(ids: Collection[int], as_at: date) -> set[int]:
    """Return which of these invoices money, or what comes with it, was set against as well."""
    credit, debit = Entry.alias("credit"), Entry.alias("debit")
    query = (
        debit.select(debit.document_id)
        .join(Allocation, on=Allocation.debit_entry_id == debit.id)
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .where(debit.document_id.in_(among(ids)) & (Allocation.day <= as_at))
        .where(credit.kind.not_in([kind.value for kind in ENDING]))
        .group_by(debit.document_id)
        .having(fn.SUM(Allocation.amount_minor) != 0)
    )
    return {document for (document,) in database.execute(query)}


def credit_notes(as_at: date) -> set[int]:
    """Return the credit notes issued or imported up to a day."""
    note = Entry.alias("note")
    query = note.select(note.document_id).where(
        SQL(f"note.{_ENDING}")
        & (note.kind == EntryKind.CREDIT_NOTE)
        & (note.day <= as_at)
        & note.void_action_id.is_null()
        & note.document_id.is_null(False)
    )
    return {document for (document,) in database.execute(query)}


def documents_of_entries(entries: Collection[int]) -> set[int]:
    """Return the documents that these entries belong to."""
    query = Entry.select(Entry.document_id).where(
        Entry.id.in_(among(entries)) & Entry.document_id.is_null(False)
    )
    return {document for (document,) in database.execute(query)}


def count_documents(as_at: date) -> int:
    """Return how many documents there are up to a day."""
    return int(_standing(as_at).select(fn.COUNT(Document.id)).scalar() or 0)


def all_ids(as_at: date, *, descending: bool) -> "array[int]":
    """Return every document's id in the order of their days."""
    day, id_ = (Document.day, Document.id)
    order = (day.desc(), id_.desc()) if descending else (day, id_)
    rows = database.execute(_standing(as_at).select(Document.id).order_by(*order))
    return array("q", map(itemgetter(0), rows))


@dataclass(frozen=True, slots=True)
class Sortable:
    """What documents are ordered by."""

    id: int
    customer_id: int
    day: str
    number_key: str
    order_number: str
    currency: str
    gross_minor: int


def sortable(
    as_at: date, ids: Collection[int] | None, customers: Collection[int] | None, text: str = ""
) -> list[Sortable]:
    """Return documents to be ordered.

    Args:
        as_at: Up to this day.
        ids: Only these; None means all.
        customers: Only theirs; with ``text``, theirs or those that have it. None: everybody's.
        text: In the number or the order number, folded; empty for any.
    """
    query = _standing(as_at).select(
        Document.id, Document.customer_id, Document.day, Document.number_key,
        Document.order_number, Document.currency, Document.gross_minor,
    )  # fmt: skip
    if ids is not None:
        query = query.where(Document.id.in_(among(ids)))
    theirs = None if customers is None else Document.customer_id.in_(among(customers))
    if text:
        said = Document.number_key.contains(text) | Document.order_number.contains(text)
        query = query.where(said if theirs is None else said | theirs)
    elif theirs is not None:
        query = query.where(theirs)
    return [Sortable(*values) for values in database.execute(query)]


def customers_named(text: str) -> list[int]:
    """Return customers in whose name or code a folded text is found."""
    query = Customer.select(Customer.id, Customer.code_key, Customer.name)
    return [
        id_
        for id_, code, name in database.execute(query)
        if text in code or text in name.casefold()
    ]


def _standing(as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    return Document.select().where(
        (Document.state == "issued") & Document.void_action_id.is_null() & (Document.day <= as_at)
    )


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document with its customer and what moved it, as the list shows it."""

    id: int
    customer_id: int
    code: str
    name: str
    kind: str
    origin: str
    number: str
    day: str
    order_number: str
    currency: str
    gross_minor: int


def listed(ids: Sequence[int]) -> dict[int, ListedDocument]:
    """Return documents by id; unknown ids are left out."""
    query = (
        Document.select(
            Document.id, Document.customer_id, Customer.code, Customer.name, Document.kind,
            Document.origin, Document.number, Document.day, Document.order_number,
            Document.currency, Document.gross_minor,
        )
        .join(Customer, on=Customer.id == Document.customer_id)
        .where(Document.id.in_(among(ids)))
    )  # fmt: skip
    return {values[0]: ListedDocument(*values) for values in database.execute(query)}


def entries_of(ids: Sequence[int], as_at: date) -> dict[int, list[tuple[int, int, str | None]]]:
    """Return each document's entries: id, what was open on a day, and the due day."""
    later: dict[int, int] = {}
    found: dict[int, list[tuple[int, int, str | None]]] = {}
    kinds = [*(kind.value for kind in DEBITS), EntryKind.CREDIT_NOTE.value]
    for chunk in chunks(ids):
        query = (
            Entry.select(Entry.id, Entry.document_id, Entry.open_minor, Entry.due_day)
            .where(Entry.document_id.in_(chunk) & Entry.kind.in_(kinds))
            .where(Entry.void_action_id.is_null())
            .order_by(Entry.id)
        )
        rows = list(database.execute(query))
        entries = [row[0] for row in rows]
        for side, sign in ((Allocation.debit_entry_id, 1), (Allocation.credit_entry_id, -1)):
            moved = Allocation.select(side, fn.SUM(Allocation.amount_minor)).where(
                side.in_(among(entries)) & (Allocation.day > as_at)
            )
            for entry, minor in database.execute(moved.group_by(side)):
                later[entry] = later.get(entry, 0) + sign * minor
        for id_, document, open_, due in rows:
            found.setdefault(document, []).append((id_, open_ + later.get(id_, 0), due))
    return found


def settled_kinds(ids: Sequence[int], as_at: date) -> dict[int, dict[EntryKind, int]]:
    """Return what was set against each invoice up to a day, by the kind of credit."""
    credit, debit = Entry.alias("credit"), Entry.alias("debit")
    found: dict[int, dict[EntryKind, int]] = {}
    for chunk in chunks(ids):
        query = (
            debit.select(debit.document_id, credit.kind, fn.SUM(Allocation.amount_minor))
            .join(Allocation, on=Allocation.debit_entry_id == debit.id)
            .join(credit, on=credit.id == Allocation.credit_entry_id)
            .where(debit.document_id.in_(chunk) & (Allocation.day <= as_at))
            .group_by(debit.document_id, credit.kind)
        )
        for document, kind, minor in database.execute(query):
            found.setdefault(document, {})[EntryKind(kind)] = minor
    return found
