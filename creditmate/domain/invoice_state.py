"""How an invoice stands: worked out from what was set against it, never stored."""

from collections.abc import Mapping
from enum import StrEnum

from creditmate.domain.kinds import EntryKind


class InvoiceState(StrEnum):
    """How a document stands as at a day. Overdue is a question of its own."""

    DRAFT = "draft"
    ISSUED = "issued"
    PART_PAID = "part_paid"
    PAID = "paid"
    CREDITED = "credited"
    CANCELLED = "cancelled"
    WRITTEN_OFF = "written_off"


OPEN_STATES = frozenset({InvoiceState.ISSUED, InvoiceState.PART_PAID})
_GIVEN_UP = (EntryKind.WRITE_OFF, EntryKind.WAIVER)


def invoice_state(gross_minor: int, open_minor: int, by: Mapping[EntryKind, int]) -> InvoiceState:
    """Return how an invoice stands.

    Nothing open: cancelled if a cancellation took any of it, else written off if anything was
    given up, else credited if only credit notes settled it, else paid.

    Args:
        gross_minor: What it came to.
        open_minor: What is open of it.
        by: What was set against it, by the kind of credit; kinds that took nothing may be there.
    """
    taken = {kind for kind, minor in by.items() if minor}
    if EntryKind.CANCELLATION in taken:
        return InvoiceState.CANCELLED
    if open_minor >= gross_minor:
        return InvoiceState.ISSUED
    if open_minor > 0:
        return InvoiceState.PART_PAID
    if taken.intersection(_GIVEN_UP):
        return InvoiceState.WRITTEN_OFF
    if taken == {EntryKind.CREDIT_NOTE}:
        return InvoiceState.CREDITED
    return InvoiceState.PAID
