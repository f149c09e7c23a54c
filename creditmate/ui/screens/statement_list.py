"""The list of a run: chips, candidates to tick, and why it is empty where it is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.domain.statement_choice import Candidate
from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import number
from creditmate.ui.kit.check_model import CheckModel
from creditmate.ui.kit.check_table import CheckTable
from creditmate.ui.kit.chips import ChipRow, ChipText
from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState
from creditmate.ui.kit.list_area import ListArea
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.screens.statement_cells import StatementCells
from creditmate.ui.screens.statements_state import (
    LEFT_OUT_TITLE,
    TO_SEND_TITLE,
    Order,
    Show,
    Statements,
)
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SPACE


class StatementList(QWidget):
    """Shows the state; what is ticked and narrowed is put down there."""

    row_entered = Signal(int)
    """Another customer is the current one: the id; 0 for none."""
    ticks_changed = Signal()
    none_acted = Signal()
    """The one thing to do about an empty list."""

    def __init__(self, around: Surroundings, state: Statements, cells: StatementCells) -> None:
        super().__init__()
        self._around, self._state, self._cells = around, state, cells
        _ = words(around.language).gettext
        chips = [ChipText(show.value, cells.chip_words(show)) for show in Show]
        self.chips = ChipRow(around.theme, around.language, _("Which customers"), chips)
        self.model: CheckModel[Candidate] = CheckModel(
            cells.columns(),
            state.rows,
            state.ticked,
            around.desk,
            around.desk.failed.emit,
            self,
        )
        self.model.name_groups(
            {LEFT_OUT_TITLE: _("Left out, with the reason"), TO_SEND_TITLE: _("To send")}
        )
        self.table: CheckTable[Candidate] = CheckTable(self.model, around.theme, _("Statements"))
        self.area = ListArea(around.theme, self.table)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        strip = QWidget()
        row = QHBoxLayout(strip)
        keep_clear(row, SPACE.xl, 0, SPACE.l, SPACE.s)
        row.addWidget(self.chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._on_chip)
        self.area.acted.connect(self.none_acted)
        self.table.order_asked.connect(self._on_order)
        self.table.tick_asked.connect(self._on_tick)
        self.table.all_asked.connect(self._on_all)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    @property
    def current(self) -> int:
        """The customer one is at; 0 for none."""
        index = self.table.currentIndex()
        return self.model.ids[index.row()] if index.isValid() else 0

    @property
    def none(self) -> EmptyState | None:
        """What is said in the list's place; None while there is a list."""
        return self.area.none

    def show_state(self) -> None:
        """Show the list again: it is another one, or in another order."""
        state, locale = self._state, self._around.locale
        self.chips.choose(state.wanted.show)
        self.chips.recount([number(state.count(show), locale) for show in Show])
        self.table.show_order(state.wanted.order, descending=state.wanted.descending)
        ids = state.ids()
        self.table.show_list(ids, ())
        self._show_all_box()
        self._show_none(ids)
        if not ids:
            self.row_entered.emit(0)

    def narrow(self, text: str) -> None:
        """List only those in whose name or code the text is found."""
        self._state.want(text=text)
        self.show_state()

    def narrow_to(self, show: Show) -> None:
        """List only those of a chip."""
        self._state.want(show=show)
        self.show_state()

    def go_to(self, id_: int) -> None:
        """Make a customer the current one."""
        position = self.model.position(id_)
        if position is not None:
            self.table.go_to(position)

    def _show_all_box(self) -> None:
        states = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
        some = any(self._state.ticked(id_) is not None for id_ in self.model.ids)
        ticks = self._state.listed_ticks()
        shown = Qt.CheckState.PartiallyChecked if ticks is None else states[ticks]
        self.table.box_header.show_state(shown if some else None)

    def _show_none(self, ids: Sequence[int]) -> None:
        """Where the list is empty, say why in its place."""
        if ids:
            self.area.show_list()
        else:
            picture = Picture.NO_MATCH if self._state.concerned else Picture.NOTHING_YET
            self.area.show_none(picture, self._cells.none_words())

    # ------------------------------------------------------------- what the user does
    def _on_chip(self, key: str) -> None:
        self.narrow_to(Show(key))

    def _on_order(self, key: str, descending: bool) -> None:
        self._state.want(order=Order(key), descending=descending)
        self.show_state()

    def _on_tick(self, ids: Sequence[int]) -> None:
        self._state.tick(ids)
        self._on_ticked()

    def _on_all(self) -> None:
        self._state.tick_listed()
        self._on_ticked()

    def _on_ticked(self) -> None:
        self.model.renew_cells()
        self._show_all_box()
        self.ticks_changed.emit()

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.row_entered.emit(self.model.ids[current.row()])
