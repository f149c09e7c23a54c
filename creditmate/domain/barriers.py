"""What keeps a customer from paying, as told in a contact: a fixed list, so that it can be counted.

The values are stored and never change. Source: domain-rules 4.7, "reason for non-payment".
"""

from enum import StrEnum

from creditmate.domain.outcomes import Outcome


class Barrier(StrEnum):
    """What stands between the invoice and the money."""

    NOT_RECEIVED = "not_received"  # the invoice
    ORDER_NUMBER = "order_number"  # theirs is missing on it
    APPROVAL = "approval"  # somebody of theirs has not approved it yet
    CASH = "cash"
    DISPUTE = "dispute"
    OTHER = "other"


_PLAIN = {
    Outcome.INVOICE_NOT_RECEIVED: Barrier.NOT_RECEIVED,
    Outcome.WAITING_APPROVAL: Barrier.APPROVAL,
    Outcome.DISPUTE: Barrier.DISPUTE,
    Outcome.CANNOT_PAY: Barrier.CASH,
}


def barrier_of(outcome: Outcome) -> Barrier | None:
    """Return the barrier that an outcome already names; None where it says nothing of one."""
    return _PLAIN.get(outcome)
