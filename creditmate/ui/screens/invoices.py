"""Invoices: what was issued and how it stands, what is half written, what is to be invoiced."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from creditmate.domain.changes import Touched
from creditmate.domain.invoice_list import InvoiceOrder, InvoiceTotals
from creditmate.i18n.formats import number
from creditmate.services.ledgers import LedgerFacts
from creditmate.ui.invoices.beside import Beside
from creditmate.ui.invoices.invoice_actions import InvoiceActions
from creditmate.ui.invoices.invoices_page import NEW_KEY, SEARCH_KEY, WORK_KEY, InvoicesPage
from creditmate.ui.invoices.issuing import Issued
from creditmate.ui.invoices.list_cells import InvoiceCells
from creditmate.ui.invoices.list_state import InvoicesPage as Page
from creditmate.ui.invoices.list_state import InvoicesState, Show, read_page
from creditmate.ui.invoices.waiting_actions import WaitingActions
from creditmate.ui.invoices.waiting_cells import WaitingCells
from creditmate.ui.kit.menu import do_from
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import DoThere, OpenInvoice, WriteInvoice

_FEW = 2  # rows from which the totals are those of the selection


class InvoicesScreen(InvoicesPage):
    """The list, narrowed by chips and typing; Enter shows one beside it."""

    shows = (
        Touched.CUSTOMERS
        | Touched.INVOICES
        | Touched.PAYMENTS
        | Touched.DISPUTES
        | Touched.PROMISES
        | Touched.WORK
        | Touched.DRAFTS
    )

    def __init__(self, around: Surroundings, facts: LedgerFacts) -> None:
        self.state = InvoicesState()
        language, locale, currency = around.language, around.locale, facts.business.currency
        self._as_at = around.program.clock.today
        self._cells = InvoiceCells(language, locale, currency)
        self._waiting = WaitingCells(language, locale, currency, self._as_at)
        super().__init__(around, self.state, (self._cells, self._waiting))
        self._around = around
        self._wanted_document = 0
        self.deeds = InvoiceActions(around, facts, self)
        self.beside = Beside(around, self, self.deeds)
        self.waiting = WaitingActions(around, self, self.state)
        desk, failed = around.desk, around.desk.failed.emit
        self._pages: Latest[Page] = Latest(desk, self._show, failed, self)
        self._sums: Latest[InvoiceTotals] = Latest(desk, self._show_chosen, failed, self)
        self._connect()

    def _connect(self) -> None:
        lists = self.lists
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self.begin)
        self.chips.chosen.connect(self._on_chip)
        self.new.clicked.connect(self.write)
        self.work.clicked.connect(self.waiting.put_down)
        self.more.clicked.connect(self._on_more)
        lists.acted.connect(self._on_none)
        lists.invoices.order_asked.connect(self._on_order)
        lists.invoices.opened.connect(self.beside.on_opened)
        lists.invoices.selectionModel().currentRowChanged.connect(self._on_row)
        lists.drafts.opened.connect(self.waiting.go_on)
        lists.work.opened.connect(self.waiting.invoice)
        for table in lists.tables().values():
            table.typed.connect(self._on_typed)
            table.chosen.connect(self._on_chosen)
            table.copied.connect(self._on_copied)
            table.menu_asked.connect(self._on_menu)
        self.deeds.issued.connect(self._on_issued)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, work in (
            ("Ctrl+N", self.write),
            ("Ctrl+P", lambda: self.beside.act(self.deeds.print)),
            ("Ctrl+S", lambda: self.beside.act(self.deeds.save)),
            ("Escape", self.close_side),
        ):
            QShortcut(QKeySequence(keys), self, context=within).activated.connect(work)

    # ------------------------------------------------------------- asking
    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """All lists."""
        return self.lists.tables()

    def take(self, wish: object) -> None:
        """Show an invoice beside the list of all."""
        if isinstance(wish, OpenInvoice):
            self._wanted_document = wish.document
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.blockSignals(False)
            self.state.want(text="")
            self._want_show(Show.ALL)
            self.beside.open(wish.document)
        elif isinstance(wish, DoThere) and do_from(self.deeds.place_menu(), wish.texts) is None:
            if self.isVisible() and self.lists.current_invoice:
                self.beside.act(partial(self.deeds.do_from_menu, wish))
            else:
                self.told.emit(self._cells.choose_first(wish.title))

    def reload(self) -> None:
        """Ask again for everything as it is wanted now."""
        self._as_at = self._waiting.as_at = self._around.program.clock.today
        program = self._around.program
        self._pages.ask(partial(read_page, program, self.state.wanted, self._as_at))
        self.beside.as_at = self._as_at
        self.beside.reload()

    def _on_filter(self, text: str) -> None:
        self.state.want(text=text)
        self.reload()

    def _on_chip(self, key: str) -> None:
        self._want_show(Show(key))

    def _want_show(self, show: Show) -> None:
        self.state.want_show(show)
        self.chips.choose(show)
        if show in {Show.DRAFTS, Show.TO_INVOICE}:
            self.close_side()
        self.reload()

    def _on_order(self, key: str, descending: bool) -> None:
        self.state.want(order=InvoiceOrder(key), descending=descending)
        self.reload()

    def _on_none(self) -> None:
        """The one thing to do about an empty list."""
        show, page = self.state.show, self.state.page
        if show is Show.TO_INVOICE:
            self.waiting.put_down()
        elif show is Show.DRAFTS or page is None or not page.count(Show.ALL):
            self.write()
        else:
            self._want_show(Show.ALL)
            self.begin()

    # ------------------------------------------------------------- acting
    def write(self) -> None:
        """Write a new invoice."""
        self.wanted.emit(WriteInvoice())

    def _on_typed(self, text: str) -> None:
        """N writes and W puts work down; a name beginning with them is found behind a slash."""
        if text.upper() == NEW_KEY:
            self.write()
        elif text.upper() == WORK_KEY:
            self.waiting.put_down()
        else:
            self.filter.take("" if text == SEARCH_KEY else text)

    def _on_row(self) -> None:
        """What is shown beside follows the row one is on, but not past one that was asked for."""
        if not self._wanted_document:
            self.beside.follow()

    def _on_more(self) -> None:
        self.deeds.place_menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_menu(self, at: QPoint) -> None:
        if self.state.show is Show.DRAFTS:
            self.waiting.open_draft_menu(at, self.lists.drafts.chosen_ids())
        elif self.state.show is Show.TO_INVOICE:
            self.waiting.open_work_menu(at, self.lists.work.chosen_ids())
        else:
            self.beside.act_on_row(partial(self.deeds.open_menu, at))

    def _on_issued(self, issued: Issued) -> None:
        self.take(OpenInvoice(issued.document.issued.document_id))

    # ------------------------------------------------------------- showing
    def _show(self, page: Page) -> None:
        self.state.page = page
        locale = self._around.locale
        self.chips.recount([number(page.count(show), locale) for show in Show])
        self.lists.show_state()
        self._go_to_wanted()
        self._on_chosen()

    def _go_to_wanted(self) -> None:
        """Make the invoice that was asked for the row one is on."""
        found = self.lists.go_to_invoice(self._wanted_document)
        self._wanted_document = 0
        if found:
            self.begin()

    def _on_chosen(self) -> None:
        """Say what the list comes to, or what is chosen of it."""
        page, table = self.state.page, self.lists.table
        if page is None:
            return
        ids = table.chosen_ids()
        chosen = ids if len(ids) >= _FEW else []
        if self.state.show is Show.TO_INVOICE:
            self.totals.show_figures(self._waiting.work_totals(self.state, chosen))
        elif self.state.show is Show.DRAFTS:
            self.totals.show_figures(())
        elif chosen:
            lists = self._around.program.invoice_lists
            self._sums.ask(partial(lists.totals, chosen, self._as_at))
        else:
            self._sums.forget()
            figures = self._cells.totals(page.listing.totals, page, chosen=False)
            self.totals.show_figures(figures)
        self.totals.setVisible(self.state.show is not Show.DRAFTS)

    def _show_chosen(self, totals: InvoiceTotals) -> None:
        if self.state.page is not None:
            self.totals.show_figures(self._cells.totals(totals, self.state.page, chosen=True))

    def _on_copied(self, count: int) -> None:
        self.told.emit(self._cells.copied(count))
