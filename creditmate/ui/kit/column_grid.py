"""Widgets in columns of one width; as many columns as fit, so that no word is cut."""

from itertools import accumulate, islice

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from creditmate.ui.theme.tokens import SPACE


class ColumnGrid(QWidget):
    """Fills row after row in reading order; hidden widgets take no place.

    Args:
        columns: At most so many.
        gap: Between columns.
        row_gap: Between rows.
        room_for: Room is kept for so many widgets, though fewer may be seen.
        company: The last widget never has a row to itself: one of the row before joins it.
    """

    def __init__(
        self,
        columns: int,
        *,
        gap: int = SPACE.s,
        row_gap: int = SPACE.xs,
        room_for: int = 0,
        company: bool = False,
    ) -> None:
        super().__init__()
        self._columns, self._gap, self._row_gap = columns, gap, row_gap
        self._room_for, self._company = room_for, company
        self._parts: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets after those that are there."""
        for widget in widgets:
            widget.setParent(self)
            self._parts.append(widget)
        self.updateGeometry()

    def clear(self) -> None:
        """Let go of all widgets."""
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self.updateGeometry()

    def columns_at(self, width: int) -> int:
        """Return how many columns there are at a width."""
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        fitting = (width + self._gap) // (widest + self._gap) if widest else self._columns
        return max(1, min(self._columns, fitting))

    def rows_at(self, width: int) -> list[int]:
        """Return how many widgets stand in each row at a width."""
        return self._rows(len(self._seen()), self.columns_at(width))

    def _rows(self, count: int, columns: int) -> list[int]:
        rows = [min(columns, count - at) for at in range(0, count, columns)]
        if self._company and columns > 2 and rows[1:] and rows[-1] == 1:
            rows[-2:] = [columns - 1, 2]
        return rows

    def hasHeightForWidth(self) -> bool:
        """Fewer columns make more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows and the gaps between them."""
        columns = self.columns_at(width)
        heights = self._row_heights(width, columns)
        kept = -(-self._room_for // columns)
        if heights and len(heights) < kept:
            heights += [max(heights)] * (kept - len(heights))
        return sum(heights) + self._row_gap * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        """All columns side by side."""
        widest = max((part.sizeHint().width() for part in self._parts), default=0)
        width = self._columns * (widest + self._gap) - self._gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The widest part alone."""
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, 0)

    def event(self, event: QEvent) -> bool:
        """Parts that grow or shrink are put in their places anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for more columns, or fewer."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Put parts in their places that came while nobody looked: Qt asks for no layout then."""
        super().showEvent(event)
        self._arrange()

    def _seen(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _row_heights(self, width: int, columns: int) -> list[int]:
        seen, cells = self._seen(), self._cells(width, columns)
        rows, parts = self._rows(len(seen), columns), iter(seen)
        return [
            max(_height(part, cell) for part, cell in zip(islice(parts, many), cells, strict=False))
            for many in rows
        ]

    def _cells(self, width: int, columns: int) -> list[int]:
        """How wide each column is."""
        return [(width - self._gap * (columns - 1)) // columns] * columns

    def _arrange(self) -> None:
        width = self.width()
        columns = self.columns_at(width)
        cells, top = self._cells(width, columns), 0
        starts = list(accumulate(cells, lambda at, cell: at + cell + self._gap, initial=0))
        heights = self._row_heights(width, columns)
        parts = self._seen()
        rest = iter(parts)
        for high, many in zip(heights, self._rows(len(parts), columns), strict=True):
            for start, cell, part in zip(starts, cells, islice(rest, many), strict=False):
                shown = QRect(start, top, cell, high)
                part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), shown))
            top += high + self._row_gap
        self.setMinimumHeight(self.heightForWidth(width))


class OwnColumns(ColumnGrid):
    """Each column is as wide as its own words need: one long one leaves the others their place."""

    def columns_at(self, width: int) -> int:
        """Return how many columns there are at a width."""
        most = range(self._columns, 1, -1)
        return next((n for n in most if sum(self._needed(n)) + self._gap * (n - 1) <= width), 1)

    def _cells(self, width: int, columns: int) -> list[int]:
        room, needed = width - self._gap * (columns - 1), self._needed(columns)
        return [one + (room - sum(needed)) // columns for one in needed]

    def _needed(self, columns: int) -> list[int]:
        """How wide the words of each column are."""
        seen = self._seen()
        return [
            max((part.minimumSizeHint().width() for part in seen[at::columns]), default=0)
            for at in range(columns)
        ]


def _height(part: QWidget, width: int) -> int:
    wanted = part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
    return max(wanted, part.minimumSizeHint().height(), part.minimumHeight())
