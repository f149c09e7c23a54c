"""Customers: everybody who owes something, what it is made of, and what comes next."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.domain.changes import STANDING
from creditmate.domain.customer_list import (
    CustomerListing,
    ListedCustomer,
    ListTotals,
    Narrow,
    Order,
    Wanted,
)
from creditmate.domain.frozen import changed
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.list_words import narrow_words
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.applications.list_door import ListDoor
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.list_head import ListHead
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.totals import TotalsBar
from creditmate.ui.queries import Latest
from creditmate.ui.screens.customer_cells import CustomerCells
from creditmate.ui.screens.customer_menu import NEW_KEY, OF_ROW, SEARCH_KEY, CustomerMenu
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.wishes import BringIn, DoThere, EditCustomer, OpenCustomer, Wish

_FEW = 2  # rows from which the totals are those of the selection


class CustomersScreen(Screen):
    """The list of customers: narrowed by chips and typing, ordered by its titles."""

    shows = STANDING

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        self._lists = around.program.customer_lists
        self._as_at = around.program.clock.today
        self._cells = CustomerCells(around.language, around.locale, facts.business.currency)
        self._wanted = Wanted(Narrow.OVERDUE)
        self._listing: CustomerListing | None = None
        self._build()
        self._connect()
        failed = around.desk.failed.emit
        self._latest: Latest[CustomerListing] = Latest(around.desk, self._show, failed, self)
        chosen = partial(self._show_totals, chosen=True)
        self._sums: Latest[ListTotals] = Latest(around.desk, chosen, failed, self)

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme, language = self._around.theme, self._around.language
        _ = words(language).gettext
        chips = [ChipText(narrow.value, narrow_words(narrow, language)) for narrow in Narrow]
        self.filter = FilterInput(theme, _("Type to filter this list"))
        new = Button(theme, _("New customer"), Kind.PRIMARY, glyph=Glyph.ADD)
        new.clicked.connect(self._on_new)
        self.chips = ChipRow(theme, language, _("Which customers"), chips)
        self.chips.choose(self._wanted.narrow)
        self.model: PagedModel[ListedCustomer] = PagedModel(
            self._cells.columns(self._as_at),
            self._rows,
            self._around.desk,
            self._around.desk.failed.emit,
            self,
        )
        self.table: PagedTable[ListedCustomer] = PagedTable(self.model, theme, _("Customers"))
        self.applications = ListDoor(self._around, self)
        self.menu = CustomerMenu(self._around, self, self.applications)
        self.totals = TotalsBar(theme, _("Totals"))
        self.area = ListArea(theme, self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ListHead(theme, _("Customers"), self.filter, new))
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        layout.addLayout(strip)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.totals)

    def _connect(self) -> None:
        self.applications.pass_on_to(self)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self.begin)
        self.chips.chosen.connect(self._on_chip)
        self.table.order_asked.connect(self._on_order)
        self.table.typed.connect(self._on_typed)
        self.table.opened.connect(self._on_opened)
        self.table.menu_asked.connect(self._on_menu)
        self.area.acted.connect(self._on_none)
        self.menu.wanted.connect(self.wanted)
        self.menu.copy_asked.connect(self.table.copy)
        self.table.chosen.connect(self._on_chosen)
        self.table.copied.connect(self._on_copied)

    # ------------------------------------------------------------- asking
    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The one table."""
        return {"customers": self.table}

    def take(self, wish: object) -> None:
        """Do upon the customer one is on what the menu of their page offers."""
        if not isinstance(wish, DoThere):
            return
        row = self._current() if self.isVisible() else None
        if row is None:
            self.told.emit(self._cells.choose_first(wish.title))
        else:
            there = changed(wish, place="customer", code=row.code)
            QTimer.singleShot(0, self, partial(self.wanted.emit, there))  # this place comes first

    def begin(self) -> None:
        """Work begins in the list."""
        (self.area.entry or self.filter).setFocus()

    def reload(self) -> None:
        """Ask again for the list as it is wanted now."""
        self._as_at = self._around.program.clock.today
        self._latest.ask(partial(self._lists.listing, self._wanted, self._as_at))

    def _rows(self, ids: Any) -> list[ListedCustomer]:  # noqa: ANN401 - ids of any sequence
        return self._lists.rows(ids, self._as_at)

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self.reload()

    def _on_filter(self, text: str) -> None:
        self._want(replace(self._wanted, text=text))

    def _on_chip(self, key: str) -> None:
        self._want(replace(self._wanted, narrow=Narrow(key)))

    def _on_order(self, key: str, descending: bool) -> None:
        self._want(replace(self._wanted, order=Order(key), descending=descending))

    def _on_none(self) -> None:
        """The one thing to do about an empty list: bring customers in, or look at everybody."""
        if self._listing is not None and not self._listing.of:
            self.wanted.emit(BringIn())
            return
        self.chips.choose(Narrow.ALL)
        self._want(replace(self._wanted, narrow=Narrow.ALL))

    def _on_chosen(self) -> None:
        ids = self.table.chosen_ids()
        if len(ids) >= _FEW:
            self._sums.ask(partial(self._lists.totals, ids, self._as_at))
        elif self._listing is not None:
            self._sums.forget()
            self._show_totals(self._listing.totals, chosen=False)

    # ------------------------------------------------------------- acting
    def _on_typed(self, text: str) -> None:
        """C calls, E edits, N makes one; a name that begins so is looked for behind a slash."""
        if text.upper() in OF_ROW:
            self._want_of_current(OF_ROW[text.upper()])
        elif text.upper() == NEW_KEY:
            self._on_new()
        else:
            self.filter.take("" if text == SEARCH_KEY else text)

    def _on_new(self) -> None:
        self.wanted.emit(EditCustomer())

    def _on_opened(self, _id: int) -> None:
        self._want_of_current(OpenCustomer)

    def _want_of_current(self, wish: Callable[[str], Wish]) -> None:
        row = self._current()
        if row is not None:
            self.wanted.emit(wish(row.code))

    def _current(self) -> ListedCustomer | None:
        return self.model.row_at(self.table.currentIndex().row()) if self.model.ids else None

    def _on_menu(self, at: QPoint) -> None:
        self.model.ask_rows(self.table.chosen_ids(), partial(self.menu.open, at))

    # ------------------------------------------------------------- showing
    def _show(self, listing: CustomerListing) -> None:
        self._listing = listing
        counts = [number(listing.counts[narrow], self._around.locale) for narrow in Narrow]
        self.chips.recount(counts)
        wanted = listing.wanted
        self.table.show_order(wanted.order, descending=wanted.descending)
        self.table.show_list(listing.ids, listing.head)
        self._show_totals(listing.totals, chosen=False)
        if listing.ids:
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if listing.of else Picture.NOTHING_YET
            self.area.show_none(picture, self._cells.none_words(listing))

    def _show_totals(self, totals: ListTotals, *, chosen: bool) -> None:
        if self._listing is not None:
            self.totals.show_figures(self._cells.totals(totals, self._listing, chosen=chosen))

    def _on_copied(self, count: int) -> None:
        self.told.emit(self._cells.copied(count))
