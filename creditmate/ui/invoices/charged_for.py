"""The invoice that a charge note is for: looked up as soon as its number is typed."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from creditmate.domain.errors import UserError
from creditmate.domain.invoice_rows import DocumentRow
from creditmate.ui.invoices.form_page import FormPage
from creditmate.ui.invoices.form_problems import FormProblems
from creditmate.ui.invoices.form_words import FormWords
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings

_PAUSE = 250  # ms after a letter is typed before it is looked up
_SPOT = ("belongs_to", None)


class ChargedFor(QObject):
    """Says beside the field which invoice it is, or why it cannot be that one."""

    def __init__(
        self, around: Surroundings, page: FormPage, problems: FormProblems, says: FormWords
    ) -> None:
        super().__init__(page)
        self._clock, self._forms = around.program.clock, around.program.invoice_forms
        self._failed = around.desk.failed.emit
        self._field, self._page = page.upper.belongs_to, page
        self._problems, self._words = problems, says
        self._asked = ("", "")
        self._found: Latest[DocumentRow] = Latest(
            around.desk, self._on_found, self._on_refused, self
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)

    def begin(self) -> None:
        """Another form is in hand, of which nothing was looked up yet."""
        self._asked = ("", "")
        self._pause.stop()
        self._found.forget()
        self._problems.hold(_SPOT, None)

    def follow(self) -> None:
        """Something was typed: look the number up if it, or who is charged, is another."""
        wanted = (self._field.input.text().strip(), self._page.upper.customer.code)
        if wanted == self._asked:
            return
        self._asked = wanted
        self._found.forget()
        self._field.clear()
        self._problems.hold(_SPOT, None)
        if wanted[0]:
            self._pause.start()
        else:
            self._pause.stop()

    def _look(self) -> None:
        self._found.ask(partial(self._forms.charged, *self._asked))

    def _on_found(self, found: DocumentRow) -> None:
        self._field.echo(*self._words.charged(found, self._clock.today))

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._failed(error)
            return
        self._problems.hold(_SPOT, error)
        self._problems.say()
