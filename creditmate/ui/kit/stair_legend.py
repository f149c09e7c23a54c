"""The figures under a large ageing stair: a swatch and a label over each amount."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.stair import Step, spoken
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, STAIR_LARGE, Ink, Type


class StairLegend(QWidget):
    """Columns that share the width; where words are too long for one row, several rows."""

    def __init__(self, theme: Theme, steps: Sequence[Step]) -> None:
        super().__init__()
        self._theme, self._steps = theme, tuple(steps)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_steps(steps)
        theme.changed.connect(self._renew)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other amounts."""
        self._steps = tuple(steps)
        self.setAccessibleName(spoken(steps))
        self._renew()

    def hasHeightForWidth(self) -> bool:
        """Longer words need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Two lines for each row of columns, and a gap between rows."""
        rows = len(self._rows(width))
        return rows * self._row_height() + (rows - 1) * SPACE.s

    def sizeHint(self) -> QSize:
        """All columns in one row."""
        return QSize(self._needed(self._steps), self._row_height())

    def minimumSizeHint(self) -> QSize:
        """The widest column."""
        widest = max((self._column(step) for step in self._steps), default=0)
        return QSize(widest, self._row_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height of all rows, which layouts do not always grant by themselves."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the rows."""
        painter = QPainter(self)
        for index, row in enumerate(self._rows(self.width())):
            top = index * (self._row_height() + SPACE.s)
            place = QRect(0, top, self.width(), self._row_height())
            self._paint_row(painter, place, row)

    def _paint_row(self, painter: QPainter, place: QRect, row: Sequence[Step]) -> None:
        spare = place.width() - sum(self._column(step) for step in row)
        left = place.left()
        for index, step in enumerate(row):
            column = QRect(left, place.top(), self._column(step), place.height())
            shown = QStyle.visualRect(self.layoutDirection(), place, column)
            self._paint_column(painter, shown, step)
            left += column.width() + spare * (index + 1) // max(len(row) - 1, 1)
            left -= spare * index // max(len(row) - 1, 1)

    def _paint_column(self, painter: QPainter, column: QRect, step: Step) -> None:
        theme, upper = self._theme, QRect(column)
        upper.setHeight(theme.line(Type.SMALL))
        lane = Lane(upper, self.layoutDirection())
        swatch = centred(lane.lead(SIZES.dot, SPACE.xs), SIZES.dot, SIZES.dot)
        corner = STAIR_LARGE.corner
        box(painter, swatch, corner, QColor(theme.colours.ramp[step.rank]))
        small, body = theme.font(Type.SMALL), theme.font(Type.BODY)
        line_of_text(painter, lane.rest(), step.label, small, theme.colour(Ink.MUTED))
        lower = column.adjusted(0, upper.height(), 0, 0)
        line_of_text(painter, lower, step.figure, body, theme.colour(Ink.TEXT))

    def _rows(self, width: int) -> list[Sequence[Step]]:
        """Return the columns in as few rows of equal length as fit."""
        for count in range(1, len(self._steps) + 1):
            length = -(-len(self._steps) // count)
            rows = [self._steps[i : i + length] for i in range(0, len(self._steps), length)]
            if all(self._needed(row) <= width for row in rows):
                return list(rows)
        return [(step,) for step in self._steps]

    def _needed(self, row: Sequence[Step]) -> int:
        return sum(self._column(step) + SPACE.s for step in row) - SPACE.s

    def _column(self, step: Step) -> int:
        label = text_width(step.label, self._theme.font(Type.SMALL)) + SIZES.dot + SPACE.xs
        return max(label, text_width(step.figure, self._theme.font(Type.BODY)))

    def _row_height(self) -> int:
        return self._theme.line(Type.SMALL) + self._theme.line(Type.BODY)

    def _renew(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
