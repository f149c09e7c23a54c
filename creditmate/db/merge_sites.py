"""Which of two billing addresses stays one when two customers are merged."""

from creditmate.db.connection import execute
from creditmate.db.gateway import Writing
from creditmate.db.models import Site

_BILLING = """
    SELECT s.id, s.version, EXISTS (
        SELECT 1 FROM repointed r
        WHERE r.merge_id = ?1 AND r.entity = 'site' AND r.entity_id = s.id)
    FROM site s
    WHERE s.customer_id = ?2 AND s.kind = 'billing' AND s.archived_day IS NULL ORDER BY s.id
"""


def keep_billing_of(writing: Writing, merge: int, keeper: int, *, given: bool) -> None:
    """Let invoices go to one address: the other becomes one that is delivered to.

    Args:
        writing: The merge's action.
        merge: The merge, whose rows have been given.
        keeper: Who has both addresses now.
        given: The giver's address is right; else the keeper's own, if it has one.
    """
    rows = execute(_BILLING, (merge, keeper)).fetchall()
    if {bool(was_given) for *_, was_given in rows} != {True, False}:
        return
    for id_, version, was_given in rows:
        if bool(was_given) is not given:
            writing.edit(Site, id_, version, kind="delivery")
