"""Payments: what came, what is not matched, what is said to be on its way."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creditmate.domain.changes import Touched
from creditmate.domain.payment_list import PaymentOrder, PaymentsWanted
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.filter_input import FilterInput
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.list_head import ListHead
from creditmate.ui.kit.panel import Upright
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.totals import TotalsBar
from creditmate.ui.payments.acts import PaymentActs
from creditmate.ui.payments.chosen import ChosenPayment
from creditmate.ui.payments.list_cells import PaymentCells
from creditmate.ui.payments.list_state import PaymentsBook, Show, read_book
from creditmate.ui.payments.lists import PaymentListsView
from creditmate.ui.payments.side import PaymentSide
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import SIZES, SPACE
from creditmate.ui.wishes import DoThere, OpenPayments, RecordPayment

RECORD_KEY, BY_HAND_KEY, SEARCH_KEY = "N", "M", "/"


class PaymentsScreen(Screen):
    """Chips over one of three lists; beside it all about the row one is on."""

    shows = Touched.PAYMENTS | Touched.INVOICES | Touched.PROMISES | Touched.CUSTOMERS

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        super().__init__()
        self._around = around
        currency, today = facts.business.currency, around.program.clock.today
        self._cells = PaymentCells(around.language, around.locale, currency, today)
        self.show_now, self._wanted = Show.ALL, PaymentsWanted()
        self._book: PaymentsBook | None = None
        self._look_for = ""
        self._build(currency)
        self._connect()
        failed = around.desk.failed.emit
        self._latest: Latest[PaymentsBook] = Latest(around.desk, self._show, failed, self)

    def _build(self, currency: str) -> None:
        theme, language = self._around.theme, self._around.language
        _ = words(language).gettext
        self.filter = FilterInput(theme, _("Type to filter this list"))
        self.record = Button(
            theme, _("Record a payment"), Kind.PRIMARY, glyph=Glyph.ADD, keys=RECORD_KEY
        )
        chips = [ChipText(show.value, self._cells.chip(show)) for show in Show]
        self.chips = ChipRow(theme, language, _("Which payments"), chips)
        self.chips.choose(self.show_now)
        self.lists = PaymentListsView(self._around, self._cells)
        self.area = ListArea(theme, self.lists)
        self.side = PaymentSide(self._around)
        self.side.hide()
        self.acts = PaymentActs(self._around, self, currency)
        self.chosen = ChosenPayment(self._around, self.lists, self.side, self.acts)
        self.totals = TotalsBar(theme, _("Totals"))
        strip = QHBoxLayout()
        strip.setContentsMargins(SPACE.xl, 0, SPACE.xl, SPACE.m)
        strip.addWidget(self.chips)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._rule = Upright()
        for part, stretch in ((self.area, 1), (self._rule, 0), (self.side, 0)):
            middle.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ListHead(theme, _("Payments"), self.filter, self.record))
        column.addLayout(strip)
        column.addLayout(middle, 1)
        column.addWidget(self.totals)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self.reload())
        self.filter.left.connect(self.begin)
        self.chips.chosen.connect(lambda key: self._turn_to(Show(key)))
        self.record.clicked.connect(self._on_record)
        self.lists.typed.connect(self._on_typed)
        self.lists.order_asked.connect(self._on_order)
        self.lists.copied.connect(self._on_copied)
        self.area.acted.connect(self._on_none)
        self.chosen.shown.connect(self._on_chosen)
        self.chosen.menu.wanted.connect(self.wanted)
        self.chosen.menu.copy_asked.connect(self._copy)
        self.acts.pass_on_to(self)

    # ------------------------------------------------------------- a screen's duties
    def take(self, wish: object) -> None:
        """Show what is not matched of a customer, or what they say to have paid."""
        if isinstance(wish, OpenPayments):
            self._look_for = wish.code if wish.look_for else ""
            self.filter.blockSignals(True)
            self.filter.setText(wish.code)
            self.filter.blockSignals(False)
            self._turn_to(Show.SAID_PAID if wish.look_for else Show.UNALLOCATED)
        elif isinstance(wish, DoThere):
            why_not = self.chosen.do_from_menu(wish) if self.isVisible() else None
            if why_not != "":
                self.told.emit(why_not or self._cells.choose_first(wish.title))

    def begin(self) -> None:
        """Work begins in the list."""
        (self.area.entry or self.filter).setFocus()

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The three tables."""
        return self.lists.tables()

    def reload(self) -> None:
        """Ask again for the list as it is wanted now."""
        program = self._around.program
        wanted = replace(self._wanted, text=self.filter.text())
        self._latest.ask(partial(read_book, program, self.show_now, wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrower panel."""
        super().resizeEvent(event)
        self.side.become_small(is_small=self.window().width() < SIZES.rail_below)

    # ------------------------------------------------------------- showing
    def _turn_to(self, show: Show) -> None:
        self.show_now = show
        self.chips.choose(show)
        self.reload()

    def _show(self, book: PaymentsBook) -> None:
        self._book, locale = book, self._around.locale
        self.chips.recount([number(book.counts[show], locale) for show in Show])
        text = self.filter.text()
        if self.lists.show_book(self.show_now, book, text):
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if text.strip() else Picture.NOTHING_YET
            says = self._cells.none_words(self.show_now, text, book.counts[Show.ALL])
            self.area.show_none(picture, says)
        self.totals.show_figures(self._cells.totals(self.show_now, book))
        if self._look_for:
            row, self._look_for = self.lists.go_to_claim_of(self._look_for), ""
            if row is not None:
                self.acts.look_for(row)

    # ------------------------------------------------------------- acting
    def _on_typed(self, text: str) -> None:
        """N records, M matches by hand; anything else narrows, also N and M behind a slash."""
        if text.upper() == RECORD_KEY:
            self._on_record()
        elif text.upper() != BY_HAND_KEY or not self.chosen.match_by_hand():
            self.filter.take("" if text == SEARCH_KEY else text)

    def _on_chosen(self, acts: bool) -> None:
        """One button is primary: that of the panel if there is something to do, else Record."""
        self._rule.setVisible(self.side.isVisible())
        self.record.become(Kind.PLAIN if acts else Kind.PRIMARY)

    def _copy(self) -> None:
        self.lists.table.copy()

    def _on_record(self) -> None:
        self.wanted.emit(RecordPayment())

    def _on_order(self, key: str, descending: bool) -> None:
        self._wanted = replace(self._wanted, order=PaymentOrder(key), descending=descending)
        self.reload()

    def _on_none(self) -> None:
        if self.filter.text().strip():
            self._turn_to(Show.ALL)
        else:
            self._on_record()

    def _on_copied(self, count: int) -> None:
        text = words(self._around.language).ngettext(
            "{count} row copied", "{count} rows copied", count
        )
        self.told.emit(text.format(count=number(count, self._around.locale)))
