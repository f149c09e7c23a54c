"""Customers who are said to have ceased trading."""

import json
from collections.abc import Sequence
from datetime import date

from creditmate.db.connection import execute
from creditmate.domain.ceased import SaidCeased
from creditmate.domain.outcomes import Outcome

_REACHED = json.dumps([outcome.value for outcome in Outcome if outcome.reached])
_CEASED = """
    SELECT c.customer_id, c.day, c.action_id FROM interaction c INDEXED BY interaction_ceased
    WHERE c.outcome = 'ceased_trading' AND c.day <= ?1 AND c.void_action_id IS NULL
        AND (?3 IS NULL OR c.customer_id IN (SELECT value FROM json_each(?3)))
        AND NOT EXISTS (
            SELECT 1 FROM interaction r
            WHERE r.corrects_id = c.id AND r.day <= ?1 AND r.void_action_id IS NULL
        )
        AND NOT EXISTS (
            SELECT 1 FROM interaction n
            WHERE n.customer_id = c.customer_id AND n.day BETWEEN c.day AND ?1
                AND (n.day > c.day OR n.id > c.id) AND n.void_action_id IS NULL
                AND n.outcome IN (SELECT value FROM json_each(?2))
                AND NOT EXISTS (
                    SELECT 1 FROM interaction r
                    WHERE r.corrects_id = n.id AND r.day <= ?1 AND r.void_action_id IS NULL
                )
        )
"""
"""The index has only talks that ended so. It is named, and the outcome stands in the text and not
as an argument: else every talk there ever was would be read."""


def said_to_have_ceased(
    as_at: date, customers: Sequence[int] | None = None
) -> dict[int, SaidCeased]:
    """Return the customers whose latest talk up to a day ended with that, and when it was said.

    Args:
        as_at: What was said, or put right, later is not known.
        customers: Only these; None for all.
    """
    only = None if customers is None else json.dumps(list(customers))
    rows = execute(_CEASED, (as_at.isoformat(), _REACHED, only))
    return {customer: SaidCeased(date.fromisoformat(day), action) for customer, day, action in rows}
