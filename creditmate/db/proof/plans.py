"""Plans and more time: parts and items add up, days are in order, all is the customer's own."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_PARTS = """
    SELECT p.id, p.amount_minor, (SELECT sum(amount_minor) FROM instalment WHERE plan_id = p.id)
    FROM plan p WHERE p.amount_minor IS NOT
        (SELECT sum(amount_minor) FROM instalment WHERE plan_id = p.id)
"""

_ITEMS = """
    SELECT p.id, p.amount_minor, (SELECT sum(amount_minor) FROM plan_item WHERE plan_id = p.id)
    FROM plan p WHERE p.amount_minor IS NOT
        (SELECT sum(amount_minor) FROM plan_item WHERE plan_id = p.id)
"""

_PLACES = """
    SELECT plan_id, count(*), min(place), max(place) FROM instalment GROUP BY plan_id
    HAVING min(place) <> 1 OR max(place) <> count(*)
"""

_DAYS = """
    SELECT p.id, i.place, i.due_day FROM plan p JOIN instalment i ON i.plan_id = p.id
    LEFT JOIN instalment b ON b.plan_id = p.id AND b.place = i.place - 1
    WHERE i.due_day < coalesce(b.due_day, p.day)
"""

_OWN_ITEMS = """
    SELECT p.id, t.entry_id FROM plan p JOIN plan_item t ON t.plan_id = p.id
    JOIN entry e ON e.id = t.entry_id
    WHERE p.void_action_id IS NULL AND (
        e.customer_id <> p.customer_id OR e.currency <> p.currency OR e.amount_minor <= 0)
"""

_NUMBERS = "SELECT max(id), number FROM plan GROUP BY lower(number) HAVING count(*) > 1"

_REPLACED = """
    SELECT v.id, v.plan_id, v.by_plan_id FROM plan_event v
    JOIN plan a ON a.id = v.plan_id JOIN plan b ON b.id = v.by_plan_id
    WHERE v.void_action_id IS NULL AND (a.customer_id <> b.customer_id OR b.id <= a.id)
"""

_TIME = """
    SELECT x.id, t.entry_id FROM extension x JOIN extension_item t ON t.extension_id = x.id
    JOIN entry e ON e.id = t.entry_id
    WHERE x.void_action_id IS NULL AND (e.customer_id <> x.customer_id OR e.amount_minor <= 0)
"""

_TIME_FOR = """
    SELECT id FROM extension
    WHERE NOT EXISTS (SELECT 1 FROM extension_item WHERE extension_id = extension.id)
"""

_RULES = (
    ("plan-parts-add-up", "plan", _PARTS),
    ("plan-items-add-up", "plan", _ITEMS),
    ("plan-parts-without-a-gap", "plan", _PLACES),
    ("plan-parts-in-order", "plan", _DAYS),
    ("plan-pays-its-customers-items", "plan", _OWN_ITEMS),
    ("plan-number-once", "plan", _NUMBERS),
    ("plan-replaced-by-a-later-one", "plan_event", _REPLACED),
    ("time-given-for-its-customers-items", "extension", _TIME),
    ("time-given-for-something", "extension", _TIME_FOR),
)


def prove_plans() -> Iterator[Finding]:
    """Prove every rule about plans and more time."""
    for rule, table, sql in _RULES:
        yield from from_query(rule, table, sql)
