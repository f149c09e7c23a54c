"""A table model over any number of rows that holds only a few pages of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.pages import PAGE, Pages, Row
from creditmate.ui.queries import Desk, Failed, Latest

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its stable key, its title, what a cell shows and how wide it begins.

    Args:
        key: Names the column in what is remembered, and the order when it is sorted by it.
        right: Amounts and counts stand at the far edge.
        sortable: Whether a click on its title asks for this order.
        optional: Left out where there is no room for all.
        fits: Texts that must fit beside an icon, in whatever language.
        tags: Words that must fit as a tag that stands alone.
        yields: Left out as well where without it even names in short leave figures no room.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell]
    width: int
    right: bool = False
    sortable: bool = True
    optional: bool = False
    fits: Sequence[str] = ()
    tags: Sequence[str] = ()
    yields: bool = False


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Positions come from a list of ids; rows arrive a page at a time.

    Nothing blocks: a row that is not there yet is asked for and drawn as a placeholder.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[int]], Sequence[Row]],
        desk: Desk,
        failed: Failed,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._desk, self._failed = desk, failed
        self._pages = self.make_pages(fetch, desk, failed)

    def make_pages(
        self, fetch: Callable[[Sequence[int]], Sequence[Row]], desk: Desk, failed: Failed
    ) -> Pages[Row]:
        """Return what brings the rows; a derived model may have them at hand."""
        return Pages(fetch, desk, failed, self, self.tell_page)

    @property
    def ids(self) -> Sequence[int]:
        """The whole list in its order."""
        return self._pages.ids

    @property
    def impatient(self) -> bool:
        """Whether rows are so long on their way that placeholders stand for them."""
        return self._pages.impatient

    def show_ids(self, ids: Sequence[int], head: Sequence[Row] = ()) -> None:
        """Replace the list; every row is asked for again.

        Args:
            ids: The list in its order.
            head: The rows of its first page if they came along, so that nothing flashes.
        """
        self.beginResetModel()
        self._pages.begin(ids, head)
        self.endResetModel()

    def row_at(self, position: int) -> Row | None:
        """Return the row at ``position``; None while it is on its way, or if it is gone."""
        page = self._pages.page_of(position)
        return None if page is None else page.rows.get(self.ids[position])

    def is_coming(self, position: int) -> bool:
        """Whether the row at ``position`` is on its way."""
        return not self._pages.has(position)

    def cells_at(self, position: int) -> tuple[Cell, ...]:
        """Return what the cells at ``position`` show; nothing while the row is on its way."""
        page = self._pages.page_of(position)
        if page is None:
            return ()
        id_ = self._pages.ids[position]
        cells = page.cells.get(id_)
        if cells is None:
            row = page.rows.get(id_)
            cells = () if row is None else self.cells_of(row)
            page.cells[id_] = cells
        return cells

    def cells_of(self, row: Row) -> tuple[Cell, ...]:
        """Return what the cells of a row show."""
        return tuple(column.cell(row) for column in self.columns)

    def position(self, id_: int) -> int | None:
        """Return where in the list an id stands."""
        try:
            return self.ids.index(id_)
        except ValueError:
            return None

    def ask_rows(self, ids: Sequence[int], then: Callable[[Sequence[Row]], object]) -> None:
        """Fetch any rows of the list, in pages, without keeping them: for copying."""
        fetch = self._pages.fetch

        def work() -> list[Row]:
            pages = (ids[at : at + PAGE] for at in range(0, len(ids), PAGE))
            return [row for page in pages for row in fetch(page)]

        latest: Latest[list[Row]] = Latest(self._desk, then, self._failed, self)
        latest.ask(work)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows under the root; none under a cell."""
        return 0 if parent.isValid() else len(self._pages.ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Columns under the root; none under a cell."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's variant
        """Text of one cell; at once for every role that a table asks and nobody answers."""
        if role == _DISPLAY:
            cells = self.cells_at(index.row())
            return cells[index.column()].text if cells else ""
        if role == _ACCESSIBLE:
            cells = self.cells_at(index.row())
            return cells[index.column()].said if cells else ""
        if role == _TIP:
            cells = self.cells_at(index.row())
            return cells[index.column()].tip if cells else ""
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _DISPLAY,
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Titles of the columns, and on which side they stand."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == _DISPLAY:
            return column.title
        if role == _ALIGNMENT:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def renew_cells(self) -> None:
        """Make the cells again, of the rows that are there: what they show depends on more."""
        self._pages.forget_cells()
        if self.ids:
            self._tell(0, len(self.ids) - 1)

    def tell_page(self, number: int) -> None:
        """Tell that the rows of a page look different now."""
        self._tell(*self._pages.span(number))

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
