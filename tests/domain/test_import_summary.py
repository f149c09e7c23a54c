"""What is said of the columns of a file of invoices."""

from datetime import date

from creditmate.domain.import_summary import ImportSummary, Span, summarise
from creditmate.domain.importing import InvoiceRecord
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money

FIRST = InvoiceRecord(
    row=2,
    customer_code="0379",
    customer_name="Ash Ltd",
    number="INV-1",
    kind=DocumentKind.INVOICE,
    day=date(2026, 10, 31),
    due_day=date(2026, 11, 30),
    amount=Money(120_450, "GBP"),
    settled_day=None,
    paid=None,
    disputed=True,
    order_number="PO 7",
)


def test_every_column_is_summed_up() -> None:
    second = FIRST._replace(
        row=3,
        customer_code="bow",
        customer_name="Bow & Co",
        number="inv-1",
        kind=DocumentKind.CREDIT_NOTE,
        day=date(2026, 9, 1),
        due_day=None,
        settled_day=date(2026, 9, 2),
        disputed=False,
        order_number="",
    )
    third = second._replace(customer_code="BOW", settled_day=date(2026, 9, 9))
    assert summarise([FIRST, second, third]) == ImportSummary(
        customers=2,
        zeros_kept=True,
        names=2,
        numbers=1,
        days=Span(date(2026, 9, 1), date(2026, 10, 31)),
        due_days=Span(date(2026, 11, 30), date(2026, 11, 30)),
        settled_days=Span(date(2026, 9, 2), date(2026, 9, 9)),
        first=(2, Money(120_450, "GBP")),
        disputed=1,
        ordered=1,
        credit_notes=2,
    )


def test_a_file_without_records_has_nothing_to_say() -> None:
    assert summarise([]) == ImportSummary()
