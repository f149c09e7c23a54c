"""Format 7: what many of its columns have in common, as it was in format 1."""

DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
HOUR = "GLOB '[0-2][0-9]:[0-5][0-9]'"
LIMIT = 10**15
RECORD = """
        version INTEGER NOT NULL CHECK (version >= 1),
        archived_day TEXT,
        action_id INTEGER NOT NULL REFERENCES action (id)
"""
ACTION = "action_id INTEGER NOT NULL REFERENCES action (id)"
VOID = "void_action_id INTEGER REFERENCES action (id)"
CUSTOMER = "customer_id INTEGER NOT NULL REFERENCES customer (id)"
VISIT = "visit_id INTEGER NOT NULL REFERENCES visit (id)"
PLACE = "place INTEGER NOT NULL CHECK (place >= 1)"
TALK = "interaction_id INTEGER REFERENCES interaction (id)"
