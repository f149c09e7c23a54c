"""What came of a contact, by the rows that name it: of a whole import as well as of one call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from creditmate.db.connection import execute
from creditmate.domain.kinds import PaperKind
from creditmate.domain.outcomes import Outcome
from creditmate.domain.rows import OpenEntryRow

_NAMING = {
    "plan": "SELECT id FROM plan WHERE interaction_id = ? AND void_action_id IS NULL",
    "extension": "SELECT id FROM extension WHERE interaction_id = ? AND void_action_id IS NULL",
    "dispute": (
        "SELECT DISTINCT dispute_id FROM dispute_care"
        " WHERE interaction_id = ? AND void_action_id IS NULL"
    ),
}


def made_in(interaction: int, table: str) -> list[int]:
    """Return the ids of the plans, extensions or disputes that came of a contact."""
    return [int(id_) for (id_,) in execute(_NAMING[table] + " ORDER BY 1", (interaction,))]


def entries_about(interactions: Sequence[int]) -> set[int]:
    """Return the entries that a contact, in all its words, was about.

    They are those named in it; where none were, those that a promise made in it means.
    """
    marks = ", ".join("?" * len(interactions))
    named = f"SELECT entry_id FROM interaction_item WHERE interaction_id IN ({marks})"  # noqa: S608 - marks alone
    meant = (
        "SELECT i.entry_id FROM promise_item i JOIN promise p ON p.id = i.promise_id"  # noqa: S608 - marks alone
        f" WHERE p.interaction_id IN ({marks}) AND p.void_action_id IS NULL"
    )
    for sql in (named, meant):
        found = {int(id_) for (id_,) in execute(sql, tuple(interactions))}
        if found:
            return found
    return set()


def next_step_of(interaction: int) -> tuple[date, time | None] | None:
    """Return the day and hour of the next contact that was agreed; None where none was.

    To look whether promised money came is nothing agreed, unless it has an hour, or a day before
    all of it was to come: then it was agreed for another reason.
    """
    sql = (
        "SELECT day, at FROM task WHERE from_interaction_id = ? AND about = ''"
        " AND archived_day IS NULL AND (kind = 'call_back' OR kind = 'check_money' AND"
        " (at IS NOT NULL OR task.day < (SELECT MIN(due_day) FROM promise WHERE"
        " void_action_id IS NULL AND promise.interaction_id = task.from_interaction_id"
        " AND side = 'theirs'))) ORDER BY id"
    )
    row = execute(sql, (interaction,)).fetchone()
    if row is None:
        return None
    return date.fromisoformat(row[0]), None if row[1] is None else time.fromisoformat(row[1])


def last_talk(customer: int, as_at: date) -> int | None:
    """Return the last contact with a customer up to a day in which anybody was spoken with.

    What was put right counts as its last word has it; who tried to reach us, has.
    """
    reached = ", ".join(f"'{outcome.value}'" for outcome in Outcome if outcome.reached)
    sql = (
        f"SELECT id FROM interaction i WHERE customer_id = ? AND day <= ?"  # noqa: S608 - codes alone
        f" AND void_action_id IS NULL AND (outcome IN ({reached}) OR direction = 'in')"
        " AND NOT EXISTS (SELECT 1 FROM interaction c WHERE c.corrects_id = i.id"
        " AND c.void_action_id IS NULL) ORDER BY day DESC, id DESC"
    )
    row = execute(sql, (customer, as_at.isoformat())).fetchone()
    return None if row is None else int(row[0])


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers there are of a document: our own, and files kept of another program's."""

    document: int
    number: str
    own: bool
    files: tuple[int, ...]


def papers_of_entries(rows: list[OpenEntryRow]) -> list[Papers]:
    """Return the documents of entries, in their order, with the papers there are of each."""
    found: dict[int, Papers] = {}
    own = "SELECT 1 FROM document_paper WHERE document_id = ?"
    kept = (
        "SELECT id FROM attachment WHERE subject = 'document' AND subject_id = ?"
        " AND customer_id = ? AND media_type = 'application/pdf' AND archived_day IS NULL"
        " ORDER BY id"
    )
    for row in rows:
        got = execute("SELECT document_id FROM entry WHERE id = ?", (row.id,)).fetchone()
        if got is None or got[0] is None or got[0] in found:
            continue
        document = int(got[0])
        files = tuple(int(id_) for (id_,) in execute(kept, (document, row.customer_id)))
        is_own = execute(own, (document,)).fetchone() is not None
        found[document] = Papers(document, row.number, is_own, files)
    return list(found.values())


def plan_paper(number: str) -> int | None:
    """Return the agreement of a plan, if it was issued."""
    sql = "SELECT id FROM paper WHERE kind = ? AND number = ?"
    row = execute(sql, (PaperKind.PLAN.value, number)).fetchone()
    return None if row is None else int(row[0])
