"""The sums under a table: one line of titles, one line of amounts per currency."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.feet import mark_foot
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ink, Type

_FEW = 4  # figures that are not worth two rows


@dataclass(frozen=True, slots=True)
class Figure:
    """A title and what stands under it, a line per currency.

    ``step`` is a step of the ageing stair whose colour marks the title; ``parted`` begins a
    group, with a rule before it. ``under`` is the key of a column at whose right edge it stands,
    where the bar is told where that is.
    """

    title: str
    lines: tuple[str, ...]
    step: int | None = None
    parted: bool = False
    under: str = ""


class TotalsBar(QWidget):
    """Figures at equal distances, from gutter to gutter; amounts are never cut.

    Attributes:
        edge_of: Returns where the figures of a column end, from the left; None where it is not
            seen.
    """

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.edge_of: Callable[[str], int | None] = lambda _key: None
        self._theme = theme
        self._name = name
        self._figures: Sequence[Figure] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        mark_foot(self)
        self.setAccessibleName(name)
        theme.changed.connect(self._renew)

    @property
    def figures(self) -> Sequence[Figure]:
        """What is shown."""
        return self._figures

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other figures; they are read out as one sentence."""
        self._figures = figures
        spoken = "; ".join(f"{figure.title} {', '.join(figure.lines)}" for figure in figures)
        self.setAccessibleDescription(spoken)
        self.setToolTip(spoken)
        self._renew()

    def sizeHint(self) -> QSize:
        """Two lines, and one more for every further currency; twice, where one row is too long."""
        block = self._high() * len(self._rows())
        return QSize(0, max(SIZES.totals, block + (len(self._rows()) + 1) * SPACE.s))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of rows."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figures on a sunken ground under a hairline."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(self.rect(), QColor(self._theme.colours.sunken))
        rule = QRect(0, 0, self.width(), SIZES.hairline)
        painter.fillRect(rule, QColor(self._theme.colours.line))
        inside = self.rect().adjusted(SPACE.xl, SPACE.s, -SPACE.xl, -SPACE.s)
        high = (inside.height() - (len(self._rows()) - 1) * SPACE.s) // len(self._rows())
        for place, figures in enumerate(self._rows()):
            top = inside.top() + place * (high + SPACE.s)
            self._paint_row(painter, QRect(inside.left(), top, inside.width(), high), figures)

    def _paint_row(self, painter: QPainter, row: QRect, figures: Sequence[Figure]) -> None:
        if len(figures) > 1 and (place := self._below(row, figures[-1], figures[:-1])) is not None:
            self._paint_figure(painter, place, figures[-1], 0, far=True)
            row, figures = QRect(row), figures[:-1]
            row.setRight(place.left() - SPACE.l)
        lane = Lane(row, self.layoutDirection())
        widths = self._widths(figures, row.width())
        gaps = len(widths) - 1
        gap = max((row.width() - sum(widths)) // gaps, SPACE.s) if gaps > 0 else 0
        for figure, width in zip(figures, widths, strict=True):
            self._paint_figure(painter, lane.lead(width, gap), figure, gap)

    def _below(self, row: QRect, last: Figure, others: Sequence[Figure]) -> QRect | None:
        """Where the last figure stands below its column; None where there is no room, or none."""
        edge = self.edge_of(last.under) if last.under else None
        if edge is None or self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return None
        width = max(self._amount_width(last), self._title_width(last))
        left = edge - width
        needed = sum(map(self._amount_width, others)) + SPACE.l * len(others)
        if left < row.left() + needed or edge > row.right() + 1:
            return None
        return QRect(left, row.top(), width, row.height())

    def _rows(self) -> list[Sequence[Figure]]:
        """The figures in one row, in two where even the amounts need more than one.

        The first figure says what the lines are; the second row says it again.
        """
        figures, room = self._figures, self.width() - 2 * SPACE.xl
        needed = sum(map(self._amount_width, figures)) + SPACE.s * (len(figures) - 1)
        if needed <= room or len(figures) < _FEW:
            return [figures]
        half = len(figures) // 2 + 1
        return [figures[:half], [Figure("", figures[0].lines), *figures[half:]]]

    def _high(self) -> int:
        lines = 1 + max((len(figure.lines) for figure in self._figures), default=1)
        return lines * self._theme.line(Type.BODY)

    def _widths(self, figures: Sequence[Figure], room: int) -> list[int]:
        """What every figure needs; where there is too little room, titles shorten first.

        What the amounts leave goes to the titles in their order: the first ones say most.
        """
        widths = [self._amount_width(figure) for figure in figures]
        left = room - sum(widths) - SPACE.m * (len(widths) - 1)
        for place, figure in enumerate(figures):
            more = max(min(self._title_width(figure) - widths[place], left), 0)
            widths[place] += more
            left -= more
        return widths

    def _title_width(self, figure: Figure) -> int:
        swatch = 0 if figure.step is None else SIZES.dot + SPACE.xs
        return swatch + text_width(figure.title, self._theme.font(Type.SMALL))

    def _amount_width(self, figure: Figure) -> int:
        font = self._theme.font(Type.BODY_STRONG)
        return max((text_width(line, font) for line in figure.lines), default=0)

    def _paint_figure(
        self, painter: QPainter, piece: QRect, figure: Figure, gap: int, *, far: bool = False
    ) -> None:
        theme = self._theme
        height = theme.line(Type.BODY)
        lane = Lane(QRect(piece.left(), piece.top(), piece.width(), height), self.layoutDirection())
        if figure.parted and gap >= SPACE.l:
            self._paint_rule(painter, piece, gap)
        if figure.step is not None:
            at = centred(lane.lead(SIZES.dot, SPACE.xs), SIZES.dot, SIZES.dot)
            box(painter, at, RADIUS.s / 2, QColor(theme.colours.ramp[figure.step]))
        font = theme.font(Type.SMALL)
        align = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        line_of_text(painter, lane.rest(), figure.title, font, theme.colour(Ink.MUTED), align)
        strong, ink = theme.font(Type.BODY_STRONG), theme.colour(Ink.TEXT)
        for place, line in enumerate(figure.lines, 1):
            at = QRect(piece.left(), piece.top() + place * height, piece.width(), height)
            line_of_text(painter, at, line, strong, ink, align)

    def _paint_rule(self, painter: QPainter, piece: QRect, gap: int) -> None:
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = piece.right() + gap // 2 if leftwards else piece.left() - gap // 2
        rule = QRect(left, piece.top(), SIZES.hairline, piece.height())
        painter.fillRect(rule, QColor(self._theme.colours.line))

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
