"""Format 2: call forms being filled in, calls that can be undone, and how a call felt.

Frozen: put right only by a later step. What is being typed is scratch: in no action's digest and
in no total. A call undone never was, so it is voided with the promises made in it and what it
ended. Mood and signals are personal text like the notes beside them.
"""

_VOIDABLE = ("interaction", "promise", "promise_event")

_DRAFT = """
    CREATE TABLE call_draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        customer_id INTEGER NOT NULL UNIQUE REFERENCES customer (id),
        begun_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        typed TEXT NOT NULL CHECK (json_valid(typed))
    ) STRICT
"""
_FEEL = (
    "ALTER TABLE interaction ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE interaction ADD COLUMN signals TEXT NOT NULL DEFAULT ''",
    "CREATE TRIGGER interaction_feel BEFORE UPDATE ON interaction"
    " WHEN NEW.mood IS NOT OLD.mood OR NEW.signals IS NOT OLD.signals"
    " BEGIN SELECT RAISE(ABORT, 'frozen: interaction'); END",
)


def _voidable(table: str) -> tuple[str, str]:
    again = "OLD.void_action_id IS NOT NULL AND NEW.void_action_id IS NOT OLD.void_action_id"
    return (
        f"ALTER TABLE {table} ADD COLUMN void_action_id INTEGER REFERENCES action (id)",
        f"CREATE TRIGGER {table}_void_once BEFORE UPDATE ON {table} WHEN {again}"
        f" BEGIN SELECT RAISE(ABORT, 'frozen: {table}'); END",
    )


STATEMENTS: tuple[str, ...] = (
    _DRAFT,
    *_FEEL,
    *(statement for table in _VOIDABLE for statement in _voidable(table)),
)
