"""A table model over any number of rows that holds only a few pages of them."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from shiboken6 import isValid

from creditmate.ui.kit.cell import Cell
from creditmate.ui.queries import Desk, Failed, Latest

PAGE = 128
"""Rows asked for at once."""
KEPT = 12
"""Pages kept: about 1,500 rows whatever the length of the list."""
ASKED = 3
"""Pages under way at most: while somebody scrolls on, the oldest question is taken back."""
PATIENCE = 120
"""Milliseconds before a placeholder is drawn, so that fast answers never flash."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class HasId(Protocol):
    """Anything with a database id."""

    @property
    def id(self) -> int:
        """The id that the list names it by."""


Row = TypeVar("Row", bound=HasId)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its stable key, its title, what a cell shows and how wide it begins.

    Args:
        key: Names the column in what is remembered, and the order when it is sorted by it.
        right: Amounts and counts stand at the far edge.
        sortable: Whether a click on its title asks for this order.
        optional: Left out where there is no room for all.
        fits: Texts that must fit beside an icon, in whatever language.
    """

    key: str
    title: str
    cell: Callable[[Row], Cell]
    width: int
    right: bool = False
    sortable: bool = True
    optional: bool = False
    fits: Sequence[str] = ()


@dataclass(slots=True)
class _Page(Generic[Row]):
    """Rows by id, and the cells of those that were drawn."""

    rows: dict[int, Row]
    cells: dict[int, tuple[Cell, ...]]


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
        self._fetch, self._desk, self._failed = fetch, desk, failed
        self._ids: Sequence[int] = ()
        self._pages: OrderedDict[int, _Page[Row]] = OrderedDict()
        self._asked: OrderedDict[int, Future[Sequence[Row]]] = OrderedDict()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._on_impatient)
        self.impatient = False

    @property
    def ids(self) -> Sequence[int]:
        """The whole list in its order."""
        return self._ids

    def show_ids(self, ids: Sequence[int], head: Sequence[Row] = ()) -> None:
        """Replace the list; every row is asked for again.

        Args:
            ids: The list in its order.
            head: The rows of its first page if they came along, so that nothing flashes.
        """
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        for page in list(self._asked):
            self._asked.pop(page).cancel()
        if head:
            self._keep(0, head)
        self.endResetModel()

    def row_at(self, position: int) -> Row | None:
        """Return the row at ``position``; None while it is on its way, or if it is gone."""
        page = self._page(position // PAGE)
        return None if page is None else page.rows.get(self._ids[position])

    def is_coming(self, position: int) -> bool:
        """Whether the row at ``position`` is on its way."""
        return position // PAGE not in self._pages

    def cells_at(self, position: int) -> tuple[Cell, ...]:
        """Return what the cells at ``position`` show; nothing while the row is on its way."""
        page = self._page(position // PAGE)
        if page is None:
            return ()
        id_ = self._ids[position]
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
            return self._ids.index(id_)
        except ValueError:
            return None

    def ask_rows(self, ids: Sequence[int], then: Callable[[Sequence[Row]], object]) -> None:
        """Fetch any rows of the list, in pages, without keeping them: for copying."""

        def fetch() -> list[Row]:
            pages = (ids[at : at + PAGE] for at in range(0, len(ids), PAGE))
            return [row for page in pages for row in self._fetch(page)]

        latest: Latest[list[Row]] = Latest(self._desk, then, self._failed, self)
        latest.ask(fetch)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows under the root; none under a cell."""
        return 0 if parent.isValid() else len(self._ids)

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
        for page in self._pages.values():
            page.cells.clear()
        if self._ids:
            self._tell_rows(0, len(self._ids) - 1)

    def _page(self, number: int) -> _Page[Row] | None:
        if number in self._pages:
            self._pages.move_to_end(number)
        else:
            self._ask(number)
        return self._pages.get(number)

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        while len(self._asked) >= ASKED:
            self._asked.popitem(last=False)[1].cancel()
        ids = self._ids[number * PAGE : (number + 1) * PAGE]
        self._asked[number] = self._desk.ask(
            partial(self._fetch, ids), partial(self._on_rows, number)
        )
        if not self._patience.isActive():
            self.impatient = False
            self._patience.start()

    def _on_rows(self, number: int, future: "Future[Sequence[Row]]") -> None:
        if not isValid(self) or self._asked.get(number) is not future:
            return
        del self._asked[number]
        try:
            self._keep(number, future.result())
        except CancelledError:
            return
        except Exception as error:  # handed to the screen, which tells it
            self._keep(number, ())
            self._failed(error)
        self._tell(number)

    def _keep(self, number: int, rows: Sequence[Row]) -> None:
        self._pages[number] = _Page({row.id: row for row in rows}, {})
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)

    def _on_impatient(self) -> None:
        self.impatient = True
        for number in self._asked:
            self._tell(number)

    def _tell(self, number: int) -> None:
        self._tell_rows(number * PAGE, min((number + 1) * PAGE, len(self._ids)) - 1)

    def _tell_rows(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
