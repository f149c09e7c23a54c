"""Taking a call back: what its action made and edited, and what rests on that since."""

from dataclasses import dataclass
from datetime import date

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import Claim, ClaimEvent, Interaction, Promise, PromiseEvent, Task
from creditmate.domain.changes import Touched


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """A contact as put down: in which action, and with what came of it."""

    interaction: int
    action: int
    use_case: str
    customer: int
    promises: tuple[int, ...]
    events: tuple[int, ...]
    claims: tuple[int, ...]
    claim_events: tuple[int, ...]
    made_tasks: tuple[tuple[int, int], ...]
    closed_tasks: tuple[tuple[int, int], ...]

    @property
    def touched(self) -> Touched:
        """What taking it back touches."""
        said = self.promises or self.events or self.claims
        promises = Touched.PROMISES if said else Touched.NOTHING
        return Touched.CONTACTS_MADE | Touched.TASKS | promises


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
    made = "SELECT id, version FROM task WHERE from_interaction_id = ? ORDER BY id"
    closed = "SELECT id, version FROM task WHERE done_by_interaction_id = ? ORDER BY id"
    return RecordedCall(
        interaction=interaction,
        action=action,
        use_case=str(row[1]),
        customer=int(row[2]),
        promises=_made_in("promise", action),
        events=_made_in("promise_event", action),
        claims=_made_in("claim", action),
        claim_events=_made_in("claim_event", action),
        made_tasks=tuple(execute(made, (interaction,)).fetchall()),
        closed_tasks=tuple(execute(closed, (interaction,)).fetchall()),
    )


def _made_in(table: str, action: int) -> tuple[int, ...]:
    sql = f"SELECT id FROM {table} WHERE action_id = ? ORDER BY id"  # noqa: S608 - a table's own name
    return tuple(int(id_) for (id_,) in execute(sql, (action,)))


def rests_on(call: RecordedCall) -> bool:
    """Whether a later action edited what the call made or closed, or ended what was said in it."""
    later_edit = (
        "SELECT 1 FROM task WHERE (from_interaction_id = ?1 OR done_by_interaction_id = ?1)"
        " AND action_id <> ?2"
    )
    later_event = (
        "SELECT 1 FROM promise_event e JOIN promise p ON p.id = e.promise_id"
        " WHERE p.interaction_id = ?1 AND e.action_id <> ?2 AND e.void_action_id IS NULL"
    )
    later_end = (
        "SELECT 1 FROM claim_event e JOIN claim c ON c.id = e.claim_id"
        " WHERE c.interaction_id = ?1 AND e.action_id <> ?2 AND e.void_action_id IS NULL"
    )
    corrected = (
        "SELECT 1 FROM interaction"
        " WHERE corrects_id = ?1 AND action_id <> ?2 AND void_action_id IS NULL"
    )
    return any(
        execute(sql, (call.interaction, call.action)).fetchone() is not None
        for sql in (later_edit, later_event, later_end, corrected)
    )


def take_back(writing: Writing, call: RecordedCall, day: date) -> None:
    """Void what a call made, set aside its next step and open again the steps it closed."""
    writing.void(Interaction, [call.interaction])
    if call.promises:
        writing.void(Promise, call.promises)
    if call.events:
        writing.void(PromiseEvent, call.events)
    if call.claims:
        writing.void(Claim, call.claims)
    if call.claim_events:
        writing.void(ClaimEvent, call.claim_events)
    for task, version in call.made_tasks:
        writing.edit(Task, task, version, archived_day=day)
    for task, version in call.closed_tasks:
        writing.edit(Task, task, version, done_day=None, done_by_interaction_id=None)
