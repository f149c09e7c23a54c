"""Giving everything of one customer to another, and giving it back.

Each row that is given is put down in ``repointed`` first: only so do the triggers let a fact
change hands, and ``check`` can tell whose it was when it was written.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from creditmate.db.connection import execute
from creditmate.db.customers import code_key
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Attachment,
    Contact,
    ContactPolicy,
    Customer,
    Merge,
    Record,
    Repointed,
    Site,
    Tag,
    Task,
    Visit,
    WorkItem,
)
from creditmate.db.models.base import table_name

FACTS = (
    "document", "entry", "allocation", "dispute", "interaction", "promise", "paper", "run_item",
    "customer_status", "credit_limit", "hold", "wish", "claim", "terms_sent", "acceptance",
    "interest_choice", "interest_event", "credit_application", "credit_check", "noted", "plan",
    "extension", "step_set", "snooze",
)  # fmt: skip
"""Tables of facts whose rows are a customer's."""
_RECORDS: Mapping[str, type[Record]] = {
    table_name(model): model
    for model in (Site, Contact, Task, Tag, Attachment, WorkItem, ContactPolicy, Visit)
}
SCRATCH = ("call_draft", "invoice_draft")
_EDITED: Mapping[str, type[Record]] = {**_RECORDS, "customer": Customer}
_COLUMNS = ("merge_id", "entity", "entity_id", "from_customer_id", "to_customer_id")


@dataclass(frozen=True, slots=True)
class StandingMerge:
    """A merge as it was made; ``giver`` and ``keeper`` are ids."""

    id: int
    action: int
    giver: int
    keeper: int
    day: str


def counts(customer: int) -> dict[str, int]:
    """Return how many rows of each table are a customer's, of those that have any."""
    tables = (*FACTS, *_RECORDS, *SCRATCH)
    sql = "SELECT count(*) FROM {} WHERE customer_id = ?"
    found = {table: _number(sql.format(table), customer) for table in tables}
    return {table: count for table, count in found.items() if count}


def _number(sql: str, *values: object) -> int:
    return int(execute(sql, values).fetchone()[0])


# ---------------------------------------------------------------- giving
def give_all(writing: Writing, giver: int, keeper: int, day: date) -> int:
    """Give everything of one customer to another and return the merge's id.

    Tags that the keeper has too stay behind, and a policy of contacts if the keeper has one; the
    giver itself is the caller's to put away. A form
    of the keeper's that was read before does not know the addresses and tags it gets.
    """
    merge = writing.add(Merge, from_customer_id=giver, into_customer_id=keeper, day=day)
    for table in FACTS:
        _give(writing, merge, table, giver, keeper)
    for table, model in _RECORDS.items():
        for id_, version in _records(table, giver, keeper):
            _put_down(writing, merge, table, [id_], (giver, keeper))
            writing.edit(model, id_, version, customer_id=keeper)
    for table in SCRATCH:
        execute(f"UPDATE {table} SET customer_id = ? WHERE customer_id = ?", (keeper, giver))  # noqa: S608 - own names
    writing.raise_version(Customer, keeper)
    return merge


def _give(writing: Writing, merge: int, table: str, giver: int, keeper: int) -> None:
    rows = execute(f"SELECT id FROM {table} WHERE customer_id = ? ORDER BY id", (giver,)).fetchall()  # noqa: S608 - own names
    _put_down(writing, merge, table, [id_ for (id_,) in rows], (giver, keeper))
    execute(f"UPDATE {table} SET customer_id = ? WHERE customer_id = ?", (keeper, giver))  # noqa: S608 - own names


def _put_down(
    writing: Writing, merge: int, table: str, ids: list[int], hands: tuple[int, int]
) -> None:
    writing.add_many(Repointed, _COLUMNS, [(merge, table, id_, *hands) for id_ in ids])


def _records(table: str, giver: int, keeper: int) -> list[tuple[int, int]]:
    sql = f"SELECT id, version FROM {table} WHERE customer_id = ?1"  # noqa: S608 - own names
    if table == "tag":
        sql += (
            " AND lower(text) NOT IN (SELECT lower(text) FROM tag WHERE customer_id = ?2"
            " AND archived_day IS NULL)"
        )
        return execute(f"{sql} ORDER BY id", (giver, keeper)).fetchall()  # type: ignore[no-any-return]
    if table == "contact_policy":
        sql += (
            " AND NOT EXISTS (SELECT 1 FROM contact_policy k WHERE k.customer_id = ?2"
            " AND k.archived_day IS NULL)"
        )
        return execute(f"{sql} ORDER BY id", (giver, keeper)).fetchall()  # type: ignore[no-any-return]
    return execute(f"{sql} ORDER BY id", (giver,)).fetchall()  # type: ignore[no-any-return]


# ---------------------------------------------------------------- what was done
def standing_merges() -> list[StandingMerge]:
    """Return the merges that stand, the latest first."""
    rows = execute(
        "SELECT id, action_id, from_customer_id, into_customer_id, day FROM merge"
        " WHERE void_action_id IS NULL ORDER BY id DESC"
    )
    return [StandingMerge(*row) for row in rows]


def standing_merge(id_: int) -> StandingMerge | None:
    """Return a merge that stands; None where there is none."""
    return next((merge for merge in standing_merges() if merge.id == id_), None)


def is_merged(code: str) -> bool:
    """Whether a code is that of a customer who was merged into another one."""
    there = (Customer.code_key == code_key(code)) & Customer.merged_into_id.is_null(False)
    return bool(Customer.select().where(there).exists())


# ---------------------------------------------------------------- giving back
def give_back(writing: Writing, merge: StandingMerge) -> None:
    """Give every row back, set back what was edited, and void the merge.

    Raises:
        ValueError: A row is not the keeper's any more: see ``rests_on`` first.
    """
    for table in FACTS:
        ids = [id_ for (id_,) in execute(_GIVEN, (merge.id, table))]
        if table == "allocation":
            ids += _taken_back_since(merge)
        _put_down(writing, merge.id, table, ids, (merge.keeper, merge.giver))
        done = execute(
            f"UPDATE {table} SET customer_id = ?1 WHERE customer_id = ?2 AND id IN ("  # noqa: S608 - own names
            "SELECT entity_id FROM repointed WHERE merge_id = ?3 AND entity = ?4"
            " AND action_id = ?5)",
            (merge.giver, merge.keeper, merge.id, table, writing.id),
        )
        if done.rowcount != len(ids):
            raise ValueError(f"{table}: {done.rowcount} of {len(ids)} rows can be given back")
    for table in _RECORDS:
        ids = [id_ for (id_,) in execute(_GIVEN, (merge.id, table))]
        _put_down(writing, merge.id, table, ids, (merge.keeper, merge.giver))
    for edit in edits_of(merge.action):
        version = _number(f"SELECT version FROM {edit.table} WHERE id = ?", edit.id)  # noqa: S608 - own names
        writing.edit(_EDITED[edit.table], edit.id, version, **edit.before)
    writing.raise_version(Customer, merge.keeper)
    writing.void(Merge, [merge.id])


_GIVEN = """
    SELECT r.entity_id FROM repointed r JOIN merge m ON m.id = r.merge_id
    WHERE r.merge_id = ? AND r.entity = ? AND r.action_id = m.action_id ORDER BY r.id
"""


def _taken_back_since(merge: StandingMerge) -> list[int]:
    """Return what took back, since the merge, what was matched before it: the two are one's."""
    sql = (
        "SELECT b.id FROM allocation b JOIN repointed r ON r.entity_id = b.reverses_id"
        " WHERE r.merge_id = ?1 AND r.action_id = ?2 AND r.entity = 'allocation'"
        " AND NOT EXISTS (SELECT 1 FROM repointed g WHERE g.merge_id = ?1 AND g.action_id = ?2"
        " AND g.entity = 'allocation' AND g.entity_id = b.id) ORDER BY b.id"
    )
    return [id_ for (id_,) in execute(sql, (merge.id, merge.action))]


@dataclass(frozen=True, slots=True)
class Edit:
    """A record that an action edited: columns before, and after it."""

    table: str
    id: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def edits_of(action: int) -> list[Edit]:
    """Return what an action edited, the last edit first, so that setting back unwinds it.

    A record whose version was raised for the rows that belong to it is not among them.
    """
    rows = execute(
        "SELECT entity, entity_id, plain, personal FROM change"
        " WHERE action_id = ? AND op = 'edit' ORDER BY id DESC",
        (action,),
    ).fetchall()
    found = []
    for table, id_, *halves in rows:
        images = [json.loads(half) for half in halves]
        before, after = ({k: v for i in images for k, v in i.get(when, {}).items()} for when in _W)
        if after:
            found.append(Edit(table, id_, before, after))
    return found


_W = ("before", "after")
