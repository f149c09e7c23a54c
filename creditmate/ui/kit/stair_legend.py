"""The figures under a large ageing stair: a swatch and a label over each amount."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from creditmate.ui.kit.folding_columns import FoldingColumns
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.stair import Step, spoken
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, STAIR_LARGE, Ink, Type


class StairLegend(FoldingColumns):
    """Columns that share the width; where words are too long for one row, several rows."""

    def __init__(self, theme: Theme, steps: Sequence[Step]) -> None:
        super().__init__(theme)
        self._steps = tuple(steps)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other amounts."""
        self._steps = tuple(steps)
        self.setAccessibleName(spoken(steps))
        self._renew()

    def _count(self) -> int:
        return len(self._steps)

    def _column(self, place: int) -> int:
        step = self._steps[place]
        label = text_width(step.label, self._theme.font(Type.SMALL)) + SIZES.dot + SPACE.xs
        return max(label, text_width(step.figure, self._theme.font(Type.SMALL_MEDIUM)))

    def _row_height(self, row: range) -> int:
        return self._theme.line(Type.SMALL) + self._theme.line(Type.SMALL_MEDIUM)

    def _paint_column(self, painter: QPainter, column: QRect, place: int) -> None:
        step = self._steps[place]
        theme, upper = self._theme, QRect(column)
        upper.setHeight(theme.line(Type.SMALL))
        lane = Lane(upper, self.layoutDirection())
        swatch = centred(lane.lead(SIZES.dot, SPACE.xs), SIZES.dot, SIZES.dot)
        corner = STAIR_LARGE.corner
        box(painter, swatch, corner, QColor(theme.colours.ramp[step.rank]))
        small, figures = theme.font(Type.SMALL), theme.font(Type.SMALL_MEDIUM)
        line_of_text(painter, lane.rest(), step.label, small, theme.colour(Ink.MUTED))
        lower = column.adjusted(0, upper.height(), 0, 0)
        line_of_text(painter, lower, step.figure, figures, theme.colour(Ink.TEXT))
