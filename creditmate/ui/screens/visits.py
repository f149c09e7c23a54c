"""Visits: those to come, those to be reported, who is worth one, and those that are done."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.visit_lists import VisitRow
from creditmate.services.visit_suggestions import SuggestedVisit
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.menu import ActionMenu, do_from
from creditmate.ui.lists_screen import ListsScreen, PlaceWords
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.visits.list_state import DoneRow, Show, VisitsBook, read_book
from creditmate.ui.visits.lists import Chosen, VisitLists
from creditmate.ui.visits.planning import Planning
from creditmate.ui.visits.route_deeds import RouteDeeds
from creditmate.ui.visits.suggestion_cells import SuggestionCells
from creditmate.ui.visits.visit_menu import ROUTE_KEY
from creditmate.ui.wishes import DoThere, GoBack, OpenCustomer, OpenVisit, PlanVisit, StartCall

NEW_KEY = "N"


class VisitsScreen(ListsScreen[Show, VisitsBook]):
    """Enter opens a visit, or plans the one that is suggested."""

    shows = (
        Touched.TASKS
        | Touched.CUSTOMERS
        | Touched.INVOICES
        | Touched.PAYMENTS
        | Touched.PROMISES
        | Touched.DISPUTES
        | Touched.CONTACTS_MADE
    )

    lists: VisitLists

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        self._ = words(around.language).gettext
        today, currency = around.program.clock.today, facts.business.currency
        cells = SuggestionCells(around.language, around.locale, today, currency)
        plan = Button(
            around.theme, self._("Plan a visit"), Kind.PRIMARY, glyph=Glyph.ADD, keys=NEW_KEY
        )
        says = PlaceWords(self._("Visits"), self._("Which visits"))
        lists = VisitLists(around, cells)
        super().__init__(around, says, cells, lists, plan, Show.UPCOMING, read_book)
        self.planning, self._routes = Planning(around, self), RouteDeeds(around, self)
        self.deed.clicked.connect(self._plan)
        table = lists.suggestions.table
        self.totals.edge_of = table.edge_of
        table.horizontalHeader().geometriesChanged.connect(self.totals.update)
        for one in (self.planning, self._routes):
            one.pass_on_to(self)

    # ------------------------------------------------------------- a screen's duties
    def take(self, wish: object) -> None:
        """Plan a visit, or do what the menu of the row offers."""
        if isinstance(wish, PlanVisit):
            came = not self.isVisible()
            dialog = self.planning.plan(wish.code, day=wish.day)
            if came:
                dialog.rejected.connect(self._go_back)
        elif isinstance(wish, DoThere) and self.isVisible():
            if self.deed.text() in wish.texts:
                self._plan()
                return
            chosen = self.lists.chosen
            why_not = None if chosen is None else do_from(self._menu(chosen), wish.texts)
            if why_not:
                self.told.emit(why_not)

    def on_book(self, book: VisitsBook) -> None:
        """Say in the sidebar how many wait."""
        waiting = book.counts.get(Show.TO_REPORT, 0) + book.counts.get(Show.UPCOMING, 0)
        self.counted.emit(number(waiting, self._around.locale) if waiting else "")

    # ------------------------------------------------------------- acting
    def by_key(self) -> Mapping[str, Callable[[], object]]:
        """N plans a visit, S shows the route sheet of its day."""
        return {NEW_KEY: self._plan, ROUTE_KEY: self._route}

    def on_opened(self) -> None:
        """Open the visit, or plan the one that is suggested."""
        chosen = self.lists.chosen
        if isinstance(chosen, SuggestedVisit):
            self._plan()
        elif chosen is not None:
            row = chosen.row if isinstance(chosen, DoneRow) else chosen
            self.wanted.emit(OpenVisit(row.number))

    def on_menu(self, at: QPoint) -> None:
        """Offer what can be done about the row."""
        chosen = self.lists.chosen
        if chosen is not None:
            self._menu(chosen).popup(at)

    def _plan(self) -> None:
        """Plan a visit: to the one that is suggested, else to whoever is named."""
        chosen = self.lists.chosen
        if isinstance(chosen, SuggestedVisit):
            self.planning.plan(chosen.code, chosen.name)
        else:
            self.planning.plan()

    def _go_back(self) -> None:
        """Whoever came to plan a visit, and plans none, is where they were."""
        self.wanted.emit(GoBack())

    def _route(self) -> None:
        """Show the route sheet of the day of the visit one is on, else of today."""
        chosen, day = self.lists.chosen, self._around.program.clock.today
        if isinstance(chosen, VisitRow):
            day = chosen.file.visit.day
        self._routes.show_day(day)

    def _menu(self, chosen: Chosen) -> ActionMenu:
        """Offer what can be done about a row."""
        _, menu = self._, ActionMenu(self._around.theme, self)
        row = chosen.row if isinstance(chosen, DoneRow) else chosen
        if isinstance(row, SuggestedVisit):
            menu.offer(Glyph.VISIT, _("Plan a visit"), self._plan, _("Enter"))
        else:
            opening = partial(self.wanted.emit, OpenVisit(row.number))
            menu.offer(Glyph.VISIT, _("Open the visit"), opening, _("Enter"))
        if isinstance(chosen, VisitRow):
            text = _("Print the route sheet of the day…")
            menu.offer(Glyph.TRAVEL, text, self._route, ROUTE_KEY)
        menu.addSeparator()
        customer, call = OpenCustomer(row.code), StartCall(row.code)
        open_ = partial(self.wanted.emit, customer)
        menu.offer(Glyph.CUSTOMERS, _("Open the customer"), open_)
        menu.offer(Glyph.CALL, _("Call"), partial(self.wanted.emit, call))
        menu.offer(Glyph.COPY, _("Copy"), self.lists.table.copy, "Ctrl+C")
        return menu
