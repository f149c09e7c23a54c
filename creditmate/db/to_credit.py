"""What was answered with "you are right" and is not credited yet: nobody is asked for it.

A query that was upheld, in all or in part, ends with a credit note to follow. Until it is written,
or comes with the next import, the sum stays open in the books and out of what may be asked for.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.entries import put_back
from creditmate.db.models import Allocation, Dispute, DisputeEvent, DisputeItem, Entry
from creditmate.db.prepared import Argument, Query, about_customers
from creditmate.domain.disputes import CREDITED, DisputeEventKind, poured
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.rows import DisputedRow

_HAPPENED = DisputeEvent.void_action_id.is_null()


def entries_to_credit(as_at: date, customers: Sequence[int] | None = None) -> list[DisputedRow]:
    """Return what of open entries is to be credited as at a day, by dispute.

    Args:
        as_at: Answers and credits dated later are not known.
        customers: Only these; None for all.
    """
    found = list(_answered(customers, as_at))
    if not found:
        return []
    upheld = _upheld(sorted({row[0] for row in found}), as_at)
    found = [row for row in found if row[0] in upheld]
    back = put_back(sorted({row[2] for row in found}), as_at)
    credits_, sums = _credits(sorted({row[1] for row in found}), as_at), _sums(found, upheld)
    left = []
    for dispute, entry, customer, reason, raised, presumed, currency, _, _, open_ in found:
        credited = sum(minor for day, minor in credits_.get(entry, ()) if day >= raised)
        minor = max(sums[dispute, entry] - max(credited, 0), 0)
        left.append(
            DisputedRow(
                dispute_id=dispute,
                entry_id=entry,
                customer_id=customer,
                reason=reason,
                raised_day=date.fromisoformat(raised),
                day_presumed=bool(presumed),
                amount=Money(minor, currency),
                open=Money(open_ + back.get(entry, 0), currency),
                to_credit=True,
            )
        )
    return [row for row in left if row.open and row.disputed]


@about_customers(Entry.customer_id)
def _answered(as_at: Argument) -> Query:
    """Open entries that an answer in the customer's favour was about, by dispute and item."""
    kinds = [kind.value for kind in CREDITED]
    answer = DisputeEvent.select(DisputeEvent.id).where(
        (DisputeEvent.dispute_id == Dispute.id) & DisputeEvent.kind.in_(kinds)
        & (DisputeEvent.day <= as_at) & _HAPPENED
    )  # fmt: skip
    return (
        Entry.select(
            Dispute.id, Entry.id, Entry.customer_id, Dispute.reason, Dispute.raised_day,
            Dispute.day_presumed, Entry.currency, DisputeItem.amount_minor, Entry.amount_minor,
            Entry.open_minor,
        )
        .join(DisputeItem, on=DisputeItem.entry_id == Entry.id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where((Entry.open_minor != 0) & (Entry.day <= as_at) & Entry.void_action_id.is_null())
        .where(Dispute.void_action_id.is_null() & fn.EXISTS(answer))
        .order_by(Dispute.id, DisputeItem.id)
    )  # fmt: skip


def _upheld(disputes: Sequence[int], as_at: date) -> dict[int, int | None]:
    """How much was upheld of those of these disputes that stand so: None is all that was asked."""
    query = (
        DisputeEvent.select(DisputeEvent.dispute_id, DisputeEvent.kind, DisputeEvent.amount_minor)
        .where(DisputeEvent.dispute_id.in_(list(disputes)) & (DisputeEvent.day <= as_at))
        .where(_HAPPENED)
        .order_by(DisputeEvent.day, DisputeEvent.id)
    )
    latest: dict[int, DisputeEventKind] = {}
    asked: dict[int, int | None] = {}
    for dispute, kind, minor in database.execute(query):
        latest[dispute] = DisputeEventKind(kind)
        if minor is not None or latest[dispute] is DisputeEventKind.AMENDED:
            asked[dispute] = minor
    return {id_: asked.get(id_) for id_, kind in latest.items() if kind in CREDITED}


def _sums(
    found: Iterable[Sequence[Any]], upheld: Mapping[int, int | None]
) -> dict[tuple[int, int], int]:
    """How much of each entry is to be credited, by dispute and entry, whatever was credited."""
    items: dict[int, list[tuple[int, int, int]]] = {}
    for dispute, entry, *_, asked, amount, _ in found:
        items.setdefault(dispute, []).append((entry, amount, amount if asked is None else asked))
    sums: dict[tuple[int, int], int] = {}
    for dispute, rows in items.items():
        parts = poured(upheld[dispute], [amount for _, amount, _ in rows])
        for (entry, _, asked), part in zip(rows, parts, strict=True):
            sums[dispute, entry] = asked if part is None else part
    return sums


def _credits(entries: Sequence[int], as_at: date) -> dict[int, list[tuple[str, int]]]:
    """What was taken off each entry by something else than money: day and minor units."""
    credit = Entry.alias("credit")
    query = (
        Allocation.select(Allocation.debit_entry_id, Allocation.day, Allocation.amount_minor)
        .join(credit, on=credit.id == Allocation.credit_entry_id)
        .where(Allocation.debit_entry_id.in_(list(entries)) & (Allocation.day <= as_at))
        .where(credit.kind != EntryKind.RECEIPT.value)
    )
    found: dict[int, list[tuple[str, int]]] = {}
    for entry, day, minor in database.execute(query):
        found.setdefault(entry, []).append((day, minor))
    return found
