"""How an invoice stands, from what was set against it."""

import pytest

from creditmate.domain.invoice_state import OPEN_STATES, InvoiceState, invoice_state
from creditmate.domain.kinds import EntryKind as Kind


@pytest.mark.parametrize(
    ("open_", "by", "expected"),
    [
        (1000, {}, InvoiceState.ISSUED),
        (400, {Kind.RECEIPT: 600}, InvoiceState.PART_PAID),
        (400, {Kind.CREDIT_NOTE: 600}, InvoiceState.PART_PAID),
        (0, {Kind.RECEIPT: 1000}, InvoiceState.PAID),
        (0, {Kind.RECEIPT: 980, Kind.DISCOUNT: 20}, InvoiceState.PAID),
        (0, {Kind.RECEIPT: 600, Kind.CREDIT_NOTE: 400}, InvoiceState.PAID),
        (0, {Kind.CREDIT_NOTE: 1000, Kind.RECEIPT: 0}, InvoiceState.CREDITED),
        (0, {Kind.RECEIPT: 999, Kind.WRITE_OFF: 1}, InvoiceState.WRITTEN_OFF),
        (0, {Kind.CREDIT_NOTE: 999, Kind.WAIVER: 1}, InvoiceState.WRITTEN_OFF),
        (0, {Kind.CANCELLATION: 1000}, InvoiceState.CANCELLED),
    ],
)
def test_states(open_: int, by: dict[Kind, int], expected: InvoiceState) -> None:
    assert invoice_state(1000, open_, by) is expected
    assert (expected in OPEN_STATES) == bool(open_)
