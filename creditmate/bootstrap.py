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
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_sheets import CallSheets
from creditmate.services.calls import Calls
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customer_pages import CustomerPages
from creditmate.services.customers import Customers
from creditmate.services.importing import Importing
from creditmate.services.ledgers import Ledgers
from creditmate.services.program import Program
from creditmate.services.receivables import Receivables
from creditmate.services.search import Search
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.stories import Stories
from creditmate.services.upkeep import Upkeep
from creditmate.services.worklists import WorkLists
from creditmate.system.clock import SystemClock
from creditmate.system.computer import last_ledger, user_name


def build(acting_on: date | None = None) -> Program:
    """Build the program, acting on a day that may be set; no ledger is open yet."""
    clock = SystemClock(acting_on)
    gateway = Gateway(clock, user_name(), __version__)
    statements = Statements(gateway)
    upkeep = Upkeep(gateway, clock, __version__)
    customers, calls, drafts = Customers(), Calls(gateway, clock), CallDrafts(clock)
    return Program(
        clock=clock,
        thread=DatabaseThread(),
        ledgers=Ledgers(gateway, clock, upkeep),
        importing=Importing(gateway, clock),
        receivables=Receivables(),
        worklists=WorkLists(),
        customers=customers,
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
