"""What keeps a customer from being put away: everything that is still open with it."""

from creditmate.db.connection import execute
from creditmate.domain.open_business import Open

_COUNTS = {
    Open.ITEMS: "SELECT count(*) FROM entry WHERE customer_id = ? AND open_minor <> 0",
    Open.DISPUTES: "SELECT count(*) FROM dispute WHERE customer_id = ? AND ended_day IS NULL"
    " AND void_action_id IS NULL",
    Open.STEPS: "SELECT count(*) FROM task WHERE customer_id = ? AND done_day IS NULL"
    " AND archived_day IS NULL",
    Open.DEEDS: "SELECT count(*) FROM promise p WHERE p.customer_id = ? AND p.side = 'ours'"
    " AND p.void_action_id IS NULL AND NOT EXISTS (SELECT 1 FROM promise_event e"
    " WHERE e.promise_id = p.id AND e.void_action_id IS NULL)",
    Open.WORK: "SELECT count(*) FROM work_item WHERE customer_id = ? AND document_id IS NULL"
    " AND archived_day IS NULL",
    Open.DRAFTS: "SELECT (SELECT count(*) FROM invoice_draft WHERE customer_id = ?1)"
    " + (SELECT count(*) FROM call_draft WHERE customer_id = ?1)",
    Open.BRANCHES: "SELECT count(*) FROM customer WHERE head_office_id = ?"
    " AND archived_day IS NULL",
}


def open_business(customer: int) -> dict[Open, int]:
    """Return how many of what are still open with a customer; nothing when it may be put away."""
    counts = {what: int(execute(sql, (customer,)).fetchone()[0]) for what, sql in _COUNTS.items()}
    return {what: count for what, count in counts.items() if count}
