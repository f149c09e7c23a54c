"""What is printed or mailed of a visit: agenda, visit pack, letter of thanks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.problems import problem_words
from creditmate.services.document_delivery import pdf_name
from creditmate.services.visits import VisitPage
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.papers.paper_dialog import PaperDialog, Shown
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller


class VisitPaperDeeds(Teller):
    """Papers are looked at first; only what goes to the customer is issued and kept."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._ = words(around.language).gettext
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)

    def agenda(self, page: VisitPage) -> None:
        """Show the agenda, to be sent."""
        from creditmate.ui.visits import paper_dialogs as papers  # noqa: PLC0415 - decision 0006

        _ = self._
        if page.file.visit.at is None:
            self.told.emit(_("Say the hour first: an agenda needs one."))
            return
        detail = _("The customer reads it: nothing of ours is on it.")
        title = _("Agenda of the visit to {name}").format(name=page.row.name)
        self._go_out(page, title, detail, _("Agenda"), papers.agenda_draft, papers.agenda_issued)

    def thanks(self, page: VisitPage) -> None:
        """Show the letter of thanks, to be sent."""
        from creditmate.ui.visits import paper_dialogs as papers  # noqa: PLC0415 - as above

        _ = self._
        detail = _("It confirms what was agreed, with days.")
        title = _("Letter of thanks to {name}").format(name=page.row.name)
        self._go_out(page, title, detail, _("Thanks"), papers.thanks_draft, papers.thanks_issued)

    def pack(self, page: VisitPage) -> None:
        """Show what we take along."""
        from creditmate.ui.visits.paper_dialogs import pack_drawn  # noqa: PLC0415 - as above

        _, number = self._, page.row.number
        shown = Shown(
            _("Visit pack for {name}").format(name=page.row.name),
            _("For us only: never leave it there."),
            pdf_name(_("Visit pack"), number),
        )
        make = partial(pack_drawn, self._around.program, number)
        PaperDialog(self._around, self._over, shown, make, self.told.emit)

    def _go_out(  # noqa: PLR0913, PLR0917 - a paper and its words
        self,
        page: VisitPage,
        title: str,
        detail: str,
        name: str,
        draft: Callable[..., bytes],
        issue: Callable[..., bytes],
    ) -> None:
        from creditmate.ui.visits.paper_dialogs import (  # noqa: PLC0415 - as above
            GoesOut,
            OutgoingDialog,
        )

        number, program = page.row.number, self._around.program
        file_name = pdf_name(name, number)
        goes = GoesOut(
            partial(draft, program, number),
            lambda way: issue(program, number, message=False, way=way),
            lambda way: issue(program, number, message=True, way=way),
            file_name.removesuffix(".pdf") + ".eml",
        )
        shown = Shown(title, detail, file_name)
        OutgoingDialog(self._around, self._over, shown, goes, self, self._on_failed, self._folder)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)
