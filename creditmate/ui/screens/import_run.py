"""Writing an import and saving lists: long work, told and stopped like any other job."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.importing import InvoiceTable
from creditmate.domain.progress import Progress
from creditmate.exchange.table_out import csv_of_texts
from creditmate.services.import_plan import ImportPlan
from creditmate.services.program import Program
from creditmate.system.files import write_whole
from creditmate.ui.jobs import Job, JobRunner


class Bringer(QObject):
    """Brings one file in at a time; the runner tells what was touched and what went wrong."""

    done = Signal(ImportPlan)
    cancelled = Signal()
    """Nothing was written."""
    stopped = Signal()
    """After an error: nothing was written either."""

    def __init__(self, program: Program, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._program, self._jobs = program, jobs
        self._job: Job | None = None
        self._plans: list[ImportPlan] = []

    @property
    def busy(self) -> bool:
        """Whether a file is being brought in."""
        return self._job is not None

    def start(self, title: str, table: InvoiceTable, source: str, *, if_stopped: str = "") -> None:
        """Bring in a file that is ready; ``if_stopped`` says what stopping that means."""
        plans = self._plans = []
        program = self._program

        def work(progress: Progress) -> Touched:
            importing = program.importing
            plan, touched = program.ask(lambda: importing.run(table, source, progress))
            plans.append(plan)
            return touched

        job = self._job = Job(title, work, if_stopped=if_stopped)
        # methods, not lambdas: they are not called any more once the ledger's screens are gone
        job.finished.connect(self._on_finished)
        job.cancelled.connect(self._on_cancelled)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def cancel(self) -> None:
        """Stop it; it stops at its next word of progress."""
        if self._job is not None:
            self._job.cancel()

    def _on_finished(self) -> None:
        self._job = None
        self.done.emit(self._plans[0])

    def _on_cancelled(self) -> None:
        self._job = None
        self.cancelled.emit()

    def _on_failed(self) -> None:
        self._job = None
        self.stopped.emit()


def table_job(title: str, path: Path, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Job:
    """Return the job of writing a list as CSV."""

    def work(progress: Progress) -> Touched:
        progress(0, 0)
        try:
            write_whole(path, csv_of_texts(titles, rows))
        except OSError as error:
            why = error.strerror or str(error)
            raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=why) from error
        return Touched.NOTHING

    return Job(title, work)
