"""What a ledger holds, row for row, so that two moments can be compared."""

from typing import Any

from creditmate.db.connection import execute

Snapshot = dict[str, list[tuple[Any, ...]]]


def everything() -> Snapshot:
    """Every row of every table, kept figures, counters of ids and the schema as well.

    Whatever stands in the engine's full-text index as well: its rows, not how it keeps them.
    """
    own = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type <> 'shadow'"
    names = [name for (name,) in execute(own) if name != "sqlite_schema"]
    return {
        name: execute(f"SELECT * FROM {name} ORDER BY rowid").fetchall()
        for name in ("sqlite_schema", *names)
    }
