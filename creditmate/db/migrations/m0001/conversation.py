"""Format 1: disputes, contacts made, promises and next steps."""

from creditmate.db.migrations.m0001.columns import ACTION, DAY, LIMIT, RECORD

DISPUTES: tuple[str, ...] = (
    f"""
    CREATE TABLE dispute (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        raised_day TEXT NOT NULL CHECK (raised_day {DAY}),
        day_presumed INTEGER NOT NULL CHECK (day_presumed IN (0, 1)),
        reason TEXT NOT NULL,
        by_whom TEXT NOT NULL,
        answer_by_day TEXT CHECK (answer_by_day {DAY}),
        note TEXT NOT NULL,
        ended_day TEXT CHECK (ended_day {DAY})
    ) STRICT
    """,
    "CREATE INDEX dispute_customer ON dispute (customer_id)",
    "CREATE INDEX dispute_span ON dispute (ended_day, raised_day)",
    f"""
    CREATE TABLE dispute_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        dispute_id INTEGER NOT NULL REFERENCES dispute (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        amount_minor INTEGER CHECK (amount_minor > 0)
    ) STRICT
    """,
    "CREATE INDEX dispute_item_dispute ON dispute_item (dispute_id)",
    "CREATE INDEX dispute_item_entry ON dispute_item (entry_id)",
    f"""
    CREATE TABLE dispute_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        dispute_id INTEGER NOT NULL REFERENCES dispute (id),
        kind TEXT NOT NULL
            CHECK (kind IN ('amended', 'upheld', 'part', 'rejected', 'withdrawn', 'settled')),
        day TEXT NOT NULL CHECK (day {DAY}),
        amount_minor INTEGER,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX dispute_event_dispute ON dispute_event (dispute_id)",
)

CONVERSATION: tuple[str, ...] = (
    f"""
    CREATE TABLE interaction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        contact_id INTEGER REFERENCES contact (id),
        heard_name TEXT NOT NULL,
        staff_id INTEGER REFERENCES staff (id),
        channel TEXT NOT NULL
            CHECK (channel IN ('call', 'email', 'letter', 'text', 'meeting', 'visit')),
        direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
        number TEXT NOT NULL,
        day TEXT NOT NULL CHECK (day {DAY}),
        at TEXT NOT NULL,
        at_offset INTEGER NOT NULL,
        seconds INTEGER CHECK (seconds >= 0),
        outcome TEXT NOT NULL CHECK (outcome <> ''),
        notes TEXT NOT NULL,
        next_day TEXT CHECK (next_day {DAY}),
        none_because TEXT NOT NULL,
        corrects_id INTEGER REFERENCES interaction (id),
        CHECK ((next_day IS NOT NULL) <> (none_because <> ''))
    ) STRICT
    """,
    "CREATE INDEX interaction_customer ON interaction (customer_id, day)",
    f"""
    CREATE TABLE promise (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        interaction_id INTEGER REFERENCES interaction (id),
        side TEXT NOT NULL CHECK (side IN ('theirs', 'ours')),
        made_day TEXT NOT NULL CHECK (made_day {DAY}),
        due_day TEXT NOT NULL CHECK (due_day {DAY}),
        grace_days INTEGER NOT NULL CHECK (grace_days >= 0),
        until_day TEXT NOT NULL CHECK (until_day {DAY}),
        currency TEXT CHECK (length(currency) = 3),
        amount_minor INTEGER CHECK (amount_minor BETWEEN 1 AND {LIMIT}),
        deed TEXT NOT NULL,
        CHECK ((side = 'theirs') = (amount_minor IS NOT NULL)),
        CHECK ((amount_minor IS NULL) = (currency IS NULL)),
        CHECK (due_day >= made_day AND until_day >= due_day)
    ) STRICT
    """,
    "CREATE INDEX promise_customer ON promise (customer_id, until_day)",
    f"""
    CREATE TABLE promise_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        promise_id INTEGER NOT NULL REFERENCES promise (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id)
    ) STRICT
    """,
    "CREATE INDEX promise_item_promise ON promise_item (promise_id)",
    f"""
    CREATE TABLE promise_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        promise_id INTEGER NOT NULL REFERENCES promise (id),
        kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'replaced', 'done')),
        day TEXT NOT NULL CHECK (day {DAY}),
        by_promise_id INTEGER REFERENCES promise (id),
        CHECK ((kind = 'replaced') = (by_promise_id IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX promise_event_promise ON promise_event (promise_id)",
    f"""
    CREATE TABLE task (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        kind TEXT NOT NULL CHECK (kind IN ('call_back', 'check_money', 'other')),
        day TEXT NOT NULL CHECK (day {DAY}),
        note TEXT NOT NULL,
        owner_id INTEGER REFERENCES staff (id),
        from_interaction_id INTEGER REFERENCES interaction (id),
        done_by_interaction_id INTEGER REFERENCES interaction (id),
        done_day TEXT CHECK (done_day {DAY}),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX task_customer ON task (customer_id, day)",
)
