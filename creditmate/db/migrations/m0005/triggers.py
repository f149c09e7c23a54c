"""Format 5: triggers that hold its facts; rows of a customer move only with a merge."""

# Table -> its columns that a trigger must hold, personal text among them.
_FACTS = {
    "terms_version": (
        "action_id title language number effective_day wording blob_id file_name pages sha256 note"
    ),
    "terms_clause": "action_id terms_version_id place kind rate per number summary",
    "terms_sent": "action_id terms_version_id day way contact_id to_whom paper_id task_id",
    "acceptance": (
        "action_id terms_version_id day method contact_id by_whom capacity clauses reference note"
    ),
    "reference_rate": "action_id scheme from_day rate checked source",
    "interest_choice": "action_id day choice fair reason",
    "interest_event": (
        "action_id entry_id kind day until_day currency interest_minor fixed_minor basis"
        " document_id reason"
    ),
    "credit_application": (
        "action_id day way given currency limit_minor terms_version_id signed_day"
    ),
    "credit_check": (
        "action_id kind day result about note staff_id review_day credit_limit_id"
    ),
}  # fmt: skip
_OWN_CUSTOMER = (
    "terms_sent", "acceptance", "interest_choice", "interest_event", "credit_application",
    "credit_check",
)  # fmt: skip
_NOT_VOIDABLE = ("terms_clause",)
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
    return tuple(made)
