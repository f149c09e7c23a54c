"""Format 1: what many of its columns have in common."""

DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
"""A business day as ISO text."""
LIMIT = 10**15
"""The largest amount in minor units."""

# Every record that is edited in place carries these columns.
RECORD = """
        version INTEGER NOT NULL CHECK (version >= 1),
        archived_day TEXT,
        action_id INTEGER NOT NULL REFERENCES action (id)
"""
ACTION = "action_id INTEGER NOT NULL REFERENCES action (id)"
VOID = "void_action_id INTEGER REFERENCES action (id)"
