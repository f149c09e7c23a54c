"""Visits: each has its own next steps, all is the customer's own, and what ended is told why."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_STEP = """
    SELECT v.id, v.task_id, t.about FROM visit v JOIN task t ON t.id = v.task_id
    WHERE t.customer_id <> v.customer_id OR t.about <> 'visit'
        OR (v.archived_day IS NULL AND t.archived_day IS NOT NULL)
"""
_STEPS = """
    SELECT p.id, p.task_id, t.about FROM visit_preparation p JOIN visit v ON v.id = p.visit_id
    JOIN task t ON t.id = p.task_id
    WHERE t.customer_id <> v.customer_id OR t.about NOT LIKE 'visit!_%' ESCAPE '!'
"""
_ITEMS = """
    SELECT i.id, x.entry_id FROM visit_issue i JOIN visit v ON v.id = i.visit_id
    JOIN visit_issue_item x ON x.visit_issue_id = i.id JOIN entry e ON e.id = x.entry_id
    WHERE e.customer_id <> v.customer_id
"""
_QUESTIONS = """
    SELECT i.id, i.dispute_id FROM visit_issue i JOIN visit v ON v.id = i.visit_id
    JOIN dispute d ON d.id = i.dispute_id WHERE d.customer_id <> v.customer_id
"""
_SLOTS = """
    SELECT s.id, s.visit_issue_id FROM visit_slot s JOIN visit_issue i ON i.id = s.visit_issue_id
    WHERE i.visit_id <> s.visit_id
"""
_ENDED = """
    SELECT v.id, v.ended_day FROM visit v
    WHERE v.archived_day IS NULL AND (v.ended_day IS NOT NULL) <> EXISTS (
        SELECT 1 FROM visit_event x WHERE x.visit_id = v.id AND x.void_action_id IS NULL
            AND x.kind IN ('cancelled', 'refused', 'reported'))
"""
_RULES = (
    ("visit-has-its-next-step", "visit", _STEP),
    ("visit-steps-are-its-customers", "visit_preparation", _STEPS),
    ("visit-issue-about-its-customers-items", "visit_issue", _ITEMS),
    ("visit-issue-about-its-customers-questions", "visit_issue", _QUESTIONS),
    ("visit-agenda-about-its-own-issues", "visit_slot", _SLOTS),
    ("visit-ended-is-told-why", "visit", _ENDED),
)


def prove_visits() -> Iterator[Finding]:
    """Prove every rule about visits."""
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
