"""Taking back what an action did to a visit; what hangs on it since keeps it from being undone."""

from collections.abc import Mapping
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.merging import Edit, edits_of
from creditmate.db.models import Record, Task, Visit, VisitEvent, VisitIssueItem, VisitPreparation
from creditmate.db.models.base import table_name
from creditmate.db.visit_writing import PARTS

_MODELS: tuple[type[Record], ...] = (
    Visit, VisitIssueItem, VisitPreparation, Task, *PARTS.values(),
)  # fmt: skip
_RECORDS: Mapping[str, type[Record]] = {table_name(model): model for model in _MODELS}


def use_case_of(action: int) -> str:
    """Return what sort of deed an action was; '' where there is none."""
    row = execute("SELECT use_case FROM action WHERE id = ?", (action,)).fetchone()
    return "" if row is None else str(row[0])


def rests_on(action: int) -> bool:
    """Whether something was done later with a record that an action made or edited.

    What was done and undone since is as if it had not been.
    """
    return any(standing_action(table, id_) != action for table, id_ in _touched(action))


def take_back(writing: Writing, action: int, day: date) -> None:
    """Void the events of an action, take out what it made, and set back what it edited."""
    events = "SELECT id FROM visit_event WHERE action_id = ? AND void_action_id IS NULL"
    writing.void(VisitEvent, [id_ for (id_,) in execute(events, (action,)).fetchall()])
    made = set(_made(action))
    for table, id_ in made:
        writing.edit(_RECORDS[table], id_, _version(table, id_), archived_day=day)
    for edit in _edits(action):
        if (edit.table, edit.id) not in made:
            version = _version(edit.table, edit.id)
            writing.edit(_RECORDS[edit.table], edit.id, version, **edit.before)


def _touched(action: int) -> set[tuple[str, int]]:
    raised = execute(
        "SELECT entity, entity_id FROM change WHERE action_id = ? AND op = 'edit'", (action,)
    )
    edited = {(table, id_) for table, id_ in raised.fetchall() if table in _RECORDS}
    return edited | set(_made(action))


def _made(action: int) -> list[tuple[str, int]]:
    sql = "SELECT entity, entity_id FROM change WHERE action_id = ? AND op = 'create' ORDER BY id"
    rows = execute(sql, (action,)).fetchall()
    return [(table, id_) for table, id_ in rows if table in _RECORDS]


def _edits(action: int) -> list[Edit]:
    return [edit for edit in edits_of(action) if edit.table in _RECORDS]


def _version(table: str, id_: int) -> int:
    return int(execute(f"SELECT version FROM {table} WHERE id = ?", (id_,)).fetchone()[0])  # noqa: S608 - a table's own name


def standing_action(table: str, id_: int) -> int | None:
    """Return the last action with a record that was not undone; None where all were."""
    row = execute(
        "SELECT MAX(c.action_id) FROM change c JOIN action a ON a.id = c.action_id"
        " WHERE c.entity = ? AND c.entity_id = ? AND a.undoes_id IS NULL AND c.action_id NOT IN"
        " (SELECT undoes_id FROM action WHERE undoes_id IS NOT NULL)",
        (table, id_),
    ).fetchone()
    return None if row[0] is None else int(row[0])


def last_action(table: str, id_: int) -> int:
    """Return the action that made or edited a record last."""
    return int(execute(f"SELECT action_id FROM {table} WHERE id = ?", (id_,)).fetchone()[0])  # noqa: S608 - as above
