"""What items were settled by, and when: money, or credits of ours."""

from collections.abc import Collection
from datetime import date

from creditmate.db.connection import database
from creditmate.db.fields import among
from creditmate.db.models import Allocation, Entry
from creditmate.domain.kinds import EntryKind
from creditmate.domain.once_missed import Settled, Settling


def settled_by(entries: Collection[int], as_at: date) -> dict[int, Settled]:
    """Return what these items were for, and what is set against them as at a day."""
    if not entries:
        return {}
    wanted = among(list(entries))
    whole = Entry.select(Entry.id, Entry.amount_minor).where(
        Entry.id.in_(wanted) & Entry.void_action_id.is_null()
    )
    found = {id_: Settled(minor, []) for id_, minor in database.execute(whole)}
    query = (
        Allocation.select(
            Allocation.debit_entry_id, Allocation.credit_day, Allocation.amount_minor, Entry.kind
        )
        .join(Entry, on=Entry.id == Allocation.credit_entry_id)
        .where(Allocation.debit_entry_id.in_(wanted) & (Allocation.day <= as_at))
        .order_by(Allocation.id)
    )
    by: dict[int, list[Settling]] = {id_: [] for id_ in found}
    for debit, day, minor, kind in database.execute(query):
        if debit in by:
            one = Settling(date.fromisoformat(day), minor, kind == EntryKind.RECEIPT)
            by[debit].append(one)
    return {id_: one._replace(by=tuple(by[id_])) for id_, one in found.items()}
