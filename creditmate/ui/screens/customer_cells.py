"""What the list of customers says: its columns, its totals, its lines when there are none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.domain.ageing import Ageing
from creditmate.domain.customer_list import (
    CustomerListing,
    Flag,
    ListedCustomer,
    ListTotals,
    Narrow,
    Order,
)
from creditmate.domain.customer_list import Step as Next
from creditmate.domain.money import Money
from creditmate.i18n.account_words import stop_line
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import currency_symbol, money, number
from creditmate.i18n.list_words import (
    bucket_words,
    days_ago,
    flag_words,
    home_total_words,
    longest_steps,
    narrow_words,
    step_words,
    usual_words,
)
from creditmate.ui.customer.signs import FLAG_TONES, step_glyph
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.empty_state import EmptyWords
from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.stair import Step, spoken
from creditmate.ui.kit.totals import Figure
from creditmate.ui.theme.tokens import Ink, Type

NOTHING = "–"
_OLD = 61  # days from which age is coloured
_SEPARATOR = " · "
Amount = Callable[[Ageing], Money]


@dataclass(frozen=True, slots=True)
class CustomerCells:
    """Makes the cells, for a language, a locale and the book's currency."""

    language: str
    locale: str
    currency: str

    def columns(self, as_at: date) -> tuple[Column[ListedCustomer], ...]:
        """Return the columns of the list; those that may be ordered by have the order's key."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        owed, overdue = (
            text.format(currency=symbol)
            for text in (_("Owed, {currency}"), _("Overdue, {currency}"))
        )
        oldest = _("Oldest, days")
        steps = longest_steps(self.language, self.locale, as_at)
        return (
            Column(Order.NAME, _("Customer"), self._name, 232),
            Column(Order.OWED, owed, self._owed, 88, right=True),
            Column(Order.OVERDUE, overdue, self._overdue, 96, right=True),
            Column("ageing", _("Ageing"), self._ageing, 104, sortable=False, yields=True),
            Column(Order.OLDEST, oldest, self._oldest, 88, right=True),
            Column(Order.LAST_CONTACT, _("Last contact"), self._last, 104, optional=True),
            Column("next", _("Next step"), self._next, 136, sortable=False, fits=steps),
            Column("usual", _("Usually pays"), self._usual, 104, False, False, True),
        )

    def _name(self, row: ListedCustomer) -> Cell:
        if row.flag is None:
            return Cell(row.name, style=Type.BODY_MEDIUM)
        said = flag_words(row.flag, self.language)
        why = "" if row.stopped is None else stop_line(row.stopped, self.language)
        tag = CellTag(said, FLAG_TONES[row.flag], why if row.flag is Flag.ON_STOP else "")
        told = filter(None, (row.name, "" if tag.full else said, why))
        return Cell(row.name, style=Type.BODY_MEDIUM, tag=tag, spoken=", ".join(told))

    def _owed(self, row: ListedCustomer) -> Cell:
        return Cell(self._amounts(row, _owed_of))

    def _overdue(self, row: ListedCustomer) -> Cell:
        return Cell(self._amounts(row, _overdue_of), style=Type.BODY_STRONG)

    def _ageing(self, row: ListedCustomer) -> Cell:
        if not row.ageings or not row.ageings[0].owed:
            return Cell(NOTHING, Ink.MUTED)
        steps = self._steps(row.ageings[0])
        return Cell("", stair=steps, spoken=spoken([step for step in steps if step.minor]))

    def _steps(self, ageing: Ageing) -> tuple[Step, ...]:
        amounts = [Money(minor, ageing.currency) for minor in ageing.sums]
        return tuple(
            Step(rank, bucket_words(rank, self.language), self._money(amount), amount.minor)
            for rank, amount in enumerate(amounts)
        )

    def _oldest(self, row: ListedCustomer) -> Cell:
        if row.oldest_days is None:
            return Cell(NOTHING, Ink.MUTED)
        ink = Ink.DANGER if row.oldest_days >= _OLD else Ink.MUTED
        return Cell(number(row.oldest_days, self.locale), ink)

    def _last(self, row: ListedCustomer) -> Cell:
        if row.last_contact is None:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(days_ago(row.last_contact, row.as_at, self.language, self.locale), Ink.MUTED)

    def _next(self, row: ListedCustomer) -> Cell:
        step = row.next_step
        if step is None:
            return Cell(NOTHING, Ink.MUTED)
        text = step_words(step, self.language, self.locale, row.as_at)
        ink = Ink.ACCENT if step.step is Next.ACT else Ink.TEXT
        return Cell(text, ink, glyph=step_glyph(step))

    def _usual(self, row: ListedCustomer) -> Cell:
        return Cell(usual_words(row.lateness, self.language, self.locale) or NOTHING, Ink.MUTED)

    def _amounts(self, row: ListedCustomer, amount: Amount) -> str:
        """One amount per currency; the book's own stands alone, as its symbol is in the title."""
        amounts = [amount(ageing) for ageing in row.ageings]
        return _SEPARATOR.join(self._money(found) for found in amounts if found) or NOTHING

    def _money(self, found: Money) -> str:
        return money(found, self.locale, symbol=found.currency != self.currency)

    # ------------------------------------------------------------- totals and none
    def totals(self, totals: ListTotals, listing: CustomerListing, *, chosen: bool) -> list[Figure]:
        """Return the sums of the list, or of what is chosen of it."""
        _ = words(self.language).gettext
        ageings = totals.ageings or (Ageing(self.currency, (0,) * 5, 0),)
        signs = [currency_symbol(ageing.currency, self.locale) for ageing in ageings]
        first = _("Totals, {currency}").format(currency=signs[0])
        steps = [
            Figure(bucket_words(place, self.language), _column(self, ageings, place), place)
            for place in range(len(ageings[0].sums))
        ]
        begin = Figure(steps[0].title, steps[0].lines, 0, parted=True)
        names, owed, overdue = self._in_home(totals, listing.as_at)
        return [
            Figure(self._count(totals, listing, chosen=chosen), (first, *signs[1:], *names)),
            Figure(_("Owed"), (*self._figures(ageings, _owed_of), *owed)),
            Figure(_("Overdue"), (*self._figures(ageings, _overdue_of), *overdue)),
            begin,
            *steps[1:],
            Figure(_("Unallocated"), self._figures(ageings, _unallocated_of), parted=True),
        ]

    def _in_home(
        self, totals: ListTotals, as_at: date
    ) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """One line more where there are several currencies: all of it in the home currency."""
        home, overdue = totals.home, totals.home_overdue
        if home is None or overdue is None:
            return (), (), ()
        name = home_total_words(home, self.language, self.locale, as_at)
        return (name,), (self._plain(home.total),), (self._plain(overdue.total),)

    def _count(self, totals: ListTotals, listing: CustomerListing, *, chosen: bool) -> str:
        _ = words(self.language).gettext
        text = _("{count} of {all} selected") if chosen else _("{count} of {all} customers")
        everybody = len(listing.ids) if chosen else listing.of
        return text.format(
            count=number(totals.count, self.locale), all=number(everybody, self.locale)
        )

    def _figures(self, ageings: Sequence[Ageing], amount: Amount) -> tuple[str, ...]:
        return tuple(self._plain(amount(ageing)) for ageing in ageings)

    def _plain(self, found: Money) -> str:
        return money(found, self.locale) if found else NOTHING

    def copied(self, count: int) -> str:
        """Return that so many rows are on the clipboard."""
        text = words(self.language).ngettext("{count} row copied", "{count} rows copied", count)
        return text.format(count=number(count, self.locale))

    def choose_first(self, deed: str) -> str:
        """Return that a deed is done upon what is chosen in the list."""
        _ = words(self.language).gettext
        return _("“{deed}” is done upon one customer: choose it, and ask again.").format(deed=deed)

    def none_words(self, listing: CustomerListing) -> EmptyWords:
        """Return why the list is empty, and the way out if there is one."""
        _ = words(self.language).gettext
        if not listing.of:
            come = _("Bring them in from your accounts program, or add the first with N.")
            return EmptyWords(_("No customers yet"), come, _("Bring in invoices…"))
        where = narrow_words(listing.wanted.narrow, self.language)
        text = listing.wanted.text.strip()
        fact = (
            _("Nothing matches ‘{text}’ in {list}").format(text=text, list=where)
            if text
            else _("Nobody is in {list}").format(list=where)
        )
        everybody = _("Look in all {count}").format(count=number(listing.of, self.locale))
        shown = listing.wanted.narrow is Narrow.ALL
        return EmptyWords(fact, _("Names and codes are searched."), "" if shown else everybody)


def _column(cells: CustomerCells, ageings: Sequence[Ageing], place: int) -> tuple[str, ...]:
    found = (Money(ageing.sums[place], ageing.currency) for ageing in ageings)
    return tuple(money(amount, cells.locale) if amount else NOTHING for amount in found)


def _owed_of(ageing: Ageing) -> Money:
    return ageing.owed


def _overdue_of(ageing: Ageing) -> Money:
    return ageing.overdue


def _unallocated_of(ageing: Ageing) -> Money:
    return -ageing.unallocated
