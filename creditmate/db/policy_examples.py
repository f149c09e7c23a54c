"""The newest invoice of everybody, of those with a tag, or of one customer."""

from datetime import date
from typing import Any, NamedTuple

from creditmate.db.connection import database
from creditmate.db.customer_records import all_tags
from creditmate.db.models import Document, Entry, Tag
from creditmate.domain.kinds import EntryKind


class NewestInvoice(NamedTuple):
    """An invoice, and when its first part is due that may be looked at."""

    customer_id: int
    number: str
    day: date
    due_day: date


def newest_open(as_at: date, *, customer: int | None = None, tag: str = "") -> NewestInvoice | None:
    """Return the newest invoice of which something is open; None where nothing is.

    Args:
        as_at: Up to this day.
        customer: Only theirs.
        tag: Only of those who have it, in upper or lower case; '' for everybody.
    """
    query = _invoices(as_at).where(Entry.open_minor > 0)
    if customer is not None:
        query = query.where(Entry.customer_id == customer)
    if tag:
        same = [text for text in all_tags() if text.casefold() == tag.casefold()]
        worn = Tag.select(Tag.customer_id).where(Tag.text.in_(same) & Tag.archived_day.is_null())
        query = query.where(Entry.customer_id.in_(worn))
    return _first(query)


def newest_of(customer: int, as_at: date) -> NewestInvoice | None:
    """Return the newest invoice of a customer, paid or not; None if they never had one."""
    return _first(_invoices(as_at).where(Entry.customer_id == customer))


def invoice_of(document: int, as_at: date) -> NewestInvoice | None:
    """Return an invoice, its first part that is open; None if it is none of that day's."""
    query = _invoices(as_at).where(Entry.document_id == document)
    return _first(query.where(Entry.open_minor > 0)) or _first(query)


def _invoices(as_at: date) -> Any:  # noqa: ANN401 - a peewee query
    return (
        Entry.select(Entry.customer_id, Document.number, Entry.day, Entry.due_day)
        .join(Document, on=Document.id == Entry.document_id)
        .where(Entry.kind == EntryKind.INVOICE.value)
        .where((Entry.day <= as_at) & Entry.due_day.is_null(False))
        .where(Entry.void_action_id.is_null())
    )


def _first(query: Any) -> NewestInvoice | None:  # noqa: ANN401 - a peewee query
    newest = query.order_by(Entry.day.desc(), Document.id.desc(), Entry.due_day).limit(1)
    for customer, number, day, due in database.execute(newest):
        return NewestInvoice(customer, number, _day(day), _day(due))
    return None


def _day(stored: object) -> date:
    return date.fromisoformat(str(stored))
