"""The form in hand as a draft: kept as it is typed, thrown away, and brought back."""

from collections.abc import Callable
from datetime import UTC, datetime

from creditmate.domain.changes import Touched
from creditmate.domain.typed_invoice import TypedInvoice
from creditmate.services.program import Program
from creditmate.ui.invoices.form_opening import DraftSlot
from creditmate.ui.invoices.form_page import FormPage
from creditmate.ui.invoices.form_state import is_blank_form


class FormDraft:
    """Makes the work that keeps what stands on a page; it is done on the database thread.

    Attributes:
        slot: Where the form in hand is kept.
    """

    def __init__(self, page: FormPage) -> None:
        self._page = page
        self.begin(DraftSlot())
        self._dropped = TypedInvoice()

    def begin(self, slot: DraftSlot, begun: datetime | None = None) -> None:
        """Keep another form from now on, in its own place, begun when that is known."""
        self.slot, self._begun = slot, begun or datetime.min.replace(tzinfo=UTC)

    def save(self, program: Program) -> Callable[[], datetime]:
        """Return work that keeps the form as it is now."""
        typed, begun, slot = self._page.typed, self._begun, self.slot

        def work() -> datetime:
            if is_blank_form(typed) and slot.id:
                program.invoice_drafts.discard(slot.id)
                slot.id = 0
            elif not is_blank_form(typed):
                slot.id = program.invoice_drafts.save(typed, begun, slot.id or None)
            return program.clock.now()

        return work

    def drop(self, program: Program) -> Callable[[], None]:
        """Return work that throws the form away."""
        slot = self.slot
        self._dropped = self._page.typed

        def work() -> None:
            if slot.id:
                program.invoice_drafts.discard(slot.id)

        return work

    def bring_back(self, program: Program) -> Callable[[], Touched]:
        """Return work that keeps again what was thrown away last."""
        typed, begun, slot = self._dropped, self._begun, self.slot

        def work() -> Touched:
            slot.id = program.invoice_drafts.save(typed, begun, slot.id or None)
            return Touched.DRAFTS

        return work
