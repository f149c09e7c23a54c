"""Agreements: what was promised, planned, asked and noted, with everybody."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QPoint

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.agreements.deeds import DEED_KEY, RAISE_KEY, AgreementDeeds
from creditmate.ui.agreements.list_state import AgreementsBook, Show, read_book
from creditmate.ui.agreements.list_words import AgreementCells
from creditmate.ui.agreements.lists import AgreementLists
from creditmate.ui.agreements.menu import AgreementMenu, opened
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.menu import do_from
from creditmate.ui.lists_screen import ListsScreen, PlaceWords
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.wishes import DoThere

_QUERIES = frozenset({Show.QUERIES, Show.ANSWERED, Show.CAUSES})


class AgreementsScreen(ListsScreen[Show, AgreementsBook]):
    """The button does what the row one is on is waiting for."""

    shows = Touched.PROMISES | Touched.DISPUTES | Touched.TASKS | Touched.PAYMENTS
    lists: AgreementLists

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        _, today = words(around.language).gettext, around.program.clock.today
        cells = AgreementCells(around.language, around.locale, facts.business.currency, today)
        deed = Button(around.theme, _("It is done"), Kind.PRIMARY, keys=DEED_KEY)
        says = PlaceWords(_("Agreements"), _("Which agreements"))
        lists = AgreementLists(around, cells)
        self.raising = Button(around.theme, _("Raise a query…"), glyph=Glyph.DISPUTE)
        super().__init__(around, says, cells, lists, deed, Show.PROMISES, read_book, self.raising)
        self.deeds = AgreementDeeds(around, self)
        self.menu = AgreementMenu(around, self.deeds, self)
        self.deed.clicked.connect(self._act)
        self.raising.clicked.connect(self.deeds.queries.raise_for_whom)
        self.raising.setVisible(self.show_now in _QUERIES)
        self.lists.entered.connect(self._on_entered)
        self.menu.wanted.connect(self.wanted)
        self.menu.copy_asked.connect(self._copy)
        self.deeds.pass_on_to(self)

    # ------------------------------------------------------------- a screen's duties
    def take(self, wish: object) -> None:
        """Do what the menu of the row offers."""
        if isinstance(wish, DoThere) and self.isVisible():
            chosen = self.lists.chosen
            why_not = None if chosen is None else do_from(self.menu.make(chosen), wish.texts)
            if why_not:
                self.told.emit(why_not)

    def turn_to(self, show: Show) -> None:
        """Show the list of a chip; where queries are listed another one can be raised."""
        super().turn_to(show)
        self.raising.setVisible(show in _QUERIES)

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Show the list again that was shown last."""
        super().restore(kept)
        self.raising.setVisible(self.show_now in _QUERIES)

    # ------------------------------------------------------------- acting
    def by_key(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done about the row by its letter; a query needs none."""
        found = self.deeds.by_key(self.lists.chosen)
        if self.show_now in _QUERIES:
            found.setdefault(RAISE_KEY, self.deeds.queries.raise_for_whom)
        return found

    def on_opened(self) -> None:
        """Open the customer."""
        chosen = self.lists.chosen
        if chosen is not None:
            self.wanted.emit(opened(chosen))

    def on_menu(self, at: QPoint) -> None:
        """Offer what can be done about the row."""
        self.menu.open(at, self.lists.chosen)

    def _on_entered(self) -> None:
        """The button says what is done about the row one is on; it goes where nothing is."""
        first = self.deeds.first_of(self.lists.chosen)
        if first is not None:
            self.deed.rename(first[0])
        self.deed.setVisible(first is not None)

    def _act(self) -> None:
        first = self.deeds.first_of(self.lists.chosen)
        if first is not None:
            first[1]()

    def _copy(self) -> None:
        self.lists.table.copy()
