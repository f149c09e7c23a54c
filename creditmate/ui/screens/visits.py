"""Visits: those to come, those to be reported, who is worth one, and those that are done."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.list_head import ListHead
from creditmate.ui.kit.menu import ActionMenu, do_from
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.totals import TotalsBar
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.visits.list_state import DoneRow, Show, VisitsBook, read_book
from creditmate.ui.visits.lists import Chosen, VisitLists
from creditmate.ui.visits.planning import Planning
from creditmate.ui.visits.suggestion_cells import SuggestionCells
from creditmate.ui.wishes import DoThere, OpenCustomer, OpenVisit, PlanVisit, StartCall

NEW_KEY = "N"
_SEARCH_KEY = "/"


class VisitsScreen(Screen):
    """Chips over one of several lists; Enter opens a visit, or plans the one that is suggested."""

    shows = (
        Touched.TASKS
        | Touched.CUSTOMERS
        | Touched.INVOICES
        | Touched.PAYMENTS
        | Touched.PROMISES
        | Touched.DISPUTES
        | Touched.CONTACTS_MADE
    )

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around, self._ = around, words(around.language).gettext
        today, currency = around.program.clock.today, facts.business.currency
        self._cells = SuggestionCells(around.language, around.locale, today, currency)
        self.show_now, self._book = Show.UPCOMING, VisitsBook(Show.UPCOMING, {})
        self._build()
        self._connect()
        failed = around.desk.failed.emit
        self._latest: Latest[VisitsBook] = Latest(around.desk, self._show, failed, self)

    def _build(self) -> None:
        theme, language, _ = self._around.theme, self._around.language, self._
        self.filter = FilterInput(theme, _("Type to filter this list"))
        self.new = Button(theme, _("Plan a visit"), Kind.PRIMARY, glyph=Glyph.ADD, keys=NEW_KEY)
        chips = [ChipText(show.value, self._cells.chip(show)) for show in Show]
        self.chips = ChipRow(theme, language, _("Which visits"), chips)
        self.lists = VisitLists(self._around, self._cells)
        self.area = ListArea(theme, self.lists)
        self.planning = Planning(self._around, self)
        self.totals = TotalsBar(theme, _("Totals"))
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ListHead(theme, _("Visits"), self.filter, self.new))
        column.addLayout(strip)
        column.addWidget(self.area, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.filter.left.connect(self.begin)
        self.chips.chosen.connect(lambda key: self.turn_to(Show(key)))
        self.new.clicked.connect(self._plan)
        self.lists.opened.connect(self._on_opened)
        self.lists.typed.connect(self._on_typed)
        self.lists.menu_asked.connect(self._on_menu)
        self.lists.copied.connect(self._on_copied)
        self.planning.pass_on_to(self)

    # ------------------------------------------------------------- a screen's duties
    def take(self, wish: object) -> None:
        """Plan a visit, or do what the menu of the row offers."""
        if isinstance(wish, PlanVisit):
            self.planning.plan(wish.code, day=wish.day)
        elif isinstance(wish, DoThere) and self.isVisible():
            if self.new.text() in wish.texts:
                self._plan()
                return
            chosen = self.lists.chosen
            why_not = None if chosen is None else do_from(self._menu(chosen), wish.texts)
            if why_not:
                self.told.emit(why_not)

    def begin(self) -> None:
        """Work begins in the list."""
        (self.area.entry or self.filter).setFocus()

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables whose columns are remembered."""
        return self.lists.tables()

    def keep(self) -> Mapping[str, Any]:
        """Which list was shown last."""
        return {"show": self.show_now.value}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show it again."""
        known = {show.value: show for show in Show}
        self.show_now = known.get(str(kept.get("show")), self.show_now)
        self.chips.choose(self.show_now)

    @property
    def is_asking(self) -> bool:
        """Whether a list is on its way."""
        return bool(self._latest.waiting)

    def reload(self) -> None:
        """Ask again for the list as it is wanted now."""
        self._latest.ask(partial(read_book, self._around.program, self.show_now))

    def turn_to(self, show: Show) -> None:
        """Show the list of a chip."""
        self.show_now = show
        self.chips.choose(show)
        self.reload()

    # ------------------------------------------------------------- showing
    def _show(self, book: VisitsBook) -> None:
        self._book, locale = book, self._around.locale
        counts = [book.counts.get(show) for show in Show]
        self.chips.recount(["" if one is None else number(one, locale) for one in counts])
        waiting = book.counts.get(Show.TO_REPORT, 0) + book.counts.get(Show.UPCOMING, 0)
        self.counted.emit(number(waiting, locale) if waiting else "")
        self.totals.show_figures(self._cells.totals(book))
        self._narrow()

    def _narrow(self) -> None:
        """Show what of the list is like what is typed: it is at hand, and nobody is asked."""
        text, book = self.filter.text(), self._book
        if self.lists.show_book(book, text):
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if text.strip() else Picture.NOTHING_YET
            self.area.show_none(picture, self._cells.none_words(book.show, text))

    # ------------------------------------------------------------- acting
    def _plan(self, day: date | None = None) -> None:
        """Plan a visit: to the one that is suggested, else to whoever is named."""
        chosen = self.lists.chosen
        if isinstance(chosen, SuggestedVisit):
            self.planning.plan(chosen.code, chosen.name, day=day)
        else:
            self.planning.plan(day=day)

    def _on_typed(self, text: str) -> None:
        """The letter that plans a visit does so; others narrow, all behind a slash."""
        if text.upper() == NEW_KEY:
            self._plan()
        else:
            self.filter.take("" if text == _SEARCH_KEY else text)

    def _on_opened(self) -> None:
        chosen = self.lists.chosen
        if isinstance(chosen, SuggestedVisit):
            self._plan()
        elif chosen is not None:
            row = chosen.row if isinstance(chosen, DoneRow) else chosen
            self.wanted.emit(OpenVisit(row.number))

    def _menu(self, chosen: Chosen) -> ActionMenu:
        """Offer what can be done about a row."""
        _, menu = self._, ActionMenu(self._around.theme, self)
        row = chosen.row if isinstance(chosen, DoneRow) else chosen
        if isinstance(row, SuggestedVisit):
            menu.offer(Glyph.VISIT, _("Plan a visit"), self._plan, _("Enter"))
        else:
            opening = partial(self.wanted.emit, OpenVisit(row.number))
            menu.offer(Glyph.VISIT, _("Open the visit"), opening, _("Enter"))
        menu.addSeparator()
        customer, call = OpenCustomer(row.code), StartCall(row.code)
        open_ = partial(self.wanted.emit, customer)
        menu.offer(Glyph.CUSTOMERS, _("Open the customer"), open_)
        menu.offer(Glyph.CALL, _("Call"), partial(self.wanted.emit, call))
        menu.offer(Glyph.COPY, _("Copy"), self.lists.table.copy, "Ctrl+C")
        return menu

    def _on_menu(self, at: QPoint) -> None:
        chosen = self.lists.chosen
        if chosen is not None:
            self._menu(chosen).popup(at)

    def _on_copied(self, count: int) -> None:
        text = words(self._around.language).ngettext(
            "{count} row copied", "{count} rows copied", count
        )
        self.told.emit(text.format(count=number(count, self._around.locale)))
