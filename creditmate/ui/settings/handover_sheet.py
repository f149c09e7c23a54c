"""The hand-over of a cover on paper, printed or saved; drawn off the window's thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from creditmate.documents.handover import draw_handover
from creditmate.documents.page import PageSize
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.our_people import CoverRow
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.system.files import write_whole
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.jobs import Job
from creditmate.ui.print_dialog import ask_printer
from creditmate.ui.printing import print_pdf
from creditmate.ui.surroundings import Surroundings

Deliver = Callable[[bytes], object]


class HandoverSheet(QObject):
    """Asks where the sheet goes, then does it as a job."""

    told = Signal(str)

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._ = words(around.language).gettext
        self._said = ""

    def print(self, cover: CoverRow, size: PageSize) -> None:
        """Print it, once a printer was chosen."""
        title = self._("Hand-over sheet")

        def to(printer: QPrinter) -> None:
            said = self._("The hand-over sheet is at the printer.")
            self._start(title, cover, partial(print_pdf, printer), said)

        ask_printer(self._over, title, size, to)

    def save(self, cover: CoverRow, away: str) -> None:
        """Save it as a PDF, once a file was named."""
        title = self._("Save the hand-over sheet")
        name = self._("Hand-over of {name}").format(name=away)

        def to(path: Path) -> None:
            said = self._("Saved as {name}").format(name=path.name)
            self._start(title, cover, partial(_write, path), said)

        ask_new_file(self._over, title, Purpose.HANDOVERS, "PDF (*.pdf)", f"{name}.pdf", to)

    def _start(self, title: str, cover: CoverRow, deliver: Deliver, said: str) -> None:
        program, self._said = self._around.program, said
        today = program.clock.today

        def task(progress: Progress) -> Touched:
            paper = program.ask(partial(program.handovers.paper, cover.id, today))
            progress(0, 1)
            deliver(draw_handover(paper).pdf)
            return Touched.NOTHING

        job = Job(title, task)
        job.finished.connect(self._on_finished)
        self._around.jobs.start(job)

    def _on_finished(self) -> None:
        self.told.emit(self._said)


def _write(path: Path, pdf: bytes) -> None:
    try:
        write_whole(path, pdf)
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=error.strerror) from error
