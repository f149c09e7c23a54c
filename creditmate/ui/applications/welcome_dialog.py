"""The welcome letter as it would be sent, to be looked at before it is issued."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtWidgets import QWidget

from creditmate.documents.welcome_letter import draw_welcome
from creditmate.documents.welcome_paper import WelcomePaper
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.services.welcome_letters import IssuedLetter, WelcomeIssue
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.paper_view import PaperView
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES

Issued = Callable[[IssuedLetter], object]


class WelcomeDialog(EditDialog):
    """Issued, the letter has its number and is kept as it was sent.

    Attributes:
        preview: The letter as a draft.
    """

    def __init__(
        self, around: Surroundings, window: QWidget, paper: WelcomePaper, issued: Issued
    ) -> None:
        _ = words(around.language).gettext
        self._paper, self._issued = paper, issued
        title = _("Welcome letter to {name}").format(name=paper.customer_name)
        detail = _("What it says comes from the customer's page and the settings.")
        verb = _("Issue and open it")
        super().__init__(around, window, title, verb, detail=detail, width=SIZES.settings_form)
        self.preview = PaperView(around, _("Welcome letter"))
        self.preview.setFixedHeight(window.window().height() - 5 * SIZES.page_head)
        self.preview.show_papers(partial(_drawn, paper))
        self.put(self.preview)
        self.open_at(self.verb)

    def on_verb(self) -> None:
        """Issue it: numbered on the database thread, drawn beside it."""
        program = self.around.program
        self.verb.setEnabled(False)
        issue = WelcomeIssue(program.welcome_letters, program.ask).issue
        self.around.drawing.ask(partial(issue, self._paper.account), self._on_issued, self)

    def _on_issued(self, answer: "Future[IssuedLetter]") -> None:
        error = answer.exception()
        self.verb.setEnabled(True)
        if isinstance(error, UserError):
            self.refuse(error)
        elif isinstance(error, Exception):
            self.around.desk.failed.emit(error)
        else:
            self.accept()
            self._issued(answer.result())


def _drawn(paper: WelcomePaper) -> list[bytes]:
    return [draw_welcome(paper).drawn.pdf]
