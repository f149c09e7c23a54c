"""Open entries as at a day, and setting credits against debits."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from peewee import JOIN, SQL, fn

from creditmate.db.connection import database, raw
from creditmate.db.customers import chunks
from creditmate.db.gateway import Writing
from creditmate.db.models import Allocation, Document, Entry, Receipt, ReceiptExtra
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.allocation import AllocatedEntry, Movement
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money
from creditmate.domain.rows import OpenEntryRow

ENTRY_COLUMNS = (
    "customer_id",
    "document_id",
    "receipt_id",
    "part",
    "kind",
    "day",
    "due_day",
    "currency",
    "amount_minor",
    "open_minor",
    "closed_day",
)
ALLOCATION_COLUMNS = (
    "credit_entry_id",
    "debit_entry_id",
    "amount_minor",
    "day",
    "reverses_id",
    "customer_id",
    "currency",
    "debit_day",
    "due_day",
    "credit_day",
)


def open_entries(
    customers: Sequence[int], as_at: date, *, numbered: bool = True
) -> list[OpenEntryRow]:
    """Return what these customers have open as at a day, oldest first.

    Debits and credits alike; voided entries never count.

    Args:
        customers: Ids.
        as_at: The day.
        numbered: Whether their papers' numbers are read, which takes about as long again as the
            rest; else ``number`` and ``order_number`` are empty.
    """
    if not customers:
        return []
    ids = list(customers)
    back = put_back(ids, as_at)
    # Two questions, not one with OR: only so is each answered from an index, whatever is settled.
    now, rows_of = (_open_now, _entry_rows) if numbered else (_open_unnumbered, _unnumbered)
    found = list(now(ids, as_at))
    for chunk in chunks(list(back)):
        then = rows_of(as_at).where((Entry.open_minor == 0) & Entry.id.in_(chunk) & _STANDS)
        found += database.execute(then)
    rows = [_row(values, back) for values in sorted(found, key=_CUSTOMER_DAY_ID)]
    return [row for row in rows if row.open]


@prepared
def _open_now(customers: Argument, as_at: Argument) -> Query:
    return _entry_rows(as_at).where(_open_of(customers))


@prepared
def _open_unnumbered(customers: Argument, as_at: Argument) -> Query:
    return _unnumbered(as_at).where(_open_of(customers))


def _open_of(customers: Argument) -> Any:  # noqa: ANN401 - an expression
    """Of a voided entry nothing is open; said so, the index of open entries alone answers."""
    return (Entry.open_minor != 0) & Entry.customer_id.in_(listed(customers))


def entry_rows(ids: Sequence[int], as_at: date) -> list[OpenEntryRow]:
    """Return entries of one customer, open or settled, with what was open on a day."""
    found = list(database.execute(_entry_rows(as_at).where(Entry.id.in_(list(ids)) & _STANDS)))
    back = put_back(sorted({values[1] for values in found}), as_at)
    return [_row(values, back) for values in found]


_NO_NUMBER = SQL("''")
_STANDS = Entry.void_action_id.is_null()
_CUSTOMER_DAY_ID = itemgetter(1, 5, 0)


def _entry_rows(as_at: date | Argument) -> Any:  # noqa: ANN401 - a peewee query
    number = fn.COALESCE(Document.number, fn.NULLIF(Receipt.number, ""), Receipt.reference, "")
    return (
        _unnumbered(as_at, number, fn.COALESCE(Document.order_number, ""))
        .join(Document, JOIN.LEFT_OUTER, on=Document.id == Entry.document_id)
        .switch(Entry)
        .join(Receipt, JOIN.LEFT_OUTER, on=Receipt.id == Entry.receipt_id)
    )


def _unnumbered(as_at: date | Argument, *numbers: Any) -> Any:  # noqa: ANN401 - a peewee query
    """Ask for entries with these numbers of their paper and their order, or with none."""
    return Entry.select(
        Entry.id,
        Entry.customer_id,
        Entry.kind,
        *(numbers or (_NO_NUMBER, _NO_NUMBER)),
        Entry.day,
        Entry.due_day,
        Entry.currency,
        Entry.amount_minor,
        Entry.open_minor,
    ).where(Entry.day <= as_at)


_KINDS = {kind.value: kind for kind in EntryKind}


def _row(values: Sequence[Any], back: dict[int, int]) -> OpenEntryRow:
    id_, customer, kind, number, order_number, day, due, currency, amount, open_ = values
    original = Money(amount, currency)
    left = open_ + back.get(id_, 0)
    return OpenEntryRow(  # in their order: rows are read by the thousand
        id_,
        customer,
        _KINDS[kind],
        number,
        order_number,
        date.fromisoformat(day),
        None if due is None else date.fromisoformat(due),
        original,
        original if left == amount else Money(left, currency),
    )


def put_back(customers: Sequence[int], as_at: date) -> dict[int, int]:
    """What was allocated after the day, per entry, with the entry's sign."""
    back: dict[int, int] = {}
    for debit, credit, amount in _allocated_later(list(customers), as_at):
        back[debit] = back.get(debit, 0) + amount
        back[credit] = back.get(credit, 0) - amount
    return back


@prepared
def _allocated_later(customers: Argument, as_at: Argument) -> Query:
    return Allocation.select(
        Allocation.debit_entry_id, Allocation.credit_entry_id, Allocation.amount_minor
    ).where((Allocation.day > as_at) & Allocation.customer_id.in_(listed(customers)))


def receipts_since(
    customers: Sequence[int], first: date, as_at: date
) -> list[tuple[int, date, Money]]:
    """Return money in less bounces and refunds: customer, day and amount, oldest first."""
    return [row[1:] for row in money_since(customers, first, as_at)]


def money_since(
    customers: Sequence[int], first: date, as_at: date
) -> list[tuple[int, int, date, Money]]:
    """Return ``receipts_since`` with the entry of each."""
    return [
        (id_, customer, date.fromisoformat(day), Money(-amount, currency))
        for id_, customer, day, amount, currency in _receipts(list(customers), first, as_at)
    ]


@prepared
def _receipts(customers: Argument, first: Argument, last: Argument) -> Query:
    beside = ReceiptExtra.select(ReceiptExtra.id).where(ReceiptExtra.entry_id == Entry.id)
    return (
        Entry.select(Entry.id, Entry.customer_id, Entry.day, Entry.amount_minor, Entry.currency)
        .where(Entry.customer_id.in_(listed(customers)) & Entry.void_action_id.is_null())
        .where(Entry.document_id.is_null())  # money is no document: passes over all invoices
        .where(Entry.kind.in_([EntryKind.RECEIPT, EntryKind.BOUNCE, EntryKind.REFUND]))
        .where(Entry.day.between(first, last))
        .where(~fn.EXISTS(beside))  # a discount that bounced never was money
        .order_by(Entry.day, Entry.id)
    )


def allocated(entry: int) -> AllocatedEntry:
    """Return an entry with every allocation on it, for the rule of the allocation day."""
    found = Entry.select(Entry.day, Entry.amount_minor, Entry.currency).where(Entry.id == entry)
    ((day, amount, currency),) = database.execute(found)
    concerned = (Allocation.debit_entry_id == entry) | (Allocation.credit_entry_id == entry)
    query = Allocation.select(Allocation.day, Allocation.amount_minor).where(concerned)
    movements = [Movement(date.fromisoformat(day), minor) for day, minor in database.execute(query)]
    return AllocatedEntry(date.fromisoformat(day), Money(amount, currency), tuple(movements))


def add_allocations(writing: Writing, rows: Iterable[tuple[int, int, int, date]]) -> None:
    """Set credits against debits and keep what is open.

    Args:
        writing: The action under way.
        rows: Credit entry, debit entry, minor units and allocation day of each; the day follows
            ``domain.allocation``.

    Raises:
        ValueError: The two sides are of different customers or currencies.
    """
    wanted = list(rows)
    sides = _sides({entry for credit, debit, *_ in wanted for entry in (credit, debit)})
    made = []
    for credit_id, debit_id, amount, day in wanted:
        credit, debit = sides[credit_id], sides[debit_id]
        if credit[:2] != debit[:2]:
            raise ValueError(f"entries {credit_id} and {debit_id} do not belong together")
        made.append(
            (credit_id, debit_id, amount, day, None, *debit[:2], debit[2], debit[3], credit[2])
        )
    writing.add_many(Allocation, ALLOCATION_COLUMNS, made)
    keep_open(sides)


def _sides(entries: Iterable[int]) -> dict[int, Sequence[Any]]:
    """Customer, currency, day and due day (ISO text) of entries, by id."""
    found: dict[int, Sequence[Any]] = {}
    for chunk in chunks(sorted(entries)):
        query = Entry.select(
            Entry.id, Entry.customer_id, Entry.currency, Entry.day, Entry.due_day
        ).where(Entry.id.in_(chunk))
        found.update((id_, side) for id_, *side in database.execute(query))
    return found


def keep_open(entries: Iterable[int]) -> None:
    """Work out the kept columns of these entries from their allocations.

    An entry is closed on the last day on which its allocations changed what is open: what was
    set and taken back on one and the same day (a void) never was.
    """
    for chunk in chunks(sorted(set(entries))):
        taken = _taken_per_day(chunk)
        query = Entry.select(Entry.id, Entry.amount_minor, Entry.void_action_id).where(
            Entry.id.in_(chunk)
        )
        kept = [
            (*_kept(amount, void is not None, taken.get(id_, {})), id_)
            for id_, amount, void in database.execute(query)
        ]
        raw().executemany("UPDATE entry SET open_minor = ?, closed_day = ? WHERE id = ?", kept)


def _kept(amount: int, void: bool, taken: Mapping[str, int]) -> tuple[int, str | None]:
    """What is open of an entry, and the day on which that became nil for good."""
    open_ = 0 if void else amount - sum(taken.values())
    last = max((day for day, minor in taken.items() if minor), default=None)
    return open_, None if open_ or void else last


def _taken_per_day(entries: list[int]) -> dict[int, dict[str, int]]:
    """What allocations took from each entry on each day, with the entry's sign."""
    found: dict[int, dict[str, int]] = {}
    for side, sign in ((Allocation.debit_entry_id, 1), (Allocation.credit_entry_id, -1)):
        query = (
            Allocation.select(side, Allocation.day, fn.SUM(Allocation.amount_minor))
            .where(side.in_(entries))
            .group_by(side, Allocation.day)
        )
        for entry, day, minor in database.execute(query):
            found.setdefault(entry, {})[day] = sign * minor
    return found
