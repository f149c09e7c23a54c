"""Format 1: actions and changes."""

from creditmate.db.migrations.m0001.columns import DAY

AUDIT: tuple[str, ...] = (
    f"""
    CREATE TABLE action (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        use_case TEXT NOT NULL CHECK (use_case <> ''),
        staff_id INTEGER REFERENCES staff (id),
        os_user TEXT NOT NULL,
        at TEXT NOT NULL,
        at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -900 AND 900),
        business_day TEXT NOT NULL CHECK (business_day {DAY}),
        clock_back INTEGER NOT NULL CHECK (clock_back IN (0, 1)),
        reason TEXT NOT NULL,
        source TEXT NOT NULL,
        app_version TEXT NOT NULL,
        undoes_id INTEGER REFERENCES action (id),
        row_count INTEGER NOT NULL CHECK (row_count >= 0),
        digest TEXT NOT NULL CHECK (length(digest) IN (0, 64)),
        prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
        hash TEXT NOT NULL UNIQUE CHECK (length(hash) IN (0, 64))
    ) STRICT
    """,
    """
    CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        action_id INTEGER NOT NULL REFERENCES action (id),
        entity TEXT NOT NULL,
        entity_id INTEGER NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('create', 'edit')),
        plain TEXT NOT NULL,
        personal TEXT NOT NULL,
        salt TEXT NOT NULL,
        personal_hash TEXT NOT NULL CHECK (length(personal_hash) = 64)
    ) STRICT
    """,
    "CREATE INDEX change_entity ON change (entity, entity_id)",
)
