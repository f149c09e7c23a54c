"""A desk at which invoices are written: a registered business, two customers, a set day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from creditmate.db import connection, ledger_file
from creditmate.db.business import create_business
from creditmate.db.customers import terms_id
from creditmate.db.gateway import Gateway
from creditmate.db.models import Customer
from creditmate.db.proof import prove_all
from creditmate.domain.due_rules import Net
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.domain.new_invoice import CreditedLine, NewCredit, NewInvoice, NewLine
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.services.cancelling import Cancelling
from creditmate.services.documents import require_document
from creditmate.services.invoice_drafts import InvoiceDrafts
from creditmate.services.invoice_issue import DeliverableDocument, InvoiceIssue
from creditmate.services.invoice_lists import InvoiceLists
from creditmate.services.invoice_pages import InvoicePages
from creditmate.services.invoicing import Invoicing
from creditmate.services.numbering import begin_usual_series
from creditmate.services.stored_terms import stored
from creditmate.services.taxes import begin_usual_taxes
from creditmate.services.work import WorkToInvoice
from creditmate.services.write_offs import WriteOffs
from tests.builders import BUSINESS, SetClock, a_customer, a_gateway, a_receipt, allocate

TODAY = date(2026, 11, 23)
HOME = replace(
    BUSINESS, books_kept="", tax_number="GB 999 9999 73", bank_payee="Rookmere Joinery Supplies",
    bank_sort_code="00-11-22", bank_account="40961738",
)  # fmt: skip


def a_line(
    description: str = "Oak", quantity: str = "1", price: str = "100", tax: str = "", **more: object
) -> NewLine:
    line = NewLine(description, Decimal(quantity), Decimal(price), tax=tax)
    return replace(line, **more)  # type: ignore[arg-type]  # as the test says


@dataclass
class Desk:
    """The use-cases of invoices over one ledger."""

    gateway: Gateway
    clock: SetClock

    def __post_init__(self) -> None:
        self.invoicing = Invoicing(self.gateway, self.clock)
        self.issuing = InvoiceIssue(self.invoicing, lambda work: work())
        self.lists = InvoiceLists()
        self.pages = InvoicePages(self.lists)
        self.cancelling = Cancelling(self.gateway, self.clock)
        self.write_offs = WriteOffs(self.gateway, self.clock)
        self.work = WorkToInvoice(self.gateway, self.clock)
        self.drafts = InvoiceDrafts(self.clock)

    def new(self, *lines: NewLine, **more: object) -> NewInvoice:
        new = NewInvoice("ACME", self.clock.today, lines or (a_line(),))
        return replace(new, **more)  # type: ignore[arg-type]  # as the test says

    def issue(self, *lines: NewLine, **more: object) -> DeliverableDocument:
        return self.issuing.issue(self.invoicing.plan(self.new(*lines, **more)))

    def credit(
        self, number: str, *lines: CreditedLine, because: str = "short", **more: object
    ) -> DeliverableDocument:
        new = replace(NewCredit(number, self.clock.today, because, lines), **more)  # type: ignore[arg-type]
        return self.issuing.issue(self.invoicing.plan_credit(new))

    def detail(self, number: str, as_at: date | None = None) -> InvoiceDetail:
        return self.pages.detail(require_document(number).id, as_at or self.clock.today)

    def pay(self, number: str, minor: int, on: date | None = None) -> None:
        """Put money down and set it against the first open part."""
        found = self.detail(number)
        part = next(part for part in found.parts if part.open)
        with self.gateway.write("pay") as writing:
            customer = found.document.customer_id
            day = on or self.clock.today
            receipt = a_receipt(writing, customer, day, minor, found.document.gross.currency)
            allocate(writing, receipt, part.entry_id, minor)

    def set_customer(self, code: str, **values: object) -> None:
        row = Customer.get(Customer.code == code)
        with self.gateway.write("edit-customer") as writing:
            writing.edit(Customer, row.id, row.version, **values)


@contextmanager
def a_desk(path: Path) -> Iterator[Desk]:
    """Open a desk; when it is left, the ledger has to prove whole."""
    clock = SetClock(TODAY)
    gateway = a_gateway(clock)

    def fill() -> None:
        with gateway.write("make-ledger") as writing:
            create_business(writing, HOME)
            begin_usual_series(writing)
            begin_usual_taxes(writing, "GB")
            a_customer(writing, "ACME")
            a_customer(writing, "EURO", "EUR")

    ledger_file.create(path, fill)
    desk = Desk(gateway, clock)
    try:
        with gateway.write("terms") as writing:
            net30 = terms_id(writing, *stored(PaymentTerms(Net(30))))
        desk.set_customer("ACME", payment_terms_id=net30)
        yield desk
        assert [finding for finding in prove_all() if finding.table != "pay_habit"] == []
    finally:
        connection.close()
