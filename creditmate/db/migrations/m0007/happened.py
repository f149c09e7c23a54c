"""Format 7: what happened to visits, and what came of them."""

from creditmate.db.migrations.m0007.columns import ACTION, DAY, HOUR, LIMIT, TALK, VISIT, VOID

HAPPENED: tuple[str, ...] = (
    f"""
    CREATE TABLE visit_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {VISIT},
        {TALK},
        kind TEXT NOT NULL CHECK (kind IN (
            'agenda_sent', 'confirmed', 'reconfirmed', 'moved', 'cancelled', 'refused', 'nobody',
            'deputy', 'held', 'reported'
        )),
        day TEXT NOT NULL CHECK (day {DAY}),
        way TEXT NOT NULL,
        contact_id INTEGER REFERENCES contact (id),
        by_whom TEXT NOT NULL,
        paper_id INTEGER REFERENCES paper (id),
        from_day TEXT CHECK (from_day {DAY}),
        from_at TEXT CHECK (from_at {HOUR}),
        to_day TEXT CHECK (to_day {DAY}),
        to_at TEXT CHECK (to_at {HOUR}),
        note TEXT NOT NULL,
        {VOID},
        CHECK ((kind = 'moved') = (from_day IS NOT NULL)),
        CHECK ((kind = 'moved') = (to_day IS NOT NULL)),
        CHECK (kind = 'moved' OR (from_at IS NULL AND to_at IS NULL))
    ) STRICT
    """,
    "CREATE INDEX visit_event_visit ON visit_event (visit_id)",
    f"""
    CREATE TABLE visit_request_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        visit_request_id INTEGER NOT NULL REFERENCES visit_request (id),
        {TALK},
        kind TEXT NOT NULL CHECK (kind IN ('received', 'promised', 'refused')),
        day TEXT NOT NULL CHECK (day {DAY}),
        by_day TEXT CHECK (by_day {DAY}),
        attachment_id INTEGER REFERENCES attachment (id),
        note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX visit_request_event_request ON visit_request_event (visit_request_id)",
    f"""
    CREATE TABLE visit_result (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        visit_issue_id INTEGER NOT NULL REFERENCES visit_issue (id),
        {TALK},
        day TEXT NOT NULL CHECK (day {DAY}),
        result TEXT NOT NULL
            CHECK (result IN ('wanted', 'fall_back', 'part', 'none', 'not_spoken_of')),
        inner_words TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX visit_result_issue ON visit_result (visit_issue_id)",
    f"""
    CREATE TABLE visit_observation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {VISIT},
        {TALK},
        day TEXT NOT NULL CHECK (day {DAY}),
        topic TEXT NOT NULL CHECK (topic <> ''),
        seen TEXT NOT NULL CHECK (seen IN ('better', 'same', 'worse', 'not_seen')),
        inner_note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX visit_observation_visit ON visit_observation (visit_id)",
    f"""
    CREATE TABLE visit_review (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {ACTION},
        {VISIT},
        {TALK},
        day TEXT NOT NULL CHECK (day {DAY}),
        credit_limit_id INTEGER REFERENCES credit_limit (id),
        inner_limit TEXT NOT NULL,
        inner_risk TEXT NOT NULL,
        inner_mood TEXT NOT NULL,
        inner_satisfaction INTEGER CHECK (inner_satisfaction BETWEEN 1 AND 5),
        inner_minutes INTEGER CHECK (inner_minutes BETWEEN 0 AND 10000),
        inner_distance_tenths INTEGER CHECK (inner_distance_tenths BETWEEN 0 AND 100000),
        inner_cost_minor INTEGER CHECK (inner_cost_minor BETWEEN 0 AND {LIMIT}),
        inner_currency TEXT NOT NULL,
        inner_note TEXT NOT NULL,
        {VOID}
    ) STRICT
    """,
    "CREATE INDEX visit_review_visit ON visit_review (visit_id)",
    """
    CREATE TABLE visit_draft (
        id INTEGER PRIMARY KEY,
        visit_id INTEGER NOT NULL UNIQUE REFERENCES visit (id),
        begun_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        typed TEXT NOT NULL CHECK (json_valid(typed))
    ) STRICT
    """,
)
"""A report is corrected by adding to it: of an issue's results, a topic's observations and a
request's events the latest that stands counts, and so does the latest review. ``visit_draft`` is
a report that is still being typed."""
