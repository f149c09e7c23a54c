"""Allocations as they stand: set by the rule of the day, taken back, undone, and looked over.

``entries`` adds allocations and keeps what is open; here is what decides which.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.entries import ALLOCATION_COLUMNS, add_allocations, keep_open
from creditmate.db.gateway import Writing
from creditmate.db.imports import movements_on
from creditmate.db.models import Allocation, Entry
from creditmate.db.soundness import is_sound
from creditmate.db.standing_rows import Unsound, standing_for, stands_since
from creditmate.domain.allocation import AllocatedEntry, Movement, taken_back, voided
from creditmate.domain.allocation_plan import Setting, planned
from creditmate.domain.kinds import EntryKind
from creditmate.domain.money import Money

_FREE = [EntryKind.RECEIPT, EntryKind.CREDIT_NOTE]
"""Credits that a person sets against what they are for."""


def allocated_entries(ids: Iterable[int]) -> dict[int, AllocatedEntry]:
    """Return entries with every allocation on them; void and unknown ones are left out."""
    wanted = sorted(set(ids))
    movements = movements_on(wanted)
    found: dict[int, AllocatedEntry] = {}
    for chunk in chunks(wanted):
        query = Entry.select(Entry.id, Entry.day, Entry.amount_minor, Entry.currency).where(
            Entry.id.in_(chunk) & Entry.void_action_id.is_null()
        )
        for id_, day, minor, currency in database.execute(query):
            amount = Money(minor, currency)
            moved = movements.get(id_, ())
            found[id_] = AllocatedEntry(date.fromisoformat(day), amount, moved)
    return found


def settle(
    writing: Writing,
    settings: Sequence[Setting],
    usable_from: Mapping[int, date] = MappingProxyType({}),
) -> None:
    """Set credits against debits, each on the day of the rule, deposits not before their release.

    Raises:
        TooMuch: An entry has less open than that.
        KeyError: An entry is unknown or void.
        ValueError: Two do not belong together.
    """
    if settings:
        named = {id_ for one in settings for id_ in (one.credit, one.debit)}
        add_allocations(writing, planned(allocated_entries(named), settings, usable_from))


def standing(entries: Sequence[int]) -> list[int]:
    """Return the allocations on these entries that were set and not taken back."""
    found: set[int] = set()
    for chunk in chunks(entries):
        on = Allocation.debit_entry_id.in_(chunk) | Allocation.credit_entry_id.in_(chunk)
        query = Allocation.select(Allocation.id).where(on & _stands())
        found.update(id_ for (id_,) in database.execute(query))
    return sorted(found)


def free_allocations(allocations: Sequence[int]) -> dict[int, int]:
    """Return those of these allocations that may be taken back by themselves, with the customer.

    They stand, and set money or a credit note against an item: what came beside money, or was
    written off, and what a bounce or a refund took, is undone as a whole.
    """
    credit, debit = Entry.alias("credit"), Entry.alias("debit")
    found: dict[int, int] = {}
    for chunk in chunks(sorted(set(allocations))):
        query = (
            Allocation.select(Allocation.id, Allocation.customer_id)
            .join(credit, on=credit.id == Allocation.credit_entry_id)
            .switch(Allocation)
            .join(debit, on=debit.id == Allocation.debit_entry_id)
            .where(Allocation.id.in_(chunk) & _stands() & credit.kind.in_(_FREE))
            .where(debit.kind.not_in([EntryKind.BOUNCE, EntryKind.REFUND]))
            .where(credit.void_action_id.is_null() & debit.void_action_id.is_null())
        )
        found.update(database.execute(query))
    return found


def _stands() -> Any:  # noqa: ANN401 - an expression
    back = Allocation.alias("back")
    taken = back.select(back.id).where(
        (back.reverses_id == Allocation.id)
        & (back.debit_entry_id == Allocation.debit_entry_id)  # found by the index of debits
    )
    return (Allocation.amount_minor > 0) & ~fn.EXISTS(taken)


def take_back(writing: Writing, allocations: Sequence[int], on: date | None = None) -> list[int]:
    """Take allocations back, on a day or their own if later; without a day they never were.

    Returns:
        The entries concerned.
    """
    rows = _rows(allocations)
    moves = []
    for row in rows:
        movement = Movement(stands_since(row), row.amount_minor)
        moves.append(taken_back(movement, movement.day if on is None else on))
    return _add_moves(writing, rows, moves)


def undo_all(writing: Writing, entries: Sequence[int]) -> list[int]:
    """Undo every allocation that these entries ever had, each on its own day.

    Returns:
        These entries, and those set against them.
    """
    found: list[int] = []
    for chunk in chunks(entries):
        on = Allocation.debit_entry_id.in_(chunk) | Allocation.credit_entry_id.in_(chunk)
        found += [id_ for (id_,) in database.execute(Allocation.select(Allocation.id).where(on))]
    rows = _not_undone(_rows(sorted(set(found))))
    return _add_moves(writing, rows, _voided(rows))


def _not_undone(rows: Sequence[Any]) -> list[Any]:
    """Leave out what was undone already: set and taken back on its own day, it never was.

    It may be between two customers by now: made while they were one, which they are no more.
    """
    days = {row.id: row.day for row in rows}
    undone: set[int] = set()
    for row in rows:
        if row.reverses_id not in undone and days.get(row.reverses_id) == row.day:
            undone |= {row.id, row.reverses_id}
    return [row for row in rows if row.id not in undone]


def undo_rows(writing: Writing, allocations: Sequence[int]) -> list[int]:
    """Undo what these rows did, settings and takings back alike, each on its own day.

    Returns:
        The entries concerned.

    Raises:
        Unsound: Something was taken back already, or something else was set against these
            entries since.
    """
    rows = _rows(allocations)
    stands = standing_for([row.id for row in rows if row.amount_minor > 0])
    return _add_moves(writing, rows, _voided(rows), stands)


def _voided(rows: Sequence[Any]) -> Iterable[Movement]:
    return voided(Movement(row.day, row.amount_minor) for row in rows)


def _rows(allocations: Sequence[int]) -> list[Any]:
    found: list[Any] = []
    for chunk in chunks(sorted(allocations)):
        found += list(Allocation.select().where(Allocation.id.in_(chunk)).order_by(Allocation.id))
    return found


def _add_moves(
    writing: Writing,
    rows: Sequence[Any],
    moves: Iterable[Movement],
    stands: Mapping[int, int] = MappingProxyType({}),
) -> list[int]:
    made = [
        (
            row.credit_entry_id, row.debit_entry_id, move.minor, move.day,
            stands.get(row.id, row.id) if move.minor < 0 else None, row.customer_id,
            row.currency, row.debit_day, row.due_day, row.credit_day,
        )
        for row, move in zip(rows, moves, strict=True)
    ]  # fmt: skip
    writing.add_many(Allocation, ALLOCATION_COLUMNS, made)
    concerned = sorted({id_ for row in rows for id_ in (row.credit_entry_id, row.debit_entry_id)})
    # only when all are there: between two of them an entry may seem to be paid twice
    if not is_sound(concerned):
        raise Unsound(concerned)
    keep_open(concerned)
    return concerned


def void_entries(writing: Writing, entries: Sequence[int]) -> None:
    """Void entries whose allocations are undone: they never were."""
    for chunk in chunks(entries):
        Entry.update(open_minor=0, closed_day=None).where(Entry.id.in_(chunk)).execute()
    writing.void(Entry, entries)
