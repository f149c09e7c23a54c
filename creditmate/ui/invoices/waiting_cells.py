"""What the lists of forms not finished and of work to invoice say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.invoice_rows import WorkRow
from creditmate.domain.kinds import DocumentKind
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, day_in_table, money, number
from creditmate.i18n.invoice_words import document_kind_words
from creditmate.i18n.quantities import decimal_words
from creditmate.services.invoice_drafts import Draft
from creditmate.ui.invoices.list_state import InvoicesState, Show, show_words
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.totals import Figure
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink, Type

NOTHING = "–"
_LONG_WAIT = 15
"""Days from which it is marked that work waits for its invoice: we are late."""


@dataclass(slots=True)
class WaitingCells:
    """Makes the cells, for a language, a locale, the book's currency and a day."""

    language: str
    locale: str
    currency: str
    as_at: date

    # ------------------------------------------------------------- drafts
    def draft_columns(self) -> tuple[Column[Draft], ...]:
        """Return the columns of forms not finished; the one typed in last stands first."""
        _ = words(self.language).gettext
        return (
            Column("customer", _("Customer"), self._draft_name, 232, sortable=False),
            Column("what", _("What for"), self._draft_what, 232, sortable=False),
            Column("begun", _("Begun"), self._begun, 120, sortable=False, optional=True),
            Column("saved", _("Typed in last"), self._saved, 120, sortable=False),
        )

    def _draft_name(self, draft: Draft) -> Cell:
        nobody = words(self.language).gettext("Nobody chosen yet")
        said = draft.name or draft.typed.code.strip()
        ink = Ink.TEXT if said else Ink.MUTED
        tag = None
        if draft.typed.charge:
            kind = document_kind_words(DocumentKind.CHARGE_NOTE, self.language)
            tag = CellTag(kind, Tone.NEUTRAL)
        return Cell(said or nobody, ink, Type.BODY_MEDIUM, glyph=Glyph.EDIT, tag=tag)

    def _draft_what(self, draft: Draft) -> Cell:
        told = [line.description for line in draft.typed.lines if line.description.strip()]
        return Cell(", ".join(told) or NOTHING, Ink.MUTED)

    def _begun(self, draft: Draft) -> Cell:
        return Cell(self._day(draft.begun_at.astimezone().date()), Ink.MUTED)

    def _saved(self, draft: Draft) -> Cell:
        return Cell(self._day(draft.saved_at.astimezone().date()), Ink.MUTED)

    # ------------------------------------------------------------- work
    def work_columns(self) -> tuple[Column[WorkRow], ...]:
        """Return the columns of work to invoice; what waits longest stands first."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        amount = _("Amount, {currency}").format(currency=symbol)
        return (
            Column("customer", _("Customer"), _work_name, 216, sortable=False),
            Column("what", _("What was done"), _work_what, 200, sortable=False),
            Column("done", _("Done"), self._done, 96, sortable=False),
            Column("waits", _("Waits, days"), self._waits, 96, True, False),
            Column("quantity", _("Quantity"), self._quantity, 88, True, False, True),
            Column("amount", amount, self._amount, 96, True, False),
            Column("job", _("Job"), _work_job, 120, sortable=False, optional=True),
        )

    def _done(self, row: WorkRow) -> Cell:
        return Cell(self._day(row.done_day), Ink.MUTED)

    def _waits(self, row: WorkRow) -> Cell:
        days = row.days_waiting(self.as_at)
        ink = Ink.WARNING if days >= _LONG_WAIT else Ink.TEXT
        return Cell(number(days, self.locale), ink)

    def _quantity(self, row: WorkRow) -> Cell:
        return Cell(f"{decimal_words(row.quantity, self.locale)} {row.unit}".strip(), Ink.MUTED)

    def _amount(self, row: WorkRow) -> Cell:
        said = money(row.amount, self.locale, symbol=row.amount.currency != self.currency)
        return Cell(said, style=Type.BODY_STRONG)

    def _day(self, day: date) -> str:
        return day_in_table(day, self.locale, self.as_at)

    # ------------------------------------------------------------- sums and none
    def work_totals(self, state: InvoicesState, ids: Sequence[int]) -> list[Figure]:
        """Return what waits, and how long work waited that was invoiced of late."""
        _, page = words(self.language).gettext, state.page
        sums = state.work_sums(ids)
        told = tuple(money(amount, self.locale, symbol=True) for amount in sums) or (NOTHING,)
        text = _("{count} of {all} selected") if ids else _("{count} of {all} pieces of work")
        count = text.format(
            count=number(len(ids) or len(state.work), self.locale),
            all=number(len(state.work) if ids else page.count(Show.TO_INVOICE) if page else 0,
                       self.locale),
        )  # fmt: skip
        lag = NOTHING
        if page is not None and page.lag.average_days is not None:
            lag = _("{days} days").format(days=decimal_words(page.lag.average_days, self.locale))
        return [
            Figure(count, (_("To invoice"),)),
            Figure(_("Amount"), told),
            Figure(_("Work of late was invoiced after"), (lag,)),
        ]

    def none_words(self, state: InvoicesState) -> EmptyWords:
        """Return why nothing is listed."""
        _ = words(self.language).gettext
        text, where = state.wanted.text.strip(), show_words(state.show, self.language)
        if text:
            fact = _("Nothing matches ‘{text}’ in {list}").format(text=text, list=where)
            return EmptyWords(fact, _("Customers and descriptions are searched."))
        if state.show is Show.DRAFTS:
            return EmptyWords(
                _("No invoice is half written"),
                _("What you type is kept here until it is issued."),
                _("New invoice"),
            )
        return EmptyWords(
            _("All work is invoiced"),
            _("Put down what was done when it is done; one key makes the invoice of it."),
            _("Put work down"),
        )


def _work_name(row: WorkRow) -> Cell:
    return Cell(row.name, style=Type.BODY_MEDIUM)


def _work_what(row: WorkRow) -> Cell:
    return Cell(row.description)


def _work_job(row: WorkRow) -> Cell:
    return Cell(row.job or NOTHING, Ink.MUTED)
