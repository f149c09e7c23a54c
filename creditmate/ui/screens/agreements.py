"""Agreements: what was promised, planned, asked and noted, with everybody."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.agreements.deeds import DEED_KEY, AgreementDeeds
from creditmate.ui.agreements.list_state import AgreementsBook, Show, read_book
from creditmate.ui.agreements.list_words import AgreementCells
from creditmate.ui.agreements.lists import AgreementLists
from creditmate.ui.agreements.menu import AgreementMenu
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.list_head import ListHead
from creditmate.ui.kit.loading import Loading
from creditmate.ui.kit.menu import do_from
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.totals import TotalsBar
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE
from creditmate.ui.wishes import DoThere, OpenCustomer

SEARCH_KEY = "/"


class AgreementsScreen(Screen):
    """Chips over one of several lists; the button does what the row one is on is waiting for."""

    shows = Touched.PROMISES | Touched.DISPUTES | Touched.TASKS | Touched.PAYMENTS

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        currency, today = facts.business.currency, around.program.clock.today
        self._cells = AgreementCells(around.language, around.locale, currency, today)
        self.show_now, self._book = Show.PROMISES, AgreementsBook(Show.PROMISES, {})
        self._is_there = False
        self._build()
        self._connect()
        failed = around.desk.failed.emit
        self._latest: Latest[AgreementsBook] = Latest(around.desk, self._show, failed, self)

    def _build(self) -> None:
        theme, language = self._around.theme, self._around.language
        _ = words(language).gettext
        self.filter = FilterInput(theme, _("Type to filter this list"))
        self.deed = Button(theme, _("It is done"), Kind.PRIMARY, keys=DEED_KEY)
        chips = [ChipText(show.value, self._cells.chip(show)) for show in Show]
        self.chips = ChipRow(theme, language, _("Which agreements"), chips)
        self.lists = AgreementLists(self._around, self._cells)
        self.area = ListArea(theme, self.lists)
        self.loading = Loading(theme, language, self.area)
        self.deeds = AgreementDeeds(self._around, self)
        self.menu = AgreementMenu(self._around, self.deeds, self)
        self.totals = TotalsBar(theme, _("Totals"))
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ListHead(theme, _("Agreements"), self.filter, self.deed))
        column.addLayout(strip)
        column.addWidget(self.area, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.filter.left.connect(self.begin)
        self.chips.chosen.connect(lambda key: self.turn_to(Show(key)))
        self.deed.clicked.connect(self._act)
        self.lists.opened.connect(self._on_opened)
        self.lists.entered.connect(self._on_entered)
        self.lists.typed.connect(self._on_typed)
        self.lists.menu_asked.connect(self._on_menu)
        self.lists.copied.connect(self._on_copied)
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
        if not self._is_there:
            self.loading.wait()
        self._latest.ask(partial(read_book, self._around.program, self.show_now))

    def turn_to(self, show: Show) -> None:
        """Show the list of a chip."""
        self.show_now = show
        self.chips.choose(show)
        self.reload()

    # ------------------------------------------------------------- showing
    def _show(self, book: AgreementsBook) -> None:
        self._book, locale, self._is_there = book, self._around.locale, True
        self.loading.stop()
        counts = [book.counts.get(show) for show in Show]
        self.chips.recount(["" if one is None else number(one, locale) for one in counts])
        self.totals.show_figures(self._cells.totals(book))
        self._narrow()

    def _narrow(self) -> None:
        """Show what of the list is like what is typed: it is at hand, and nobody is asked."""
        if not self._is_there:
            return
        text, book = self.filter.text(), self._book
        if self.lists.show_book(book, text):
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if text.strip() else Picture.NOTHING_YET
            self.area.show_none(picture, self._cells.none_words(book.show, text))

    def _on_entered(self) -> None:
        """The button says what is done about the row one is on; it goes where nothing is."""
        first = self.deeds.first_of(self.lists.chosen)
        if first is not None:
            self.deed.rename(first[0])
        self.deed.setVisible(first is not None)

    # ------------------------------------------------------------- acting
    def _act(self) -> None:
        first = self.deeds.first_of(self.lists.chosen)
        if first is not None:
            first[1]()

    def _on_typed(self, text: str) -> None:
        """A letter that does something about the row does it; others narrow, all behind a slash."""
        do = self.deeds.by_key(self.lists.chosen).get(text.upper())
        if do is not None:
            do()
        else:
            self.filter.take("" if text == SEARCH_KEY else text)

    def _on_opened(self) -> None:
        chosen = self.lists.chosen
        if chosen is not None:
            self.wanted.emit(OpenCustomer(chosen.code))

    def _copy(self) -> None:
        self.lists.table.copy()

    def _on_menu(self, at: QPoint) -> None:
        self.menu.open(at, self.lists.chosen)

    def _on_copied(self, count: int) -> None:
        text = words(self._around.language).ngettext(
            "{count} row copied", "{count} rows copied", count
        )
        self.told.emit(text.format(count=number(count, self._around.locale)))
