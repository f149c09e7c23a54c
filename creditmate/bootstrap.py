"""Composition root: the only place that knows every part.

The services are built once and used on the database thread only; whoever shows their answers asks
that thread (``Program.ask``) and never touches the ledger itself.
"""

import gc
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from creditmate import __version__
from creditmate.db.database_thread import DatabaseThread
from creditmate.db.gateway import Gateway
from creditmate.i18n.locales import computer_locale
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
from creditmate.services.program import Program
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
from creditmate.system.clock import SystemClock
from creditmate.system.computer import last_ledger, user_name


def build(acting_on: date | None = None) -> Program:
    """Build the program, acting on a day that may be set; no ledger is open yet."""
    clock = SystemClock(acting_on)
    gateway = Gateway(clock, user_name(), __version__)
    statements = Statements(gateway)
    upkeep = Upkeep(gateway, clock, __version__)
    people = People(gateway, clock, user_name())
    customers, calls, drafts = Customers(), Calls(gateway, clock), CallDrafts(clock)
    return Program(
        clock=clock,
        thread=DatabaseThread(),
        ledgers=Ledgers(gateway, clock, upkeep, people),
        importing=Importing(gateway, clock),
        receivables=Receivables(),
        worklists=WorkLists(),
        customers=customers,
        customer_overview=CustomerOverview(),
        customer_editing=CustomerEditing(gateway, clock),
        contacts_editing=ContactsEditing(gateway, clock),
        decisions=Decisions(gateway, clock),
        groups=Groups(gateway),
        merging=Merging(gateway, clock),
        attachments=Attachments(gateway, clock),
        customer_lists=CustomerLists(),
        customer_pages=CustomerPages(),
        stories=Stories(),
        calls=calls,
        call_drafts=drafts,
        call_sheets=CallSheets(customers, drafts, clock),
        search=Search(),
        statements=statements,
        statement_lists=StatementLists(statements),
        upkeep=upkeep,
        people=people,
        handovers=Handovers(),
        settings=BusinessSettings(gateway),
        business_editing=BusinessEditing(gateway),
        numbering=Numbering(gateway),
        taxes=Taxes(gateway),
        exchange_rates=ExchangeRates(gateway, clock),
        payments=Payments(gateway, clock),
        allocating=Allocating(gateway, clock),
        claims=Claims(gateway, clock),
        payment_lists=PaymentLists(),
        invoicing=Invoicing(gateway, clock),
        invoice_drafts=InvoiceDrafts(clock),
        invoice_lists=InvoiceLists(),
        invoice_pages=InvoicePages(InvoiceLists()),
        cancelling=Cancelling(gateway, clock),
        write_offs=WriteOffs(gateway, clock),
        work=WorkToInvoice(gateway, clock),
    )


def run_command_line(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    from creditmate.cli.main import main  # noqa: PLC0415 - the window will not need it

    return main(argv, build, paint_window)


def run_window(ledger: Path | None = None) -> int:
    """Open the window on a ledger, else on the one opened last; return the exit status."""
    gc.disable()  # what is loaded now stays; the window's own ``Collector`` looks for garbage
    from creditmate.ui.app import run  # noqa: PLC0415 - the command line does not need Qt

    locale = computer_locale()
    return run(build(), ledger, last_ledger(), locale, locale)


def paint_window(ledger: Path) -> str:
    """See the window painted on a ledger, for the self-test; return how it was."""
    from creditmate.ui.self_test import painted  # noqa: PLC0415 - only the self-test needs Qt here

    return painted(build(), ledger, computer_locale())
