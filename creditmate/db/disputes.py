"""Disputes as at a day, and raising and ending them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from creditmate.db.connection import database
from creditmate.db.entries import put_back
from creditmate.db.gateway import Writing
from creditmate.db.models import Dispute, DisputeEvent, DisputeItem, Entry
from creditmate.db.prepared import Argument, Query, about_customers, prepared
from creditmate.domain.disputes import DisputeEventKind
from creditmate.domain.money import Money
from creditmate.domain.rows import DisputedRow

DISPUTE_COLUMNS = (
    "customer_id", "raised_day", "day_presumed", "reason", "by_whom", "answer_by_day", "note",
    "ended_day",
)  # fmt: skip


def disputed_entries(as_at: date, customers: Sequence[int] | None = None) -> list[DisputedRow]:
    """Return the entries open and in dispute as at a day, by dispute.

    Args:
        as_at: Disputes raised later, and endings later, are not known yet.
        customers: Only these; None for all.
    """
    found = list(_disputed(customers, as_at))
    back = put_back(sorted({row[2] for row in found}), as_at)
    amended = _amended(as_at)
    rows = (
        DisputedRow(
            dispute_id=dispute,
            entry_id=entry,
            customer_id=customer,
            reason=reason,
            raised_day=date.fromisoformat(raised),
            day_presumed=bool(presumed),
            amount=_money(amended.get(dispute, minor), currency),
            open=Money(open_ + back.get(entry, 0), currency),
        )
        for dispute, entry, customer, reason, raised, presumed, minor, currency, open_ in found
    )
    return [row for row in rows if row.open]


@about_customers(Entry.customer_id)
def _disputed(as_at: Argument) -> Query:
    running = (Dispute.raised_day <= as_at) & (
        Dispute.ended_day.is_null() | (Dispute.ended_day > as_at)
    )
    return (
        Entry.select(
            Dispute.id, Entry.id, Entry.customer_id, Dispute.reason, Dispute.raised_day,
            Dispute.day_presumed, DisputeItem.amount_minor, Entry.currency, Entry.open_minor,
        )
        .join(DisputeItem, on=DisputeItem.entry_id == Entry.id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(running & (Entry.day <= as_at) & Entry.void_action_id.is_null())
        .order_by(Dispute.id, DisputeItem.id)
    )  # fmt: skip


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def _amended(as_at: date) -> dict[int, int | None]:
    """The latest amount questioned, of disputes that were amended; None means all."""
    return dict(_amendments(as_at))


@prepared
def _amendments(as_at: Argument) -> Query:
    return (
        DisputeEvent.select(DisputeEvent.dispute_id, DisputeEvent.amount_minor)
        .where((DisputeEvent.kind == DisputeEventKind.AMENDED) & (DisputeEvent.day <= as_at))
        .order_by(DisputeEvent.day, DisputeEvent.id)
    )


def add_disputes(
    writing: Writing,
    disputes: Sequence[tuple[object, ...]],
    items: Iterable[tuple[int, int, int | None]],
    endings: Iterable[tuple[int, DisputeEventKind, date]] = (),
) -> range:
    """Raise disputes, with what they question and how they ended.

    Args:
        writing: The action under way.
        disputes: Values of ``DISPUTE_COLUMNS``; ``ended_day`` agrees with ``endings``.
        items: Place in ``disputes``, entry and minor units (None: all of it).
        endings: Place in ``disputes``, kind and day.
    """
    ids = writing.add_many(Dispute, DISPUTE_COLUMNS, disputes)
    writing.add_many(
        DisputeItem,
        ("dispute_id", "entry_id", "amount_minor"),
        [(ids[place], entry, minor) for place, entry, minor in items],
    )
    writing.add_many(
        DisputeEvent,
        ("dispute_id", "kind", "day", "amount_minor", "note"),
        [(ids[place], kind.value, day, None, "") for place, kind, day in endings],
    )
    return ids


def end_disputes(writing: Writing, ended: Iterable[tuple[int, DisputeEventKind, date]]) -> None:
    """End running disputes: each by its id, with the kind of ending and the day."""
    for dispute, kind, day in ended:
        writing.add(
            DisputeEvent, dispute_id=dispute, kind=kind.value, day=day, amount_minor=None, note=""
        )
        Dispute.update(ended_day=day).where(Dispute.id == dispute).execute()


def running_disputes_on(entries: Collection[int]) -> dict[int, list[int]]:
    """Return the disputes that are not ended, per entry of these."""
    query = (
        DisputeItem.select(DisputeItem.entry_id, DisputeItem.dispute_id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(Dispute.ended_day.is_null())
    )
    found: dict[int, list[int]] = {}
    for entry, dispute in database.execute(query):
        if entry in entries:
            found.setdefault(entry, []).append(dispute)
    return found


def disputed_ever() -> set[int]:
    """Return every entry that is or ever was in dispute."""
    return {
        entry for (entry,) in database.execute(DisputeItem.select(DisputeItem.entry_id).distinct())
    }
