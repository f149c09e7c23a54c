"""From a form that may be issued to a document that is: worked out, asked where to, issued."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from creditmate.domain.new_invoice import NewInvoice
from creditmate.i18n.problems import problem_words
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.invoices.form_opening import DraftSlot
from creditmate.ui.invoices.form_words import FormWords
from creditmate.ui.invoices.issue_targets import IssueTargets, Target
from creditmate.ui.invoices.issuing import Issued, Issuing
from creditmate.ui.kit.screen import Screen
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings


class FormIssuing(QObject):
    """One form at a time; left by Cancel in the system's dialog, nothing has happened."""

    refused = Signal(Exception)
    """Why it cannot be issued as it is."""
    issued = Signal(int, str)
    """The document's id, and what was done in words."""
    busy_changed = Signal(bool)

    def __init__(self, around: Surroundings, facts: LedgerFacts, screen: Screen) -> None:
        super().__init__(screen)
        self._around = around
        self._words = FormWords(around.language, around.locale)
        self._targets = IssueTargets(around, facts, screen)
        self._issuing = Issuing(around, self)
        self._issuing.issued.connect(self._on_issued)
        self._issuing.busy_changed.connect(self.busy_changed)
        self._plans: Latest[tuple[InvoicePlan, str]] = Latest(
            around.desk, self._on_plan, self.refused.emit, self
        )
        self._asked = (Target.PRINTER, DraftSlot())

    @property
    def busy(self) -> bool:
        """Whether something is on its way to be issued."""
        return self._issuing.busy or self._plans.waiting

    def begin(self, new: NewInvoice, target: Target, slot: DraftSlot) -> None:
        """Issue what was understood of the form that is kept in ``slot``."""
        self._asked = target, slot
        invoicing = self._around.program.invoicing

        def work() -> tuple[InvoicePlan, str]:
            plan = invoicing.plan(new)
            return plan, invoicing.numbered(plan).number

        self._plans.ask(work)

    def forget(self) -> None:
        """The form is not in hand any more."""
        self._plans.forget()

    def _on_plan(self, answer: tuple[InvoicePlan, str]) -> None:
        plan, number = answer
        target, slot = self._asked
        self._targets.ask(target, plan, number, partial(self._issuing.begin, plan, slot=slot))

    def _on_issued(self, issued: Issued) -> None:
        row = issued.document.issued
        said = self._words.issued(issued.plan, row.number)
        if issued.trouble is not None:
            language, locale = self._around.language, self._around.locale
            said = f"{said}. {problem_words(issued.trouble, language, locale)}"
        self.issued.emit(row.document_id, said)
