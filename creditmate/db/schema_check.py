"""Are the tables of a ledger those of its format? Asked at every opening (reliability.md D7).

A trigger that is missing would let an issued document be changed; a column that is missing would
end in an error in the middle of a morning. Taking the steps in memory to compare would cost 60 ms
at each start, so what they make is known by its digest.
"""

import hashlib
from collections.abc import Callable
from typing import Any

Ask = Callable[[str], Any]
"""Runs a statement; the driver has no type information."""

_SCHEMA = (
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
    " ORDER BY type, name"
)
"""SQLite's own tables (statistics, sequences, those behind a search) are as its version makes them,
and automatic indexes have no text."""


def schema_digest(ask: Ask) -> str:
    """Return 16 hexadecimal digits for the tables, indexes and triggers of a database.

    Args:
        ask: Asks the database.
    """
    rows = ask(_SCHEMA).fetchall()
    return hashlib.sha256(repr([tuple(row) for row in rows]).encode()).hexdigest()[:16]
