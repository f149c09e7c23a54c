"""The way of one file into the ledger: read with answers, planned, brought in. Shows nothing."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from creditmate.domain.errors import UserError
from creditmate.domain.importing import InvoiceTable
from creditmate.i18n.catalogue import words
from creditmate.i18n.import_words import reason_words
from creditmate.i18n.problems import problem_words
from creditmate.services.import_plan import ImportPlan
from creditmate.ui.queries import Latest
from creditmate.ui.screens.import_answers import Answers, Slot, decide, is_no_table
from creditmate.ui.screens.import_reading import FileRead, Reader
from creditmate.ui.screens.import_run import Bringer
from creditmate.ui.surroundings import Surroundings

_USUAL_SOURCE = "import"  # as on the command line, where none is named


class ImportFlow(QObject):
    """One file at a time.

    Attributes:
        file: The file as it was read last; None before the first time.
        answers: What the user has decided about it.
        source: The program it comes from; empty until it is planned.
    """

    reading = Signal(Path)
    read = Signal(FileRead)
    unreadable = Signal(str)
    """Why, in words."""
    planned = Signal(ImportPlan)
    done = Signal(ImportPlan)
    cancelled = Signal()

    def __init__(self, around: Surroundings, currency: str, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._words = around, words(around.language)
        self.path: Path | None = None
        self.file: FileRead | None = None
        self.answers, self.source = Answers(), ""
        self._reader = Reader(around.jobs, self._words.gettext("Reading {name}"), currency, self)
        self._bringer = Bringer(around.program, around.jobs, self)
        failed = around.desk.failed.emit
        self._plans: Latest[tuple[str, ImportPlan]] = Latest(
            around.desk, self._on_plan, failed, self
        )
        self._reader.read.connect(self._on_read)
        self._reader.failed.connect(self._on_unreadable)
        self._bringer.done.connect(self.done)
        self._bringer.cancelled.connect(self._on_cancelled)
        self._bringer.stopped.connect(self.plan)

    @property
    def is_reading(self) -> bool:
        """Whether the file is being read."""
        return self._reader.busy

    @property
    def is_running(self) -> bool:
        """Whether the file is being brought in."""
        return self._bringer.busy

    # ------------------------------------------------------------- reading
    def open(self, path: Path) -> None:
        """Read a file that nothing is known of yet."""
        self.path, self.file, self.answers = path, None, Answers()
        self.read_again()

    def read_again(self) -> None:
        """Read the file once more: it may have been mended, or more is decided."""
        if self.path is not None:
            before = None if self.file is None else self.file.table
            self._reader.start(self.path, self.answers, before)
            self.reading.emit(self.path)

    def decide(self, slot: Slot, choice: str) -> None:
        """Read the file with one more answer."""
        if self.file is not None:
            self.answers = decide(self.answers, self.file.table, slot, choice)
            self.read_again()

    def leave_out(self, faulty: bool) -> None:
        """Read the file without the rows that have problems, or with them."""
        if faulty is not self.answers.leave_out:
            self.answers = replace(self.answers, leave_out=faulty)
            self.read_again()

    def forget(self) -> None:
        """Let go of the file."""
        self._reader.forget()
        self._plans.forget()
        self.path = self.file = None

    def _on_read(self, file: FileRead) -> None:
        around = self._around
        if is_no_table(file.table):
            problem = file.table.problems[0]
            self.unreadable.emit(reason_words(problem, around.language, around.locale))
            return
        self.file = file
        self.read.emit(file)

    def _on_unreadable(self, error: UserError) -> None:
        around = self._around
        self.unreadable.emit(problem_words(error, around.language, around.locale))

    # ------------------------------------------------------------- planning
    def plan(self) -> None:
        """Ask what bringing the file in would do; nothing is written."""
        if self.file is not None and self.file.table.ready:
            self._plans.ask(partial(self._plan_of, self.file.table, self.source))

    def name_source(self, source: str) -> None:
        """Take the file as one of another program."""
        if source and source != self.source:
            self.source = source
            self.plan()

    def _plan_of(self, table: InvoiceTable, source: str) -> tuple[str, ImportPlan]:
        importing = self._around.program.importing
        named = source or importing.usual_source() or _USUAL_SOURCE
        return named, importing.preview(table, named)

    def _on_plan(self, previewed: tuple[str, ImportPlan]) -> None:
        self.source, plan = previewed
        self.planned.emit(plan)

    # ------------------------------------------------------------- bringing in
    def run(self) -> None:
        """Bring the file in; all of it or nothing."""
        if self.file is not None:
            _ = self._words.gettext
            title = _("Bringing in {name}").format(name=self.file.path.name)
            stopped = _("Stopped now, nothing of the file is brought in.")
            self._bringer.start(title, self.file.table, self.source, if_stopped=stopped)

    def cancel(self) -> None:
        """Stop bringing it in; nothing of it stays."""
        self._bringer.cancel()

    def _on_cancelled(self) -> None:
        self.cancelled.emit()
        self.plan()
