"""Disputes as at a day, and raising, amending and ending them.

The latest event that stands says whether a dispute is open: only an amendment leaves it so, and
one after an ending opens it again. What was taken back never was, at any day.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from creditmate.db.connection import database
from creditmate.db.entries import put_back
from creditmate.db.gateway import Writing
from creditmate.db.models import Dispute, DisputeCare, DisputeEvent, DisputeItem, Entry
from creditmate.db.prepared import Argument, Query, about_customers, listed, prepared
from creditmate.db.to_credit import entries_to_credit
from creditmate.domain.disputes import DisputeEventKind, Moved, poured
from creditmate.domain.money import Money
from creditmate.domain.rows import DisputedRow

DISPUTE_COLUMNS = (
    "customer_id", "raised_day", "day_presumed", "reason", "by_whom", "answer_by_day", "note",
    "ended_day",
)  # fmt: skip
_STANDS = Dispute.void_action_id.is_null()
_HAPPENED = DisputeEvent.void_action_id.is_null()


# ---------------------------------------------------------------- as at a day
def disputed_entries(as_at: date, customers: Sequence[int] | None = None) -> list[DisputedRow]:
    """Return the entries open and in dispute as at a day, by dispute.

    After them comes what was answered in the customer's favour and is not credited yet.

    Args:
        as_at: Disputes raised later, and endings later, are not known yet.
        customers: Only these; None for all.
    """
    latest = {dispute: (kind, minor) for dispute, kind, minor in _happened(as_at)}
    found = [row for row in _disputed(customers, as_at) if not _is_over(latest.get(row[0]))]
    back = put_back(sorted({row[2] for row in found}), as_at)
    asked = _asked(found, latest)
    rows = (
        DisputedRow(
            dispute_id=dispute,
            entry_id=entry,
            customer_id=customer,
            reason=reason,
            raised_day=date.fromisoformat(raised),
            day_presumed=bool(presumed),
            amount=_money(asked[dispute, entry], currency),
            open=Money(open_ + back.get(entry, 0), currency),
        )
        for dispute, entry, customer, reason, raised, presumed, _, currency, open_, _ in found
    )
    running = [row for row in rows if row.open and row.disputed]
    return running + entries_to_credit(as_at, customers)


@about_customers(Entry.customer_id)
def _disputed(as_at: Argument) -> Query:
    running = (Dispute.raised_day <= as_at) & (
        Dispute.ended_day.is_null() | (Dispute.ended_day > as_at)
    )
    return (
        Entry.select(
            Dispute.id, Entry.id, Entry.customer_id, Dispute.reason, Dispute.raised_day,
            Dispute.day_presumed, DisputeItem.amount_minor, Entry.currency, Entry.open_minor,
            Entry.amount_minor,
        )
        .join(DisputeItem, on=DisputeItem.entry_id == Entry.id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(running & _STANDS & (Entry.day <= as_at) & Entry.void_action_id.is_null())
        .order_by(Dispute.id, DisputeItem.id)
    )  # fmt: skip


@prepared
def _happened(as_at: Argument) -> Query:
    """What became by a day of disputes that are open now or ended later, in order."""
    return (
        DisputeEvent.select(DisputeEvent.dispute_id, DisputeEvent.kind, DisputeEvent.amount_minor)
        .join(Dispute, on=Dispute.id == DisputeEvent.dispute_id)
        .where(Dispute.ended_day.is_null() | (Dispute.ended_day > as_at))
        .where((DisputeEvent.day <= as_at) & _HAPPENED & _STANDS)
        .order_by(DisputeEvent.day, DisputeEvent.id)
    )


def _is_over(latest: tuple[str, int | None] | None) -> bool:
    return latest is not None and latest[0] != DisputeEventKind.AMENDED


def _asked(
    found: Iterable[tuple[int, ...]], latest: dict[int, tuple[str, int | None]]
) -> dict[tuple[int, int], int | None]:
    """How much of each entry is in question, None for all of it, by dispute and entry."""
    items: dict[int, list[tuple[int, int, int | None]]] = {}
    for dispute, entry, _, _, _, _, minor, _, _, amount in found:
        items.setdefault(dispute, []).append((entry, amount, minor))
    asked: dict[tuple[int, int], int | None] = {}
    for dispute, rows in items.items():
        sums = [minor for _, _, minor in rows]
        if dispute in latest:
            sums = poured(latest[dispute][1], [amount for _, amount, _ in rows])
        for (entry, _, _), part in zip(rows, sums, strict=True):
            asked[dispute, entry] = part
    return asked


def _money(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


def running_disputes_on(entries: Collection[int]) -> dict[int, list[int]]:
    """Return the disputes that are not ended, per entry of these."""
    query = (
        DisputeItem.select(DisputeItem.entry_id, DisputeItem.dispute_id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(Dispute.ended_day.is_null() & _STANDS)
    )
    found: dict[int, list[int]] = {}
    for entry, dispute in database.execute(query):
        if entry in entries:
            found.setdefault(entry, []).append(dispute)
    return found


def ever_disputed(entries: Collection[int]) -> set[int]:
    """Return which of these entries are or ever were in question."""
    return {entry for (entry,) in _ever(list(entries))}


@prepared
def _ever(entries: Argument) -> Query:
    return (
        DisputeItem.select(DisputeItem.entry_id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(DisputeItem.entry_id.in_(listed(entries)) & _STANDS)
    )


def disputed_ever() -> set[int]:
    """Return every entry that is or ever was in dispute."""
    query = (
        DisputeItem.select(DisputeItem.entry_id)
        .join(Dispute, on=Dispute.id == DisputeItem.dispute_id)
        .where(_STANDS)
        .distinct()
    )
    return {entry for (entry,) in database.execute(query)}


def answered_by_then(as_at: date) -> set[int]:
    """Return the disputes that were ended on a day, although they were opened again since."""
    latest = {dispute: (kind, minor) for dispute, kind, minor in _happened(as_at)}
    return {dispute for dispute, move in latest.items() if _is_over(move)}


def customers_in_question(as_at: date) -> set[int]:
    """Return the customers with whom a question is open as at a day, whatever is open of it."""
    over = answered_by_then(as_at)
    running = Dispute.ended_day.is_null() | (Dispute.ended_day > as_at)
    query = Dispute.select(Dispute.id, Dispute.customer_id).where(
        (Dispute.raised_day <= as_at) & running & _STANDS
    )
    return {whose for id_, whose in database.execute(query) if id_ not in over}


# ---------------------------------------------------------------- writing
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


def add_care(writing: Writing, dispute: int, **values: object) -> int:
    """Put down who of us looks after a dispute from a day on, until when, and what proves it."""
    return writing.add(DisputeCare, dispute_id=dispute, **values)


def end_disputes(writing: Writing, ended: Iterable[tuple[int, DisputeEventKind, date]]) -> None:
    """End running disputes: each by its id, with the kind of ending and the day."""
    for dispute, kind, day in ended:
        latest = _latest(dispute)  # a file's day may lie before what was said of it since
        on = day if latest is None else max(day, latest[1])
        move_dispute(writing, dispute, Moved(kind, on))


def move_dispute(writing: Writing, dispute: int, moved: Moved) -> int:
    """Put down what became of a dispute; an amendment of one that ended opens it again."""
    id_ = writing.add(
        DisputeEvent,
        dispute_id=dispute,
        kind=moved.kind.value,
        day=moved.day,
        amount_minor=moved.minor,
        note=moved.note,
    )
    _keep_ended_day(dispute)
    return id_


def void_dispute_events(writing: Writing, events: Sequence[int]) -> None:
    """Take back what became of disputes."""
    query = DisputeEvent.select(DisputeEvent.dispute_id).where(DisputeEvent.id.in_(list(events)))
    disputes = {dispute for (dispute,) in database.execute(query.distinct())}
    writing.void(DisputeEvent, events)
    for dispute in sorted(disputes):
        _keep_ended_day(dispute)


def _keep_ended_day(dispute: int) -> None:
    """Keep with a dispute the day of its ending, where the latest event is one."""
    latest = _latest(dispute)
    over = latest[1] if latest is not None and _is_over((latest[0], None)) else None
    Dispute.update(ended_day=over).where(Dispute.id == dispute).execute()


def _latest(dispute: int) -> tuple[str, date] | None:
    query = (
        DisputeEvent.select(DisputeEvent.kind, DisputeEvent.day)
        .where((DisputeEvent.dispute_id == dispute) & _HAPPENED)
        .order_by(DisputeEvent.day.desc(), DisputeEvent.id.desc())
        .limit(1)
    )
    found = list(database.execute(query))
    return (found[0][0], date.fromisoformat(found[0][1])) if found else None
