"""The chain: every action's digest recomputed from its rows, every hash from the one before."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from creditmate.db import digest
from creditmate.db.connection import execute
from creditmate.db.models import FACTS, Action, Fact, Voidable
from creditmate.db.models.base import column_names, digested, table_name
from creditmate.db.proof.finding import Finding

_BATCH = 2000
_Rows = dict[int, dict[str, digest.RowsDigest]]
_Voids = dict[int, dict[str, list[int]]]


def prove_chain() -> Iterator[Finding]:
    """Walk the actions from the first to the last."""
    rows: _Rows = defaultdict(dict)
    voids: _Voids = defaultdict(dict)
    for model in FACTS:
        yield from _digest_table(model, rows)
        if issubclass(model, Voidable):
            _collect_voids(model, voids)
    yield from _walk(rows, voids)


def _digest_table(model: type[Fact], rows: _Rows) -> Iterator[Finding]:
    """Digest a table's rows per action; ids and actions must rise together."""
    table, columns = table_name(model), digested(model)
    id_at, action_at = columns.index("id"), columns.index("action_id")
    wanted = ", ".join(_as_added(table, name) for name in columns)
    cursor = execute(f"SELECT {wanted} FROM {table} ORDER BY id")  # noqa: S608 - own names
    latest = 0
    while batch := cursor.fetchmany(_BATCH):
        for action, group in groupby(batch, key=itemgetter(action_at)):
            together = list(group)
            if action < latest:
                yield Finding("row-out-of-order", table, together[0][id_at], f"action {action}")
            latest = max(latest, action)
            rows[action].setdefault(table, digest.RowsDigest()).add(together)


def _as_added(table: str, column: str) -> str:
    """The expression of a column as it was when the row was added: whose it was, before merges."""
    if column != "customer_id":
        return column
    return (
        "coalesce((SELECT r.from_customer_id FROM repointed r"  # noqa: S608 - own names
        f" WHERE r.entity = '{table}' AND r.entity_id = {table}.id ORDER BY r.id LIMIT 1),"
        " customer_id)"
    )


def _collect_voids(model: type[Voidable], voids: _Voids) -> None:
    table = table_name(model)
    sql = f"SELECT id, void_action_id FROM {table} WHERE void_action_id IS NOT NULL ORDER BY id"  # noqa: S608 - own names
    for id_, action in execute(sql):
        voids[action].setdefault(table, []).append(id_)


def _walk(rows: _Rows, voids: _Voids) -> Iterator[Finding]:
    names = column_names(Action)
    before, expected_id = digest.GENESIS, 1
    for values in execute(f"SELECT {', '.join(names)} FROM action ORDER BY id"):  # noqa: S608 - own names
        action = dict(zip(names, values, strict=True))
        id_ = action["id"]
        if id_ != expected_id:
            yield Finding("action-missing", "action", expected_id, f"next is {id_}")
        expected_id = id_ + 1
        if action["prev_hash"] != before:
            yield Finding("chain-broken", "action", id_, "does not follow the one before")
        if digest.action_hash(action) != action["hash"]:
            yield Finding("action-altered", "action", id_, str(action["use_case"]))
        found = digest.action_digest(rows.pop(id_, {}), voids.pop(id_, {}))
        if found != (action["row_count"], action["digest"]):
            yield Finding("rows-altered", "action", id_, str(action["use_case"]))
        before = action["hash"]
    for id_ in sorted({*rows, *voids}):
        yield Finding("action-missing", "action", id_, "rows name it")
    yield from _missing_tail(expected_id - 1)


def _missing_tail(last: int) -> Iterator[Finding]:
    """Ids are never used twice, so the counter remembers actions that were cut off."""
    row = execute("SELECT seq FROM sqlite_sequence WHERE name = 'action'").fetchone()
    if row is not None and row[0] > last:
        yield Finding("action-missing", "action", row[0], f"last is {last}")
