"""A table over paged rows: sorting, columns that are remembered, copying, the keyboard."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from creditmate.system.window_state import TableLayout
from creditmate.ui.kit.clipboard import put_table
from creditmate.ui.kit.figure_room import widen_for_figures
from creditmate.ui.kit.paged_model import HasId, PagedModel
from creditmate.ui.kit.table_delegate import TableDelegate
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES

Row = TypeVar("Row", bound=HasId)
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
        self._flexible, self._fitting = flexible, False
        self._current: int | None = None
        self._widths: dict[str, int] = {}
        self._theme, self._scale = theme, theme.text_scale
        self.setModel(model)
        self.setAccessibleName(name)
        self._header = self.make_header(theme)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(self.make_delegate(theme))
        self._set_up()
        self._header.order_asked.connect(self.order_asked)
        self._header.sectionResized.connect(self._on_resized)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._renew)
        model.dataChanged.connect(self._make_room)
        self.verticalScrollBar().valueChanged.connect(self._make_room)
        self.arrange(TableLayout())

    def make_header(self, theme: Theme) -> TableHeader:
        """Return the titles; a derived table may have others."""
        return TableHeader(self._paged.columns, theme, self)

    def make_delegate(self, theme: Theme) -> TableDelegate:
        """Return what paints the rows; a derived table may have another."""
        return TableDelegate(self._paged, theme, self._header, self)

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
        columns = self._paged.columns
        self._fitting = True
        for section, column in enumerate(columns):
            first = self._header.first_width(section)
            kept = layout.widths.get(column.key)
            self._widths[column.key] = first if kept is None else round(kept * self._scale)
            self._header.resizeSection(section, self._widths[column.key])
        keys = [column.key for column in columns]
        known = [keys.index(key) for key in layout.order if key in keys]
        for place, section in enumerate(known):
            self._header.moveSection(self._header.visualIndex(section), place)
        self._fit()

    def layout_kept(self) -> TableLayout:
        """Return how the columns are arranged, to be remembered."""
        columns, header = self._paged.columns, self._header
        order = tuple(columns[header.logicalIndex(place)].key for place in range(len(columns)))
        flexible = columns[self._flexible].key
        kept = {key: width for key, width in self._widths.items() if key != flexible}
        return TableLayout(order, {key: round(width / self._scale) for key, width in kept.items()})

    def least_width(self) -> int:
        """Return how wide it must be to show what may not be left out."""
        columns = enumerate(self._paged.columns)
        widths = (self._header.first_width(at) for at, one in columns if not one.optional)
        return sum(widths) + SIZES.scroll_bar

    def _renew(self) -> None:
        """Columns grow with the text in them."""
        kept, self._scale = self.layout_kept(), self._theme.text_scale
        self.arrange(kept)
        self._make_room()
        self.viewport().update()

    def _make_room(self) -> None:
        """Widen columns of figures for those that are seen: amounts are never shortened."""
        self._fitting = True
        if widen_for_figures(self, self._paged, self._header, self._theme):
            self._fit()
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for; the first one takes what is left."""
        super().resizeEvent(event)
        self._fit()
        self._make_room()

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        """The user drew a column out: the first one makes room."""
        if section != self._flexible and not self._fitting:
            self._widths[self._paged.columns[section].key] = width
            self._fit()

    def _fit(self) -> None:
        """Leave out the last columns that may be, until the rest fit; then fill the room."""
        self._fitting = True
        header, columns = self._header, self._paged.columns
        room = self.viewport().width()
        for section in range(len(columns)):
            header.setSectionHidden(section, False)
        least = header.first_width(self._flexible)
        others = header.length() - header.sectionSize(self._flexible)
        for section in reversed(range(len(columns))):
            if least + others > room and columns[section].optional:
                others -= header.sectionSize(section)
                header.setSectionHidden(section, True)
        width = max(least, room - others)
        if width != header.sectionSize(self._flexible):
            header.resizeSection(self._flexible, width)
        self._fitting = False

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
        shown = self._shown_sections()
        columns = self._paged.columns
        lines = [[columns[section].title for section in shown]]
        for row in rows:
            cells = self._paged.cells_of(row)
            lines.append([cells[section].said for section in shown])
        put_table(lines)
        self.copied.emit(len(rows))

    def _shown_sections(self) -> list[int]:
        header = self._header
        sections = [header.logicalIndex(place) for place in range(header.count())]
        return [section for section in sections if not header.isSectionHidden(section)]


def _is_text(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~_KEYBOARD_ONLY
    return plain and event.text().isprintable() and bool(event.text().strip())
