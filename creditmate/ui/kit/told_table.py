"""A table whose rows say more than fits a column: a text below the cells, whole, over the row."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QTableView

from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.pages import Row
from creditmate.ui.kit.paint import Lane
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.kit.table_rows import RowPainter, Seen
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type

_WRAPPED = Qt.TextFlag.TextWordWrap
_MOST = 10_000  # pixels: a text is as high as it is


class ToldRowPainter(RowPainter):
    """Paints the cells in the upper part of a row, and below them what is told."""

    def __init__(
        self,
        model: PagedModel[Any],
        theme: Theme,
        header: TableHeader,
        table: QTableView,
        told: Callable[[int], str],
    ) -> None:
        super().__init__(model, theme, header, table)
        self._look, self._head, self._of, self._told = theme, header, table, told

    def words_of(self, one: Seen) -> Seen:
        """The cells stand in the upper part."""
        upper = QRect(one.rect)
        upper.setHeight(SIZES.table_row)
        return one._replace(rect=upper)

    def paint_ground(self, painter: QPainter, one: Seen, line: QColor) -> None:
        """Paint what lies below the words of a row, and the text."""
        super().paint_ground(painter, one, line)
        theme, room = self._look, self.room()
        place = QRect(room.left(), one.rect.top() + SIZES.table_row - SPACE.xs, room.width(), 0)
        place.setBottom(one.rect.bottom() - SIZES.hairline)
        direction = self._of.layoutDirection()
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.save()
        painter.setFont(theme.font(Type.SMALL))
        painter.setPen(theme.colour(Ink.MUTED))
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignTop | _WRAPPED),
                         self._told(one.row))  # fmt: skip
        painter.restore()

    def room(self) -> QRect:
        """Return from where to where the text may reach: from the first column's words on."""
        line = QRect(0, 0, self._of.viewport().width() - SPACE.xl, 1)
        first = QRect(0, 0, self._head.sectionSize(0), 1)
        if self._of.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return Lane(line.translated(SPACE.xl, 0), self._of.layoutDirection()).rest()
        lane = self._head.lane(first, 0)
        lane.lead(ICON.small)
        line.setLeft(lane.rest().left())
        return line


class ToldTable(PagedTable[Row], Generic[Row]):
    """Rows are as high as what they tell; ``told`` returns it of the row at a position.

    Attributes:
        painter: Paints them.
    """

    def __init__(
        self,
        model: PagedModel[Row],
        theme: Theme,
        name: str,
        *,
        flexible: int,
        told: Callable[[int], str],
    ) -> None:
        self._told, self._looks = told, theme
        super().__init__(model, theme, name, flexible=flexible)
        theme.changed.connect(self._fit_rows)

    def make_painter(self, theme: Theme) -> RowPainter:
        """Return what paints the text as well."""
        self.painter = ToldRowPainter(self._paged, theme, self._header, self, self._told)
        return self.painter

    def show_list(self, ids: Sequence[int], head: Sequence[Row]) -> None:
        """Show another list; each row is as high as it has to be."""
        super().show_list(ids, head)
        self._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self._fit_rows()

    def _fit_rows(self) -> None:
        metrics = QFontMetrics(self._looks.font(Type.SMALL))
        room = QRect(0, 0, self.painter.room().width(), _MOST)
        for position in range(len(self._paged.ids)):
            text = metrics.boundingRect(room, int(_WRAPPED), self._told(position))
            self.verticalHeader().resizeSection(position, SIZES.table_row + text.height() + SPACE.s)
