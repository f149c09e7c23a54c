"""Format 3: what is looked for, and by which words. Frozen: put right only by a later step.

The texts stand folded in two kept tables, names apart from notes, so that a letter typed for a
name need not be looked for in a million notes. SQLite's full-text index over each follows its
table by triggers; deleting leaves nothing of a text in it (``secure-delete``). Numbers of
documents and papers are looked for from their beginning and from their last digits.
"""

_PREFIXES = {"search_name": "1 2 3", "search_note": "2 3"}
"""Beginnings of words, in letters, that have an index of their own: each one typed is a key."""

_LAST_DIGITS = "ltrim(substr({0}, length(rtrim({0}, '0123456789')) + 1), '0')"


def _searched(table: str) -> tuple[str, ...]:
    index = f"{table}_words"
    drop = f"INSERT INTO {index} ({index}, rowid, text) VALUES ('delete', OLD.id, OLD.text);"  # noqa: S608 - own names
    take = f"INSERT INTO {index} (rowid, text) VALUES (NEW.id, NEW.text);"  # noqa: S608 - own names
    return (
        f"""
        CREATE TABLE {table} (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL CHECK (kind <> ''),
            subject INTEGER NOT NULL,
            text TEXT NOT NULL CHECK (text <> ''),
            UNIQUE (kind, subject)
        ) STRICT
        """,
        f"CREATE VIRTUAL TABLE {index} USING fts5 (text, content='{table}', content_rowid='id',"
        f" tokenize='ascii', prefix='{_PREFIXES[table]}')",
        f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)",  # noqa: S608 - own names
        f"CREATE TRIGGER {table}_taken AFTER INSERT ON {table} BEGIN {take} END",
        f"CREATE TRIGGER {table}_dropped AFTER DELETE ON {table} BEGIN {drop} END",
        f"CREATE TRIGGER {table}_changed AFTER UPDATE ON {table} BEGIN {drop} {take} END",
    )


_MADE = """
    CREATE TABLE search_made (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        folding INTEGER NOT NULL
    ) STRICT
"""

STATEMENTS: tuple[str, ...] = (
    *_searched("search_name"),
    *_searched("search_note"),
    _MADE,
    "CREATE INDEX document_key ON document (number_key)",
    f"CREATE INDEX document_last_digits ON document ({_LAST_DIGITS.format('number_key')})",
    "CREATE INDEX document_order ON document (lower(order_number)) WHERE order_number <> ''",
    "CREATE INDEX paper_key ON paper (lower(number))",
    f"CREATE INDEX paper_last_digits ON paper ({_LAST_DIGITS.format('number')})",
)
