"""What contacts took the place of: older promises, and what was said to be paid, by events."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from creditmate.db.connection import execute

_ENDED = """
    SELECT DISTINCT e.id FROM {table}_event e
    JOIN {table} p ON p.id = e.{table}_id
    JOIN interaction i ON i.action_id = e.action_id AND i.customer_id = p.customer_id
    WHERE {whose} AND e.kind IN ({kinds}) AND e.void_action_id IS NULL
        AND (p.interaction_id IS NULL OR p.interaction_id NOT IN ({marks}))
    ORDER BY e.id
"""
_BY_THEM = "i.id IN ({marks})"
_FOR_THEM = """
    (i.id IN ({marks})
        OR e.by_promise_id IN (SELECT id FROM promise WHERE interaction_id IN ({marks})))
"""
"""An older word put down, or put right, after them gave way to them as well."""
_BY_OTHERS = """
    SELECT e.kind, e.day, e.by_promise_id FROM promise_event e
    JOIN promise p ON p.id = e.promise_id
    LEFT JOIN promise b ON b.id = e.by_promise_id
    WHERE p.interaction_id IN ({marks}) AND p.side = 'theirs' AND p.void_action_id IS NULL
        AND e.void_action_id IS NULL AND e.kind IN ('replaced', 'withdrawn')
        AND (b.id IS NULL OR b.interaction_id IS NULL OR b.interaction_id NOT IN ({marks}))
        AND EXISTS (SELECT 1 FROM interaction i WHERE i.action_id = e.action_id)
        AND NOT EXISTS (
            SELECT 1 FROM interaction i
            WHERE i.action_id = e.action_id AND i.id IN ({marks}) AND b.id IS NULL
        )
        AND p.id = (
            SELECT max(id) FROM promise
            WHERE interaction_id IN ({marks}) AND side = 'theirs' AND void_action_id IS NULL
        )
    ORDER BY e.day DESC, e.id DESC LIMIT 1
"""
_FIRST_WORDS = """
    WITH RECURSIVE word (promise, id, before) AS (
        SELECT p.id, i.id, i.corrects_id FROM promise p
        JOIN interaction i ON i.id = p.interaction_id WHERE p.id IN ({marks})
        UNION SELECT w.promise, i.id, i.corrects_id FROM word w
            JOIN interaction i ON i.id = w.before
    )
    SELECT promise, min(id) FROM word GROUP BY promise
"""


class GaveWay(NamedTuple):
    """How a promise came to its end: ``by`` is the promise that took its place, if one did."""

    kind: str
    day: date
    by: int | None


def promises_ended_by(contacts: Sequence[int], *, withdrawn: bool) -> list[int]:
    """Return what contacts put down about promises older than they are: each an event's id.

    Args:
        contacts: Ids; one with all that put it right.
        withdrawn: With those that ended without another promise in their place.
    """
    kinds = ("replaced", "withdrawn") if withdrawn else ("replaced",)
    return _ended("promise", contacts, kinds, _FOR_THEM)


def claims_ended_by(contacts: Sequence[int]) -> list[int]:
    """Return what contacts took back of what was said before to be paid: each an event's id."""
    return _ended("claim", contacts, ("withdrawn",), _BY_THEM)


def gave_way(contacts: Sequence[int]) -> GaveWay | None:
    """Return how the last promise made in contacts ended with another one; None where none did.

    Args:
        contacts: Ids; one with all that put it right.
    """
    marks = ", ".join("?" * len(contacts))
    row = execute(_BY_OTHERS.format(marks=marks), tuple(contacts) * 4).fetchone()
    return None if row is None else GaveWay(row[0], date.fromisoformat(row[1]), row[2])


def first_words(promises: Sequence[int]) -> dict[int, int]:
    """Return the contacts in which promises were made, by the promises' ids.

    It is the first one, where it was put right.
    """
    marks = ", ".join("?" * len(promises))
    return dict(execute(_FIRST_WORDS.format(marks=marks), tuple(promises)).fetchall())


def _ended(table: str, contacts: Sequence[int], kinds: Sequence[str], whose: str) -> list[int]:
    marks = ", ".join("?" * len(contacts))
    whose = whose.format(marks=marks)
    sql = _ENDED.format(table=table, marks=marks, whose=whose, kinds=", ".join("?" * len(kinds)))
    times = whose.count(marks)
    return [int(id_) for (id_,) in execute(sql, (*(tuple(contacts) * times), *kinds, *contacts))]
