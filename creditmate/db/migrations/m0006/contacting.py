"""Format 6: the policy of contacts, steps that were set by hand, and lines put off."""

from creditmate.db.migrations.m0006.columns import ACTION, CUSTOMER, DAY, RECORD, VOID

CONTACTING: tuple[str, ...] = (
    f"""
    CREATE TABLE contact_policy (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        tag TEXT NOT NULL,
        customer_id INTEGER REFERENCES customer (id),
        rules TEXT NOT NULL CHECK (json_valid(rules)),
        {RECORD},
        CHECK ((customer_id IS NULL) = (tag <> ''))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX contact_policy_tag ON contact_policy (tag)"
    " WHERE tag <> '' AND archived_day IS NULL",
    "CREATE UNIQUE INDEX contact_policy_customer ON contact_policy (customer_id)"
    " WHERE customer_id IS NOT NULL AND archived_day IS NULL",
    f"""
    CREATE TABLE step_set (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        day TEXT NOT NULL CHECK (day {DAY}),
        step TEXT NOT NULL,
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX step_set_customer ON step_set (customer_id, day)",
    f"""
    CREATE TABLE snooze (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        day TEXT NOT NULL CHECK (day {DAY}),
        until_day TEXT NOT NULL CHECK (until_day {DAY} AND until_day >= day),
        kind TEXT NOT NULL,
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX snooze_customer ON snooze (customer_id, until_day)",
)
"""``contact_policy.rules`` overrides the business's own, which stand in its settings, for a tag
(compared case-folded) or one customer. The latest ``step_set`` and ``snooze`` that stand count; a
snooze until its own day is ended."""
