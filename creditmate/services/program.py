"""Every use-case together, and the thread they run on."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from creditmate.db.database_thread import DatabaseThread
from creditmate.domain.ports import Clock
from creditmate.services.allocating import Allocating
from creditmate.services.attachments import Attachments
from creditmate.services.business_editing import BusinessEditing
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_sheets import CallSheets
from creditmate.services.calls import Calls
from creditmate.services.cancelling import Cancelling
from creditmate.services.claims import Claims
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customer_editing import CustomerEditing
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customer_overview import CustomerOverview
from creditmate.services.customer_pages import CustomerPages
from creditmate.services.customers import Customers
from creditmate.services.decisions import Decisions
from creditmate.services.exchange_rates import ExchangeRates
from creditmate.services.groups import Groups
from creditmate.services.handover import Handovers
from creditmate.services.importing import Importing
from creditmate.services.invoice_drafts import InvoiceDrafts
from creditmate.services.invoice_lists import InvoiceLists
from creditmate.services.invoice_pages import InvoicePages
from creditmate.services.invoicing import Invoicing
from creditmate.services.ledgers import Ledgers
from creditmate.services.merging import Merging
from creditmate.services.numbering import Numbering
from creditmate.services.payment_lists import PaymentLists
from creditmate.services.payments import Payments
from creditmate.services.people import People
from creditmate.services.receivables import Receivables
from creditmate.services.search import Search
from creditmate.services.settings import BusinessSettings
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.stories import Stories
from creditmate.services.taxes import Taxes
from creditmate.services.upkeep import Upkeep
from creditmate.services.work import WorkToInvoice
from creditmate.services.worklists import WorkLists
from creditmate.services.write_offs import WriteOffs

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Program:
    """Every use-case, and the thread they run on."""

    clock: Clock
    thread: DatabaseThread
    ledgers: Ledgers
    importing: Importing
    receivables: Receivables
    worklists: WorkLists
    customers: Customers
    customer_overview: CustomerOverview
    customer_editing: CustomerEditing
    contacts_editing: ContactsEditing
    decisions: Decisions
    groups: Groups
    merging: Merging
    attachments: Attachments
    customer_lists: CustomerLists
    customer_pages: CustomerPages
    stories: Stories
    calls: Calls
    call_drafts: CallDrafts
    call_sheets: CallSheets
    search: Search
    statements: Statements
    statement_lists: StatementLists
    upkeep: Upkeep
    people: People
    handovers: Handovers
    settings: BusinessSettings
    business_editing: BusinessEditing
    numbering: Numbering
    taxes: Taxes
    exchange_rates: ExchangeRates
    payments: Payments
    allocating: Allocating
    claims: Claims
    payment_lists: PaymentLists
    invoicing: Invoicing
    invoice_drafts: InvoiceDrafts
    invoice_lists: InvoiceLists
    invoice_pages: InvoicePages
    cancelling: Cancelling
    write_offs: WriteOffs
    work: WorkToInvoice

    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` on the database thread and wait for its answer."""
        return self.later(work).result()

    def later(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """Do ``work`` on the database thread when its turn comes; nobody waits.

        Cancelling the future takes the work back while it has not begun.

        Raises:
            RuntimeError: The program has been stopped.
        """
        return self.thread.ask(work)

    def stop(self) -> None:
        """Close the ledger and end the thread."""
        self.thread.stop(self.ledgers.close)
