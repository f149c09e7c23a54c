"""What contacts took the place of: older promises, and what was said to be paid, by events."""

from collections.abc import Sequence

from creditmate.db.connection import execute

_ENDED = """
    SELECT e.id FROM {table}_event e
    JOIN {table} p ON p.id = e.{table}_id
    JOIN interaction i ON i.action_id = e.action_id AND i.customer_id = p.customer_id
    WHERE i.id IN ({marks}) AND e.kind IN ({kinds}) AND e.void_action_id IS NULL
        AND (p.interaction_id IS NULL OR p.interaction_id NOT IN ({marks}))
    ORDER BY e.id
"""


def promises_ended_by(contacts: Sequence[int], *, withdrawn: bool) -> list[int]:
    """Return what contacts put down about promises older than they are: each an event's id.

    Args:
        contacts: Ids; one with all that put it right.
        withdrawn: With those that ended without another promise in their place.
    """
    return _ended("promise", contacts, ("replaced", "withdrawn") if withdrawn else ("replaced",))


def claims_ended_by(contacts: Sequence[int]) -> list[int]:
    """Return what contacts took back of what was said before to be paid: each an event's id."""
    return _ended("claim", contacts, ("withdrawn",))


def _ended(table: str, contacts: Sequence[int], kinds: Sequence[str]) -> list[int]:
    marks = ", ".join("?" * len(contacts))
    sql = _ENDED.format(table=table, marks=marks, kinds=", ".join("?" * len(kinds)))
    return [int(id_) for (id_,) in execute(sql, (*contacts, *kinds, *contacts))]
