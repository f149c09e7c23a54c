"""Customers that were merged: nothing is left with the one put away, and every row is explained."""

from collections.abc import Iterator

from creditmate.db.merging import FACTS
from creditmate.db.proof.finding import Finding, from_query

_PUT_AWAY = """
    SELECT m.id, c.merged_into_id, c.archived_day FROM merge m
    JOIN customer c ON c.id = m.from_customer_id
    WHERE (m.void_action_id IS NULL AND (
            c.merged_into_id IS NOT m.into_customer_id OR c.archived_day IS NULL))
       OR (m.void_action_id IS NOT NULL AND c.merged_into_id = m.into_customer_id AND NOT EXISTS (
            SELECT 1 FROM merge n WHERE n.from_customer_id = c.id AND n.void_action_id IS NULL))
"""

_UNEXPLAINED = """
    SELECT id, merged_into_id FROM customer c WHERE merged_into_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM merge m WHERE m.from_customer_id = c.id AND m.void_action_id IS NULL)
"""

_LEFT = """
    SELECT t.id, t.customer_id FROM {0} t
    WHERE t.customer_id IN (SELECT id FROM customer WHERE merged_into_id IS NOT NULL)
"""

_GIVEN = """
    SELECT t.id, t.customer_id, r.to_customer_id FROM repointed r
    JOIN {0} t ON t.id = r.entity_id
    WHERE r.entity = '{0}' AND t.customer_id <> r.to_customer_id AND NOT EXISTS (
        SELECT 1 FROM repointed n
        WHERE n.entity = r.entity AND n.entity_id = r.entity_id AND n.id > r.id)
"""


def prove_merging() -> Iterator[Finding]:
    """Prove every merge: who was put away has no facts left, whatever was given is where it says.

    Where nobody was ever merged nothing is looked through.
    """
    yield from from_query("merge-incomplete", "merge", _PUT_AWAY)
    yield from from_query("merge-unexplained", "customer", _UNEXPLAINED)
    for table in FACTS:
        yield from from_query("merge-left-behind", table, _LEFT.format(table))
        yield from from_query("merge-went-elsewhere", table, _GIVEN.format(table))
