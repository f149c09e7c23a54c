"""Format 6: triggers that hold its facts; rows of a customer move only with a merge."""

# Table -> its columns that a trigger must hold, personal text among them.
_FACTS = {
    "interaction_detail": (
        "action_id interaction_id purpose step barrier told zone satisfaction override"
    ),
    "interaction_item": "action_id interaction_id entry_id",
    "interaction_moved": "action_id interaction_id to_interaction_id day reason",
    "noted": "action_id interaction_id kind day words follow_up_day",
    "noted_event": "action_id noted_id kind day follow_up_day note",
    "dispute_care": (
        "action_id dispute_id day staff_id answer_by_day interaction_id evidence"
    ),
    "plan": (
        "action_id interaction_id day number contact_id by_whom staff_id currency amount_minor"
        " rhythm method reference interest cure_days note"
    ),
    "plan_item": "action_id plan_id entry_id amount_minor",
    "instalment": "action_id plan_id place due_day cure_day amount_minor",
    "plan_event": "action_id plan_id kind day by_plan_id note",
    "extension": "action_id interaction_id day to_day staff_id by_whom interest reason",
    "extension_item": "action_id extension_id entry_id",
    "extension_event": "action_id extension_id kind day note",
    "step_set": "action_id day step reason",
    "snooze": "action_id day until_day kind reason",
}  # fmt: skip
_OWN_CUSTOMER = ("noted", "plan", "extension", "step_set", "snooze")
_NOT_VOIDABLE = (
    "interaction_item", "interaction_moved", "plan_item", "instalment", "extension_item",
)  # fmt: skip
_VOIDABLE_NOW = ("dispute", "dispute_event")
"""Facts of an earlier format that can be taken back from now on."""
_WIDENED = {"promise": "method"}
"""Columns that this format gives to facts of an earlier one, whose triggers do not hold them."""
_AGAIN = "OLD.void_action_id IS NOT NULL AND NEW.void_action_id IS NOT OLD.void_action_id"


def _differs(columns: str) -> str:
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in ("id", *columns.split()))


def _taken_away(table: str) -> str:
    """The customer changes, and no merge under way says that this row shall be the other's."""
    return (
        "(NEW.customer_id IS NOT OLD.customer_id AND NOT EXISTS ("  # noqa: S608 - own names
        "SELECT 1 FROM repointed r JOIN action a ON a.id = r.action_id"
        f" WHERE a.hash = '' AND r.entity = '{table}' AND r.entity_id = OLD.id"
        " AND r.from_customer_id = OLD.customer_id AND r.to_customer_id = NEW.customer_id))"
    )


def _refuse(name: str, when: str, table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {when} "
        f"BEGIN SELECT RAISE(ABORT, 'frozen: {table}'); END"
    )


def triggers() -> tuple[str, ...]:
    """Return the triggers that hold this format's facts."""
    made: list[str] = []
    for table, columns in _FACTS.items():
        changed = f"({_differs(columns)})"
        if table in _OWN_CUSTOMER:
            changed = f"({_differs(columns)} OR {_taken_away(table)})"
        made.append(_refuse("update", f"UPDATE ON {table} WHEN {changed}", table))
        made.append(_refuse("delete", f"DELETE ON {table}", table))
        if table not in _NOT_VOIDABLE:
            made.append(_refuse("void_once", f"UPDATE ON {table} WHEN {_AGAIN}", table))
    made += [_refuse("void_once", f"UPDATE ON {t} WHEN {_AGAIN}", t) for t in _VOIDABLE_NOW]
    for table, column in _WIDENED.items():
        changed = f"NEW.{column} IS NOT OLD.{column}"
        made.append(_refuse(f"update_{column}", f"UPDATE ON {table} WHEN {changed}", table))
    return tuple(made)
