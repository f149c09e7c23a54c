"""Format 5: terms and conditions in versions, and what customers were sent and accepted."""

from creditmate.db.migrations.m0005.columns import ACTION, CUSTOMER, DAY, DECIMAL, VOID

_CLAUSES = (
    "'interest', 'fixed_sums', 'costs', 'retention_of_title', 'guarantee', 'jurisdiction',"
    " 'payment', 'credit_limit', 'complaints', 'other'"
)

TERMS: tuple[str, ...] = (
    f"""
    CREATE TABLE terms_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        title TEXT NOT NULL CHECK (title <> ''),
        language TEXT NOT NULL CHECK (language <> ''),
        number INTEGER NOT NULL CHECK (number >= 1),
        effective_day TEXT NOT NULL CHECK (effective_day {DAY}),
        wording TEXT NOT NULL,
        blob_id INTEGER REFERENCES blob (id),
        file_name TEXT NOT NULL,
        pages INTEGER CHECK (pages >= 1),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        note TEXT NOT NULL,
        {VOID},
        CHECK ((wording <> '') = (blob_id IS NULL)),
        CHECK ((blob_id IS NULL) = (pages IS NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX terms_version_number ON terms_version (title, language, number)"
    " WHERE void_action_id IS NULL",
    f"""
    CREATE TABLE terms_clause (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        terms_version_id INTEGER NOT NULL REFERENCES terms_version (id),
        place INTEGER NOT NULL CHECK (place >= 1),
        kind TEXT NOT NULL CHECK (kind IN ({_CLAUSES})),
        rate TEXT CHECK (rate {DECIMAL.format("rate")}),
        per TEXT CHECK (per IN ('year', 'month')),
        number TEXT NOT NULL,
        summary TEXT NOT NULL CHECK (summary <> ''),
        UNIQUE (terms_version_id, place),
        CHECK ((rate IS NULL) = (per IS NULL)),
        CHECK (rate IS NULL OR kind = 'interest')
    ) STRICT
    """,
    """
    CREATE TABLE terms_draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        follows_id INTEGER REFERENCES terms_version (id),
        begun_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        typed TEXT NOT NULL CHECK (json_valid(typed))
    ) STRICT
    """,
    f"""
    CREATE TABLE terms_sent (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        terms_version_id INTEGER NOT NULL REFERENCES terms_version (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        way TEXT NOT NULL CHECK (way IN ('post', 'email', 'by_hand', 'other')),
        contact_id INTEGER REFERENCES contact (id),
        to_whom TEXT NOT NULL,
        paper_id INTEGER REFERENCES paper (id),
        task_id INTEGER REFERENCES task (id),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX terms_sent_customer ON terms_sent (customer_id, day)",
    f"""
    CREATE TABLE acceptance (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        terms_version_id INTEGER NOT NULL REFERENCES terms_version (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        method TEXT NOT NULL CHECK (method IN
            ('signed_application', 'signed_terms', 'ticked', 'email', 'quote', 'conduct')),
        contact_id INTEGER REFERENCES contact (id),
        by_whom TEXT NOT NULL,
        capacity TEXT NOT NULL CHECK (capacity IN
            ('owner', 'director', 'partner', 'secretary', 'manager', 'employee', 'agent',
             'unknown')),
        clauses TEXT NOT NULL,
        reference TEXT NOT NULL,
        note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX acceptance_customer ON acceptance (customer_id, day)",
    "CREATE INDEX acceptance_version ON acceptance (terms_version_id)",
)
"""A version is either ``wording``, in our simple marks, or a PDF of ``pages`` kept as a blob; its
``sha256`` is that of the wording or the file. ``acceptance.clauses`` are the kinds of clause that
the customer agreed to by name, with blanks between; its paper is an attachment about it."""
