"""Charging the interest of several invoices as a job: a note and a PDF for each, in a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.services.interest_run import InterestRun
from creditmate.services.invoice_issue import InvoiceIssue
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.invoicing import ISSUED
from creditmate.ui.jobs import Job
from creditmate.ui.surroundings import Surroundings


class Charging(QObject):
    """One run at a time; whatever ends it, what is issued stays so and is told."""

    charged = Signal(object)
    """The ``InterestRun``, once it is over."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._run: InterestRun | None = None

    def begin(self, plans: Sequence[InvoicePlan], folder: Path) -> None:
        """Issue these notes and write them into a folder."""
        if self._run is not None:
            return
        program = self._around.program
        run = self._run = InterestRun(InvoiceIssue(program.invoicing, program.ask))

        def work(progress: Progress) -> Touched:
            run.charge(plans, folder, progress)
            return ISSUED

        job = Job(words(self._around.language).gettext("Charging"), work)
        job.over.connect(self._on_over)
        self._around.jobs.start(job)

    def _on_over(self) -> None:
        run, self._run = self._run, None
        if run is not None and run.done:
            self.charged.emit(run)
