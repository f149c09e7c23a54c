"""What a ledger holds, in figures that a copy must equal: format, row counts, totals, head."""

from collections.abc import Callable
from typing import Any

from creditmate.db.digest import GENESIS, RowsDigest

# Asked of the file, not of the models: before a migration the file has an older format. Tables
# in which the engine keeps its full-text index are its own affair.
_TABLES = """
    SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name
"""
_OPEN = "SELECT id, customer_id, currency, open_minor FROM entry WHERE open_minor <> 0 ORDER BY id"
_PAPERS = "SELECT id, number, sha256 FROM paper ORDER BY id"
_BLOBS = "SELECT id, sha256 FROM blob ORDER BY id"
_BATCH = 2000
Execute = Callable[[str], Any]
Manifest = dict[str, Any]


def manifest(execute: Execute) -> Manifest:
    """Count and add up the ledger behind ``execute``.

    Args:
        execute: Runs one statement and returns the driver's cursor; of the open ledger, or of a
            copy that is being proved.

    Returns:
        ``format``, ``ledger_uid``, ``rows`` per table, ``open`` and ``amount`` in minor units per
        currency, ``head``, the hash of the latest action, and its moment ``last_at``; of every open
        item, every paper and every document kept the number and a digest: ``items``, ``papers``
        and ``blobs``.
    """
    rows = {
        name: int(execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608 - own names
        for (name,) in execute(_TABLES).fetchall()
    }
    sums = execute(
        "SELECT currency, sum(amount_minor), sum(open_minor) FROM entry"
        " WHERE void_action_id IS NULL GROUP BY currency ORDER BY currency"
    ).fetchall()
    uid = execute("SELECT ledger_uid FROM business").fetchone()
    head = execute("SELECT hash, at FROM action ORDER BY id DESC LIMIT 1").fetchone()
    return {
        "format": int(execute("PRAGMA user_version").fetchone()[0]),
        "ledger_uid": uid[0] if uid else "",
        "rows": rows,
        "amount": {currency: int(amount) for currency, amount, _ in sums},
        "open": {currency: int(open_) for currency, _, open_ in sums},
        "head": head[0] if head else GENESIS,
        "last_at": head[1] if head else "",
        "items": _digest(execute, _OPEN),
        "papers": _digest(execute, _PAPERS),
        "blobs": _digest(execute, _BLOBS),
    }


def _digest(execute: Execute, sql: str) -> str:
    """How many rows there are, and a digest over them."""
    digest, cursor = RowsDigest(), execute(sql)
    while batch := cursor.fetchmany(_BATCH):
        digest.add(batch)
    return f"{digest.count} {digest.value}"
