"""Taking a contact back: whatever its action made and edited, and what rests on that since."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.disputes import void_dispute_events
from creditmate.db.gateway import Writing
from creditmate.db.merging import Edit, edits_of
from creditmate.db.models import FACTS, Attachment, Interaction, Record, Task, Visit, Voidable
from creditmate.db.models.base import column_names, table_name
from creditmate.db.visit_undo import standing_action
from creditmate.domain.changes import Touched
from creditmate.domain.kinds import PaperKind

_ELSEWHERE = frozenset({"document", "entry", "receipt"})
"""Of trade and money, which no contact makes, and which are too many to be looked through."""
_VOIDABLE: Mapping[str, type[Voidable]] = {
    table_name(model): model
    for model in FACTS
    if issubclass(model, Voidable) and table_name(model) not in _ELSEWHERE
}
_RECORDS: Mapping[str, type[Record]] = {"task": Task, "attachment": Attachment, "visit": Visit}
"""What comes of a contact beside facts."""
_NAMED_BY: tuple[tuple[str, str, str], ...] = (
    ("interaction", "corrects_id", "interaction"),
    ("promise_event", "promise_id", "promise"),
    ("claim_event", "claim_id", "claim"),
    ("dispute_event", "dispute_id", "dispute"),
    ("dispute_care", "dispute_id", "dispute"),
    ("plan_event", "plan_id", "plan"),
    ("extension_event", "extension_id", "extension"),
    ("noted_event", "noted_id", "noted"),
    ("hold_event", "hold_id", "hold"),
    # what was added to a visit's report
    ("visit_result", "interaction_id", "interaction"),
    ("visit_request_event", "interaction_id", "interaction"),
    ("visit_observation", "interaction_id", "interaction"),
    ("visit_review", "interaction_id", "interaction"),
)
"""A row of one table that is about a row of another: made later, it rests on that one."""
_TOUCHED = (
    (Touched.PROMISES, {"promise", "promise_event", "claim", "claim_event"}),
    (Touched.PROMISES, {"plan", "plan_event", "extension", "extension_event"}),
    (Touched.DISPUTES, {"dispute", "dispute_event", "dispute_care"}),
    (Touched.CUSTOMERS, {"hold"}),
)


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """A contact as put down: in which action, and with what came of it.

    ``facts`` are ids by table, ``made`` the records that the action made, by table and id.
    """

    interaction: int
    action: int
    use_case: str
    customer: int
    facts: Mapping[str, tuple[int, ...]]
    made: tuple[tuple[str, int], ...]
    edited: tuple[Edit, ...]

    @property
    def touched(self) -> Touched:
        """What taking it back touches."""
        touched = Touched.CONTACTS_MADE | Touched.TASKS
        for kind, tables in _TOUCHED:
            touched |= kind if tables & self.facts.keys() else Touched.NOTHING
        return touched


def recorded_call(interaction: int) -> RecordedCall | None:
    """Return a contact that stands with all its action made; None where there is none."""
    row = execute(
        "SELECT i.action_id, a.use_case, i.customer_id FROM interaction i"
        " JOIN action a ON a.id = i.action_id WHERE i.id = ? AND i.void_action_id IS NULL",
        (interaction,),
    ).fetchone()
    if row is None:
        return None
    action = int(row[0])
    facts = {table: _made_in(table, action) for table in _VOIDABLE}
    records = "SELECT entity, entity_id FROM change WHERE action_id = ? AND op = 'create'"
    return RecordedCall(
        interaction=interaction,
        action=action,
        use_case=str(row[1]),
        customer=int(row[2]),
        facts={table: ids for table, ids in facts.items() if ids},
        made=tuple((e, id_) for e, id_ in execute(records, (action,)) if e in _RECORDS),
        edited=tuple(edit for edit in edits_of(action) if edit.table in _RECORDS),
    )


def _made_in(table: str, action: int) -> tuple[int, ...]:
    sql = f"SELECT id FROM {table} WHERE action_id = ? AND void_action_id IS NULL ORDER BY id"  # noqa: S608 - a table's own name
    return tuple(int(id_) for (id_,) in execute(sql, (action,)))


def rests_on(call: RecordedCall, besides: Collection[int] = ()) -> bool:
    """Whether a later action edited what the call made or closed, or moved what was said in it.

    What was done and undone since is as if it had not been.

    Args:
        call: The contact.
        besides: Actions that go with it, such as what put it right.
    """
    records = [*call.made, *((edit.table, edit.id) for edit in call.edited)]
    own = {call.action, *besides}
    if any(standing_action(table, id_) not in own for table, id_ in records):
        return True
    named = any(_is_named(call, besides, *names) for names in _NAMED_BY)
    return named or _has_files(call) or _has_papers(call)


def _is_named(
    call: RecordedCall, besides: Collection[int], table: str, column: str, named: str
) -> bool:
    if named not in call.facts:
        return False
    sql = (
        f"SELECT c.action_id FROM {table} c JOIN {named} p ON p.id = c.{column}"  # noqa: S608 - own names
        " WHERE p.action_id = ?1 AND c.action_id <> ?1 AND c.void_action_id IS NULL"
    )
    return any(action not in besides for (action,) in execute(sql, (call.action,)))


def _has_files(call: RecordedCall) -> bool:
    """Whether a file was added later that proves something of it."""
    sql = (
        "SELECT 1 FROM attachment WHERE subject = ? AND subject_id = ? AND archived_day IS NULL"
        " AND ('attachment', id) NOT IN (SELECT entity, entity_id FROM change"
        " WHERE action_id = ? AND op = 'create')"
    )
    return any(
        execute(sql, (subject, id_, call.action)).fetchone() is not None
        for subject in ("interaction", "dispute")
        for id_ in call.facts.get(subject, ())
    )


def _has_papers(call: RecordedCall) -> bool:
    """Whether a paper on what was agreed in it was issued: the customer may hold it already.

    That is the agreement on a plan, or the letter of thanks after a visit.
    """
    plan = "SELECT 1 FROM paper r JOIN plan p ON p.number = r.number WHERE r.kind = ? AND p.id = ?"
    thanks = (
        "SELECT 1 FROM paper r JOIN visit v ON r.number LIKE v.number || '%'"
        " JOIN visit_event e ON e.visit_id = v.id"
        " WHERE r.kind = ? AND e.id = ? AND r.action_id > e.action_id"
    )
    asked = (("plan", plan, PaperKind.PLAN), ("visit_event", thanks, PaperKind.VISIT_THANKS))
    return any(
        execute(sql, (kind.value, id_)).fetchone() is not None
        for table, sql, kind in asked
        for id_ in call.facts.get(table, ())
    )


def _version(table: str, id_: int) -> int:
    sql = f"SELECT version FROM {table} WHERE id = ?"  # noqa: S608 - a table's own name
    return int(execute(sql, (id_,)).fetchone()[0])


def take_back(writing: Writing, call: RecordedCall, day: date) -> None:
    """Void what a call made, set aside its next step and open again the steps it closed."""
    for table, ids in call.facts.items():
        if table == "dispute_event":
            void_dispute_events(writing, ids)  # the query keeps by which day it ended
        else:
            writing.void(_VOIDABLE[table], ids)
    for table, id_ in call.made:
        writing.edit(_RECORDS[table], id_, _version(table, id_), archived_day=day)
    for edit in call.edited:
        if _takes_back(edit):
            continue
        model = _RECORDS[edit.table]
        before = {name: value for name, value in edit.before.items() if name in column_names(model)}
        writing.edit(model, edit.id, _version(edit.table, edit.id), **before)


def _takes_back(edit: Edit) -> bool:
    """Whether an edit took a contact back, which was moved: what that had done stays undone."""
    if edit.table != "task":
        return False
    made = "SELECT from_interaction_id FROM task WHERE id = ?"
    (by,) = execute(made, (edit.id,)).fetchone()
    named = {by, edit.before.get("done_by_interaction_id")} - {None}
    marks = ", ".join("?" * len(named))
    void = f"SELECT 1 FROM interaction WHERE id IN ({marks}) AND void_action_id IS NOT NULL"  # noqa: S608 - marks alone
    return execute(void, tuple(named)).fetchone() is not None


def is_contact(interaction: int, customer: int) -> bool:
    """Whether a contact of a customer stands."""
    there = (Interaction.id == interaction) & (Interaction.customer_id == customer)
    return bool(Interaction.select().where(there & Interaction.void_action_id.is_null()).exists())
