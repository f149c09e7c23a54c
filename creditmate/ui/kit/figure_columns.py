"""A row of figures, a small title over each; one line of amounts for every currency."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from creditmate.ui.kit.folding_columns import FoldingColumns
from creditmate.ui.kit.paint import line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class TitledFigure(NamedTuple):
    """A title, and what stands under it: a line per currency, in one colour."""

    title: str
    lines: tuple[str, ...]
    ink: Ink = Ink.TEXT


class FigureColumns(FoldingColumns):
    """Figures from edge to edge; titles too long for one row make several, nothing is cut.

    Args:
        theme: The window's look.
        figures: From where reading begins.
        style: How the figures are set, below the titles.
        gap: Between two at least; strong figures want more of it than a legend does.
    """

    def __init__(
        self,
        theme: Theme,
        figures: Sequence[TitledFigure],
        style: Type = Type.BODY_STRONG,
        gap: int = SPACE.m,
    ) -> None:
        super().__init__(theme)
        self._style, self._gap = style, gap
        self._figures = tuple(figures)
        self.show_figures(figures)

    def show_figures(self, figures: Sequence[TitledFigure]) -> None:
        """Show other figures; they are read out as one sentence."""
        self._figures = tuple(figures)
        spoken = "; ".join(f"{figure.title} {', '.join(figure.lines)}" for figure in figures)
        self.setAccessibleName(spoken)
        self._renew()

    def _count(self) -> int:
        return len(self._figures)

    def _column(self, place: int) -> int:
        figure, font = self._figures[place], self._theme.font(self._style)
        widest = max((text_width(line, font) for line in figure.lines), default=0)
        return max(widest, text_width(figure.title, self._theme.font(Type.SMALL)))

    def _row_height(self, row: range) -> int:
        lines = max((len(self._figures[place].lines) for place in row), default=1)
        return self._theme.line(Type.SMALL) + lines * self._theme.line(self._style)

    def _needed(self, widths: Sequence[int]) -> int:
        return sum(widths) + self._gap * (len(widths) - 1)

    def _paint_column(self, painter: QPainter, column: QRect, place: int) -> None:
        theme, figure = self._theme, self._figures[place]
        title = QRect(column)
        title.setHeight(theme.line(Type.SMALL))
        muted = theme.colour(Ink.MUTED)
        line_of_text(painter, title, figure.title, theme.font(Type.SMALL), muted)
        font, ink = theme.font(self._style), theme.colour(figure.ink)
        at = title.translated(0, title.height())
        at.setHeight(theme.line(self._style))
        for line in figure.lines:
            line_of_text(painter, at, line, font, ink)
            at.translate(0, at.height())
