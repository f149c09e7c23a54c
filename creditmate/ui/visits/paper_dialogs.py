"""The papers of a visit, to be looked at, printed, saved, or opened as an e-mail."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.contact_channels import Way
from creditmate.i18n.catalogue import words
from creditmate.services.program import Program
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.kit.button import Button
from creditmate.ui.kit.check_row import CheckSentence
from creditmate.ui.kit.links import view
from creditmate.ui.papers.paper_dialog import Make, PaperDialog, Shown
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.theme.icons import Glyph

TOUCHED = Touched.TASKS | Touched.PAPERS | Touched.CONTACTS_MADE


@dataclass(frozen=True, slots=True)
class GoesOut:
    """How a paper goes to the customer; all is done on the thread that draws.

    Attributes:
        draft: Draws it as it would be, or as it was issued.
        issue: Issues it and returns it; given how it goes, '' where that is not put down.
        message: The same as a draft for a mail program.
        name: What the draft is called as a file.
    """

    draft: Make
    issue: Callable[[str], bytes]
    message: Callable[[str], bytes]
    name: str


class OutgoingDialog(PaperDialog):
    """What is seen is a draft; it is issued and kept as it is printed, saved or mailed.

    Attributes:
        sent: The tick that puts down that it went to them.
        mail: Opens it in the user's mail program; nothing is sent by itself.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what such a dialog has to be told
        self,
        around: Surroundings,
        window: QWidget,
        shown: Shown,
        goes: GoesOut,
        teller: Teller,
        failed: Callable[[Exception], object],
        folder: PassingFolder,
    ) -> None:
        _ = words(around.language).gettext
        self._goes, self._teller, self._folder, self._failed = goes, teller, folder, failed
        self.sent = CheckSentence(around.theme, _("Put down that it went to them"))
        self.sent.setChecked(True)
        super().__init__(around, window, shown, goes.draft, self._tell)
        self.mail = Button(around.theme, _("E-mail…"), glyph=Glyph.EMAIL, keys="Ctrl+E")
        self.mail.setShortcut("Ctrl+E")
        self.mail.clicked.connect(self._on_mail)
        self.put_at_foot(self.mail, self.foot.indexOf(self.save))

    def options(self) -> tuple[QWidget, ...]:
        """The tick stands above the pages."""
        return (self.sent,)

    def print_on(self, printer: QPrinter) -> None:
        """Issue it as it is printed."""
        self._make = self._issued(Way.LETTER)
        super().print_on(printer)

    def save_to(self, path: Path) -> None:
        """Issue it as it is saved: a file is mostly mailed."""
        self._make = self._issued(Way.EMAIL)
        super().save_to(path)

    def _issued(self, way: Way) -> Make:
        return partial(self._goes.issue, self._way(way))

    def _way(self, way: Way) -> str:
        return way.value if self.sent.isChecked() else ""

    def _tell(self, said: str) -> None:
        self._teller.changed.emit(TOUCHED)
        self._teller.told.emit(said)

    def _on_mail(self) -> None:
        """Have the draft written; the dialog is gone then."""
        mailing = Mailing(self.around, self._teller, self._failed, self._folder, self._goes.name)
        work = partial(self._goes.message, self._way(Way.EMAIL))
        self.around.drawing.ask(work, mailing.open, self._teller)
        self.accept()


@dataclass(frozen=True, slots=True)
class Mailing:
    """Opens a draft in the user's mail program once it is written."""

    around: Surroundings
    teller: Teller
    failed: Callable[[Exception], object]
    folder: PassingFolder
    name: str

    def open(self, answer: "Future[bytes]") -> None:
        """Open it, and say that it is the user who sends it."""
        error = answer.exception()
        if isinstance(error, Exception):
            self.failed(error)
            return
        path = self.folder.put(self.name, answer.result())
        _ = words(self.around.language).gettext
        said = _("The draft is open in your mail program: you send it.")
        if not view(path):
            said = _("No mail program opens it: save the PDF instead.")
        self.teller.changed.emit(TOUCHED)
        self.teller.told.emit(said)


# ---------------------------------------------------------------- drawn on a thread of its own
def agenda_draft(program: Program, number: str) -> bytes:
    """Return the agenda as it was issued, or as it would be."""
    from creditmate.documents.visit_agenda import draw_agenda  # noqa: PLC0415

    agendas = program.visit_agendas
    kept = program.ask(lambda: agendas.issued(number))
    if kept is not None:
        return kept.pdf
    return draw_agenda(program.ask(lambda: agendas.draft(number))).drawn.pdf


def agenda_issued(program: Program, number: str, *, message: bool, way: str) -> bytes:
    """Issue the agenda; return it, or the message with it, and put down how it goes."""
    from creditmate.services.visit_agendas import AgendaIssue  # noqa: PLC0415

    kept = AgendaIssue(program.visit_agendas, program.ask).issue(number)
    mail = program.visit_mail
    made = program.ask(lambda: mail.message(number, kept)) if message else kept.pdf
    if way:
        program.ask(lambda: mail.sent(number, kept, way))
    return made


def thanks_draft(program: Program, number: str) -> bytes:
    """Return the letter of thanks as it was issued, or as it would be."""
    from creditmate.documents.visit_thanks import draw_thanks  # noqa: PLC0415

    letters = program.visit_letters
    kept = program.ask(lambda: letters.issued(number))
    if kept is not None:
        return kept.pdf
    return draw_thanks(program.ask(lambda: letters.draft(number))).drawn.pdf


def thanks_issued(program: Program, number: str, *, message: bool, way: str) -> bytes:
    """Issue the letter of thanks; return it, or the message with it, and put down that it went."""
    from creditmate.services.visit_thanks import ThanksIssue  # noqa: PLC0415

    letters = program.visit_letters
    kept = ThanksIssue(letters, program.ask).issue(number)
    made = program.ask(lambda: letters.message(kept)) if message else kept.pdf
    if way:
        program.ask(lambda: letters.sent(kept))
    return made


def pack_drawn(program: Program, number: str) -> bytes:
    """Return what we take along."""
    from creditmate.documents.visit_pack import draw_pack  # noqa: PLC0415

    return draw_pack(program.ask(lambda: program.visit_packs.paper(number))).drawn.pdf
