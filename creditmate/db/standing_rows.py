"""By which row an allocation stands: its own, or the one that set it once more.

What took an allocation back may be undone itself (a bounce that was none): then another row sets
it again, on the day on which it was taken back, and it stands as if that had never been.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.models import Action, Allocation


class Unsound(ValueError):  # noqa: N818 - reads as what happened
    """Undone, an entry would have more open than there is of it, or less than nothing."""


def standing_for(allocations: Sequence[int]) -> dict[int, int]:
    """Return by which row each of these allocations stands now.

    Raises:
        Unsound: One was taken back, and still is.
    """
    return {id_: _stands_as(Allocation.get_by_id(id_)) for id_ in allocations}


def stands_since(row: Any) -> date:  # noqa: ANN401 - a model's row
    """Return the day from which a row's allocation stands: that of the first row of it."""
    undone = Action.get_by_id(row.action_id).undoes_id
    backs = [] if undone is None else _alike(undone, row, -row.amount_minor)
    place = _alike(row.action_id, row, row.amount_minor).index(row.id)
    if place >= len(backs):
        day: date = row.day
        return day
    taken_back = Allocation.get_by_id(backs[place])
    return stands_since(Allocation.get_by_id(taken_back.reverses_id))


def _stands_as(row: Any) -> int:  # noqa: ANN401 - a model's row
    back = Allocation.get_or_none(
        (Allocation.debit_entry_id == row.debit_entry_id) & (Allocation.reverses_id == row.id)
    )
    if back is None:
        return int(row.id)
    undoing = Action.get_or_none(Action.undoes_id == back.action_id)
    again = [] if undoing is None else _alike(undoing.id, row, row.amount_minor)
    place = _alike(back.action_id, row, back.amount_minor).index(back.id)
    if place >= len(again):
        raise Unsound(row.id)
    return _stands_as(Allocation.get_by_id(again[place]))


def _alike(action: int, row: Any, minor: int) -> list[int]:  # noqa: ANN401 - a model's row
    """The rows of an action that moved so much between the same two entries, in their order."""
    query = (
        Allocation.select(Allocation.id)
        .where(Allocation.debit_entry_id == row.debit_entry_id)
        .where(Allocation.credit_entry_id == row.credit_entry_id)
        .where((Allocation.action_id == action) & (Allocation.amount_minor == minor))
        .order_by(Allocation.id)
    )
    return [id_ for (id_,) in database.execute(query)]
