"""Format 4: triggers that hold its facts, and that let a merge give rows to another customer."""

# Table -> its columns that a trigger must hold; ``customer_id`` moves only with a merge.
_FACTS = {
    "customer_status": "action_id day status",
    "credit_limit": "action_id day scope currency amount_minor",
    "hold": "action_id kind from_day review_day until_day stops",
    "hold_event": "action_id hold_id kind day review_day",
    "wish": "action_id contact_id day kind value",
    "merge": "action_id from_customer_id into_customer_id day",
    "repointed": "action_id merge_id entity entity_id from_customer_id to_customer_id",
    "tax_rate": "action_id code name kind from_day rate source",
    "exchange_rate": "action_id currency home_currency day rate source",
    "own_document": (
        "action_id document_id supply_day job received_by prices rounding locale discount_day"
        " discount_minor retention_minor retention_due_day labour_minor site_id"
        " credits_document_id belongs_document_id reason note"
    ),
    "line": (
        "action_id document_id place description quantity unit price discount tax_code tax_rate"
        " amount_minor work_item_id credits_place"
    ),
    "document_tax": "action_id document_id place code name kind rate net_minor tax_minor",
    "document_paper": "action_id document_id paper_id",
    "receipt_extra": "action_id receipt_id entry_id",
    "receipt_bank": "action_id receipt_id currency amount_minor",
    "deposit": "action_id entry_id job",
    "deposit_release": "action_id deposit_id day",
    "claim": (
        "action_id interaction_id day paid_day method reference currency amount_minor until_day"
    ),
    "claim_item": "action_id claim_id entry_id",
    "claim_event": "action_id claim_id kind day receipt_id",
}
# What a format 1 or 2 trigger held beside the customer of tables that a merge may give away.
_MOVED = {
    "document": (
        "action_id kind origin state source number number_key revision day order_number"
        " payment_terms_id currency net_minor tax_minor gross_minor import_batch_id source_row"
    ),
    "entry": "action_id document_id receipt_id part kind day due_day currency amount_minor",
    "allocation": (
        "action_id credit_entry_id debit_entry_id amount_minor day reverses_id currency"
        " debit_day due_day credit_day"
    ),
    "dispute": "action_id raised_day day_presumed reason by_whom answer_by_day note",
    "interaction": (
        "action_id contact_id heard_name staff_id channel direction number day at at_offset"
        " seconds outcome notes next_day none_because corrects_id"
    ),
    "promise": (
        "action_id interaction_id side made_day due_day grace_days until_day currency"
        " amount_minor deed"
    ),
    "paper": (
        "action_id kind series_id period counter number currency locale as_at_day total_minor"
        " pages size sha256 content_sha256 replaces_id"
    ),
    "run_item": "action_id run_id currency state why paper_id",
}
_OWN_CUSTOMER = ("customer_status", "credit_limit", "hold", "wish", "claim")
_PERSONAL = {
    "customer_status": "reason", "credit_limit": "reason", "hold": "reason", "wish": "note",
    "claim": "by_whom",
}  # fmt: skip
_VOIDABLE = (
    *("customer_status", "credit_limit", "hold", "hold_event", "wish", "merge", "tax_rate"),
    *("exchange_rate", "deposit", "deposit_release", "claim", "claim_event"),
)


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
        held = f"{columns} {_PERSONAL[table]}" if table in _PERSONAL else columns
        changed = f"({_differs(held)})"
        if table in _OWN_CUSTOMER:
            changed = f"({_differs(held)} OR {_taken_away(table)})"
        made.append(_refuse("update", f"UPDATE ON {table} WHEN {changed}", table))
        made.append(_refuse("delete", f"DELETE ON {table}", table))
    for table in _VOIDABLE:
        again = "OLD.void_action_id IS NOT NULL AND NEW.void_action_id IS NOT OLD.void_action_id"
        made.append(_refuse("void_once", f"UPDATE ON {table} WHEN {again}", table))
    return tuple(made)


def merging() -> tuple[str, ...]:
    """Return what replaces the triggers of earlier formats that let no row change hands."""
    made: list[str] = []
    for table, columns in _MOVED.items():
        made.append(f"DROP TRIGGER {table}_update")
        changed = f"({_differs(columns)} OR {_taken_away(table)})"
        sealed = "OLD.state = 'issued' AND " if table == "document" else ""
        made.append(_refuse("update", f"UPDATE ON {table} WHEN {sealed}{changed}", table))
    return tuple(made)
