"""Issuing a document: numbered and written on the database thread, drawn on the caller's."""

from collections.abc import Callable
from dataclasses import dataclass

from creditmate.documents.invoice import draw_and_check
from creditmate.documents.invoice_paper import InvoicePaper
from creditmate.documents.papers import CheckedPaper, PaperWarning
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.invoicing import Invoicing, IssuedDocument
from creditmate.services.numbered_papers import Ask, until_issued

Draw = Callable[[InvoicePaper], CheckedPaper]
"""Draws a document, here or elsewhere."""


@dataclass(frozen=True, slots=True)
class DeliverableDocument:
    """A document that was issued, with its PDF and what to look at in it."""

    issued: IssuedDocument
    paper: InvoicePaper
    pdf: bytes
    pages: int
    warnings: tuple[PaperWarning, ...]


class InvoiceIssue:
    """Issues documents, one at a time."""

    def __init__(self, invoicing: Invoicing, ask: Ask, draw: Draw = draw_and_check) -> None:
        self._invoicing = invoicing
        self._ask = ask
        self._draw = draw

    def issue(self, plan: InvoicePlan, draft: int | None = None) -> DeliverableDocument:
        """Number, draw and issue; drawn again where another document took the number meanwhile.

        Args:
            plan: What ``Invoicing.plan`` or ``Invoicing.plan_credit`` returned.
            draft: The form it was typed in, which is finished with it.

        Raises:
            UserError: What ``Invoicing.numbered`` and ``Invoicing.issue`` raise.
        """
        paper, checked, issued = until_issued(
            self._ask,
            lambda: self._invoicing.numbered(plan),
            self._draw,
            lambda paper, drawn: self._invoicing.issue(plan, paper, drawn, draft),
        )
        drawn = checked.drawn
        return DeliverableDocument(issued, paper, drawn.pdf, drawn.pages, checked.warnings)
