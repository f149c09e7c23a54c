"""Paints the rows of a table: hairlines, the selection and its bar, texts, tags and stairs."""

from typing import Any, Protocol, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from creditmate.i18n.bidi import plain
from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.stair import paint_stair
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.kit.tag import paint_tag, tag_size
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, STAIR_SMALL, Ground, Ink

_COMING = 3  # a placeholder's bar takes one part in so many of its cell away

Index = QModelIndex | QPersistentModelIndex


class TableDelegate(QStyledItemDelegate):
    """Asks the model for cells directly: Qt's roles are never asked for while painting."""

    def __init__(
        self, model: PagedModel[Any], theme: Theme, header: TableHeader, table: QTableView
    ) -> None:
        super().__init__(table)
        self._model, self._theme, self._header, self._table = model, theme, header, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows have one height; widths are the columns' business."""
        return QSize(self._model.columns[index.column()].width, SIZES.table_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        shown = cast("_Shown", option)  # the stubs leave the fields of options out
        painter.save()
        painter.setLayoutDirection(self._header.direction_of(index.column()))
        self._paint_ground(painter, shown, index)
        inside = shown.rect.adjusted(0, 0, 0, -SIZES.hairline)
        lane = self._header.lane(inside, index.column())
        cells = self._model.cells_at(index.row())
        if cells:
            self._paint_cell(painter, lane, cells[index.column()], index.column())
        elif self._model.impatient and self._model.is_coming(index.row()):
            self._paint_placeholder(painter, lane)
        painter.restore()

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

    def _paint_ground(self, painter: QPainter, shown: "_Shown", index: Index) -> None:
        theme, rect = self._theme, shown.rect
        if shown.state & QStyle.StateFlag.State_Selected:
            focused = self._table.hasFocus()
            painter.fillRect(rect, theme.colour(Ground.ACCENT_SOFT if focused else Ground.HOVER))
            if index.row() == self._table.currentIndex().row() and self._leads(index):
                colour = theme.colours.accent if focused else theme.colours.edge
                bar = Lane(rect, shown.direction).lead(SIZES.selection_bar)
                painter.fillRect(bar, QColor(colour))
        line = QRect(rect.left(), rect.bottom(), rect.width(), SIZES.hairline)
        painter.fillRect(line, QColor(theme.colours.line))

    def _leads(self, index: Index) -> bool:
        return self._header.visualIndex(index.column()) == 0

    def _paint_placeholder(self, painter: QPainter, lane: Lane) -> None:
        width = lane.rest().width()
        piece = lane.lead(width - width // _COMING)
        bar = centred(piece, piece.width(), SPACE.s)
        box(painter, bar, RADIUS.s, self._theme.colour(Ground.HOVER))

    def _paint_cell(self, painter: QPainter, lane: Lane, cell: Cell, column: int) -> None:
        theme = self._theme
        if cell.stair:
            piece = lane.rest()
            place = centred(piece, piece.width(), STAIR_SMALL.heights[-1])
            paint_stair(painter, place, theme, cell.stair, STAIR_SMALL)
            return
        if cell.glyph is not None:
            at = centred(lane.lead(ICON.small), ICON.small, ICON.small)
            ink = cell.ink if cell.ink is Ink.ACCENT else Ink.MUTED
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(at, theme.pixmap(cell.glyph, ink, ICON.small, ratio))
        if cell.tag is not None and self._paint_name_and_tag(painter, lane, cell, cell.tag):
            return
        far = self._model.columns[column].right
        align = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        font = theme.font(cell.style)
        line_of_text(painter, lane.rest(), cell.text, font, theme.colour(cell.ink), align)

    def _paint_name_and_tag(self, painter: QPainter, lane: Lane, cell: Cell, tag: CellTag) -> bool:
        """Draw both if there is room for both: a name never shortens before its tag is left out."""
        theme, font = self._theme, self._theme.font(cell.style)
        name, size = text_width(cell.text, font), tag_size(theme, tag.text)
        if name + SPACE.s + size.width() > lane.rest().width():
            return False
        line_of_text(painter, lane.lead(name), cell.text, font, theme.colour(cell.ink))
        at = centred(lane.lead(size.width()), size.width(), size.height())
        paint_tag(painter, at, theme, tag.text, tag.tone)
        return True


class _Shown(Protocol):
    """What Qt says of the cell to paint."""

    rect: QRect
    state: QStyle.StateFlag
    direction: Qt.LayoutDirection
