"""Reading a file of invoices on the jobs' thread: the newest reading wins."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.import_summary import ImportSummary, summarise
from creditmate.domain.importing import Ask, InvoiceTable
from creditmate.domain.progress import Progress
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.exchange.table_file import read_table_file
from creditmate.ui.jobs import Job, JobRunner
from creditmate.ui.screens.import_answers import Answers

_ASKS_OF_RECORDS = (Ask.CURRENCY, Ask.DUE_DAYS)


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read with some answers.

    ``summary`` is of its records, and where they wait for an answer of what they are likely to
    be: it shows what columns hold, never amounts.
    """

    path: Path
    answers: Answers
    table: InvoiceTable
    summary: ImportSummary


class Reader(QObject):
    """Reads in the background and tells the newest outcome only."""

    read = Signal(FileRead)
    failed = Signal(UserError)
    """The file cannot be opened, or is too large."""

    def __init__(self, jobs: JobRunner, title: str, currency: str, parent: QObject) -> None:
        """Read as jobs with a title; ``currency`` is the ledger's."""
        super().__init__(parent)
        self._jobs, self._title, self._currency = jobs, title, currency
        self._job: Job | None = None
        self._outcome: list[FileRead | UserError] = []

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._job is not None

    def start(self, path: Path, answers: Answers, before: InvoiceTable | None) -> None:
        """Read a file; ``before`` is how it was read the last time, whose headers are known."""
        self.forget()
        outcome = self._outcome = []
        currency = self._currency  # and not the reader: widgets stay on their own thread

        def work(progress: Progress) -> Touched:
            progress(0, 0)
            try:
                outcome.append(_read(path, answers, before, currency))
            except UserError as error:
                outcome.append(error)
            return Touched.NOTHING

        job = Job(self._title.format(name=path.name), work)
        job.finished.connect(self._on_finished)
        self._job = job
        self._jobs.start(job)

    def forget(self) -> None:
        """Never tell what comes of the reading that is under way."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_finished(self) -> None:
        if self.sender() is not self._job:
            return
        self._job, (outcome,) = None, self._outcome
        if isinstance(outcome, FileRead):
            self.read.emit(outcome)
        else:
            self.failed.emit(outcome)


def _read(path: Path, answers: Answers, before: InvoiceTable | None, currency: str) -> FileRead:
    """Read and sum up, on the jobs' thread.

    Without a currency or due days there are no records yet. What the other columns hold is told
    all the same, so that one can see at once whether they are the right ones.
    """
    data, options = read_table_file(path), answers.options(before)
    table = read_invoice_table(data, options)
    records = table.records
    if any(question.ask in _ASKS_OF_RECORDS for question in table.questions):
        days = 0 if options.due_days is None else options.due_days
        likely = replace(
            options,
            currency=options.currency or currency,
            due_days=days,
            leave_out_faulty=True,
        )
        records = read_invoice_table(data, likely).records
    return FileRead(path, answers, table, summarise(records))
