"""Composition root: the only place that knows every part.

The services are built once and used on the database thread only; whoever stands above asks that
thread (``Program.ask``) and never touches the ledger itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from creditmate import __version__
from creditmate.db.database_thread import DatabaseThread
from creditmate.db.gateway import Gateway
from creditmate.domain.ports import Clock
from creditmate.services.calls import Calls
from creditmate.services.customers import Customers
from creditmate.services.importing import Importing
from creditmate.services.ledgers import Ledgers
from creditmate.services.receivables import Receivables
from creditmate.services.statements import Statements
from creditmate.services.upkeep import Upkeep
from creditmate.services.worklists import WorkLists
from creditmate.system.clock import SystemClock
from creditmate.system.computer import user_name

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


def build(acting_on: date | None = None) -> Program:
    """Build the program, acting on a day that may be set; no ledger is open yet."""
    clock = SystemClock(acting_on)
    gateway = Gateway(clock, user_name(), __version__)
    upkeep = Upkeep(gateway, clock, __version__)
    return Program(
        clock=clock,
        thread=DatabaseThread(),
        ledgers=Ledgers(gateway, clock, upkeep),
        importing=Importing(gateway, clock),
        receivables=Receivables(),
        worklists=WorkLists(),
        customers=Customers(),
        calls=Calls(gateway, clock),
        statements=Statements(gateway),
        upkeep=upkeep,
    )
