"""Customers: everybody who owes something, what it is made of, and what comes next."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.customer_list import (
    CustomerListing,
    ListedCustomer,
    ListTotals,
    Narrow,
    Order,
    Wanted,
)
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.i18n.list_words import narrow_words
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.text import Text
from creditmate.ui.kit.totals import TotalsBar
from creditmate.ui.queries import Latest
from creditmate.ui.screens.customer_cells import CustomerCells
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES, SPACE, Type

_FEW = 2  # rows from which the totals are those of the selection


class CustomersScreen(Screen):
    """The list of customers: narrowed by chips and typing, ordered by its titles."""

    shows = (
        Touched.CUSTOMERS
        | Touched.INVOICES
        | Touched.PAYMENTS
        | Touched.CONTACTS_MADE
        | Touched.PROMISES
        | Touched.DISPUTES
        | Touched.TASKS
    )
    customer_opened = Signal(int)

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
        self._sums: Latest[ListTotals] = Latest(around.desk, self._show_sums, failed, self)

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme, language = self._around.theme, self._around.language
        _ = words(language).gettext
        chips = [ChipText(narrow.value, narrow_words(narrow, language)) for narrow in Narrow]
        self.filter = FilterInput(theme, _("Type to filter this list"))
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
        self.totals = TotalsBar(theme, _("Totals"))
        self.none: EmptyState | None = None
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(_("Customers")))
        layout.addWidget(self._chip_strip())
        layout.addWidget(self._middle, 1)
        layout.addWidget(self.totals)

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        head.setFixedHeight(SIZES.page_head)
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, 0)
        row.addWidget(Text(self._around.theme, title, Type.TITLE))
        row.addStretch(1)
        self.filter.setFixedWidth(SIZES.filter)
        row.addWidget(self.filter)
        return head

    def _chip_strip(self) -> QWidget:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        row.addWidget(self.chips)
        return strip

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self.table.setFocus)
        self.chips.chosen.connect(self._on_chip)
        self.table.order_asked.connect(self._on_order)
        self.table.typed.connect(self.filter.take)
        self.table.opened.connect(self.customer_opened)
        self.table.chosen.connect(self._on_chosen)
        self.table.copied.connect(self._on_copied)

    # ------------------------------------------------------------- asking
    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The one table."""
        return {"customers": self.table}

    def begin(self) -> None:
        """Work begins in the list."""
        self.table.setFocus()

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

    def _on_everybody(self) -> None:
        self.chips.choose(Narrow.ALL)
        self._want(replace(self._wanted, narrow=Narrow.ALL))

    def _on_chosen(self) -> None:
        ids = self.table.chosen_ids()
        if len(ids) >= _FEW:
            self._sums.ask(partial(self._lists.totals, ids, self._as_at))
        elif self._listing is not None:
            self._sums.forget()
            self._show_totals(self._listing.totals, chosen=False)

    # ------------------------------------------------------------- showing
    def _show(self, listing: CustomerListing) -> None:
        self._listing = listing
        counts = [number(listing.counts[narrow], self._around.locale) for narrow in Narrow]
        self.chips.recount(counts)
        wanted = listing.wanted
        self.table.show_order(wanted.order, descending=wanted.descending)
        self.table.show_list(listing.ids, listing.head)
        self._show_totals(listing.totals, chosen=False)
        self._show_none(listing)

    def _show_none(self, listing: CustomerListing) -> None:
        """Where the list is empty, say why in its place."""
        if self.none is not None:
            self._middle.removeWidget(self.none)
            self.none.deleteLater()
            self.none = None
        if not listing.ids:
            picture = Picture.NO_MATCH if listing.of else Picture.NOTHING_YET
            self.none = EmptyState(self._around.theme, picture, self._cells.none_words(listing))
            self.none.acted.connect(self._on_everybody)
            self._middle.addWidget(self.none)
            self._middle.setCurrentWidget(self.none)

    def _show_sums(self, totals: ListTotals) -> None:
        self._show_totals(totals, chosen=True)

    def _show_totals(self, totals: ListTotals, *, chosen: bool) -> None:
        if self._listing is not None:
            self.totals.show_figures(self._cells.totals(totals, self._listing, chosen=chosen))

    def _on_copied(self, count: int) -> None:
        catalogue = words(self._around.language)
        text = catalogue.ngettext("{count} row copied", "{count} rows copied", count)
        self.told.emit(text.format(count=number(count, self._around.locale)))
