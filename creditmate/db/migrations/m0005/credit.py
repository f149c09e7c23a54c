"""Format 5: what is looked at before credit is given, and what an application said."""

from creditmate.db.migrations.m0005.columns import ACTION, CUSTOMER, DAY, LIMIT, VOID

_TEXT = "TEXT NOT NULL DEFAULT ''"

CREDIT: tuple[str, ...] = (
    f"ALTER TABLE business ADD COLUMN region {_TEXT}",
    f"ALTER TABLE customer ADD COLUMN region {_TEXT}",
    "ALTER TABLE customer ADD COLUMN grace_days INTEGER CHECK (grace_days BETWEEN 0 AND 60)",
    f"""
    CREATE TABLE credit_application (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        day TEXT NOT NULL CHECK (day {DAY}),
        way TEXT NOT NULL CHECK (way IN ('form', 'scan', 'typed')),
        given TEXT NOT NULL CHECK (json_valid(given)),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        limit_minor INTEGER CHECK (limit_minor BETWEEN 0 AND {LIMIT}),
        terms_version_id INTEGER REFERENCES terms_version (id),
        signed_day TEXT CHECK (signed_day {DAY}),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX credit_application_customer ON credit_application (customer_id, day)",
    f"""
    CREATE TABLE credit_check (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {CUSTOMER},
        kind TEXT NOT NULL CHECK (kind IN
            ('numbers', 'reference', 'search', 'bank', 'limit', 'review')),
        day TEXT NOT NULL CHECK (day {DAY}),
        result TEXT NOT NULL CHECK (result IN ('good', 'doubtful', 'bad')),
        about TEXT NOT NULL,
        note TEXT NOT NULL,
        staff_id INTEGER REFERENCES staff (id),
        review_day TEXT CHECK (review_day {DAY} AND review_day > day),
        credit_limit_id INTEGER REFERENCES credit_limit (id),
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX credit_check_customer ON credit_check (customer_id, day)",
    "CREATE INDEX credit_check_review ON credit_check (review_day) WHERE review_day IS NOT NULL",
)
"""``region`` is the part of a country whose holidays count (ISO 3166-2, without the country), ''
for the usual one. ``grace_days`` delay the following up, never the due date; NULL takes the
setting. ``credit_application.given`` is what the customer wrote, field by field;
``credit_check.about`` names the referee or the register, ``staff_id`` who decided."""
