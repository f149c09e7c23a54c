"""Charging the interest of several invoices in one go: a charge note for each, a PDF for each.

Each note is committed by itself: a run that ends early keeps what is issued, in ``done``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from creditmate.domain.errors import UserError
from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.progress import Progress, silent
from creditmate.services.document_delivery import pdf_name, write_pdf
from creditmate.services.invoice_issue import DeliverableDocument, InvoiceIssue
from creditmate.services.invoice_plans import InvoicePlan


@dataclass(frozen=True, slots=True)
class Charged:
    """A charge note that was issued; ``trouble`` is why its PDF is not where it should be."""

    plan: InvoicePlan
    document: DeliverableDocument
    path: Path | None
    trouble: UserError | None = None

    @property
    def number(self) -> str:
        """The note's."""
        return self.document.issued.number


class InterestRun:
    """Issues charge notes one after another.

    Attributes:
        done: What is issued so far.
    """

    def __init__(self, issue: InvoiceIssue) -> None:
        self._issue = issue
        self.done: list[Charged] = []

    def charge(
        self, plans: Sequence[InvoicePlan], folder: Path | None, progress: Progress = silent
    ) -> None:
        """Issue the notes that ``Interest.plan`` worked out; may be cancelled between two.

        Args:
            plans: One for each invoice.
            folder: Where their PDFs are written; None for nowhere.
            progress: Told how many are issued.

        Raises:
            UserError: What issuing raises; what was issued before stays issued.
        """
        for count, plan in enumerate(plans):
            progress(count, len(plans))
            document = self._issue.issue(plan)
            self.done.append(_written(plan, document, folder))
        progress(len(plans), len(plans))

    @property
    def sums(self) -> list[Money]:
        """What is charged so far, per currency."""
        return totals_by_currency(one.plan.totals.gross for one in self.done)


def _written(plan: InvoicePlan, document: DeliverableDocument, folder: Path | None) -> Charged:
    if folder is None:
        return Charged(plan, document, None)
    path = folder / pdf_name(document.issued.number, plan.customer.code)
    try:
        write_pdf(path, document.pdf)
    except UserError as error:  # what is issued stays issued
        return Charged(plan, document, None, error)
    return Charged(plan, document, path)
