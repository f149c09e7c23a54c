"""Telephone numbers that were said to be wrong when they were rung."""

import json
from collections.abc import Sequence
from datetime import date

from creditmate.db.connection import execute
from creditmate.domain.outcomes import Outcome

_REACHED = json.dumps([outcome.value for outcome in Outcome if outcome.reached])
_WRONG = """
    SELECT w.customer_id, w.number, max(w.day)
    FROM interaction w INDEXED BY interaction_wrong_number
    WHERE w.customer_id IN (SELECT value FROM json_each(?1)) AND w.day BETWEEN ?2 AND ?3
        AND w.outcome = 'wrong_number' AND w.channel = 'call' AND w.direction = 'out'
        AND w.number <> '' AND w.void_action_id IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM interaction r
            WHERE r.corrects_id = w.id AND r.day <= ?3 AND r.void_action_id IS NULL
        )
        AND NOT EXISTS (
            SELECT 1 FROM interaction n
            WHERE n.customer_id = w.customer_id AND n.day BETWEEN w.day AND ?3
                AND (n.day > w.day OR n.id > w.id) AND n.void_action_id IS NULL
                AND n.number = w.number AND n.outcome IN (SELECT value FROM json_each(?4))
                AND NOT EXISTS (
                    SELECT 1 FROM interaction r
                    WHERE r.corrects_id = n.id AND r.day <= ?3 AND r.void_action_id IS NULL
                )
        )
    GROUP BY w.customer_id, w.number
"""


def said_to_be_wrong(
    customers: Sequence[int], since: date, as_at: date
) -> dict[tuple[int, str], date]:
    """Return the numbers that were wrong when they were rung, by customer, and when last.

    Whoever was reached at one since has shown that it is right.

    Args:
        customers: Ids; a few hundred at a time.
        since: Only contacts of that day and later are looked at.
        as_at: Contacts dated later, or put right later, are not known.
    """
    known = (json.dumps(list(customers)), since.isoformat(), as_at.isoformat(), _REACHED)
    rows = execute(_WRONG, known)
    return {(customer, number): date.fromisoformat(day) for customer, number, day in rows}
