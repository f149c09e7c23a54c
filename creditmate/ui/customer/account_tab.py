"""The account item by item: what is open, or everything that ever moved it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.chasing import Portion
from creditmate.domain.money import Money
from creditmate.domain.rows import OpenEntryRow
from creditmate.i18n.brief_words import age_words
from creditmate.i18n.catalogue import words
from creditmate.i18n.customer_words import item_state_words, item_states
from creditmate.i18n.formats import currency_symbol, day_in_table, money, number
from creditmate.i18n.labels import entry_label
from creditmate.services.customer_pages import HEAD, AccountListing, CustomerPage
from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE, Ink, Type

NOTHING = "–"
_OPEN, _ALL = "open", "all"
_LONG = (100, -10)
"""Days late whose words must fit."""


@dataclass(slots=True)
class ItemCells:
    """Makes the cells of an item, for a language, a locale and the book's currency.

    ``portions`` says what is disputed and promised of the items that are open.
    """

    language: str
    locale: str
    currency: str
    as_at: date
    portions: Mapping[int, Portion] = field(default_factory=dict)

    def columns(self) -> tuple[Column[OpenEntryRow], ...]:
        """Return the columns; the order is the list's own."""
        _ = words(self.language).gettext
        symbol = currency_symbol(self.currency, self.locale)
        original = _("Original, {currency}").format(currency=symbol)
        left = _("Open, {currency}").format(currency=symbol)
        ages = tuple(age_words(days, self.language, self.locale) for days in _LONG)
        states = item_states(self.language, self.locale, self.as_at)
        return (
            Column("item", _("Item"), self._item, 168, sortable=False),
            Column("day", _("Date"), self._day, 128, sortable=False, optional=True),
            Column("due", _("Due"), self._due, 128, sortable=False),
            Column("age", _("Age"), self._age, 120, sortable=False, fits=ages),
            Column("original", original, self._original, 104, True, False, True),
            Column("open", left, self._open, 104, True, False),
            Column("state", _("State"), self._state, 176, sortable=False, fits=states),
        )

    def _item(self, row: OpenEntryRow) -> Cell:
        return Cell(entry_label(row.kind, row.number, self.language), style=Type.BODY_MEDIUM)

    def _day(self, row: OpenEntryRow) -> Cell:
        return Cell(day_in_table(row.day, self.locale, self.as_at), Ink.MUTED)

    def _due(self, row: OpenEntryRow) -> Cell:
        if row.due_day is None:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(day_in_table(row.due_day, self.locale, self.as_at))

    def _age(self, row: OpenEntryRow) -> Cell:
        if row.due_day is None or not row.open:
            return Cell(NOTHING, Ink.MUTED)
        late = (self.as_at - row.due_day).days
        said = age_words(late, self.language, self.locale)
        return Cell(said, Ink.DANGER if late > 0 else Ink.MUTED)

    def _original(self, row: OpenEntryRow) -> Cell:
        return Cell(self._money(row.original), Ink.MUTED)

    def _open(self, row: OpenEntryRow) -> Cell:
        if not row.open:
            return Cell(NOTHING, Ink.MUTED)
        return Cell(self._money(row.open), style=Type.BODY_STRONG)

    def _state(self, row: OpenEntryRow) -> Cell:
        portion = self.portions.get(row.id)
        said = item_state_words(row, portion, self.language, self.locale, self.as_at)
        disputed = portion is not None and portion.disputed_minor > 0
        return Cell(said, Ink.WARNING if disputed else Ink.MUTED)

    def _money(self, amount: Money) -> str:
        """The book's own currency stands without its symbol, which is in the title."""
        return money(amount, self.locale, symbol=amount.currency != self.currency)


class AccountTab(QWidget):
    """Chips over the table of items."""

    def __init__(self, around: Surroundings, currency: str) -> None:
        super().__init__()
        self._around = around
        self._pages = around.program.customer_pages
        _ = words(around.language).gettext
        today = around.program.clock.today
        self.cells = ItemCells(around.language, around.locale, currency, today)
        self._shown: CustomerPage | None = None
        failed = around.desk.failed.emit
        self.model: PagedModel[OpenEntryRow] = PagedModel(
            self.cells.columns(), self._rows, around.desk, failed, self
        )
        self.table: PagedTable[OpenEntryRow] = PagedTable(self.model, around.theme, _("Account"))
        chips = [ChipText(_OPEN, _("Open")), ChipText(_ALL, _("Everything"))]
        self.chips = ChipRow(around.theme, around.language, _("Which items"), chips)
        self.chips.chosen.connect(self._on_chip)
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, SPACE.m, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(self.table, 1)
        self._latest: Latest[AccountListing] = Latest(around.desk, self._show, failed, self)

    def show_page(self, page: CustomerPage) -> None:
        """Show a customer's account; what is open again with another customer."""
        before = self._shown
        self._shown = page
        self.cells.as_at, self.cells.portions = page.brief.as_at, page.portions
        if before is None or before.brief.customer.id != page.brief.customer.id:
            self.chips.choose(_OPEN)
        count = number(len(page.brief.entries), self._around.locale)
        self.chips.recount([count, ""])
        self._list(page)

    def _list(self, page: CustomerPage) -> None:
        if self.chips.key == _ALL:
            customer, today = page.brief.customer.id, page.brief.as_at
            self._latest.ask(partial(self._pages.account, customer, today))
            return
        self._latest.forget()
        rows = sorted(page.brief.entries, key=_oldest_first)
        self._show(AccountListing([row.id for row in rows], rows[:HEAD]))

    def _show(self, listing: AccountListing) -> None:
        self.table.show_list(listing.ids, listing.head)

    def _rows(self, ids: Sequence[int]) -> list[OpenEntryRow]:
        return self._pages.items(ids, self.cells.as_at)

    def _on_chip(self, _key: str) -> None:
        if self._shown is not None:
            self._list(self._shown)


def _oldest_first(row: OpenEntryRow) -> tuple[object, ...]:
    """Debits by the day they are due, then what is not matched yet."""
    return (row.due_day is None, row.due_day or row.day, row.id)
