"""Every use-case together, and the thread they run on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from creditmate.db.database_thread import DatabaseThread
from creditmate.domain.ports import Clock
from creditmate.services.calls import Calls
from creditmate.services.customers import Customers
from creditmate.services.importing import Importing
from creditmate.services.ledgers import Ledgers
from creditmate.services.receivables import Receivables
from creditmate.services.statements import Statements
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
    calls: Calls
    statements: Statements
    upkeep: Upkeep

    def ask(self, work: Callable[[], Answer]) -> Answer:
        """Do ``work`` on the database thread and wait for its answer."""
        return self.thread.ask(work).result()

    def stop(self) -> None:
        """Close the ledger and end the thread."""
        self.thread.stop(self.ledgers.close)
