"""Issuing an invoice or credit note as a job: numbered, drawn, written, and delivered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.services.document_delivery import pdf_name, write_pdf
from creditmate.services.invoice_issue import DeliverableDocument, InvoiceIssue
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.ui.invoices.form_opening import DraftSlot
from creditmate.ui.jobs import Job
from creditmate.ui.printing import print_pdf
from creditmate.ui.surroundings import Surroundings

Deliver = Callable[[DeliverableDocument], object]
"""Brings an issued document to where it goes, on the thread of the jobs."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that was issued; ``trouble`` is why it did not arrive where it should go."""

    plan: InvoicePlan
    document: DeliverableDocument
    trouble: UserError | None


def to_printer(printer: QPrinter) -> Deliver:
    """Return what prints a document."""
    return lambda document: print_pdf(printer, document.pdf)


def to_file(path: Path, proposed: str) -> Deliver:
    """Return what writes a document into a file.

    Args:
        path: As it was chosen.
        proposed: The name it was chosen under, which has the number that was next then; chosen
            unchanged, the file takes the number that the document got.
    """

    def deliver(document: DeliverableDocument) -> None:
        code = document.paper.account
        own = path.with_name(pdf_name(document.issued.number, code))
        write_pdf(own if path.name == proposed else path, document.pdf)

    return deliver


class Issuing(QObject):
    """One document at a time; once it is issued it stays so, wherever its paper went."""

    issued = Signal(object)
    """``Issued``."""
    busy_changed = Signal(bool)

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around
        self._plan: InvoicePlan | None = None
        self._errand: _Errand | None = None

    @property
    def busy(self) -> bool:
        """Whether a document is being issued."""
        return self._errand is not None

    def begin(self, plan: InvoicePlan, deliver: Deliver, slot: DraftSlot | None = None) -> None:
        """Issue what was worked out.

        Args:
            plan: What it is.
            deliver: Where it goes.
            slot: Where the form is kept, which is finished with it.
        """
        if self.busy:
            return
        self._plan = plan
        self._errand = _Errand(self._around, plan, deliver, slot or DraftSlot())
        job = Job(words(self._around.language).gettext("Issuing"), self._errand.run)
        job.finished.connect(self._on_finished)
        job.over.connect(self._on_over)
        self.busy_changed.emit(True)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        errand = self._errand
        if errand is not None and self._plan is not None and errand.document is not None:
            self.issued.emit(Issued(self._plan, errand.document, errand.trouble))

    def _on_over(self) -> None:
        self._errand = self._plan = None
        self.busy_changed.emit(False)


class _Errand:
    """Issues on the thread of the jobs; what came of it is read once it is over."""

    def __init__(
        self, around: Surroundings, plan: InvoicePlan, deliver: Deliver, slot: DraftSlot
    ) -> None:
        self._program, self._plan = around.program, plan
        self._deliver, self._slot = deliver, slot
        self.document: DeliverableDocument | None = None
        self.trouble: UserError | None = None

    def run(self, _progress: Progress) -> Touched:
        """Issue it, then deliver it."""
        program, slot = self._program, self._slot
        draft = program.ask(lambda: slot.id) or None
        issue = InvoiceIssue(program.invoicing, program.ask)
        self.document = issue.issue(self._plan, draft)
        try:
            self._deliver(self.document)
        except UserError as error:
            self.trouble = error
        return self.document.issued.touched


class AsIssued(QObject):
    """Has a paper again, exactly as it was issued; a cancelled one says so on every page."""

    done = Signal(object)
    """The ``Path`` it was written to; None: it was printed."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = around

    def print(self, document: int, printer: QPrinter) -> None:
        """Print a document."""
        title = words(self._around.language).gettext("Printing")
        self._begin(title, document, lambda pdf: print_pdf(printer, pdf), None)

    def save(self, document: int, path: Path) -> None:
        """Write a document into a file."""
        title = words(self._around.language).gettext("Saving")
        self._begin(title, document, partial(write_pdf, path), path)

    def _begin(
        self, title: str, document: int, deliver: Callable[[bytes], object], path: Path | None
    ) -> None:
        program = self._around.program

        def run(_progress: Progress) -> Touched:
            stored = program.ask(partial(program.invoicing.stored, document))
            deliver(stored.copy())
            return Touched.NOTHING

        job = Job(title, run)
        job.finished.connect(lambda: self.done.emit(path))
        self._around.jobs.start(job)
