"""Format 4: our own people, all that is known of a customer, and what was decided about it."""

from creditmate.db.migrations.m0004.columns import ACTION, CUSTOMER, DAY, LIMIT, RECORD, VOID

_TEXT = "TEXT NOT NULL DEFAULT ''"
_YES = "INTEGER NOT NULL DEFAULT 0 CHECK ({0} IN (0, 1))"

PEOPLE: tuple[str, ...] = (
    f"ALTER TABLE staff ADD COLUMN phone {_TEXT}",
    f"ALTER TABLE staff ADD COLUMN email {_TEXT}",
    f"ALTER TABLE staff ADD COLUMN signature {_TEXT}",
    "ALTER TABLE series ADD COLUMN start_at INTEGER NOT NULL DEFAULT 1 CHECK (start_at >= 1)",
    f"ALTER TABLE series ADD COLUMN start_period {_TEXT}",
    f"""
    CREATE TABLE cover (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        staff_id INTEGER NOT NULL REFERENCES staff (id),
        by_staff_id INTEGER NOT NULL REFERENCES staff (id),
        from_day TEXT NOT NULL CHECK (from_day {DAY}),
        to_day TEXT NOT NULL CHECK (to_day {DAY} AND to_day >= from_day),
        note TEXT NOT NULL,
        {RECORD},
        CHECK (staff_id <> by_staff_id)
    ) STRICT
    """,
    "ALTER TABLE business ADD COLUMN logo_blob_id INTEGER REFERENCES blob (id)",
    f"ALTER TABLE customer ADD COLUMN industry {_TEXT}",
    "ALTER TABLE customer ADD COLUMN statement_kind TEXT NOT NULL DEFAULT 'open_item'",
    "ALTER TABLE customer ADD COLUMN statement_day INTEGER CHECK (statement_day BETWEEN 1 AND 31)",
    f"ALTER TABLE customer ADD COLUMN friend {_YES.format('friend')}",
    "ALTER TABLE customer ADD COLUMN head_office_id INTEGER REFERENCES customer (id)",
    "ALTER TABLE customer ADD COLUMN statement_to TEXT NOT NULL DEFAULT 'branch'"
    " CHECK (statement_to IN ('branch', 'head_office'))",
    f"ALTER TABLE customer ADD COLUMN insurer {_TEXT}",
    "ALTER TABLE customer ADD COLUMN insured_minor INTEGER"
    f" CHECK (insured_minor BETWEEN 0 AND {LIMIT})",
    "ALTER TABLE customer ADD COLUMN report_by_days INTEGER"
    " CHECK (report_by_days BETWEEN 0 AND 999)",
    f"ALTER TABLE customer ADD COLUMN payment_run {_TEXT}",
    "ALTER TABLE customer ADD COLUMN invoice_cut_off INTEGER"
    " CHECK (invoice_cut_off BETWEEN 1 AND 31)",
    f"ALTER TABLE customer ADD COLUMN order_required {_YES.format('order_required')}",
    f"ALTER TABLE customer ADD COLUMN invoices_to {_TEXT}",
    f"ALTER TABLE customer ADD COLUMN approver {_TEXT}",
    f"ALTER TABLE customer ADD COLUMN pay_method {_TEXT}",
    f"ALTER TABLE customer ADD COLUMN account_at_theirs {_TEXT}",
    "CREATE INDEX customer_head_office ON customer (head_office_id)"
    " WHERE head_office_id IS NOT NULL",
    f"ALTER TABLE site ADD COLUMN name {_TEXT}",
    "ALTER TABLE site ADD COLUMN parts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(parts))",
    "ALTER TABLE contact ADD COLUMN discuss TEXT NOT NULL DEFAULT 'unknown'"
    " CHECK (discuss IN ('yes', 'no', 'unknown'))",
    f"""
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {CUSTOMER},
        text TEXT NOT NULL CHECK (text <> ''),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX tag_customer ON tag (customer_id)",
    f"""
    CREATE TABLE attachment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {CUSTOMER},
        blob_id INTEGER NOT NULL REFERENCES blob (id),
        name TEXT NOT NULL CHECK (name <> ''),
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size > 0),
        subject TEXT NOT NULL,
        subject_id INTEGER,
        note TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX attachment_customer ON attachment (customer_id)",
)
"""The counter of a series' ``start_period`` begins at ``start_at``, those of all others at 1.
``attachment.subject`` is the table of what it proves, such as ``dispute``; '' is the customer
as a whole."""

DECISIONS: tuple[str, ...] = (
    f"""
    CREATE TABLE customer_status (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        day TEXT NOT NULL CHECK (day {DAY}),
        status TEXT NOT NULL
            CHECK (status IN ('prospect', 'active', 'watch', 'on_stop', 'with_agency', 'closed')),
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX customer_status_customer ON customer_status (customer_id, day)",
    f"""
    CREATE TABLE credit_limit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        day TEXT NOT NULL CHECK (day {DAY}),
        scope TEXT NOT NULL CHECK (scope IN ('customer', 'group')),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        amount_minor INTEGER CHECK (amount_minor BETWEEN 0 AND {LIMIT}),
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX credit_limit_customer ON credit_limit (customer_id, day)",
    f"""
    CREATE TABLE hold (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        kind TEXT NOT NULL CHECK (kind IN
            ('hardship', 'breathing_space', 'deceased', 'insolvent', 'ours')),
        from_day TEXT NOT NULL CHECK (from_day {DAY}),
        review_day TEXT CHECK (review_day {DAY}),
        until_day TEXT CHECK (until_day {DAY} AND until_day >= from_day),
        stops TEXT NOT NULL,
        reason TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX hold_customer ON hold (customer_id)",
    f"""
    CREATE TABLE hold_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        hold_id INTEGER NOT NULL REFERENCES hold (id),
        kind TEXT NOT NULL CHECK (kind IN ('reviewed', 'ended')),
        day TEXT NOT NULL CHECK (day {DAY}),
        review_day TEXT CHECK (review_day {DAY}),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX hold_event_hold ON hold_event (hold_id)",
    f"""
    CREATE TABLE wish (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        contact_id INTEGER REFERENCES contact (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        kind TEXT NOT NULL CHECK (kind IN
            ('no_calls', 'no_emails', 'no_letters', 'no_texts', 'no_visits', 'hours')),
        value TEXT NOT NULL,
        note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX wish_customer ON wish (customer_id)",
    f"""
    CREATE TABLE merge (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        from_customer_id INTEGER NOT NULL REFERENCES customer (id),
        into_customer_id INTEGER NOT NULL REFERENCES customer (id),
        day TEXT NOT NULL CHECK (day {DAY}),
        {VOID},
        CHECK (from_customer_id <> into_customer_id)
    ) STRICT
    """,
    f"""
    CREATE TABLE repointed (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        merge_id INTEGER NOT NULL REFERENCES merge (id),
        entity TEXT NOT NULL,
        entity_id INTEGER NOT NULL,
        from_customer_id INTEGER NOT NULL REFERENCES customer (id),
        to_customer_id INTEGER NOT NULL REFERENCES customer (id)
    ) STRICT
    """,
    "CREATE INDEX repointed_row ON repointed (entity, entity_id)",
    "CREATE INDEX repointed_merge ON repointed (merge_id)",
)
"""Dated decisions: the latest at or before a day counts. ``hold.stops`` and ``wish.value`` are
codes with blanks between them; a wish with an empty value is lifted, a limit without amount is
none. ``repointed`` says of each row that a merge gave to another customer whose it was."""
