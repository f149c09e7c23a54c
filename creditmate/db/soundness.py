"""Whether what is allocated adds up: on every day, of every entry, between every two."""

from collections.abc import Iterable, Sequence
from datetime import date

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.imports import movements_on
from creditmate.db.models import Allocation, Entry
from creditmate.domain.allocation import Movement


def is_sound(entries: Sequence[int]) -> bool:
    """Whether these entries have between nothing and all of them open, on every day.

    Of a void one nothing may be set against anything, on any day; and no two have less than
    nothing of each other, whatever others make up for.
    """
    movements = movements_on(list(entries))
    for chunk in chunks(entries):
        query = Entry.select(Entry.id, Entry.amount_minor, Entry.void_action_id).where(
            Entry.id.in_(chunk)
        )
        for id_, amount, void in database.execute(query):
            most = abs(amount) if void is None else 0
            if not _stays_within(movements.get(id_, ()), most):
                return False
    return all(_stays_within(moved) for moved in _pairs(entries))


def _pairs(entries: Sequence[int]) -> Iterable[list[Movement]]:
    """What was moved between each two entries, of which one is among these."""
    found: dict[tuple[int, int], dict[int, Movement]] = {}
    for chunk in chunks(entries):
        on = Allocation.debit_entry_id.in_(chunk) | Allocation.credit_entry_id.in_(chunk)
        for row in Allocation.select().where(on):
            pair = found.setdefault((row.debit_entry_id, row.credit_entry_id), {})
            pair[row.id] = Movement(row.day, row.amount_minor)
    return (list(pair.values()) for pair in found.values())


def _stays_within(movements: Iterable[Movement], most: int | None = None) -> bool:
    days: dict[date, int] = {}
    for movement in movements:
        days[movement.day] = days.get(movement.day, 0) + movement.minor
    taken = 0
    for _, minor in sorted(days.items()):
        taken += minor
        if taken < 0 or (most is not None and taken > most):
            return False
    return True
