"""A table over paged rows: sorting, columns that are remembered, copying, the keyboard."""

from collections.abc import Sequence
from typing import Generic

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from creditmate.system.window_state import TableLayout
from creditmate.ui.kit.clipboard import put_table
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.pages import Row
from creditmate.ui.kit.table_columns import TableColumns
from creditmate.ui.kit.table_delegate import TableDelegate
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.kit.table_rows import RowPainter
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYBOARD_ONLY = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.ShiftModifier


class PagedTable(QTableView, Generic[Row]):
    """Shows a ``PagedModel``; knows columns, not what they mean."""

    opened = Signal(int)
    """Enter or a double click: the row's id."""
    chosen = Signal()
    """The selection is another one: see ``chosen_ids``."""
    order_asked = Signal(str, bool)
    """A title was clicked: the column's key, and whether the largest come first."""
    typed = Signal(str)
    """Letters typed while the table has the focus: they are meant for its filter."""
    copied = Signal(int)
    """So many rows are on the clipboard."""
    menu_asked = Signal(object)
    """A right click or the Menu key: the place on the screen, a ``QPoint``."""

    def __init__(
        self, model: PagedModel[Row], theme: Theme, name: str, *, flexible: int = 0
    ) -> None:
        """Show a model; the column at ``flexible`` takes the room that the others leave."""
        super().__init__()
        self._paged = model
        self._current: int | None = None
        self.setModel(model)
        self.setAccessibleName(name)
        self._header = self.make_header(theme)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(TableDelegate(model, theme, self._header, self))
        self._painter = self.make_painter(theme)
        self._columns = TableColumns(self, model, self._header, theme, flexible)
        self._set_up()
        self._header.order_asked.connect(self.order_asked)
        self._header.sectionResized.connect(self._on_resized)
        theme.changed.connect(self._renew)
        model.dataChanged.connect(self._make_room)
        model.modelReset.connect(self._make_room)  # the rows that are seen are asked for at once
        self.verticalScrollBar().valueChanged.connect(self._make_room)
        self.doubleClicked.connect(self._open)
        self.arrange(TableLayout())

    def make_header(self, theme: Theme) -> TableHeader:
        """Return the titles; a derived table may have others."""
        return TableHeader(self._paged.columns, theme, self)

    def make_painter(self, theme: Theme) -> RowPainter:
        """Return what paints the rows; a derived table may have another."""
        return RowPainter(self._paged, theme, self._header, self)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(SIZES.table_row)
        rows.setDefaultSectionSize(SIZES.table_row)
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)

    # ------------------------------------------------------------- the list
    def show_list(self, ids: Sequence[int], head: Sequence[Row]) -> None:
        """Show another list; the row that was current stays so if it is still there."""
        bar = self.verticalScrollBar()
        at, scrolled = self._current, bar.value()
        self._paged.show_ids(ids, head)
        position = None if at is None else self._paged.position(at)
        if position is not None:
            bar.setValue(scrolled)
            self.go_to(position)
        elif ids:
            self.scrollToTop()
            self.go_to(0)
        self._make_room()

    def go_to(self, position: int) -> None:
        """Make a row the current and only selected one; ``selectRow`` fails read leftwards."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self._paged.index(position, 0), how | rows)

    def chosen_ids(self) -> list[int]:
        """Return the ids of the selected rows in the order of the list."""
        ids = self._paged.ids
        chosen = self.selectionModel().selection()
        parts = (chosen.at(place) for place in range(chosen.count()))
        ranges = sorted((part.top(), part.bottom()) for part in parts)
        return [id_ for top, bottom in ranges for id_ in ids[top : bottom + 1]]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell whoever sums the selection."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Remember by its id which row is current."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._current = self._paged.ids[current.row()]

    # ------------------------------------------------------------- columns
    def show_order(self, key: str, *, descending: bool) -> None:
        """Mark the column that the list is ordered by."""
        self._header.show_order(key, descending=descending)

    def arrange(self, layout: TableLayout) -> None:
        """Arrange the columns as they were left; what is not known stands as it began."""
        self._columns.arrange(layout)

    def layout_kept(self) -> TableLayout:
        """Return how the columns are arranged, to be remembered."""
        return self._columns.layout_kept()

    def least_width(self) -> int:
        """Return how wide it must be to show what may not be left out."""
        return self._columns.least_width()

    def edge_of(self, key: str) -> int | None:
        """Return where the words of a column end, from the left; None where it is not shown."""
        for section, column in enumerate(self._paged.columns):
            if column.key == key and self.isVisible() and not self._header.isSectionHidden(section):
                left = self._header.sectionViewportPosition(section)
                cell = QRect(left, 0, self._header.sectionSize(section), 1)
                return self._header.lane(cell, section).rest().right() + 1
        return None

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        self._columns.drawn_out(section, width)

    def _make_room(self) -> None:
        self._columns.make_room()

    def _renew(self) -> None:
        self._columns.renew()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for; the first one takes what is left."""
        super().resizeEvent(event)
        self._columns.fit()
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        self._painter.paint(QPainter(self.viewport()), event.rect())

    # ------------------------------------------------------------- keyboard
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies, letters go to the filter; arrows and pages move."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _ENTER:
            self._open(self.currentIndex())
        elif _is_text(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu; the row that was clicked is selected already."""
        self.menu_asked.emit(event.globalPos())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._paged.ids[index.row()])

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table, with their titles."""
        ids = self.chosen_ids()
        if ids:
            self._paged.ask_rows(ids, self._on_copy)

    def _on_copy(self, rows: Sequence[Row]) -> None:
        shown = self._columns.shown()
        columns = self._paged.columns
        lines = [[columns[section].title for section in shown]]
        for row in rows:
            cells = self._paged.cells_of(row)
            lines.append([cells[section].said for section in shown])
        put_table(lines)
        self.copied.emit(len(rows))


def _is_text(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~_KEYBOARD_ONLY
    return plain and event.text().isprintable() and bool(event.text().strip())
