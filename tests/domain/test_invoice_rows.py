"""What a line of a list works out by itself."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from creditmate.domain.invoice_rows import InvoiceRow, WorkRow
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money

DUE = date(2026, 12, 16)
ROW = InvoiceRow(
    id=1, as_at=date(2026, 12, 20), number="1", kind=DocumentKind.INVOICE, own=True, code="A",
    name="A", day=date(2026, 11, 16), due_day=DUE, order_number="", gross=Money(10, "GBP"),
    open=Money(10, "GBP"), state=InvoiceState.ISSUED, disputed=Money(0, "GBP"),
)  # fmt: skip


def test_days_late_count_from_the_day_after_the_due_day() -> None:
    assert ROW.days_late == 4
    assert replace(ROW, as_at=DUE).days_late == 0
    assert replace(ROW, open=Money(0, "GBP")).days_late == 0
    assert replace(ROW, due_day=None).days_late == 0


def test_work_waits_until_it_is_invoiced() -> None:
    work = WorkRow(
        id=1, version=1, customer_id=1, code="A", name="A", done_day=date(2026, 11, 1),
        description="x", quantity=Decimal(1), unit="", price=Decimal(1), discount=None,
        tax_code="", job="", order_number="", currency="GBP", amount=Money(100, "GBP"),
    )  # fmt: skip
    assert work.days_waiting(date(2026, 11, 23)) == 22
    assert replace(work, invoiced_day=date(2026, 11, 4)).days_waiting(date(2026, 11, 23)) == 3
