"""Paints the rows of a table: hairlines, the selection and its bar, then column by column.

All that is seen is painted in one go. Qt's own way, a call per cell with an option made for it,
takes longer than drawing the words.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QTableView

from creditmate.ui.kit.cell import Cell
from creditmate.ui.kit.paged_model import PagedModel
from creditmate.ui.kit.paint import Lane, box, centred, shortened
from creditmate.ui.kit.table_cell import paint_cell
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground, Ink, Type

_COMING = 3  # a placeholder's bar takes one part in so many of its cell away
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Seen(NamedTuple):
    """A row that is seen: its place in the list, where it stands, and what is there to show."""

    row: int
    rect: QRect
    cells: tuple[Cell, ...]


class RowPainter:
    """Asks the model for whole rows: Qt's roles are never asked for while painting."""

    def __init__(
        self, model: PagedModel[Any], theme: Theme, header: TableHeader, table: QTableView
    ) -> None:
        self._model, self._theme, self._header, self._table = model, theme, header, table

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the rows that lie in a part of the table."""
        seen, line = self._seen(area), QColor(self._theme.colours.line)
        for one in seen:
            self.paint_ground(painter, one, line)
        filled = [self.words_of(one) for one in seen if one.cells]
        for section in self._shown() if filled else ():
            painter.setLayoutDirection(self._header.direction_of(section))
            self._paint_words(painter, section, filled)
            self._paint_others(painter, section, filled)
        if self._model.impatient and len(filled) < len(seen):
            self._paint_placeholders(painter, [one for one in seen if not one.cells])

    def words_of(self, one: Seen) -> Seen:
        """Return where the cells of a row stand: in all of it; a derived painter may differ."""
        return one

    def paint_ground(self, painter: QPainter, one: Seen, line: QColor) -> None:
        """Paint what lies below the words of a row."""
        theme, rect = self._theme, one.rect
        chosen = self._table.selectionModel()
        if chosen.hasSelection() and chosen.isSelected(self._model.index(one.row, 0)):
            focused = self._table.hasFocus()
            painter.fillRect(rect, theme.colour(Ground.ACCENT_SOFT if focused else Ground.HOVER))
            first = self._header.logicalIndex(0)
            current = self._table.currentIndex().row()
            if one.row == current and not self._header.isSectionHidden(first):
                colour = theme.colours.accent if focused else theme.colours.edge
                place = Lane(self.cell_rect(one, first), self._table.layoutDirection())
                painter.fillRect(place.lead(SIZES.selection_bar), QColor(colour))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), SIZES.hairline, line)

    def cell_rect(self, one: Seen, section: int) -> QRect:
        """Return where a cell of a row stands."""
        left = self._header.sectionViewportPosition(section)
        return QRect(left, one.rect.top(), self._header.sectionSize(section), one.rect.height())

    def _seen(self, area: QRect) -> list[Seen]:
        table = self._table
        first, last = table.rowAt(area.top()), table.rowAt(area.bottom())
        if first < 0:
            return []
        left, width = self._span()
        rows = range(first, (last if last >= 0 else len(self._model.ids) - 1) + 1)
        return [
            Seen(
                row,
                QRect(left, table.rowViewportPosition(row), width, table.rowHeight(row)),
                self._model.cells_at(row),
            )
            for row in rows
        ]

    def _span(self) -> tuple[int, int]:
        """Return where the columns begin, and how wide they are together."""
        header = self._header
        places = map(header.sectionViewportPosition, range(header.count()))
        return min(places), header.length()

    def _paint_words(self, painter: QPainter, section: int, filled: Sequence[Seen]) -> None:
        """Paint the cells of a column that are plain words, with as few calls as it takes."""
        theme, style, ink = self._theme, Type.BODY, Ink.TEXT
        font = theme.font(style)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        flags = self._flags(section, painter.layoutDirection())
        left, width = self._room(section)
        for one in filled:
            cell = one.cells[section]
            if not cell.is_words:
                continue
            if cell.style is not style:
                style, font = cell.style, theme.font(cell.style)
                painter.setFont(font)
            if cell.ink is not ink:
                ink = cell.ink
                painter.setPen(theme.colour(ink))
            top, height = one.rect.top(), one.rect.height() - SIZES.hairline
            words = shortened(cell.text, font, width)
            painter.drawText(left, top, width, height, flags, words)

    def _flags(self, section: int, direction: Qt.LayoutDirection) -> int:
        far = self._model.columns[section].right
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        return int(QStyle.visualAlignment(direction, side) | _ONE_LINE)

    def _room(self, section: int) -> tuple[int, int]:
        """Return where the words of a column begin, and how wide they may be."""
        header = self._header
        cell = QRect(header.sectionViewportPosition(section), 0, header.sectionSize(section), 1)
        room = header.lane(cell, section).rest()
        return room.left(), room.width()

    def _paint_others(self, painter: QPainter, section: int, filled: Sequence[Seen]) -> None:
        """Paint the cells of a column that are more than words."""
        far = self._model.columns[section].right
        for one in filled:
            cell = one.cells[section]
            if not cell.is_words:
                painter.save()
                paint_cell(painter, self._lane(one, section), self._theme, cell, far=far)
                painter.restore()

    def _paint_placeholders(self, painter: QPainter, empty: Sequence[Seen]) -> None:
        """Paint a bar into every cell of the rows that are on their way, not of those gone."""
        colour = self._theme.colour(Ground.HOVER)
        for one in empty:
            for section in self._shown() if self._model.is_coming(one.row) else ():
                lane = self._lane(one, section)
                width = lane.rest().width()
                piece = lane.lead(width - width // _COMING)
                box(painter, centred(piece, piece.width(), SPACE.s), RADIUS.s, colour)

    def _shown(self) -> list[int]:
        """Return the columns that are not left out."""
        header = self._header
        return [section for section in range(header.count()) if not header.isSectionHidden(section)]

    def _lane(self, one: Seen, section: int) -> Lane:
        inside = self.cell_rect(one, section).adjusted(0, 0, 0, -SIZES.hairline)
        return self._header.lane(inside, section)
