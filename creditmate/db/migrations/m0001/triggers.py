"""Format 1: triggers that hold the facts against every way of changing them."""

# Table -> its columns that a trigger must hold. Kept columns are left out on purpose.
_FACTS = {
    "action": (
        "use_case staff_id os_user at at_offset business_day clock_back reason source"
        " app_version undoes_id row_count digest prev_hash hash"
    ),
    "change": "action_id entity entity_id op plain personal salt personal_hash",
    "payment_terms": "action_id form parameters",
    "import_batch": "action_id source file_sha256 mapping options totals",
    "receipt": (
        "action_id number day method payer reference currency amount_minor presumed earliest_day"
        " import_batch_id source_row"
    ),
    "entry": (
        "action_id customer_id document_id receipt_id part kind day due_day currency amount_minor"
    ),
    "allocation": (
        "action_id credit_entry_id debit_entry_id amount_minor day reverses_id customer_id"
        " currency debit_day due_day credit_day"
    ),
    "cash_posted": "action_id to_day",
    "dispute": ("action_id customer_id raised_day day_presumed reason by_whom answer_by_day note"),
    "dispute_item": "action_id dispute_id entry_id amount_minor",
    "dispute_event": "action_id dispute_id kind day amount_minor note",
    "interaction": (
        "action_id customer_id contact_id heard_name staff_id channel direction number day at"
        " at_offset seconds outcome notes next_day none_because corrects_id"
    ),
    "promise": (
        "action_id customer_id interaction_id side made_day due_day grace_days until_day"
        " currency amount_minor deed"
    ),
    "promise_item": "action_id promise_id entry_id",
    "promise_event": "action_id promise_id kind day by_promise_id",
    "blob": "action_id sha256 content",
    "paper": (
        "action_id kind series_id period counter number customer_id currency locale as_at_day"
        " total_minor pages size sha256 content_sha256 replaces_id"
    ),
    "paper_part": "action_id paper_id place blob_id",
    "run": "action_id kind as_at_day",
    "run_item": "action_id run_id customer_id currency state why paper_id",
}
_DOCUMENT = (
    "action_id customer_id kind origin state source number number_key revision day order_number"
    " payment_terms_id currency net_minor tax_minor gross_minor import_batch_id source_row"
)
_VOIDABLE = ("document", "receipt", "entry")


def _differs(columns: str) -> str:
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in ("id", *columns.split()))


def _refuse(name: str, when: str, table: str) -> str:
    return (
        f"CREATE TRIGGER {table}_{name} BEFORE {when} "
        f"BEGIN SELECT RAISE(ABORT, 'frozen: {table}'); END"
    )


def triggers() -> tuple[str, ...]:
    """Return the triggers that hold the facts."""
    made: list[str] = []
    for table, columns in _FACTS.items():
        sealed = "OLD.hash <> '' AND " if table == "action" else ""  # sealed by its hash
        changed = f"{sealed}({_differs(columns)})"
        made.append(_refuse("update", f"UPDATE ON {table} WHEN {changed}", table))
        made.append(_refuse("delete", f"DELETE ON {table}", table))
    issued = "OLD.state = 'issued'"
    made.append(
        _refuse(
            "update", f"UPDATE ON document WHEN {issued} AND ({_differs(_DOCUMENT)})", "document"
        )
    )
    made.append(_refuse("delete", f"DELETE ON document WHEN {issued}", "document"))
    for table in _VOIDABLE:
        again = "OLD.void_action_id IS NOT NULL AND NEW.void_action_id IS NOT OLD.void_action_id"
        made.append(_refuse("void_once", f"UPDATE ON {table} WHEN {again}", table))
    own = "NEW.void_action_id IS NOT NULL AND OLD.origin = 'own' AND OLD.state = 'issued'"
    made.append(_refuse("void_own", f"UPDATE ON document WHEN {own}", "document"))
    of_own = (
        "NEW.void_action_id IS NOT NULL AND EXISTS (SELECT 1 FROM document WHERE "
        "id = OLD.document_id AND origin = 'own' AND state = 'issued')"
    )
    made.append(_refuse("void_own", f"UPDATE ON entry WHEN {of_own}", "entry"))
    return tuple(made)
