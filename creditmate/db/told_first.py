"""What came first: a promise to pay, or the money, a query about its items, time given for them."""

from collections.abc import Collection, Sequence

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


def asked_in(entries: Collection[int]) -> dict[int, int]:
    """Return the action in which each query about some entries was put down, by its id."""
    marks = ", ".join("?" * len(entries))
    sql = (
        "SELECT d.id, d.action_id FROM dispute d JOIN dispute_item i ON i.dispute_id = d.id"  # noqa: S608 - marks alone
        f" WHERE i.entry_id IN ({marks})"
    )
    return dict(execute(sql, tuple(entries)).fetchall())


def given_in(extensions: Sequence[int]) -> dict[int, int]:
    """Return the action in which each time was given."""
    marks = ", ".join("?" * len(extensions))
    sql = f"SELECT id, action_id FROM extension WHERE id IN ({marks})"  # noqa: S608 - marks alone
    return dict(execute(sql, tuple(extensions)).fetchall())
