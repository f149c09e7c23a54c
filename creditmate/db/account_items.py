"""All that ever moved a customer's account, open and settled, as at a day."""

from collections.abc import Sequence
from datetime import date

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.entries import entry_rows
from creditmate.db.models import Document, Entry
from creditmate.domain.rows import OpenEntryRow


def account_ids(customer: int, as_at: date) -> list[int]:
    """Return the ids of a customer's entries up to a day, the newest first."""
    there = (Entry.day <= as_at) & Entry.void_action_id.is_null()
    # two questions: entries of documents are found by these, the others by their customer
    queries = (
        Entry.select(Entry.day, Entry.id)
        .join(Document, on=Document.id == Entry.document_id)
        .where((Document.customer_id == customer) & there),
        Entry.select(Entry.day, Entry.id).where(
            (Entry.customer_id == customer) & Entry.document_id.is_null() & there
        ),
    )
    found = [row for query in queries for row in database.execute(query)]
    return [id_ for _, id_ in sorted(found, reverse=True)]


def account_rows(ids: Sequence[int], as_at: date) -> list[OpenEntryRow]:
    """Return these entries in the order asked for, with what was open on the day."""
    found: dict[int, OpenEntryRow] = {}
    for chunk in chunks(ids):
        found.update((row.id, row) for row in entry_rows(chunk, as_at))
    return [found[id_] for id_ in ids if id_ in found]
