"""Format 6: what a contact was about, contacts that were moved, and next steps at their hour."""

from creditmate.db.migrations.m0006.columns import ACTION, DAY, TEXT, VOID

TALKS: tuple[str, ...] = (
    f"""
    CREATE TABLE interaction_detail (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        interaction_id INTEGER NOT NULL UNIQUE REFERENCES interaction (id),
        purpose TEXT NOT NULL
            CHECK (purpose IN ('own', 'agreed', 'reply', 'promise', 'incoming', 'attempt')),
        step TEXT NOT NULL,
        barrier TEXT NOT NULL,
        told TEXT NOT NULL,
        zone TEXT NOT NULL,
        satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
        override TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX interaction_detail_letter ON interaction_detail (interaction_id)"
    " WHERE step = 'letter_before'",
    f"""
    CREATE TABLE interaction_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        interaction_id INTEGER NOT NULL REFERENCES interaction (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id)
    ) STRICT
    """,
    "CREATE INDEX interaction_item_interaction ON interaction_item (interaction_id)",
    "CREATE INDEX interaction_item_entry ON interaction_item (entry_id)",
    f"""
    CREATE TABLE interaction_moved (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        interaction_id INTEGER NOT NULL UNIQUE REFERENCES interaction (id),
        to_interaction_id INTEGER NOT NULL UNIQUE REFERENCES interaction (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX interaction_corrects ON interaction (corrects_id) WHERE corrects_id IS NOT NULL",
    "ALTER TABLE task ADD COLUMN at TEXT CHECK (at GLOB '[0-2][0-9]:[0-5][0-9]')",
    f"ALTER TABLE task ADD COLUMN zone {TEXT}",
    f"ALTER TABLE task ADD COLUMN about {TEXT}",
    f"ALTER TABLE promise ADD COLUMN method {TEXT}",
    "CREATE INDEX task_open ON task (day) WHERE done_day IS NULL AND archived_day IS NULL",
    "CREATE INDEX interaction_day ON interaction (day)",
    "CREATE INDEX interaction_ceased ON interaction (customer_id, day)"
    " WHERE outcome = 'ceased_trading'",
    "CREATE INDEX interaction_no_calls ON interaction (customer_id, day)"
    " WHERE outcome = 'do_not_call'",
    "CREATE INDEX interaction_wrong_number ON interaction (customer_id, day)"
    " WHERE outcome = 'wrong_number'",
    "CREATE INDEX promise_due ON promise (due_day)",
    f"""
    CREATE TABLE noted (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        interaction_id INTEGER REFERENCES interaction (id),
        kind TEXT NOT NULL CHECK (kind IN ('opportunity', 'feedback')),
        day TEXT NOT NULL CHECK (day {DAY}),
        words TEXT NOT NULL,
        follow_up_day TEXT CHECK (follow_up_day {DAY}),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX noted_customer ON noted (customer_id, day)",
    f"""
    CREATE TABLE noted_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        noted_id INTEGER NOT NULL REFERENCES noted (id),
        kind TEXT NOT NULL CHECK (kind IN ('done', 'dropped', 'put_off')),
        day TEXT NOT NULL CHECK (day {DAY}),
        follow_up_day TEXT CHECK (follow_up_day {DAY}),
        note TEXT NOT NULL,
        {VOID},
        CHECK ((kind = 'put_off') = (follow_up_day IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX noted_event_noted ON noted_event (noted_id)",
    """
    CREATE TABLE incoming_draft (
        id INTEGER PRIMARY KEY,
        begun_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        typed TEXT NOT NULL CHECK (json_valid(typed))
    ) STRICT
    """,
)
"""``interaction_detail.purpose`` says whether a contact costs of the budget: only ``own`` does, and
``attempt`` (ours, nobody reached) is counted apart. ``told`` are codes with blanks between them,
``override`` the reason for which somebody went against the policy. ``task.at`` is the hour where
the customer is, in its ``zone`` (IANA). ``incoming_draft`` is a talk whose customer is not known
yet."""
