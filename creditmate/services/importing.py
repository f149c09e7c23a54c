"""Importing a table of invoices: compare with the ledger, preview; then all of it or nothing."""

from creditmate.db import imports
from creditmate.db.customers import ids_by_code_key
from creditmate.db.disputes import disputed_ever
from creditmate.db.gateway import Gateway
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.importing import InvoiceTable
from creditmate.domain.ports import Clock
from creditmate.domain.progress import Progress, silent
from creditmate.services.import_plan import ImportPlan, plan_import
from creditmate.services.import_writer import ImportWriter


class Importing:
    """Brings documents of another program in, and their settlements."""

    def __init__(self, gateway: Gateway, clock: Clock) -> None:
        self._gateway = gateway
        self._clock = clock

    def preview(self, table: InvoiceTable, source: str) -> ImportPlan:
        """Return what importing ``table`` would do; nothing is written."""
        return plan_import(
            table.records, imports.known_documents(source), ids_by_code_key(), disputed_ever()
        )

    def run(
        self, table: InvoiceTable, source: str, progress: Progress = silent
    ) -> tuple[ImportPlan, Touched]:
        """Import ``table`` in one transaction and return what was done.

        The same file again changes nothing. Cancelled, it leaves nothing.

        Args:
            table: What ``exchange`` read; it must be ready.
            source: The program the file comes from; with the number it identifies a document.
            progress: Told the stages; may cancel.

        Raises:
            ValueError: The table is not ready: it has problems or open questions.
            UserError: ``IMPORT_DIFFERS`` with the differences, when the ledger has some of it
                otherwise.
        """
        if not table.ready:
            raise ValueError("a table with problems or questions is not imported")
        plan = self.preview(table, source)
        if plan.differences:
            raise UserError(Problem.IMPORT_DIFFERS, differences=plan.differences)
        if plan.nothing:
            return plan, Touched.NOTHING
        with self._gateway.write("import-invoices", source=f"sha256:{table.sha256}") as writing:
            writer = ImportWriter(writing, table, source, self._clock.today)
            steps = (
                lambda: writer.add_new(plan),
                lambda: writer.settle(plan.settlements),
                lambda: writer.post_cash(plan),
                writer.keep_habits,
            )
            for done, step in enumerate(steps):
                progress(done, len(steps))
                step()
            progress(len(steps), len(steps))
        return plan, Touched.CUSTOMERS | Touched.INVOICES | Touched.PAYMENTS | Touched.DISPUTES
