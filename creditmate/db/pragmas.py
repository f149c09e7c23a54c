"""The pragmas that the database must run with, and what each must read back.

reliability.md D1-D3.
"""

import sys

Pragma = tuple[str, str | int, object]
"""A pragma, the value to set, and the value that must read back."""

# The exclusive lock comes before the journal, so that a second program is refused before anything
# is written beside the file.
_WRITING: tuple[Pragma, ...] = (
    ("busy_timeout", 0, 0),
    ("locking_mode", "exclusive", "exclusive"),
    ("journal_mode", "wal", "wal"),
    ("synchronous", "full", 2),
    ("foreign_keys", 1, 1),
    ("recursive_triggers", 1, 1),
    ("trusted_schema", 0, 0),
    ("cell_size_check", 1, 1),
    ("mmap_size", 0, 0),
    ("secure_delete", 1, 1),
    ("cache_size", -65536, -65536),
)
_MAC: tuple[Pragma, ...] = (
    ("fullfsync", 1, 1),
    ("checkpoint_fullfsync", 1, 1),
)
READING = tuple(wanted for wanted in _WRITING if wanted[0] not in {"locking_mode", "journal_mode"})
"""Of a ledger that may only be read."""


def writing() -> tuple[Pragma, ...]:
    """Return those of a ledger that is worked with, on this system."""
    return _WRITING + (_MAC if sys.platform == "darwin" else ())
