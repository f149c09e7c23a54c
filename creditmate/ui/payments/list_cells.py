"""What the lists of payments say: receipts, what is not matched, what is said to be paid."""

from collections.abc import Sequence
from dataclasses import dataclass

from creditmate.domain.money import Money, totals_by_currency
from creditmate.domain.payment_list import PaymentRow
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, day_in_table, days_to_measure, money, number
from creditmate.i18n.labels import entry_label
from creditmate.i18n.payment_words import method_words
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.totals import Figure
from creditmate.ui.payments.list_state import PaymentsBook, Show
from creditmate.ui.payments.money_cells import NOTHING
from creditmate.ui.payments.waiting_cells import WaitingCells
from creditmate.ui.theme.tokens import Ink, Type

_FEW = 2  # numbers of items that are named; more are counted


@dataclass(slots=True)
class PaymentCells(WaitingCells):
    """Makes the cells of receipts as well, the sums, and what is said of an empty list."""

    def receipts(self) -> tuple[Column[PaymentRow], ...]:
        """Return the columns of receipts."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        amount = _("Amount, {currency}").format(currency=symbol)
        left = _("Left, {currency}").format(currency=symbol)
        days = days_to_measure(self.locale)
        return (
            Column("day", _("Day"), self._day, 104, fits=days),
            Column("who", _("Customer"), self._who, 224, sortable=False),
            Column("amount", amount, self._amount, 96, right=True),
            Column("left", left, self._left, 88, right=True, sortable=False),
            Column("pays", _("Allocated to"), self._pays, 136, False, False, True),
            Column("method", _("Paid by"), self._method, 88, False, False, True),
            Column("reference", _("Reference"), self._reference, 120, False, False, True),
        )

    def _day(self, row: PaymentRow) -> Cell:
        return Cell(day_in_table(row.day, self.locale, self.as_at), Ink.MUTED)

    def _who(self, row: PaymentRow) -> Cell:
        _ = words(self.language).gettext
        name = ", ".join(row.names) or row.payer
        tag = None
        if row.bounced_day is not None:
            tag = CellTag(_("Returned"), Tone.DANGER)
        elif row.held:
            tag = CellTag(_("Deposit"), Tone.NEUTRAL)
        said = f"{name}, {tag.text}" if tag else ""
        return Cell(name, style=Type.BODY_MEDIUM, tag=tag, spoken=said)

    def _amount(self, row: PaymentRow) -> Cell:
        ink = Ink.MUTED if row.bounced_day is not None else Ink.TEXT
        return Cell(self.money(row.amount), ink)

    def _left(self, row: PaymentRow) -> Cell:
        free = row.open - row.held
        if not free or row.bounced_day is not None:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(self.money(free), Ink.WARNING, Type.BODY_STRONG)

    def _pays(self, row: PaymentRow) -> Cell:
        if not row.pays or row.bounced_day is not None:
            return Cell(NOTHING, Ink.MUTED)
        named = [one.number or entry_label(one.kind, "", self.language) for one in row.pays]
        said = ", ".join(named[:_FEW])
        if len(named) > _FEW:
            more = number(len(named) - _FEW, self.locale)
            text = words(self.language).gettext("{numbers} and {count} more")
            said = text.format(numbers=said, count=more)
        return Cell(said, spoken=", ".join(named))

    def _method(self, row: PaymentRow) -> Cell:
        return Cell(method_words(row.method, self.language) or NOTHING, Ink.MUTED)

    def _reference(self, row: PaymentRow) -> Cell:
        return Cell(row.reference or NOTHING, Ink.MUTED)

    # ------------------------------------------------------------- totals and none
    def totals(self, show: Show, book: PaymentsBook) -> list[Figure]:
        """Return the sums under a list; of all that ever came nobody asks for the sum."""
        _ = words(self.language).gettext
        if book.listing is not None:
            listing = book.listing
            summed = _("Totals") if listing.totals else self.chip(show)
            found = [Figure(self._count(len(listing.ids)), (summed,))]
            if listing.totals:
                found.append(Figure(_("Received"), self._sums(listing.totals)))
            return [*found, Figure(_("Not matched"), self._sums(listing.open), parted=True)]
        if show is Show.SAID_PAID:
            claimed = [
                Money(one.standing.missing_minor, one.standing.claim.currency)
                for one in book.claims
            ]
            title, sums, count = _("Missing"), claimed, len(claimed)
        else:
            sums = [one.credit.open for one in book.matches]
            title, count = _("Not matched"), len(sums)
        total = totals_by_currency(sums)
        return [Figure(self._count(count), (_("Totals"),)), Figure(title, self._sums(total))]

    def _count(self, count: int) -> str:
        text = words(self.language).ngettext("{count} line", "{count} lines", count)
        return text.format(count=number(count, self.locale))

    def _sums(self, sums: Sequence[Money]) -> tuple[str, ...]:
        return tuple(money(one, self.locale, symbol=True) for one in sums) or (NOTHING,)

    def chip(self, show: Show) -> str:
        """Return what a chip says."""
        _ = words(self.language).gettext
        return {
            Show.ALL: _("All"),
            Show.UNALLOCATED: _("Not matched"),
            Show.DEPOSITS: _("Deposits held"),
            Show.SAID_PAID: _("Said paid"),
            Show.BOUNCED: _("Returned"),
        }[show]

    def choose_first(self, deed: str) -> str:
        """Return that a deed is done upon what is chosen in the list."""
        _ = words(self.language).gettext
        return _("“{deed}” is done upon one payment: choose it, and ask again.").format(deed=deed)

    def none_words(self, show: Show, text: str, everything: int) -> EmptyWords:
        """Return why the list is empty, and the way out."""
        _ = words(self.language).gettext
        if text.strip():
            fact = _("Nothing matches ‘{text}’ in {list}").format(
                text=text.strip(), list=self.chip(show)
            )
            look = _("Look in all {count}").format(count=number(everything, self.locale))
            searched = _("Customers, payers and references are searched.")
            return EmptyWords(fact, searched, "" if show is Show.ALL else look)
        record = _("Record a payment")
        return {
            Show.ALL: EmptyWords(_("No payments yet"), _("Record what came first."), record),
            Show.UNALLOCATED: EmptyWords(
                _("Every payment is allocated."), _("Nothing waits to be matched."), record
            ),
            Show.DEPOSITS: EmptyWords(
                _("No deposit is held"), _("A deposit is recorded as a payment for a job."), record
            ),
            Show.SAID_PAID: EmptyWords(
                _("Nobody says that money is on its way"),
                _("When somebody does, press S in the call."),
            ),
            Show.BOUNCED: EmptyWords(
                _("No payment was returned"), _("The bank has taken nothing back.")
            ),
        }[show]
