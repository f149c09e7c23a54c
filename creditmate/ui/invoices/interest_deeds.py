"""Asks what interest came up on an invoice, opens the dialog about it, tells what was done."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from creditmate.domain.errors import Problem, UserError
from creditmate.domain.interest_claim import LateInterest
from creditmate.domain.interest_events import EventKind
from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import money, number
from creditmate.i18n.problems import problem_words
from creditmate.services.interest import DECIDED
from creditmate.services.interest_run import InterestRun
from creditmate.services.interest_writing import Settled
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.invoicing import ISSUED
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_folder
from creditmate.ui.held_keys import Opening
from creditmate.ui.invoices.charging import Charging
from creditmate.ui.invoices.decide_dialog import DecideDialog
from creditmate.ui.invoices.interest_dialog import InterestDialog
from creditmate.ui.invoices.issue_targets import IssueTargets
from creditmate.ui.invoices.issued_told import tell_issued
from creditmate.ui.invoices.issuing import Issued, Issuing
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Writes
from creditmate.ui.surroundings import Surroundings


class InterestDeeds(QObject):
    """Works over a screen; nothing is charged before somebody says so."""

    issued = Signal(object)
    """A charge note was: ``Issued``."""

    def __init__(
        self, around: Surroundings, screen: Screen, targets: IssueTargets, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around, self._screen, self._targets = around, screen, targets
        self._ = words(around.language).gettext
        self._detail: InvoiceDetail | None = None
        self._issuing = Issuing(around, self)
        self._issuing.issued.connect(self._on_issued)
        self._charging = Charging(around, self)
        self._charging.charged.connect(self._on_charged)
        self._asking: Opening[Sequence[LateInterest]] = Opening(
            around.desk, self._open, self._on_refused, self
        )
        self._undoing = Writes(around.desk, self._on_refused, self)

    def ask(self, detail: InvoiceDetail) -> None:
        """Work out what came up on an invoice up to today, and show it."""
        self._detail = detail
        program = self._around.program
        self._asking.ask(partial(program.interest.of, detail.document.id, program.clock.today))

    def decide(self) -> None:
        """List what came up on paid invoices and nobody has decided."""
        DecideDialog(self._around, self._screen, self._on_settled, self._ask_folder)

    def _ask_folder(self, plans: Sequence[InvoicePlan]) -> None:
        """Several notes are saved; left by Cancel, nothing is issued."""
        title, accept = self._("Save the charge notes into a folder"), self._("Charge and save")
        begin = partial(self._charging.begin, plans)
        ask_folder(self._screen, title, Purpose.INVOICES, begin, accept=accept)

    def _open(self, found: Sequence[LateInterest]) -> None:
        if self._detail is not None and self._screen.isVisible():
            InterestDialog(
                self._around, self._screen, self._detail, found, self._targets,
                self._issuing.begin, self._on_settled, self._take_back,
            )  # fmt: skip

    def _on_refused(self, error: Exception) -> None:
        """That nothing came up is an answer, not a failure."""
        if isinstance(error, UserError) and error.problem is Problem.INTEREST_REFUSED:
            said = problem_words(error, self._around.language, self._around.locale)
            self._screen.told.emit(said)
        else:
            self._around.desk.failed.emit(error)

    # ------------------------------------------------------------- told
    def _on_issued(self, issued: Issued) -> None:
        text = self._("Charge note {number} is issued: {amount}")
        tell_issued(self._around, self._screen, text, issued)
        self.issued.emit(issued)

    def _on_charged(self, run: InterestRun) -> None:
        catalogue, locale, count = words(self._around.language), self._around.locale, len(run.done)
        text = catalogue.ngettext(
            "{count} charge note is issued: {amount}", "{count} charge notes are issued: {amount}",
            count,
        )  # fmt: skip
        amount = ", ".join(money(one, locale, symbol=True) for one in run.sums)
        self._screen.told.emit(text.format(count=number(count, locale), amount=amount))
        for one in run.done:
            if one.trouble is not None:
                self._around.desk.failed.emit(one.trouble)
                break  # the others have the same: a folder that cannot be written to
        self._screen.changed.emit(ISSUED | DECIDED)

    def _on_settled(self, settled: Settled) -> None:
        catalogue, count = words(self._around.language), settled.invoices
        text = catalogue.ngettext(
            "Interest is waived: {amount}",
            "Interest on {count} invoices is waived: {amount}",
            count,
        )
        if settled.kind is EventKind.CANCELLED:
            text = catalogue.ngettext(
                "Interest has ended with the invoice: {amount}",
                "Interest has ended with {count} invoices: {amount}",
                count,
            )
        amount = ", ".join(money(one, self._around.locale, symbol=True) for one in settled.sums)
        said = text.format(amount=amount, count=number(count, self._around.locale))
        undo = partial(self._around.program.interest.undo, settled.done.action)
        self._screen.told_undo.emit(said, undo)
        self._screen.changed.emit(settled.done.touched)

    def _take_back(self, action: int) -> None:
        undo = partial(self._around.program.interest.undo, action)
        self._undoing.do(undo, self._on_undone)

    def _on_undone(self, _touched: object) -> None:
        self._screen.told.emit(self._("It is taken back: the interest is to decide again"))
        self._screen.changed.emit(DECIDED)
