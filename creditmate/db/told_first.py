"""What came first on one day: that somebody promised to pay, or that money was entered."""

from collections.abc import Sequence

from creditmate.db.connection import execute

_TOLD = """
    WITH RECURSIVE word (promise, id) AS (
        SELECT id, interaction_id FROM promise WHERE id IN ({marks}) AND interaction_id IS NOT NULL
        UNION SELECT w.promise, i.corrects_id FROM word w JOIN interaction i ON i.id = w.id
            WHERE i.corrects_id IS NOT NULL
        UNION SELECT w.promise, m.interaction_id FROM word w
            JOIN interaction_moved m ON m.to_interaction_id = w.id
    )
    SELECT p.id, coalesce(min(i.action_id), p.action_id) FROM promise p
    LEFT JOIN word w ON w.promise = p.id LEFT JOIN interaction i ON i.id = w.id
    WHERE p.id IN ({marks}) GROUP BY p.id
"""


def told_in(promises: Sequence[int]) -> dict[int, int]:
    """Return the action in which each promise was first put down.

    One that was put right, or moved to another customer, was told in its first words.
    """
    ids = tuple(promises)
    return dict(execute(_TOLD.format(marks=", ".join("?" * len(ids))), ids + ids).fetchall())


def entered_in(entries: Sequence[int]) -> dict[int, int]:
    """Return the action in which each entry was put down."""
    marks = ", ".join("?" * len(entries))
    sql = f"SELECT id, action_id FROM entry WHERE id IN ({marks})"  # noqa: S608 - marks alone
    return dict(execute(sql, tuple(entries)).fetchall())
