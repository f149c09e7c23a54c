"""The invoice beside the list: which one it is, and what is done with it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Qt

from creditmate.domain.invoice_list import InvoiceDetail
from creditmate.ui.invoices.invoice_actions import InvoiceActions
from creditmate.ui.invoices.invoices_page import InvoicesPage
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import OpenCustomer

Deed = Callable[[InvoiceDetail], object]
"""What is done with an invoice."""


class Beside(QObject):
    """Shown by Enter, it follows the row one is on until it is closed.

    Attributes:
        deeds: What can be done.
        as_at: The day as at which it is shown.
    """

    def __init__(self, around: Surroundings, page: InvoicesPage, deeds: InvoiceActions) -> None:
        super().__init__(page)
        self._program, self._page, self.deeds = around.program, page, deeds
        self.as_at: date = around.program.clock.today
        self._document = 0
        self._deed: Deed | None = None
        desk, failed = around.desk, around.desk.failed.emit
        self._details: Latest[InvoiceDetail] = Latest(desk, self._show, failed, self)
        self._papers: Latest[bytes] = Latest(desk, page.side.show_page, failed, self)
        self._current: Latest[InvoiceDetail] = Latest(desk, self._do, failed, self)
        side = page.side
        side.customer_wanted.connect(lambda code: page.wanted.emit(OpenCustomer(code)))
        side.closed.connect(page.close_side)
        side.print.clicked.connect(lambda: self.act(deeds.print))
        side.save.clicked.connect(lambda: self.act(deeds.save))
        side.more.clicked.connect(self._on_more)

    def open(self, document: int) -> None:
        """Show a document."""
        self._page.open_side()
        self._ask(document)

    def on_opened(self, id_: int) -> None:
        """Enter shows the row one is on; a second time it goes on to what can be done with it."""
        shown = self._page.side.detail if self._page.is_side_open else None
        if shown is not None and shown.document.id == id_:
            self._page.side.print.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.open(id_)

    def follow(self) -> None:
        """Show the row that is gone to, if one is shown."""
        document = self._page.lists.current_invoice
        if self._page.is_side_open and document and document != self._document:
            self._ask(document)

    def reload(self) -> None:
        """Ask again for what is shown."""
        if self._page.is_side_open and self._document:
            self._ask(self._document)

    def act(self, deed: Deed) -> None:
        """Do it with the invoice that is shown, else with the row one is on."""
        if self._page.is_side_open and self._page.side.detail is not None:
            deed(self._page.side.detail)
        else:
            self.act_on_row(deed)

    def act_on_row(self, deed: Deed) -> None:
        """Do it with the row one is on."""
        document = self._page.lists.current_invoice
        if document:
            self._deed = deed
            self._current.ask(partial(self._program.invoice_pages.detail, document, self.as_at))

    def _do(self, detail: InvoiceDetail) -> None:
        if self._deed is not None:
            self._deed(detail)

    def _ask(self, document: int) -> None:
        self._document = document
        self._details.ask(partial(self._program.invoice_pages.detail, document, self.as_at))

    def _show(self, detail: InvoiceDetail) -> None:
        self._page.side.show_detail(detail)
        if detail.paper_id is None:
            self._papers.forget()
        else:
            self._papers.ask(partial(self._program.customer_pages.paper, detail.paper_id))

    def _on_more(self) -> None:
        side = self._page.side
        if side.detail is not None:
            corner = side.more.mapToGlobal(side.more.rect().topLeft())
            self.deeds.open_menu(corner, side.detail)
