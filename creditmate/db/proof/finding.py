"""What a check found wrong: named at the row, so that it can be looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

from creditmate.db.connection import execute

INTEGRITY = "integrity"
"""The rule of what SQLite or the cipher finds: a part of the file is not as it was written."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be."""

    rule: str
    table: str
    row_id: int
    detail: str


def from_query(rule: str, table: str, sql: str) -> Iterator[Finding]:
    """Yield a finding per row that ``sql`` returns: the row's id, then what is wrong with it."""
    for id_, *detail in execute(sql):
        yield Finding(rule, table, int(id_), ", ".join(map(str, detail)))
