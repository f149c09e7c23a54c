"""Format 5: reference rates, which basis of interest counts, and what became of interest."""

from creditmate.db.migrations.m0005.columns import ACTION, CUSTOMER, DAY, LIMIT, VOID

INTEREST: tuple[str, ...] = (
    f"""
    CREATE TABLE reference_rate (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        scheme TEXT NOT NULL CHECK (scheme <> ''),
        from_day TEXT NOT NULL CHECK (from_day {DAY}),
        rate TEXT NOT NULL CHECK (length(rate) <= 20
            AND ltrim(rate, '-') GLOB '[0-9]*' AND ltrim(rate, '-') NOT GLOB '*[^0-9.]*'),
        checked INTEGER NOT NULL CHECK (checked IN (0, 1)),
        source TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX reference_rate_scheme ON reference_rate (scheme, from_day)",
    f"""
    CREATE TABLE interest_choice (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        day TEXT NOT NULL CHECK (day {DAY}),
        choice TEXT NOT NULL CHECK (choice IN ('usual', 'contract', 'statute', 'none')),
        fair INTEGER NOT NULL CHECK (fair IN (0, 1)),
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX interest_choice_customer ON interest_choice (customer_id, day)",
    f"""
    CREATE TABLE interest_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        kind TEXT NOT NULL CHECK (kind IN ('charged', 'waived', 'cancelled')),
        day TEXT NOT NULL CHECK (day {DAY}),
        until_day TEXT NOT NULL CHECK (until_day {DAY} AND until_day <= day),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        interest_minor INTEGER NOT NULL CHECK (interest_minor BETWEEN 0 AND {LIMIT}),
        fixed_minor INTEGER NOT NULL CHECK (fixed_minor BETWEEN 0 AND {LIMIT}),
        basis TEXT NOT NULL CHECK (json_valid(basis)),
        document_id INTEGER REFERENCES document (id),
        reason TEXT NOT NULL,
        {VOID},
        CHECK ((kind = 'charged') = (document_id IS NOT NULL)),
        CHECK (interest_minor + fixed_minor > 0)
    ) STRICT
    """,
    "CREATE INDEX interest_event_customer ON interest_event (customer_id)",
    "CREATE INDEX interest_event_entry ON interest_event (entry_id)",
)
"""``reference_rate.rate`` is in percent a year, as text, and may be below zero; ``from_day`` is the
first day on which interest that begins then takes it. ``interest_choice.fair`` says that longer
times than the law's were agreed and are fair. An ``interest_event`` is a decision about
what had come up on an entry to ``until_day``: charged on a document of its own, waived, or
cancelled when the principal was paid; ``basis`` is how it was worked out, as it was then."""
