"""The three lists of the place, of which one is seen: invoices, forms not finished, work."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from creditmate.domain.invoice_rows import InvoiceRow, WorkRow
from creditmate.i18n.catalogue import words
from creditmate.services.invoice_drafts import Draft
from creditmate.ui.invoices.list_cells import InvoiceCells
from creditmate.ui.invoices.list_state import InvoicesState, Show
from creditmate.ui.invoices.waiting_cells import WaitingCells
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.surroundings import Surroundings

_CUSTOMER = 1  # the column that takes what the others leave


class ListsArea(QStackedWidget):
    """Shows the state.

    Attributes:
        invoices: The ledger's table; ``drafts`` and ``work`` are at hand.
    """

    acted = Signal()
    """The one thing to do about an empty list."""

    def __init__(
        self,
        around: Surroundings,
        state: InvoicesState,
        cells: tuple[InvoiceCells, WaitingCells],
    ) -> None:
        super().__init__()
        self._around, self._state = around, state
        self._cells, self._waiting = cells
        desk, theme, _ = around.desk, around.theme, words(around.language).gettext
        failed = desk.failed.emit
        self.invoice_model: PagedModel[InvoiceRow] = PagedModel(
            self._cells.columns(), self._rows, desk, failed, self
        )
        drafts: PagedModel[Draft] = PagedModel(
            self._waiting.draft_columns(), self._draft_rows, desk, failed, self
        )
        self.work_model: PagedModel[WorkRow] = PagedModel(
            self._waiting.work_columns(), self._work_rows, desk, failed, self
        )
        self.invoices = PagedTable(self.invoice_model, theme, _("Invoices"), flexible=_CUSTOMER)
        self.drafts = PagedTable(drafts, theme, _("Drafts"), flexible=_CUSTOMER)
        self.work = PagedTable(self.work_model, theme, _("Work to invoice"), flexible=_CUSTOMER)
        self._areas = {
            table: ListArea(theme, table) for table in (self.invoices, self.drafts, self.work)
        }
        for area in self._areas.values():
            self.addWidget(area)
            area.acted.connect(self.acted)

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """All of them, by the names their columns are remembered under."""
        return {"invoices": self.invoices, "invoice_drafts": self.drafts, "work": self.work}

    @property
    def table(self) -> PagedTable[Any]:
        """The one that is seen."""
        others: dict[Show, PagedTable[Any]] = {
            Show.DRAFTS: self.drafts,
            Show.TO_INVOICE: self.work,
        }
        return others.get(self._state.show, self.invoices)

    @property
    def current_invoice(self) -> int:
        """The document one is on; 0 for none, and while drafts or work are listed."""
        index = self.invoices.currentIndex()
        shown = self.table is self.invoices and index.isValid()
        return self.invoice_model.ids[index.row()] if shown else 0

    def go_to_invoice(self, document: int) -> bool:
        """Make a document the row one is on, if it is listed."""
        position = self.invoice_model.position(document) if document else None
        if position is not None:
            self.invoices.go_to(position)
        return position is not None

    @property
    def area(self) -> ListArea:
        """Where it stands."""
        return self._areas[self.table]

    def show_state(self) -> None:
        """Show the list that is wanted."""
        state, page = self._state, self._state.page
        if page is None:
            return
        self.drafts.show_list([one.id for one in state.drafts], state.drafts)
        self.work.show_list([one.id for one in state.work], state.work)
        wanted = page.listing.wanted
        self.invoices.show_order(wanted.order, descending=wanted.descending)
        self.invoices.show_list(page.listing.ids, page.listing.head)
        self.setCurrentWidget(self.area)
        self._show_none()

    def _show_none(self) -> None:
        table, area = self.table, self.area
        model = table.model()
        if model.rowCount():
            area.show_list()
            return
        picture = Picture.NO_MATCH if self._state.wanted.text.strip() else Picture.NOTHING_YET
        cells = self._cells if table is self.invoices else self._waiting
        area.show_none(picture, cells.none_words(self._state))

    # ------------------------------------------------------------- rows
    def _rows(self, ids: Sequence[int]) -> list[InvoiceRow]:
        page = self._state.page
        as_at = self._waiting.as_at if page is None else page.listing.as_at
        return self._around.program.invoice_lists.rows(ids, as_at)

    def _draft_rows(self, ids: Sequence[int]) -> list[Draft]:
        known = {one.id: one for one in self._state.drafts}
        return [known[id_] for id_ in ids if id_ in known]

    def _work_rows(self, ids: Sequence[int]) -> list[WorkRow]:
        known = {one.id: one for one in self._state.work}
        return [known[id_] for id_ in ids if id_ in known]
