"""The first and the last step of bringing in invoices: which file, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.importing import InvoiceTable
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money
from creditmate.i18n.import_verdicts import done_words, left_out_words
from creditmate.services.import_plan import ImportPlan
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import TABLE_FILES, ask_file
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState, EmptyWords
from creditmate.ui.screens.import_check import faulty_rows
from creditmate.ui.surroundings import Surroundings


class EndPage(QWidget):
    """A drawing, a fact, what comes next, and one action."""

    file_chosen = Signal(Path)
    today_asked = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around, self._words = around, words(around.language)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.state: EmptyState | None = None

    def _show(self, picture: Picture, says: EmptyWords) -> EmptyState:
        if self.state is not None:
            self._column.removeWidget(self.state)
            self.state.deleteLater()
        self.state = EmptyState(self._around.theme, picture, says)
        self._column.addWidget(self.state)
        return self.state

    def begin(self) -> None:
        """The action has the focus."""
        if self.state is not None:
            self.state.action.setFocus()

    def ask_for_file(self) -> None:
        """Say what can be brought in."""
        _ = self._words.gettext
        says = EmptyWords(
            _("Which file are the invoices in?"),
            _(
                "A table (CSV) that your accounts program has exported. Choose it, or drop it"
                " anywhere on this window. First comes a dry run: nothing is written until you"
                " say so."
            ),
            _("Choose a file…"),
        )
        self._show(Picture.NOTHING_YET, says).acted.connect(self._ask_file)

    def refuse_file(self, reason: str) -> None:
        """Say why a file cannot be read."""
        _ = self._words.gettext
        says = EmptyWords(
            reason, _("Nothing has been brought in. The ledger is as it was."), _("Choose a file…")
        )
        self._show(Picture.WENT_WRONG, says).acted.connect(self._ask_file)

    def tell_done(self, plan: ImportPlan, table: InvoiceTable) -> str:
        """Say what is in the ledger now, and return the gist of it."""
        _, around = self._words.gettext, self._around
        language, locale = around.language, around.locale
        said = [
            _("In the file {amount}, of which {open} is open.").format(
                amount=money(total.amount, locale, symbol=True),
                open=money(total.open, locale, symbol=True),
            )
            for total in table.totals
        ]
        if table.left_out:
            said.append(left_out_words(faulty_rows(table.left_out), language, locale))
        fact = done_words(len(plan.new), len(plan.new_customers), language, locale)
        says = EmptyWords(fact, " ".join(said), _("Open Today"), _("Bring in another file"))
        shown = self._show(Picture.ALL_DONE, says)
        shown.acted.connect(self.today_asked)
        shown.linked.connect(self._ask_file)
        return fact

    def _ask_file(self) -> None:
        _ = self._words.gettext
        kinds = [f"{_('Tables of invoices')} {TABLE_FILES}", _("All files (*)")]
        title = _("Choose the file with the invoices")
        ask_file(self, title, Purpose.IMPORTS, kinds, self.file_chosen.emit)
