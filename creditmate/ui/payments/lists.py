"""The three lists of payments, one of which is seen: receipts, what is not matched, claims."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from creditmate.domain.payment_list import PaymentRow
from creditmate.domain.proposals import Match
from creditmate.i18n.catalogue import words
from creditmate.services.claims import ClaimRow
from creditmate.ui.kit.item_table import ItemTable
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.payments.list_cells import PaymentCells
from creditmate.ui.payments.list_state import PaymentsBook, Show, like
from creditmate.ui.surroundings import Surroundings

_WHO = 1
"""The place of the column that takes the room left: the customer's name."""
Chosen = PaymentRow | Match | ClaimRow


class PaymentListsView(QStackedWidget):
    """Shows the list of a chip; whoever owns it asks for what is in it.

    Attributes:
        receipts: Payments as they came.
        matches: Money and credits that are not matched, each with what is proposed.
        claims: What is said to be paid and not found yet.
    """

    opened = Signal()
    entered = Signal()
    """Another row is the current one, or none."""
    typed = Signal(str)
    menu_asked = Signal(object)
    copied = Signal(int)
    order_asked = Signal(str, bool)

    def __init__(self, around: Surroundings, cells: PaymentCells) -> None:
        super().__init__()
        _ = words(around.language).gettext
        self._around, self._cells = around, cells
        self.model: PagedModel[PaymentRow] = PagedModel(
            cells.receipts(), self._rows, around.desk, around.desk.failed.emit, self
        )
        theme, desk = around.theme, around.desk
        self.receipts: PagedTable[PaymentRow] = PagedTable(
            self.model, theme, _("Payments"), flexible=_WHO
        )
        self.matches: ItemTable[Match] = ItemTable(
            theme, desk, _("Not matched"), cells.matches(), _WHO
        )
        self.claims: ItemTable[ClaimRow] = ItemTable(
            theme, desk, _("Said paid"), cells.claims(), _WHO
        )
        for table in self._tables():
            self.addWidget(table)
            table.opened.connect(lambda _id: self.opened.emit())
            table.typed.connect(self.typed)
            table.menu_asked.connect(self.menu_asked)
            table.copied.connect(self.copied)
            table.selectionModel().currentRowChanged.connect(lambda *_rows: self.entered.emit())
        self.receipts.order_asked.connect(self.order_asked)
        self.model.dataChanged.connect(lambda *_span: self.entered.emit())

    def _tables(self) -> tuple[PagedTable[Any], ...]:
        return self.receipts, self.matches.table, self.claims.table

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """The tables, by the names under which their columns are kept."""
        return dict(zip(("payments", "not-matched", "said-paid"), self._tables(), strict=True))

    @property
    def table(self) -> PagedTable[Any]:
        """The table that is seen."""
        return self._tables()[self.currentIndex()]

    @property
    def chosen(self) -> Chosen | None:
        """What the current row is about; None where there is none, or it is on its way."""
        if self.currentIndex() == 1:
            return self.matches.current
        if self.currentIndex() == 2:
            return self.claims.current
        row = self.receipts.currentIndex().row()
        return self.model.row_at(row) if 0 <= row < len(self.model.ids) else None

    def show_book(self, show: Show, book: PaymentsBook, text: str) -> bool:
        """Show a list, and return whether there is anything in it."""
        self._cells.as_at = self._around.program.clock.today
        if show is Show.UNALLOCATED:
            self.setCurrentIndex(1)
            self.matches.show_items([one for one in book.matches if _is_like(one, text)])
        elif show is Show.SAID_PAID:
            self.setCurrentIndex(2)
            found = [
                one
                for one in book.claims
                if like(text, one.name, one.code, one.standing.claim.reference)
            ]
            self.claims.show_items(found)
        elif book.listing is not None:
            self.setCurrentIndex(0)
            wanted = book.listing.wanted
            self.receipts.show_order(wanted.order, descending=wanted.descending)
            self.receipts.show_list(book.listing.ids, book.listing.head)
        self.setFocusProxy(self.table)
        self.entered.emit()
        return self.table.model().rowCount() > 0

    def go_to_claim_of(self, code: str) -> ClaimRow | None:
        """Make a customer's first claim the current one, and return it."""
        for place, row in enumerate(self.claims.items):
            if row.code == code:
                self.claims.table.go_to(place)
                return row
        return None

    def _rows(self, ids: Sequence[int]) -> list[PaymentRow]:
        lists, today = self._around.program.payment_lists, self._around.program.clock.today
        return lists.rows(ids, today)


def _is_like(match: Match, text: str) -> bool:
    credit = match.credit
    return like(text, credit.name, credit.code, credit.payer, credit.reference, credit.number)
