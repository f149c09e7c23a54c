"""What is done with applications for credit: the form saved, one read, one typed in; checks."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.documents.application_paper import ApplicationPaper
from creditmate.documents.welcome_paper import WelcomePaper
from creditmate.domain.application_form import Unread
from creditmate.domain.application_rows import Way
from creditmate.domain.changes import Done
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.our_people import StaffRow
from creditmate.i18n.application_words import reading_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.application_reading import ApplicationEntry, entry_of
from creditmate.services.applications import ApplicationPreview
from creditmate.services.attachments import read_file
from creditmate.services.credit_checks import CreditFile
from creditmate.services.customers import Brief
from creditmate.services.document_delivery import pdf_name, write_pdf
from creditmate.services.welcome_letters import IssuedLetter
from creditmate.system.folders import Purpose
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.applications.checks_dialog import ChecksDialog
from creditmate.ui.applications.preview_dialog import PreviewDialog
from creditmate.ui.applications.typing_dialog import TypingDialog
from creditmate.ui.applications.welcome_dialog import WelcomeDialog
from creditmate.ui.file_dialogs import ask_file, ask_new_file
from creditmate.ui.held_keys import HeldKeys, Opening
from creditmate.ui.kit.links import view
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.wishes import OpenCustomer

_PAPER_LIKE = frozenset({Unread.FLAT.value, Unread.FOREIGN.value, Unread.NOT_A_PDF.value})
"""What can be looked at though it cannot be read: it is typed beside its picture."""
Otherwise = Callable[[], object]
Standing = tuple[Brief, CreditFile, Sequence[StaffRow]]


class ApplicationDeeds(Teller):
    """Each opens a dialog over the window; reading and drawing take place elsewhere."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        failed = self._on_failed
        desk = around.desk
        self._papers: Opening[ApplicationPaper] = Opening(desk, self._on_paper, failed, self)
        self._keys = HeldKeys(self)
        self._standings: Opening[Standing] = Opening(desk, self._on_standing, failed, self)
        self._previews: Opening[ApplicationPreview] = Opening(desk, self._on_preview, failed, self)
        self._letters: Opening[WelcomePaper] = Opening(desk, self._on_letter, failed, self)
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)
        self._entry: ApplicationEntry | None = None
        self._code = ""

    # ------------------------------------------------------------- handing out
    def hand_out(self, code: str = "") -> None:
        """Save the form, with what is known of a customer in it; blank without one."""
        self._papers.ask(partial(self._around.program.applications.paper, code))

    def _on_paper(self, paper: ApplicationPaper) -> None:
        _ = words(self._around.language).gettext
        name = pdf_name(_("Credit application"), paper.account)
        kind = _("PDF files {pattern}").format(pattern="(*.pdf)")
        then = partial(self._write, paper)
        title = _("Save the credit application")
        ask_new_file(self._over, title, Purpose.APPLICATIONS, kind, name, then)

    def _write(self, paper: ApplicationPaper, path: Path) -> None:
        self._around.drawing.ask(
            partial(_drawn_to, path, paper), partial(self._on_written, path), self
        )

    def _on_written(self, path: Path, answer: "Future[None]") -> None:
        error = answer.exception()
        if isinstance(error, Exception):
            self._on_failed(error)
        else:
            _ = words(self._around.language).gettext
            self.told.emit(_("The form is in {path}.").format(path=path))

    # ------------------------------------------------------------- coming back
    def read(self, code: str = "") -> None:
        """Ask for a form that came back, or its scan."""
        _ = words(self._around.language).gettext
        forms = _("Forms and scans {pattern}").format(
            pattern="(*.pdf *.png *.jpg *.jpeg *.tif *.tiff)"
        )
        title = _("Read a credit application")
        ask_file(self._over, title, Purpose.APPLICATIONS, [forms], partial(self.take, code))

    def take(self, code: str, path: Path, otherwise: Otherwise | None = None) -> None:
        """Read a file; what has no fields of ours is typed beside its picture.

        Args:
            code: Whose it is; '' for a new customer.
            path: The file.
            otherwise: What is done instead with a file that is no form of ours.
        """
        self.told.emit(reading_words(path.name, self._around.language))
        then = partial(self._on_read, code, path.name, otherwise)
        self._keys.hold()
        self._around.drawing.ask(partial(_entry_in, path), then, self)

    def type_in(
        self,
        code: str,
        file: tuple[str, bytes] | None = None,
        begun: ApplicationEntry | None = None,
    ) -> None:
        """Type one in, beside its picture where there is one, or go on with what was ``begun``."""
        looked = partial(self.show, code)
        TypingDialog(self._around, self._over, file, code, looked, begun)

    def _on_read(
        self,
        code: str,
        name: str,
        otherwise: Otherwise | None,
        answer: "Future[ApplicationEntry | bytes]",
    ) -> None:
        self._keys.release()
        error = answer.exception()
        if otherwise is not None and (error or isinstance(answer.result(), bytes)):
            otherwise()
            return
        if isinstance(error, Exception):
            self._on_failed(error)
            return
        found = answer.result()
        if isinstance(found, bytes):
            self.type_in(code, (name, found))
            return
        self._entry, self._code = found, code
        self._previews.ask(partial(self._around.program.applications.preview, found, code))

    def _on_preview(self, preview: ApplicationPreview) -> None:
        if self._entry is not None:
            self.show(self._code, self._entry, preview)

    def show(self, code: str, entry: ApplicationEntry, preview: ApplicationPreview) -> None:
        """Show what would come of an application, to be taken over."""
        back = None if entry.way is Way.FORM else partial(self._type_again, code, entry)
        PreviewDialog(self._around, self._over, entry, preview, code, self._on_applied, back)

    def _type_again(self, code: str, entry: ApplicationEntry) -> None:
        file = (entry.file_name, entry.content) if entry.content else None
        self.type_in(code, file, entry)

    def _on_applied(self, said: str, code: str, done: Done) -> None:
        self.changed.emit(done.touched)
        self.told.emit(said)
        self.wanted.emit(OpenCustomer(code))

    # ------------------------------------------------------------- checks
    def checks(self, code: str) -> None:
        """Show what was looked at before credit was given, and put more down."""
        self._standings.ask(partial(self._standing, code))

    def _standing(self, code: str) -> Standing:
        """On the database thread: the customer, its checks, and who may have looked."""
        program = self._around.program
        today = program.clock.today
        brief = program.customers.brief(code, today)
        at_work, staff = program.people.working_as(), program.people.staff()
        if at_work is not None:
            staff = [at_work, *(row for row in staff if row.id != at_work.id)]
        return brief, program.credit_checks.of(code, today), staff

    def _on_standing(self, standing: Standing) -> None:
        brief, credit, staff = standing
        ChecksDialog(self._around, self._over, brief, credit, staff, self._on_checked)

    def _on_checked(self, said: str, done: Done) -> None:
        self.changed.emit(done.touched)
        undo = self._around.program.credit_checks.undo
        self.told_undo.emit(said, partial(undo, done.action))

    # ------------------------------------------------------------- welcome
    def welcome(self, code: str) -> None:
        """Show the letter that welcomes a customer, to be issued."""
        self._letters.ask(partial(self._around.program.welcome_letters.draft, code))

    def _on_letter(self, paper: WelcomePaper) -> None:
        WelcomeDialog(self._around, self._over, paper, self._on_issued)

    def _on_issued(self, letter: IssuedLetter) -> None:
        _ = words(self._around.language).gettext
        self.changed.emit(letter.saved.touched)
        self.told.emit(
            _("Welcome letter {number} is issued and kept.").format(number=letter.number)
        )
        view(self._folder.put(f"{letter.number}.pdf", letter.pdf))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)


def _drawn_to(path: Path, paper: ApplicationPaper) -> None:
    from creditmate.documents.application_form import (  # noqa: PLC0415 - see docs/decisions/0006
        draw_application,
    )

    write_pdf(path, draw_application(paper).pdf)


def _entry_in(path: Path) -> ApplicationEntry | bytes:
    """Return what a form says; of what has none of our fields its bytes, to be typed beside."""
    from creditmate.exchange.application_reader import (  # noqa: PLC0415 - see docs/decisions/0006
        read_application,
    )

    content = read_file(path)
    try:
        returned = read_application(content, path.name)
    except UserError as error:
        if error.problem is Problem.APPLICATION_UNREAD and error.facts["why"] in _PAPER_LIKE:
            return content
        raise
    return entry_of(returned, content, path.name)
