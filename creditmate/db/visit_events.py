"""What happened to a visit, taken back and put back: an agenda was sent, it was confirmed."""

import json
from collections.abc import Collection

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import VisitEvent
from creditmate.domain.visits import VisitEventKind

_COLUMNS = (
    "visit_id", "interaction_id", "kind", "day", "way", "contact_id", "by_whom", "paper_id",
    "from_day", "from_at", "to_day", "to_at", "note",
)  # fmt: skip
# What they were told, or told us, is of the day and hour as it is since the last move.
_SINCE_MOVED = """
    SELECT id FROM visit_event WHERE visit_id = ?1 AND kind IN (SELECT value FROM json_each(?2))
        AND void_action_id IS NULL AND id > COALESCE((
            SELECT MAX(id) FROM visit_event WHERE visit_id = ?1 AND kind = 'moved'
                AND void_action_id IS NULL
        ), 0) ORDER BY id
"""
_TAKEN_BACK = f"""
    SELECT {", ".join(_COLUMNS)} FROM visit_event WHERE void_action_id = ? ORDER BY id
"""  # noqa: S608 - our own columns


def actions_of(visit: int) -> list[tuple[VisitEventKind, int]]:
    """Return what happened to a visit, in order, each with the action that put it down."""
    sql = (
        "SELECT kind, action_id FROM visit_event WHERE visit_id = ? AND void_action_id IS NULL"
        " ORDER BY id"
    )
    return [(VisitEventKind(kind), int(action)) for kind, action in execute(sql, (visit,))]


def void_since_moved(writing: Writing, visit: int, kinds: Collection[VisitEventKind]) -> None:
    """Void what was put down of these kinds since a visit was moved or changed last."""
    named = json.dumps([kind.value for kind in kinds])
    rows = execute(_SINCE_MOVED, (visit, named)).fetchall()
    writing.void(VisitEvent, [int(id_) for (id_,) in rows])


def put_back_voided(writing: Writing, action: int) -> None:
    """Put down anew what an action voided: as it was, of the day on which it happened."""
    for row in execute(_TAKEN_BACK, (action,)).fetchall():
        writing.add(VisitEvent, **dict(zip(_COLUMNS, row, strict=True)))
