"""Format 1: papers as issued, and the runs that issued them."""

from creditmate.db.migrations.m0001.columns import ACTION, DAY

PAPERS: tuple[str, ...] = (
    f"""
    CREATE TABLE blob (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
        content BLOB NOT NULL
    ) STRICT
    """,
    f"""
    CREATE TABLE paper (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        kind TEXT NOT NULL,
        series_id INTEGER NOT NULL REFERENCES series (id),
        period TEXT NOT NULL,
        counter INTEGER NOT NULL CHECK (counter >= 1),
        number TEXT NOT NULL UNIQUE,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        locale TEXT NOT NULL,
        as_at_day TEXT NOT NULL CHECK (as_at_day {DAY}),
        total_minor INTEGER NOT NULL,
        pages INTEGER NOT NULL CHECK (pages >= 1),
        size INTEGER NOT NULL CHECK (size > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
        replaces_id INTEGER REFERENCES paper (id),
        UNIQUE (series_id, period, counter)
    ) STRICT
    """,
    "CREATE INDEX paper_customer ON paper (customer_id, kind, as_at_day)",
    f"""
    CREATE TABLE paper_part (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        paper_id INTEGER NOT NULL REFERENCES paper (id),
        place INTEGER NOT NULL CHECK (place >= 1),
        blob_id INTEGER NOT NULL REFERENCES blob (id),
        UNIQUE (paper_id, place)
    ) STRICT
    """,
    f"""
    CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        kind TEXT NOT NULL,
        as_at_day TEXT NOT NULL CHECK (as_at_day {DAY})
    ) STRICT
    """,
    f"""
    CREATE TABLE run_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        run_id INTEGER NOT NULL REFERENCES run (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        currency TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('skipped', 'issued', 'reprinted', 'failed')),
        why TEXT NOT NULL,
        paper_id INTEGER REFERENCES paper (id)
    ) STRICT
    """,
    "CREATE INDEX run_item_run ON run_item (run_id)",
)
