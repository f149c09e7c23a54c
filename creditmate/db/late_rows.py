"""The rows of what is or was late: of a customer, of an invoice, or all that may be to decide.

A part of an invoice is never read without those that were due before it: with the part that was
late first the fixed sum is asked for.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from peewee import JOIN, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.models import Customer, Document, Entry, InterestEvent, OwnDocument
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.interest_events import EventKind
from creditmate.domain.kinds import EntryKind

_LATE = (EntryKind.INVOICE, EntryKind.OPENING)
_DOCUMENT = 1
"""Where it stands in a row."""


def rows_of(as_at: date, customers: Sequence[int] | None, document: int | None) -> list[Any]:
    """Return all that is or was late, and what interest was charged on.

    Args:
        as_at: The day; what happened later is not known.
        customers: Whose; None for everybody's.
        document: Only this invoice's parts.
    """
    query = _late(as_at).where(_counts(as_at))
    if document is not None:
        query = query.where(Entry.document_id == document)
    if customers is None:
        return list(database.execute(query))
    return _in_chunks(query, Entry.customer_id, customers)


def rows_of_entries(as_at: date, entries: Iterable[int]) -> list[Any]:
    """Return the same of these entries' invoices, with all their parts."""
    query = _late(as_at).where(_counts(as_at))
    found = _in_chunks(query, Entry.id, sorted(set(entries)))
    return _with_siblings(found, query)


def rows_to_decide(as_at: date, since: date | None) -> list[Any]:
    """Return what is late and open, and what was paid late and is not given up as a whole.

    Args:
        as_at: The day.
        since: The first day of payment that is looked at; None for all.
    """
    late = _late(as_at)
    paid_late = late.where(Entry.closed_day > Entry.due_day).where(~_is_given_up(as_at))
    if since is not None:
        paid_late = paid_late.where(Entry.closed_day >= since)
    found = list(database.execute(late.where(Entry.open_minor != 0)))
    found += database.execute(paid_late)
    return _with_siblings(found, late.where(_counts(as_at)))


def charged_of(entries: Iterable[int], as_at: date) -> set[int]:
    """Return those of the entries on which interest was charged up to a day."""
    return {entry for (entry,) in _charged_among(as_at, sorted(entries))}


def _late(as_at: date) -> Query:
    return (
        Entry.select(
            Entry.id, Entry.document_id, Entry.currency, Entry.amount_minor, Customer.code,
            Customer.id, Customer.name, Customer.legal_form, Entry.day, Entry.due_day,
            Document.number, Document.payment_terms_id, OwnDocument.supply_day,
        )
        .join(Customer, on=Customer.id == Entry.customer_id)
        .switch(Entry)
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .join(OwnDocument, JOIN.LEFT_OUTER, on=OwnDocument.document_id == Entry.document_id)
        .where(Entry.kind.in_(_LATE) & Entry.void_action_id.is_null())
        .where((Entry.day <= as_at) & (Entry.due_day < as_at))
    )  # fmt: skip


def _counts(as_at: date) -> Query:
    """Open, paid late, or charged though it turned out not to be late."""
    charged = Entry.id.in_(_charged(as_at))
    return (Entry.open_minor != 0) | (Entry.closed_day > Entry.due_day) | charged


def _charged(as_at: Argument) -> Query:
    """The entries on which interest was charged up to a day."""
    return InterestEvent.select(InterestEvent.entry_id).where(
        _stands(as_at) & (InterestEvent.kind == EventKind.CHARGED.value)
    )


@prepared
def _charged_among(as_at: Argument, entries: Argument) -> Query:
    return _charged(as_at).where(InterestEvent.entry_id.in_(listed(entries)))


def _stands(as_at: Argument) -> Query:
    return InterestEvent.void_action_id.is_null() & (InterestEvent.day <= as_at)


def _is_given_up(as_at: date) -> Query:
    """Interest and fixed sum were waived or ended once it was paid: nothing can come after that."""
    given_up = InterestEvent.select(InterestEvent.id).where(
        (InterestEvent.entry_id == Entry.id)
        & _stands(as_at)
        & (InterestEvent.kind != EventKind.CHARGED.value)
        & (InterestEvent.interest_minor > 0)
        & (InterestEvent.fixed_minor > 0)
        & (InterestEvent.until_day >= Entry.closed_day)
    )
    return fn.EXISTS(given_up)


def _with_siblings(found: list[Any], query: Query) -> list[Any]:
    """Return rows with all other parts of their invoices."""
    documents = sorted({row[_DOCUMENT] for row in found if row[_DOCUMENT] is not None})
    several = [document for (document,) in _in_parts(documents)]
    more = _in_chunks(query, Entry.document_id, several)
    return list({row[0]: row for row in (*found, *more)}.values())


@prepared
def _in_parts(documents: Argument) -> Query:
    """Those of the invoices that are due in several parts."""
    return (
        Entry.select(Entry.document_id)
        .where(Entry.document_id.in_(listed(documents)) & Entry.kind.in_(_LATE))
        .group_by(Entry.document_id)
        .having(fn.COUNT(Entry.id) > 1)
    )


def _in_chunks(query: Query, column: Query, ids: Sequence[int]) -> list[Any]:
    rows: list[Any] = []
    for chunk in chunks(list(ids)):
        rows += database.execute(query.where(column.in_(chunk)))
    return rows
