"""Taking back what was just done with a question, a promise or a note; and what rests on it."""

from collections.abc import Mapping, Sequence
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.disputes import void_dispute_events
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Attachment,
    Dispute,
    DisputeCare,
    Noted,
    NotedEvent,
    Promise,
    PromiseEvent,
    Voidable,
)

_PLAIN: Mapping[str, type[Voidable]] = {
    "dispute": Dispute,
    "dispute_care": DisputeCare,
    "promise": Promise,
    "promise_event": PromiseEvent,
    "noted": Noted,
    "noted_event": NotedEvent,
}
_EVENTS = "dispute_event"
_ABOUT = (
    ("dispute", "dispute_id", ("dispute_event", "dispute_care")),
    ("promise", "promise_id", ("promise_event",)),
    ("noted", "noted_id", ("noted_event",)),
)
"""A table, the column by which others name its rows, and those others."""
Made = Mapping[str, tuple[int, ...]]
"""Ids by table."""


def made_in(action: int, use_cases: frozenset[str]) -> Made:
    """Return what an action of these kinds made and what stands of it; nothing for another one."""
    row = execute("SELECT use_case FROM action WHERE id = ?", (action,)).fetchone()
    if row is None or row[0] not in use_cases:
        return {}
    found: dict[str, tuple[int, ...]] = {}
    for table in (*_PLAIN, _EVENTS):
        sql = f"SELECT id FROM {table} WHERE action_id = ? AND void_action_id IS NULL ORDER BY id"  # noqa: S608 - own names
        ids = tuple(int(id_) for (id_,) in execute(sql, (action,)))
        if ids:
            found[table] = ids
    return found


def rests_on(action: int) -> bool:
    """Whether something was put down later about what an action made, or moved."""
    for table, column, others in _ABOUT:
        named = " UNION ".join(
            [f"SELECT id FROM {table} WHERE action_id = ?1"]  # noqa: S608 - own names
            + [f"SELECT {column} FROM {other} WHERE action_id = ?1" for other in others]  # noqa: S608 - own names
        )
        for other in others:
            sql = (
                f"SELECT 1 FROM {other} WHERE {column} IN ({named})"  # noqa: S608 - own names
                " AND action_id > ?1 AND void_action_id IS NULL LIMIT 1"
            )
            if execute(sql, (action,)).fetchone() is not None:
                return True
    return False


def files_of(action: int) -> list[tuple[int, int]]:
    """Return the files that an action kept and that lie there: their ids and versions."""
    sql = (
        "SELECT t.id, t.version FROM attachment t JOIN change c ON c.entity_id = t.id"
        " WHERE c.entity = 'attachment' AND c.op = 'create' AND c.action_id = ?"
        " AND t.archived_day IS NULL ORDER BY t.id"
    )
    return [(int(id_), int(version)) for id_, version in execute(sql, (action,))]


def put_files_away(writing: Writing, files: Sequence[tuple[int, int]], day: date) -> None:
    """Put files away that showed what never was; their bytes stay."""
    for id_, version in files:
        writing.edit(Attachment, id_, version, archived_day=day)


def void_made(writing: Writing, made: Made) -> None:
    """Void what an action made: it never was."""
    for table, ids in made.items():
        if table == _EVENTS:
            void_dispute_events(writing, ids)
        else:
            writing.void(_PLAIN[table], ids)
