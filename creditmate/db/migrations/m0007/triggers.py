"""Format 7: triggers that hold its facts; all of them can be taken back once."""

# Table -> its columns that a trigger must hold, personal text among them.
_FACTS = {
    "visit_event": (
        "action_id visit_id interaction_id kind day way contact_id by_whom paper_id from_day"
        " from_at to_day to_at note"
    ),
    "visit_request_event": (
        "action_id visit_request_id interaction_id kind day by_day attachment_id note"
    ),
    "visit_result": "action_id visit_issue_id interaction_id day result inner_words",
    "visit_observation": "action_id visit_id interaction_id day topic seen inner_note",
    "visit_review": (
        "action_id visit_id interaction_id day credit_limit_id inner_limit inner_risk inner_mood"
        " inner_satisfaction inner_minutes inner_distance_tenths inner_cost_minor inner_currency"
        " inner_note"
    ),
}
_AGAIN = "OLD.void_action_id IS NOT NULL AND NEW.void_action_id IS NOT OLD.void_action_id"


def _refuse(name: str, when: str, table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {when} "
        f"BEGIN SELECT RAISE(ABORT, 'frozen: {table}'); END"
    )


def triggers() -> tuple[str, ...]:
    """Return the triggers that hold this format's facts."""
    made: list[str] = []
    for table, columns in _FACTS.items():
        differs = " OR ".join(f"NEW.{n} IS NOT OLD.{n}" for n in ("id", *columns.split()))
        made += [
            _refuse("update", f"UPDATE ON {table} WHEN ({differs})", table),
            _refuse("delete", f"DELETE ON {table}", table),
            _refuse("void_once", f"UPDATE ON {table} WHEN {_AGAIN}", table),
        ]
    return tuple(made)
