"""Importing a table of invoices: compare with the ledger, preview; then all of it or nothing."""

from creditmate.db import imports
from creditmate.db.customers import customer_names, successors
from creditmate.db.disputes import disputed_ever
from creditmate.db.gateway import Gateway
from creditmate.db.upgrading import BackUp
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.importing import InvoiceTable
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.disk_room import see_room
from creditmate.services.import_plan import ImportPlan, LedgerSide, plan_import
from creditmate.services.import_writer import ImportWriter

_A_DOCUMENT = 2048
"""Bytes that a document adds: some 740 were measured, and the journal grows by as much again."""


class Importing:
    """Brings documents of another program in, and their settlements.

    Args:
        gateway: The way to write.
        clock: Tells the day.
        back_up: Makes a verified backup of what is there before, for the reason given, or raises.
    """

    def __init__(self, gateway: Gateway, clock: Clock, back_up: BackUp) -> None:
        self._gateway = gateway
        self._clock = clock
        self._back_up = back_up

    def usual_source(self) -> str:
        """Return the program that the ledger's newest import came from; empty before the first."""
        return imports.latest_source()

    def preview(self, table: InvoiceTable, source: str) -> ImportPlan:
        """Return what importing ``table`` would do; nothing is written.

        Raises:
            ValueError: ``source`` is empty: that is what the ledger's own documents have.
        """
        if not imports.source_key(source):
            raise ValueError("a source without a name")
        known = LedgerSide(
            documents=imports.known_documents(source),
            customers=customer_names(),
            disputed_ever=disputed_ever(),
            disputed_by_import=imports.disputed_by_import(),
            merged=successors(),
        )
        return plan_import(table, known)

    def run(
        self, table: InvoiceTable, source: str, progress: Progress = silent
    ) -> tuple[ImportPlan, Touched]:
        """Import ``table`` in one transaction and return what was done.

        The same file again changes nothing. Cancelled, it leaves nothing.

        Args:
            table: What ``exchange`` read; it must be ready.
            source: The program the file comes from; with the number it identifies a document,
                upper and lower case alike.
            progress: Told how many of the new documents are written, 0 of 0 before their number
                is known; may cancel until the last of it is written.

        Raises:
            ValueError: The table is not ready: it has problems or open questions; or ``source``
                is empty.
            UserError: ``IMPORT_DIFFERS`` with the differences, when the ledger has some of it
                otherwise; ``DISK_LOW``; what the backup before it failed of.
        """
        if not table.ready:
            raise ValueError("a table with problems or questions is not imported")
        progress(0, 0)
        plan = self.preview(table, source)
        if plan.differences:
            raise UserError(Problem.IMPORT_DIFFERS, differences=plan.differences)
        if plan.nothing:
            return plan, Touched.NOTHING
        see_room(len(plan.new) * _A_DOCUMENT)
        self._back_up("before import")
        with self._gateway.write("import-invoices", source=f"sha256:{table.sha256}") as writing:
            writer = ImportWriter(writing, table, source, self._clock.today)
            count = len(plan.new)
            progress(0, count)
            writer.add_new(plan, progress)
            writer.settle(plan.settlements)
            writer.post_cash(plan)
            progress(count, count)
            writer.keep_habits()
            progress(count, count)
        return plan, Touched.CUSTOMERS | Touched.INVOICES | Touched.PAYMENTS | Touched.DISPUTES
