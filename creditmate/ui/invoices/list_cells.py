"""What the list of invoices says: its columns, its sums, and why it is empty where it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.domain.invoice_list import InvoiceOrder, InvoiceTotals
from creditmate.domain.invoice_rows import InvoiceRow
from creditmate.domain.invoice_state import OPEN_STATES, InvoiceState
from creditmate.domain.kinds import OWED, DocumentKind
from creditmate.domain.money import Money
from creditmate.i18n.brief_words import age_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, day_in_table, money, number
from creditmate.i18n.invoice_words import listed_state_words, state_words
from creditmate.ui.invoices.list_state import InvoicesPage, InvoicesState, Show, show_words
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.totals import Figure
from creditmate.ui.theme.tokens import Ink, Type

NOTHING = "–"
TONES = {
    InvoiceState.PAID: Tone.POSITIVE,
    InvoiceState.PART_PAID: Tone.ACCENT,
    InvoiceState.CREDITED: Tone.NEUTRAL,
    InvoiceState.CANCELLED: Tone.NEUTRAL,
    InvoiceState.WRITTEN_OFF: Tone.NEUTRAL,
    InvoiceState.ISSUED: Tone.NEUTRAL,
}
_LONG = 100
"""Days late whose words must fit."""


def standing(row: InvoiceRow, language: str, locale: str) -> tuple[str, Tone]:
    """Return the gravest thing to be said of a document: in question, late, or how it stands."""
    _ = words(language).gettext
    if row.to_credit:
        return _("To be credited"), Tone.WARNING
    if row.disputed:
        return _("Under query"), Tone.WARNING
    if row.days_late and row.kind in OWED:
        return age_words(row.days_late, language, locale), Tone.DANGER
    return state_words(row.state, language, row.kind), TONES.get(row.state, Tone.NEUTRAL)


@dataclass(frozen=True, slots=True)
class InvoiceCells:
    """Makes the cells, for a language, a locale and the book's currency."""

    language: str
    locale: str
    currency: str

    def columns(self) -> tuple[Column[InvoiceRow], ...]:
        """Return the columns of the list; those that may be ordered by have the order's key."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        gross, open_ = (
            text.format(currency=symbol)
            for text in (_("Amount, {currency}"), _("Open, {currency}"))
        )
        return (
            Column(InvoiceOrder.NUMBER, _("Number"), _number, 104),
            Column(InvoiceOrder.CUSTOMER, _("Customer"), _name, 176),
            Column(InvoiceOrder.DAY, _("Date"), self._day, 96, optional=True),
            Column(InvoiceOrder.DUE, _("Due"), self._due, 96),
            Column(InvoiceOrder.ORDER_NUMBER, _("Their order"), _order, 96, optional=True),
            Column(InvoiceOrder.GROSS, gross, self._gross, 88, right=True, optional=True),
            Column(InvoiceOrder.OPEN, open_, self._open, 88, right=True),
            Column(
                "state",
                _("State"),
                self._state,
                112,
                sortable=False,
                tags=self._tags(),
                yields=True,
            ),
            Column("lag", _("Lag, days"), self._lag, 80, True, False, True),
        )

    def _tags(self) -> list[str]:
        """All that may be said of how a document stands."""
        late = age_words(_LONG, self.language, self.locale)
        question = words(self.language).gettext("Under query")
        credit = words(self.language).gettext("To be credited")
        return [
            listed_state_words(said, kind, self.language)
            for kind in DocumentKind
            for said in (
                late,
                question,
                credit,
                *(state_words(state, self.language, kind) for state in InvoiceState),
            )
        ]

    def _day(self, row: InvoiceRow) -> Cell:
        return Cell(day_in_table(row.day, self.locale, row.as_at), Ink.MUTED)

    def _due(self, row: InvoiceRow) -> Cell:
        if row.due_day is None:
            return Cell(NOTHING, Ink.MUTED)
        ink = Ink.TEXT if row.state in OPEN_STATES else Ink.MUTED
        return Cell(day_in_table(row.due_day, self.locale, row.as_at), ink)

    def _gross(self, row: InvoiceRow) -> Cell:
        return Cell(self.money(row.gross), Ink.MUTED)

    def _open(self, row: InvoiceRow) -> Cell:
        if not row.open:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(self.money(row.open), style=Type.BODY_STRONG)

    def _state(self, row: InvoiceRow) -> Cell:
        said, tone = standing(row, self.language, self.locale)
        said = listed_state_words(said, row.kind, self.language)
        return Cell("", tag=CellTag(said, tone), spoken=said)

    def _lag(self, row: InvoiceRow) -> Cell:
        if row.lag_days is None:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(number(row.lag_days, self.locale), Ink.MUTED)

    def money(self, amount: Money) -> str:
        """Return an amount; the book's own currency stands in the column's title."""
        return money(amount, self.locale, symbol=amount.currency != self.currency)

    # ------------------------------------------------------------- sums
    def totals(self, totals: InvoiceTotals, page: InvoicesPage, *, chosen: bool) -> list[Figure]:
        """Return the sums of the list, or of what is chosen of it."""
        _ = words(self.language).gettext
        text = _("{count} of {all} selected") if chosen else _("{count} of {all} invoices")
        everything = len(page.listing.ids) if chosen else page.count(Show.ALL)
        count = text.format(
            count=number(totals.count, self.locale), all=number(everything, self.locale)
        )
        currencies = [amount.currency for amount in totals.open] or [self.currency]
        signs = [currency_symbol(currency, self.locale) for currency in currencies]
        first = _("Totals, {currency}").format(currency=signs[0])
        return [
            Figure(count, (first, *signs[1:])),
            Figure(_("Open"), self._sums(totals.open, currencies)),
            Figure(_("Overdue"), self._sums(totals.overdue, currencies)),
        ]

    def _sums(self, amounts: Sequence[Money], currencies: Sequence[str]) -> tuple[str, ...]:
        known = {amount.currency: money(amount, self.locale) for amount in amounts if amount}
        return tuple(known.get(currency, NOTHING) for currency in currencies)

    def copied(self, count: int) -> str:
        """Return that so many rows are on the clipboard."""
        text = words(self.language).ngettext("{count} row copied", "{count} rows copied", count)
        return text.format(count=number(count, self.locale))

    # ------------------------------------------------------------- none
    def choose_first(self, deed: str) -> str:
        """Return that a deed is done upon what is chosen in the list."""
        _ = words(self.language).gettext
        return _("“{deed}” is done upon one invoice: choose it, and ask again.").format(deed=deed)

    def none_words(self, state: InvoicesState) -> EmptyWords:
        """Return why nothing is listed, and the way out if there is one."""
        _ = words(self.language).gettext
        text, page = state.wanted.text.strip(), state.page
        where = show_words(state.show, self.language)
        if text:
            fact = _("Nothing matches ‘{text}’ in {list}").format(text=text, list=where)
            all_of = 0 if page is None else page.count(Show.ALL)
            everything = _("Look in all {count}").format(count=number(all_of, self.locale))
            elsewhere = state.show is not Show.ALL and all_of
            return EmptyWords(
                fact,
                _("Numbers, order numbers and customers are searched."),
                everything if elsewhere else "",
            )
        if page is None or not page.count(Show.ALL):
            return EmptyWords(
                _("No invoice has been written so far"),
                _("Write the first one, or bring them in from your accounts program."),
                _("New invoice"),
            )
        fact, next_ = {
            Show.OVERDUE: (_("Nothing is overdue"), _("Everybody has paid in time.")),
            Show.IN_QUESTION: (_("Nothing is under query"), _("No query waits for an answer.")),
        }.get(state.show, (_("Nothing is in {list}").format(list=where), ""))
        return EmptyWords(fact, next_, _("Show all invoices"))


def _number(row: InvoiceRow) -> Cell:
    return Cell(row.number, style=Type.BODY_MEDIUM)


def _name(row: InvoiceRow) -> Cell:
    return Cell(row.name)


def _order(row: InvoiceRow) -> Cell:
    return Cell(row.order_number or NOTHING, Ink.MUTED)
