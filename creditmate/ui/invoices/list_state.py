"""What the Invoices place lists: invoices, drafts, work to invoice; knows no toolkit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from creditmate.domain.invoice_list import InvoiceListing, InvoiceNarrow, InvoicesWanted
from creditmate.domain.invoice_rows import Lag, WorkRow
from creditmate.domain.money import Money, totals_by_currency
from creditmate.i18n.catalogue import N_, words
from creditmate.i18n.invoice_words import invoice_narrow_words
from creditmate.services.invoice_drafts import Draft
from creditmate.services.program import Program

_LAG_DAYS = 90
"""Over how many days it is told how long work waited for its invoice."""


class Show(StrEnum):
    """What is listed; the values are the keys of the chips, in their order."""

    ALL = "all"
    DRAFTS = "drafts"
    TO_INVOICE = "to_invoice"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    IN_QUESTION = "in_question"
    PAID = "paid"
    ENDED = "ended"
    CREDIT_NOTES = "credit_notes"


_NARROWS: Mapping[Show, InvoiceNarrow] = {
    show: InvoiceNarrow(show.value) for show in Show if show not in {Show.DRAFTS, Show.TO_INVOICE}
}
_OWN_WORDS = {Show.DRAFTS: N_("Drafts"), Show.TO_INVOICE: N_("To invoice")}


def show_words(show: Show, language: str) -> str:
    """Return what a chip is called."""
    if show in _OWN_WORDS:
        return words(language).gettext(_OWN_WORDS[show])
    return invoice_narrow_words(_NARROWS[show], language)


@dataclass(frozen=True, slots=True)
class InvoicesPage:
    """Everything the place shows at once."""

    listing: InvoiceListing
    drafts: tuple[Draft, ...]
    work: tuple[WorkRow, ...]
    lag: Lag

    def count(self, show: Show) -> int:
        """Return how many a chip would list, whatever text is looked for."""
        if show is Show.DRAFTS:
            return len(self.drafts)
        if show is Show.TO_INVOICE:
            return len(self.work)
        return self.listing.counts[_NARROWS[show]]


def read_page(program: Program, wanted: InvoicesWanted, as_at: date) -> InvoicesPage:
    """Read the place as it is wanted; on the database thread."""
    return InvoicesPage(
        listing=program.invoice_lists.listing(wanted, as_at),
        drafts=program.invoice_drafts.list(),
        work=tuple(program.work.waiting(as_at)),
        lag=program.work.lag(as_at - timedelta(_LAG_DAYS), as_at),
    )


class InvoicesState:
    """How the place is looked at, and what was read of it last."""

    def __init__(self) -> None:
        self.show = Show.ALL
        self.wanted = InvoicesWanted()
        self.page: InvoicesPage | None = None

    def want(self, **changes: object) -> None:
        """Look at invoices in another way: another text, another order."""
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]  # its own fields

    def want_show(self, show: Show) -> None:
        """List something else."""
        self.show = show
        if show in _NARROWS:
            self.want(narrow=_NARROWS[show])

    # ------------------------------------------------------------- drafts and work
    @property
    def drafts(self) -> list[Draft]:
        """The forms not finished in which the text is found."""
        found = () if self.page is None else self.page.drafts
        return [one for one in found if self._has(one.name, one.code, *_lines_of(one))]

    @property
    def work(self) -> list[WorkRow]:
        """The work to invoice in which the text is found."""
        found = () if self.page is None else self.page.work
        return [
            one
            for one in found
            if self._has(one.name, one.code, one.description, one.job, one.order_number)
        ]

    def _has(self, *texts: str) -> bool:
        wanted = self.wanted.text.strip().casefold()
        return any(wanted in text.casefold() for text in texts)

    def work_sums(self, ids: Sequence[int] = ()) -> tuple[Money, ...]:
        """Return what listed work comes to, or what of it is chosen, per currency."""
        chosen = [one for one in self.work if not ids or one.id in ids]
        return tuple(totals_by_currency(one.amount for one in chosen))


def _lines_of(draft: Draft) -> list[str]:
    return [line.description for line in draft.typed.lines]
