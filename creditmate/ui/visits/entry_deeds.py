"""A visit's entry for the customer's calendar, and the message that calls a visit off."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.document_delivery import pdf_name, write_pdf
from creditmate.services.program import Program
from creditmate.services.visits import VisitPage
from creditmate.system.folders import Purpose
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller

_CALENDAR_FILES = "(*.ics)"


class EntryDeeds(Teller):
    """The entry keeps its name through all moves, so that their calendar moves what it has."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._ = words(around.language).gettext
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)
        self._saves: Latest[str] = Latest(around.desk, self._on_saved, self._on_failed, self)

    def ask_file(self, page: VisitPage) -> None:
        """Ask where the entry is saved; one without an hour cannot be."""
        _ = self._
        if page.file.visit.at is None:
            self.told.emit(_("Say the hour first: a calendar needs one."))
            return
        kind = _("Calendars") + " " + _CALENDAR_FILES
        title = _("Save its entry for a calendar")
        then = partial(self._save, page.row.number)
        ask_new_file(self._over, title, Purpose.CALENDARS, kind, _name(page, ".ics"), then)

    def call_off(self, page: VisitPage) -> None:
        """Open the message that calls it off in the user's mail program."""
        from creditmate.ui.visits.paper_dialogs import Mailing  # noqa: PLC0415 - decision 0006

        program, number = self._around.program, page.row.number
        mailing = Mailing(self._around, self, self._on_failed, self._folder, _name(page, ".eml"))
        work = partial(_called_off, program, number)
        self._around.drawing.ask(work, mailing.open, self)

    def _save(self, number: str, path: Path) -> None:
        self._saves.ask(partial(_saved, self._around.program, number, path))

    def _on_saved(self, name: str) -> None:
        self.told.emit(self._("Saved as {name}").format(name=name))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)


def _name(page: VisitPage, ending: str) -> str:
    return pdf_name(page.row.number, page.row.code).removesuffix(".pdf") + ending


def _saved(program: Program, number: str, path: Path) -> str:
    write_pdf(path, program.visit_mail.entry(number).ics)
    return path.name


def _called_off(program: Program, number: str) -> bytes:
    """Drawn on a thread of its own."""
    return program.ask(lambda: program.visit_mail.called_off(number))
