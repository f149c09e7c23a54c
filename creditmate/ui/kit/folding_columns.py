"""Columns that share the width and fold into several rows where words are too long for one."""

from abc import abstractmethod
from collections.abc import Sequence

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
    def _row_height(self, row: range) -> int:
        """How high a row of these columns is."""

    @abstractmethod
    def _paint_column(self, painter: QPainter, column: QRect, place: int) -> None:
        """Paint a column into its rectangle."""

    def hasHeightForWidth(self) -> bool:
        """Longer words need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows, and a gap between them."""
        rows = self._rows(width)
        return sum(map(self._row_height, rows)) + (len(rows) - 1) * SPACE.s

    def sizeHint(self) -> QSize:
        """All columns in one row."""
        widths = [self._column(place) for place in range(self._count())]
        return QSize(self._needed(widths), self._row_height(range(self._count())))

    def minimumSizeHint(self) -> QSize:
        """The widest column."""
        widest = max(map(self._column, range(self._count())), default=0)
        return QSize(widest, self._row_height(range(self._count())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height of all rows, which layouts do not always grant by themselves."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the rows."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        rows = self._rows(self.width())
        widths, top = self._widths(rows), 0
        for row in rows:
            place = QRect(0, top, self.width(), self._row_height(row))
            self._paint_row(painter, place, row, widths)
            top += place.height() + SPACE.s

    def _paint_row(
        self, painter: QPainter, place: QRect, row: range, widths: Sequence[int]
    ) -> None:
        spare = place.width() - sum(widths)
        gaps = max(len(widths) - 1, 1)
        left = place.left()
        for index, (number, width) in enumerate(zip(row, widths, strict=False)):
            column = QRect(left, place.top(), width, place.height())
            shown = QStyle.visualRect(self.layoutDirection(), place, column)
            self._paint_column(painter, shown, number)
            left += width + spare * (index + 1) // gaps - spare * index // gaps

    def _rows(self, width: int) -> list[range]:
        """Return the columns in as few rows of equal length as fit."""
        count = self._count()
        for lines in range(1, count):
            length = -(-count // lines)
            rows = [range(at, min(at + length, count)) for at in range(0, count, length)]
            if self._needed(self._widths(rows)) <= width:
                return rows
        return [range(at, at + 1) for at in range(count)]

    def _widths(self, rows: list[range]) -> list[int]:
        """Return how wide the columns are, whose parts stand below one another."""
        longest = max(map(len, rows), default=0)
        return [
            max(self._column(row[at]) for row in rows if at < len(row)) for at in range(longest)
        ]

    def _needed(self, widths: Sequence[int]) -> int:
        return sum(width + SPACE.s for width in widths) - SPACE.s

    def _renew(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
