"""Format 6: plans, more time, and who looks after a question."""

from creditmate.db.migrations.m0006.columns import ACTION, CUSTOMER, DAY, LIMIT, RECORD, VOID

ARRANGED: tuple[str, ...] = (
    f"ALTER TABLE dispute ADD COLUMN {VOID}",
    f"ALTER TABLE dispute_event ADD COLUMN {VOID}",
    f"""
    CREATE TABLE dispute_care (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        dispute_id INTEGER NOT NULL REFERENCES dispute (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        staff_id INTEGER REFERENCES staff (id),
        answer_by_day TEXT CHECK (answer_by_day {DAY}),
        interaction_id INTEGER REFERENCES interaction (id),
        evidence TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX dispute_care_dispute ON dispute_care (dispute_id)",
    f"""
    CREATE TABLE plan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        interaction_id INTEGER REFERENCES interaction (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        number TEXT NOT NULL,
        contact_id INTEGER REFERENCES contact (id),
        by_whom TEXT NOT NULL,
        staff_id INTEGER REFERENCES staff (id),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND {LIMIT}),
        rhythm TEXT NOT NULL,
        method TEXT NOT NULL,
        reference TEXT NOT NULL,
        interest TEXT NOT NULL CHECK (interest IN ('runs', 'waived')),
        cure_days INTEGER NOT NULL CHECK (cure_days BETWEEN 0 AND 60),
        note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX plan_customer ON plan (customer_id, day)",
    f"""
    CREATE TABLE plan_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        amount_minor INTEGER NOT NULL CHECK (amount_minor > 0)
    ) STRICT
    """,
    "CREATE INDEX plan_item_plan ON plan_item (plan_id)",
    "CREATE INDEX plan_item_entry ON plan_item (entry_id)",
    f"""
    CREATE TABLE instalment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        place INTEGER NOT NULL CHECK (place >= 1),
        due_day TEXT NOT NULL CHECK (due_day {DAY}),
        cure_day TEXT NOT NULL CHECK (cure_day {DAY} AND cure_day >= due_day),
        amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
        UNIQUE (plan_id, place)
    ) STRICT
    """,
    f"""
    CREATE TABLE plan_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        plan_id INTEGER NOT NULL REFERENCES plan (id),
        kind TEXT NOT NULL CHECK (kind IN ('signed', 'reinstated', 'cancelled', 'replaced')),
        day TEXT NOT NULL CHECK (day {DAY}),
        by_plan_id INTEGER REFERENCES plan (id),
        note TEXT NOT NULL,
        {VOID},
        CHECK ((kind = 'replaced') = (by_plan_id IS NOT NULL))
    ) STRICT
    """,
    "CREATE INDEX plan_event_plan ON plan_event (plan_id)",
    f"""
    CREATE TABLE extension (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        interaction_id INTEGER REFERENCES interaction (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        to_day TEXT NOT NULL CHECK (to_day {DAY} AND to_day >= day),
        staff_id INTEGER REFERENCES staff (id),
        by_whom TEXT NOT NULL,
        interest TEXT NOT NULL CHECK (interest IN ('runs', 'waived')),
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX extension_customer ON extension (customer_id, to_day)",
    f"""
    CREATE TABLE extension_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        extension_id INTEGER NOT NULL REFERENCES extension (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id)
    ) STRICT
    """,
    "CREATE INDEX extension_item_extension ON extension_item (extension_id)",
    f"""
    CREATE TABLE extension_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        extension_id INTEGER NOT NULL REFERENCES extension (id),
        kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'replaced')),
        day TEXT NOT NULL CHECK (day {DAY}),
        note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX extension_event_extension ON extension_event (extension_id)",
    f"""
    CREATE TABLE help_sheet (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        country TEXT NOT NULL CHECK (length(country) = 2),
        title TEXT NOT NULL CHECK (title <> ''),
        wording TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    "CREATE UNIQUE INDEX help_sheet_country ON help_sheet (country) WHERE archived_day IS NULL",
)
"""The latest ``dispute_care`` that stands says who of us looks after a question and until when it
is to be answered. A plan's state, and an instalment's, is worked out from the money and never
stored; ``instalment.cure_day`` is the last day on which it can still come without the plan being in
default. More time moves no contract due date."""
