"""What a table tells of a cell besides painting it: its size, and what there was no room for."""

from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from creditmate.i18n.bidi import plain
from creditmate.ui.kit.paged_model import Index, PagedModel
from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES


class TableDelegate(QStyledItemDelegate):
    """Sizes and tool tips; the rows are painted by ``RowPainter``, many at a time."""

    def __init__(
        self, model: PagedModel[Any], theme: Theme, header: TableHeader, table: QTableView
    ) -> None:
        super().__init__(table)
        self._model, self._theme, self._header = model, theme, header

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height; widths are the columns' business."""
        return QSize(self._model.columns[index.column()].width, SIZES.table_row)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say in a tool tip what there was no room for."""
        cells = self._model.cells_at(index.row()) if index.isValid() else ()
        if event.type() != QEvent.Type.ToolTip or not cells:
            return super().helpEvent(event, view, option, index)
        cell = cells[index.column()]
        lane = self._header.lane(cast("_Shown", option).rect, index.column())
        if cell.glyph is not None:
            lane.lead(ICON.small)
        cut = text_width(cell.text, self._theme.font(cell.style)) > lane.rest().width()
        QToolTip.showText(event.globalPos(), plain(cell.text) if cut else "", view)
        return True


class _Shown(Protocol):
    """What Qt says of the cell to tell of; its stubs leave the fields of options out."""

    rect: QRect
