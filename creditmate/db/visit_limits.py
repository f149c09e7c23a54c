"""What the reports of visits say of limits, where nobody has decided since."""

from datetime import date

from creditmate.db.connection import execute

# Of a customer the last report that says anything of the limit counts. A limit that was set on
# that day or later, with the report or by itself, has settled it, and so has a look at it.
_LEFT_OPEN = """
    WITH said AS (
        SELECT v.customer_id AS customer, r.day AS day, r.inner_limit AS view,
            ROW_NUMBER() OVER (PARTITION BY v.customer_id ORDER BY r.day DESC, r.id DESC) AS place
        FROM visit_review r JOIN visit v ON v.id = r.visit_id
        WHERE r.void_action_id IS NULL AND r.inner_limit <> '' AND r.day BETWEEN ?1 AND ?2
    )
    SELECT customer, day FROM said
    WHERE place = 1 AND view IN ('lower', 'later') AND NOT EXISTS (
        SELECT 1 FROM credit_limit l WHERE l.customer_id = said.customer
            AND l.void_action_id IS NULL AND l.day BETWEEN said.day AND ?2
    ) AND NOT EXISTS (
        SELECT 1 FROM credit_check c WHERE c.customer_id = said.customer
            AND c.void_action_id IS NULL AND c.kind IN ('limit', 'review')
            AND c.day BETWEEN said.day AND ?2
    )
"""


def limits_left_open(since: date, as_at: date) -> dict[int, date]:
    """Return whose limit a visit's report wants lower or looked at, and on which day it said so.

    Args:
        since: What was said before is an old story.
        as_at: Neither what was said nor what was decided later is known.
    """
    rows = execute(_LEFT_OPEN, (since.isoformat(), as_at.isoformat()))
    return {int(customer): date.fromisoformat(day) for customer, day in rows}
