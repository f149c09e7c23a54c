"""Head offices and branches: one level, and every head office is there."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_LEVELS = """
    SELECT c.id, c.head_office_id FROM customer c JOIN customer h ON h.id = c.head_office_id
    WHERE c.merged_into_id IS NULL AND (h.id = c.id OR h.head_office_id IS NOT NULL)
"""

_AWAY = """
    SELECT c.id, c.head_office_id FROM customer c JOIN customer h ON h.id = c.head_office_id
    WHERE c.merged_into_id IS NULL AND (h.merged_into_id IS NOT NULL
       OR (h.archived_day IS NOT NULL AND c.archived_day IS NULL))
"""


def prove_groups() -> Iterator[Finding]:
    """Prove that nobody belongs to a branch, to itself, or to a head office that is put away."""
    yield from from_query("group-levels", "customer", _LEVELS)
    yield from from_query("group-head-away", "customer", _AWAY)
