"""Columns that share the width and fold into several rows where words are too long for one."""

from abc import abstractmethod

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE


class FoldingColumns(QWidget):
    """Leading column at one edge, last at the other, the same distance between all.

    Whoever derives says how many columns there are, how wide each is, and paints one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._renew)

    @abstractmethod
    def _count(self) -> int:
        """How many columns there are."""

    @abstractmethod
    def _column(self, place: int) -> int:
        """The width that a column needs."""

    @abstractmethod
    def _row_height(self) -> int:
        """How high a row of columns is."""

    @abstractmethod
    def _paint_column(self, painter: QPainter, column: QRect, place: int) -> None:
        """Paint a column into its rectangle."""

    def hasHeightForWidth(self) -> bool:
        """Longer words need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows, and a gap between them."""
        rows = len(self._rows(width))
        return rows * self._row_height() + (rows - 1) * SPACE.s

    def sizeHint(self) -> QSize:
        """All columns in one row."""
        return QSize(self._needed(range(self._count())), self._row_height())

    def minimumSizeHint(self) -> QSize:
        """The widest column."""
        widest = max(map(self._column, range(self._count())), default=0)
        return QSize(widest, self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height of all rows, which layouts do not always grant by themselves."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the rows."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        for index, row in enumerate(self._rows(self.width())):
            top = index * (self._row_height() + SPACE.s)
            self._paint_row(painter, QRect(0, top, self.width(), self._row_height()), row)

    def _paint_row(self, painter: QPainter, place: QRect, row: range) -> None:
        spare = place.width() - sum(map(self._column, row))
        gaps = max(len(row) - 1, 1)
        left = place.left()
        for index, number in enumerate(row):
            column = QRect(left, place.top(), self._column(number), place.height())
            shown = QStyle.visualRect(self.layoutDirection(), place, column)
            self._paint_column(painter, shown, number)
            left += column.width() + spare * (index + 1) // gaps - spare * index // gaps

    def _rows(self, width: int) -> list[range]:
        """Return the columns in as few rows of equal length as fit."""
        count = self._count()
        for lines in range(1, count):
            length = -(-count // lines)
            rows = [range(at, min(at + length, count)) for at in range(0, count, length)]
            if all(self._needed(row) <= width for row in rows):
                return rows
        return [range(at, at + 1) for at in range(count)]

    def _needed(self, row: range) -> int:
        return sum(self._column(place) + SPACE.s for place in row) - SPACE.s

    def _renew(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
