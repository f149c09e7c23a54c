"""Every use-case together, and the thread they run on."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TypeVar

from creditmate.db.database_thread import DatabaseThread
from creditmate.domain.ports import Clock
from creditmate.services.call_drafts import CallDrafts
from creditmate.services.call_sheets import CallSheets
from creditmate.services.calls import Calls
from creditmate.services.customer_lists import CustomerLists
from creditmate.services.customer_pages import CustomerPages
from creditmate.services.customers import Customers
from creditmate.services.importing import Importing
from creditmate.services.ledgers import Ledgers
from creditmate.services.receivables import Receivables
from creditmate.services.search import Search
from creditmate.services.statement_lists import StatementLists
from creditmate.services.statements import Statements
from creditmate.services.stories import Stories
from creditmate.services.upkeep import Upkeep
from creditmate.services.worklists import WorkLists

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
