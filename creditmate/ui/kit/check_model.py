"""Rows that are at hand, may be ticked, and stand under titles of groups."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic

from PySide6.QtCore import QObject, Qt

from creditmate.ui.kit.paged_model import Column, Index, PagedModel
from creditmate.ui.kit.pages import Pages, PagesAtHand, Row
from creditmate.ui.queries import Desk, Failed

Ticked = Callable[[int], bool | None]
"""Whether a row is ticked; None: there is nothing to tick."""

_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


class CheckModel(PagedModel[Row], Generic[Row]):
    """A list of rows in memory: nothing has to be fetched, so nothing is ever on its way.

    Titles of groups are ids below zero in the list; they cannot be selected.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what the model of the table needs, and two more
        self,
        columns: Sequence[Column[Row]],
        rows: Callable[[Sequence[int]], Sequence[Row]],
        ticked: Ticked,
        desk: Desk,
        failed: Failed,
        parent: QObject | None = None,
    ) -> None:
        """Show rows that ``rows`` has at hand, ticked as ``ticked`` says."""
        self._rows, self._ticked = rows, ticked
        self._titles: Mapping[int, str] = {}
        super().__init__(columns, self._rows_between, desk, failed, parent)

    def make_pages(
        self, fetch: Callable[[Sequence[int]], Sequence[Row]], desk: Desk, failed: Failed
    ) -> Pages[Row]:
        """Take the rows when they are asked for."""
        return PagesAtHand(fetch, desk, failed, self, self.tell_page)

    def name_groups(self, titles: Mapping[int, str]) -> None:
        """Say what the titles are, by the ids that stand for them."""
        self._titles = titles

    def title_at(self, position: int) -> str | None:
        """The title at a position; None where there is a row."""
        return self._titles.get(self.ids[position])

    def ticked_at(self, position: int) -> bool | None:
        """Whether the row at a position is ticked."""
        return None if self.title_at(position) is not None else self._ticked(self.ids[position])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles are passed over."""
        if self.title_at(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's variant
        """Titles, and ticks for those who are read to; else the cells."""
        title = self.title_at(index.row())
        if title is not None:
            said = index.column() == 0 and role in {_DISPLAY, _ACCESSIBLE}
            return title if said else None
        if role == _CHECK and index.column() == 0:
            ticked = self.ticked_at(index.row())
            if ticked is None:
                return None
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def _rows_between(self, ids: Sequence[int]) -> Sequence[Row]:
        """The rows among these ids; titles have none."""
        return self._rows([id_ for id_ in ids if id_ not in self._titles])
