"""Format 7: visits as they are planned."""

from creditmate.db.migrations.m0007.columns import CUSTOMER, DAY, LIMIT, PLACE, RECORD, VISIT

PLANNED: tuple[str, ...] = (
    "ALTER TABLE site ADD COLUMN latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000)",
    "ALTER TABLE site ADD COLUMN longitude INTEGER"
    " CHECK (longitude BETWEEN -180000000 AND 180000000)",
    f"""
    CREATE TABLE visit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {CUSTOMER},
        number TEXT NOT NULL UNIQUE,
        task_id INTEGER NOT NULL UNIQUE REFERENCES task (id),
        site_id INTEGER REFERENCES site (id),
        address TEXT NOT NULL,
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 1440),
        purpose_words TEXT NOT NULL,
        ended_day TEXT CHECK (ended_day {DAY}),
        inner_purpose TEXT NOT NULL CHECK (inner_purpose IN ('stay_well', 'get_well')),
        inner_travel_minutes INTEGER CHECK (inner_travel_minutes BETWEEN 0 AND 1440),
        inner_distance_tenths INTEGER NOT NULL CHECK (inner_distance_tenths BETWEEN 0 AND 100000),
        inner_unit TEXT NOT NULL CHECK (inner_unit IN ('mile', 'km')),
        inner_limits TEXT NOT NULL,
        inner_if_deputy TEXT NOT NULL,
        inner_note TEXT NOT NULL,
        inner_margin_minor INTEGER CHECK (inner_margin_minor BETWEEN -{LIMIT} AND {LIMIT}),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_customer ON visit (customer_id)",
    "CREATE INDEX visit_open ON visit (id) WHERE ended_day IS NULL AND archived_day IS NULL",
    f"""
    CREATE TABLE visit_person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {VISIT},
        {PLACE},
        side TEXT NOT NULL CHECK (side IN ('theirs', 'ours')),
        contact_id INTEGER REFERENCES contact (id),
        staff_id INTEGER REFERENCES staff (id),
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        decides INTEGER NOT NULL CHECK (decides IN (0, 1)),
        inner_note TEXT NOT NULL,
        {RECORD},
        CHECK (contact_id IS NULL OR side = 'theirs'),
        CHECK (staff_id IS NULL OR side = 'ours')
    ) STRICT
    """,
    "CREATE INDEX visit_person_visit ON visit_person (visit_id)",
    f"""
    CREATE TABLE visit_issue (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {VISIT},
        {PLACE},
        kind TEXT NOT NULL
            CHECK (kind IN ('account', 'dispute', 'limit', 'terms', 'orders', 'other')),
        what TEXT NOT NULL CHECK (what <> ''),
        papers TEXT NOT NULL,
        dispute_id INTEGER REFERENCES dispute (id),
        inner_wanted TEXT NOT NULL,
        inner_fall_back TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_issue_visit ON visit_issue (visit_id)",
    f"""
    CREATE TABLE visit_issue_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        visit_issue_id INTEGER NOT NULL REFERENCES visit_issue (id),
        entry_id INTEGER NOT NULL REFERENCES entry (id),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_issue_item_issue ON visit_issue_item (visit_issue_id)",
    f"""
    CREATE TABLE visit_point (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {VISIT},
        {PLACE},
        words TEXT NOT NULL CHECK (words <> ''),
        said_day TEXT CHECK (said_day {DAY}),
        by_whom TEXT NOT NULL,
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_point_visit ON visit_point (visit_id)",
    f"""
    CREATE TABLE visit_slot (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {VISIT},
        {PLACE},
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
        kind TEXT NOT NULL CHECK (kind IN (
            'welcome', 'points', 'orders', 'issue', 'account', 'proposal', 'next', 'tour', 'other'
        )),
        title TEXT NOT NULL,
        detail TEXT NOT NULL,
        visit_issue_id INTEGER REFERENCES visit_issue (id),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_slot_visit ON visit_slot (visit_id)",
    f"""
    CREATE TABLE visit_request (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {VISIT},
        {PLACE},
        what TEXT NOT NULL CHECK (what <> ''),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_request_visit ON visit_request (visit_id)",
    f"""
    CREATE TABLE visit_preparation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        {VISIT},
        {PLACE},
        kind TEXT NOT NULL CHECK (kind IN (
            'tell_sales', 'send_agenda', 'send_papers', 'confirm', 'print_pack', 'reconfirm',
            'other', 'report'
        )),
        task_id INTEGER NOT NULL UNIQUE REFERENCES task (id),
        {RECORD}
    ) STRICT
    """,
    "CREATE INDEX visit_preparation_visit ON visit_preparation (visit_id)",
)
"""The day, hour, zone and owner of a visit are those of ``visit.task_id``, a next step as any; the
steps before it and the report after it are next steps as well. What is called ``inner_…`` is ours
alone and reaches no paper for the customer. ``site.latitude`` and ``longitude`` are in millionths
of a degree."""
