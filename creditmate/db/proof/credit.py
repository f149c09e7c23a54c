"""Checks of credit: what was decided of a customer is about that customer."""

from collections.abc import Iterator

from creditmate.db.proof.finding import Finding, from_query

_LIMITS = """
    SELECT c.id, l.id FROM credit_check c JOIN credit_limit l ON l.id = c.credit_limit_id
    WHERE c.void_action_id IS NULL AND l.customer_id <> c.customer_id
"""


def prove_credit() -> Iterator[Finding]:
    """Prove that every check that decided a limit decided its own customer's."""
    yield from from_query("check-of-its-customers-limit", "credit_check", _LIMITS)
