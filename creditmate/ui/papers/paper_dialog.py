"""A paper to be looked at, then printed or saved: its pages over the two ways out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from creditmate.documents.page import PageSize
from creditmate.documents.raster import page_forms
from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.i18n.catalogue import words
from creditmate.services.document_delivery import write_pdf
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.jobs import Job
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.paper_view import PaperView
from creditmate.ui.print_dialog import ask_printer
from creditmate.ui.printing import print_pdf
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES

Make = Callable[[], bytes]
"""Makes the PDF on a thread that is neither the window's nor the database's."""
Told = Callable[[str], object]
_LETTER_HIGH = 792
"""Of a sheet of Letter, in points."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a paper.

    Attributes:
        title: What it is, which is also what the printer's queue says.
        detail: Whose eyes it is for.
        file_name: What it is called when it is saved.
    """

    title: str
    detail: str
    file_name: str


class Sheets:
    """What was drawn last says how large its sheets are; written where it is drawn.

    Attributes:
        size: Of the sheets.
    """

    def __init__(self) -> None:
        self.size = PageSize.A4

    def drawn(self, make: Make) -> list[bytes]:
        """Draw a paper, to be shown."""
        pdf = make()
        is_letter = round(page_forms(pdf)[0].height) == _LETTER_HIGH
        self.size = PageSize.LETTER if is_letter else PageSize.A4
        return [pdf]


class PaperDialog(EditDialog):
    """Enter prints it, Ctrl+S saves it, Escape leaves it.

    Attributes:
        preview: Its pages.
        save: Saves it as a PDF.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, shown: Shown, make: Make, told: Told
    ) -> None:
        _ = words(around.language).gettext
        self._shown, self._make, self._told = shown, make, told
        self._sheets = Sheets()
        super().__init__(
            around, window, shown.title, _("Print…"), detail=shown.detail, leave=_("Close"),
            width=SIZES.settings_form,
        )  # fmt: skip
        self.save = Button(around.theme, _("Save as PDF…"), glyph=Glyph.SAVE)
        self.save.setShortcut("Ctrl+S")
        self.save.clicked.connect(self._ask_file)
        self.put_at_foot(self.save, self.foot.indexOf(self.verb))
        self.preview = PaperView(around, _("Preview"))
        self.preview.setFixedHeight(window.window().height() - 6 * SIZES.page_head)
        self.put(*self.options(), self.preview)
        self.draw()
        self.open_at(self.verb)

    def options(self) -> tuple[QWidget, ...]:
        """What may be chosen of it, above its pages."""
        return ()

    def draw(self) -> None:
        """Show it as it would be printed now."""
        self.preview.show_papers(partial(self._sheets.drawn, self._make))

    def make_with(self, make: Make, *, file_name: str) -> None:
        """Let it be another one from now on."""
        self._make = make
        self._shown = Shown(self._shown.title, self._shown.detail, file_name)
        self.draw()

    def on_verb(self) -> None:
        """Ask for a printer."""
        ask_printer(self, self._shown.title, self._sheets.size, self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """Print it as a job, and be done."""
        said = words(self.around.language).gettext("{paper} is at the printer.")
        self._deliver(partial(print_pdf, printer), said.format(paper=self._shown.title))

    def _ask_file(self) -> None:
        _ = words(self.around.language).gettext
        kind = _("PDF files {pattern}").format(pattern="(*.pdf)")
        title = _("Save as PDF")
        ask_new_file(self, title, Purpose.PAPERS, kind, self._shown.file_name, self.save_to)

    def save_to(self, path: Path) -> None:
        """Save it as a job, and be done."""
        said = words(self.around.language).gettext("Saved as {name}")
        self._deliver(partial(write_pdf, path), said.format(name=path.name))

    def _deliver(self, to: Callable[[bytes], object], said: str) -> None:
        make, told = self._make, self._told

        def task(progress: Progress) -> Touched:
            pdf = make()
            progress(0, 1)
            to(pdf)
            return Touched.NOTHING

        job = Job(self._shown.title, task)
        job.finished.connect(lambda _touched: told(said))
        self.around.jobs.start(job)
        self.accept()
