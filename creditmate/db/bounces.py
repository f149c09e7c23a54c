"""Payments that came back: which receipt a bounce takes."""

from collections.abc import Sequence

from peewee import JOIN

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Entry
from creditmate.domain.kinds import EntryKind


def bounces_among(entries: Sequence[int]) -> dict[int, int | None]:
    """Return those of some entries that are bounces, with the receipt that each takes.

    None where it is set against no receipt.
    """
    query = (
        Entry.select(Entry.id, Allocation.credit_entry_id)
        .join(Allocation, JOIN.LEFT_OUTER, on=Allocation.debit_entry_id == Entry.id)
        .where(Entry.id.in_(among(entries)) & (Entry.kind == EntryKind.BOUNCE))
        .order_by(Entry.id, Allocation.id.desc())
    )
    return dict(database.execute(query)) if entries else {}
