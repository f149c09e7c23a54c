"""What was recorded after a merge and rests on it, so that it cannot be undone any more."""

from collections.abc import Iterator

from creditmate.db.connection import execute, raw
from creditmate.db.groups import heads
from creditmate.db.merging import StandingMerge, edits_of

# A row of one table that names a row of another: both must be one customer's. Table, the column
# that names, the table named. ``X_item`` tables and the like stand for their first column's row.
_NAMES: tuple[tuple[str, str, str], ...] = (
    ("allocation", "credit_entry_id", "entry"),
    ("allocation", "debit_entry_id", "entry"),
    ("entry", "document_id", "document"),
    ("interaction", "contact_id", "contact"),
    ("interaction", "corrects_id", "interaction"),
    ("promise", "interaction_id", "interaction"),
    ("claim", "interaction_id", "interaction"),
    ("noted", "interaction_id", "interaction"),
    ("plan", "interaction_id", "interaction"),
    ("plan", "contact_id", "contact"),
    ("extension", "interaction_id", "interaction"),
    ("paper", "replaces_id", "paper"),
    ("run_item", "paper_id", "paper"),
    ("wish", "contact_id", "contact"),
    ("task", "from_interaction_id", "interaction"),
    ("task", "done_by_interaction_id", "interaction"),
    ("work_item", "document_id", "document"),
    ("terms_sent", "paper_id", "paper"),
    ("terms_sent", "task_id", "task"),
    ("interest_event", "entry_id", "entry"),
    ("interest_event", "document_id", "document"),
    ("credit_check", "credit_limit_id", "credit_limit"),
    ("visit", "task_id", "task"),
    ("visit", "site_id", "site"),
)
# The same, where what is named may be the head office's: only a row made since is in the way.
_MAY_BE_ABOVE: tuple[tuple[str, str, str], ...] = (
    ("terms_sent", "contact_id", "contact"),
    ("acceptance", "contact_id", "contact"),
)
_BETWEEN: tuple[tuple[str, str, str, str, str], ...] = (
    ("dispute_item", "dispute_id", "dispute", "entry_id", "entry"),
    ("dispute_care", "dispute_id", "dispute", "interaction_id", "interaction"),
    ("promise_item", "promise_id", "promise", "entry_id", "entry"),
    ("claim_item", "claim_id", "claim", "entry_id", "entry"),
    ("interaction_item", "interaction_id", "interaction", "entry_id", "entry"),
    ("plan_item", "plan_id", "plan", "entry_id", "entry"),
    ("extension_item", "extension_id", "extension", "entry_id", "entry"),
    ("promise_event", "promise_id", "promise", "by_promise_id", "promise"),
    ("plan_event", "plan_id", "plan", "by_plan_id", "plan"),
    ("own_document", "document_id", "document", "credits_document_id", "document"),
    ("own_document", "document_id", "document", "belongs_document_id", "document"),
    ("own_document", "document_id", "document", "site_id", "site"),
    ("document_paper", "document_id", "document", "paper_id", "paper"),
    ("visit_person", "visit_id", "visit", "contact_id", "contact"),
    ("visit_issue", "visit_id", "visit", "dispute_id", "dispute"),
    ("visit_preparation", "visit_id", "visit", "task_id", "task"),
    ("visit_event", "visit_id", "visit", "contact_id", "contact"),
    ("visit_event", "visit_id", "visit", "paper_id", "paper"),
    ("visit_event", "visit_id", "visit", "interaction_id", "interaction"),
    ("visit_review", "visit_id", "visit", "interaction_id", "interaction"),
    ("visit_review", "visit_id", "visit", "credit_limit_id", "credit_limit"),
)
_SUBJECTS = ("dispute", "interaction", "document", "acceptance", "credit_application", "visit")
_NEVER_WAS = (
    " AND NOT EXISTS (SELECT 1 FROM allocation o JOIN allocation b ON b.reverses_id = o.id"
    " JOIN action u ON u.id = b.action_id WHERE c.id IN (o.id, b.id) AND b.day = o.day"
    " AND u.undoes_id = o.action_id)"
)
"""Matched since and undone: the two rows are worth nothing on any day, and no undoing is undone."""

_GIVEN = (
    "EXISTS (SELECT 1 FROM repointed r WHERE r.merge_id = :merge AND r.action_id = :action"
    " AND r.entity = '{}' AND r.entity_id = {}.id)"
)


def rests_on(merge: StandingMerge) -> list[tuple[str, int]]:
    """Return the rows, by table and id, that keep a merge from being undone: one of each kind.

    A row made since that names one of the rows given, or is named by one of them, would stand
    between two customers. A record that was edited since in the same fields would lose the edit. A
    customer that would come back into a group of two levels, or under a head office that is put
    away, is among them.
    """
    seen = (_merged_on, _named, _found, _visited, _edited, _no_group)
    return [row for look in seen for row in look(merge)]


def _merged_on(merge: StandingMerge) -> Iterator[tuple[str, int]]:
    sql = (
        "SELECT id FROM merge WHERE id > ?1 AND void_action_id IS NULL"
        " AND (from_customer_id IN (?2, ?3) OR into_customer_id = ?2) LIMIT 1"
    )
    for (id_,) in execute(sql, (merge.id, merge.giver, merge.keeper)):
        yield "merge", id_


def _named(merge: StandingMerge) -> Iterator[tuple[str, int]]:
    for table, column, named in _NAMES:
        differ = _differ(table, "c", named, "p")
        never_was = _NEVER_WAS if table == "allocation" else ""
        joined = f"JOIN {named} p ON p.id = c.{column}"
        yield from _first(merge, table, joined, f"c.customer_id = :keeper AND {differ}{never_was}")
    for table, column, named in _MAY_BE_ABOVE:
        since = f"{_GIVEN.format(named, 'p')} AND NOT {_GIVEN.format(table, 'c')}"
        joined = f"JOIN {named} p ON p.id = c.{column}"
        yield from _first(merge, table, joined, f"c.customer_id = :keeper AND {since}")
    for table, mine, first, other, second in _BETWEEN:
        differ = _differ(first, "p", second, "q")
        joined = f"JOIN {first} p ON p.id = c.{mine} JOIN {second} q ON q.id = c.{other}"
        yield from _first(merge, table, joined, f"p.customer_id = :keeper AND {differ}")
    for subject in _SUBJECTS:
        differ = _differ("attachment", "c", subject, "p")
        joined = f"JOIN {subject} p ON c.subject = '{subject}' AND p.id = c.subject_id"
        yield from _first(merge, "attachment", joined, f"c.customer_id = :keeper AND {differ}")


def _first(merge: StandingMerge, table: str, joined: str, where: str) -> Iterator[tuple[str, int]]:
    """One row of a table that is in the way, where there is any."""
    sql = f"SELECT c.id FROM {table} c {joined} WHERE {where} LIMIT 1"  # noqa: S608 - own names
    yield from ((table, id_) for id_ in _ids(sql, merge))


def _found(merge: StandingMerge) -> Iterator[tuple[str, int]]:
    """What one of the two said to have paid, found since in money that is the other's alone."""
    sql = (
        "SELECT v.id FROM claim_event v JOIN claim p ON p.id = v.claim_id"  # noqa: S608 - own names
        " WHERE p.customer_id = :keeper AND v.receipt_id IS NOT NULL AND v.void_action_id IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM entry q WHERE q.receipt_id = v.receipt_id"
        " AND q.kind = 'receipt' AND q.void_action_id IS NULL"
        f" AND (q.customer_id <> :keeper OR NOT ({_differ('claim', 'p', 'entry', 'q')}))) LIMIT 1"
    )
    yield from (("claim_event", id_) for id_ in _ids(sql, merge))


def _visited(merge: StandingMerge) -> Iterator[tuple[str, int]]:
    """What is to be settled at a visit of one of the two, and is the other's item."""
    joined = (
        "JOIN visit_issue i ON i.id = c.visit_issue_id JOIN visit p ON p.id = i.visit_id"
        " JOIN entry q ON q.id = c.entry_id"
    )
    differ = _differ("visit", "p", "entry", "q")
    yield from _first(merge, "visit_issue_item", joined, f"p.customer_id = :keeper AND {differ}")


def _differ(one: str, as_one: str, other: str, as_other: str) -> str:
    """One of two rows was given, the other was the keeper's before or was made since."""
    return f"{_GIVEN.format(one, as_one)} <> {_GIVEN.format(other, as_other)}"


def _ids(sql: str, merge: StandingMerge) -> list[int]:
    given = {"merge": merge.id, "action": merge.action, "keeper": merge.keeper}
    return [id_ for (id_,) in raw().execute(sql, given)]


def _edited(merge: StandingMerge) -> Iterator[tuple[str, int]]:
    seen: set[tuple[str, int, str]] = set()
    for edit in edits_of(merge.action):
        names = [name for name in edit.after if (edit.table, edit.id, name) not in seen]
        seen |= {(edit.table, edit.id, name) for name in names}
        sql = f"SELECT {', '.join(names) or 1} FROM {edit.table} WHERE id = ?"  # noqa: S608 - own names
        now = execute(sql, (edit.id,)).fetchone()
        if names and list(now) != [edit.after[name] for name in names]:
            yield edit.table, edit.id


def _no_group(merge: StandingMerge) -> Iterator[tuple[str, int]]:
    """Whoever would belong to a head office that is none, or be one that belongs to another."""
    sql = "SELECT head_office_id FROM customer WHERE id = ?"
    after = heads() | {merge.giver: execute(sql, (merge.giver,)).fetchone()[0]}
    for edit in edits_of(merge.action):
        if edit.table == "customer" and "head_office_id" in edit.before:
            after[edit.id] = edit.before["head_office_id"]
    known = {branch: head for branch, head in after.items() if head is not None}
    away = {id_ for (id_,) in execute("SELECT id FROM customer WHERE archived_day IS NOT NULL")} - {
        merge.giver
    }
    for branch, head in known.items():
        if head in known or head == branch or head in away:
            yield "customer", branch
            return
