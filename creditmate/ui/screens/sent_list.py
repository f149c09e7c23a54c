"""The statements sent before, the latest first: each to be looked at and had again as issued."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.domain.rows import SentPaperRow
from creditmate.i18n.catalogue import words
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.queries import Latest
from creditmate.ui.screens.statement_cells import StatementCells
from creditmate.ui.surroundings import Surroundings


class SentList(QWidget):
    """A table of what was issued."""

    row_entered = Signal(int)
    """Another statement is the current one: the paper's id; 0 for none."""
    row_known = Signal()
    """What is known of the current one may have arrived."""

    def __init__(self, around: Surroundings, cells: StatementCells) -> None:
        super().__init__()
        self._cells, self._text = cells, ""
        _ = words(around.language).gettext
        self._lists, failed = around.program.statement_lists, around.desk.failed.emit
        self.model: PagedModel[SentPaperRow] = PagedModel(
            cells.sent_columns(around.program.clock.today),
            self._lists.sent_rows,
            around.desk,
            failed,
            self,
        )
        self.table: PagedTable[SentPaperRow] = PagedTable(
            self.model, around.theme, _("Statements sent before")
        )
        self.area = ListArea(around.theme, self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.model.dataChanged.connect(self.row_known)
        self._latest: Latest[Sequence[int]] = Latest(around.desk, self._show, failed, self)

    @property
    def none(self) -> EmptyState | None:
        """What is said in the list's place; None while there is a list."""
        return self.area.none

    @property
    def current(self) -> int:
        """The paper one is at; 0 for none."""
        index = self.table.currentIndex()
        return self.model.ids[index.row()] if index.isValid() else 0

    @property
    def current_row(self) -> SentPaperRow | None:
        """What is known of it; None while it is on its way."""
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() else None

    def ask(self, text: str) -> None:
        """List those whose number or customer holds the text."""
        self._text = text.strip()
        self._latest.ask(partial(self._lists.sent, text))

    def turn(self, step: int) -> None:
        """Go to the row before or after."""
        if self.has(step):
            self.table.go_to(self.table.currentIndex().row() + step)

    def has(self, step: int) -> bool:
        """Whether there is a row before (-1) or after (1) the current one."""
        index = self.table.currentIndex()
        return index.isValid() and 0 <= index.row() + step < len(self.model.ids)

    def _show(self, ids: Sequence[int]) -> None:
        self.table.show_list(ids, ())
        self._show_none(ids)
        if not ids:
            self.row_entered.emit(0)

    def _show_none(self, ids: Sequence[int]) -> None:
        """Where nothing is listed, say why in its place."""
        if ids:
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if self._text else Picture.NOTHING_YET
            self.area.show_none(picture, self._cells.none_sent_words(self._text))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.row_entered.emit(self.model.ids[current.row()])
