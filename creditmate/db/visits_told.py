"""What was put down of visits that are not over, for whoever goes by whether they know of them."""

import json
from collections.abc import Collection
from datetime import date

from creditmate.db.connection import execute
from creditmate.domain.visits import VisitEvent, VisitEventKind

_OF_TASKS = """
    SELECT v.task_id, e.kind, e.day, e.way FROM visit v JOIN visit_event e ON e.visit_id = v.id
    WHERE v.task_id IN (SELECT value FROM json_each(?1)) AND v.archived_day IS NULL
        AND e.void_action_id IS NULL AND e.day <= ?2
    ORDER BY e.id
"""


def told_of(tasks: Collection[int], as_at: date) -> dict[int, list[VisitEvent]]:
    """Return what happened to visits by a day, in order, by the next step that each of them is."""
    found: dict[int, list[VisitEvent]] = {}
    for task, kind, day, way in execute(_OF_TASKS, (json.dumps(list(tasks)), as_at.isoformat())):
        event = VisitEvent(VisitEventKind(kind), date.fromisoformat(day), way=way)
        found.setdefault(int(task), []).append(event)
    return found
