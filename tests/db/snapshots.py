"""What a ledger holds, row for row, so that two moments can be compared."""

from typing import Any

from creditmate.db.connection import execute

Snapshot = dict[str, list[tuple[Any, ...]]]


def everything() -> Snapshot:
    """Every row of every table, kept figures, counters of ids and the schema as well."""
    names = [name for (name,) in execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        name: execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
        for name in ("sqlite_schema", *names)
    }
