"""What an invoice comes to: net, the tax of each rate, and the whole, below the lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import Lane, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of the block; the ``whole`` stands below a rule, and stands out."""

    title: str
    amount: str
    whole: bool = False


class SumsBlock(QWidget):
    """Titles where reading begins, amounts on one edge at its end; read out as one sentence."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._lines: Sequence[SumLine] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    @property
    def lines(self) -> Sequence[SumLine]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[SumLine]) -> None:
        """Show other sums."""
        self._lines = tuple(lines)
        said = "; ".join(f"{line.title} {line.amount}" for line in lines)
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """At a calm distance from one another, or wider where a line needs that."""
        wide = max(self._theme.wide(SIZES.invoice_sums), self._needed())
        return QSize(wide, sum(self._high(line) for line in self._lines))

    def minimumSizeHint(self) -> QSize:
        """Nothing is ever cut."""
        return QSize(self._needed(), self.sizeHint().height())

    def _needed(self) -> int:
        """How wide the longest line is."""
        widths = [
            text_width(line.title, font) + SPACE.l + text_width(line.amount, font) + SPACE.s
            for line in self._lines
            for font in (self._theme.font(_style(line)),)
        ]
        return max(widths, default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the lines below one another."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        top = 0
        for line in self._lines:
            high = self._high(line)
            if line.whole:
                rule = QRect(0, top + SPACE.xs, self.width(), SIZES.hairline)
                painter.fillRect(rule, QColor(self._theme.colours.line))
            self._write(painter, QRect(0, top, self.width(), high), line)
            top += high

    def _write(self, painter: QPainter, rect: QRect, line: SumLine) -> None:
        theme, font = self._theme, self._theme.font(_style(line))
        low = rect.adjusted(0, SPACE.s if line.whole else 0, -SPACE.s, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            low.moveLeft(SPACE.s)
        lane = Lane(low, self.layoutDirection())
        at = lane.trail(text_width(line.amount, font))
        line_of_text(painter, at, line.amount, font, theme.colour(Ink.TEXT))
        ink = Ink.TEXT if line.whole else Ink.MUTED
        line_of_text(painter, lane.rest(), line.title, font, theme.colour(ink))

    def _high(self, line: SumLine) -> int:
        high = self._theme.line(_style(line)) + SPACE.xs
        return high + SPACE.s if line.whole else high


def _style(line: SumLine) -> Type:
    return Type.HEADING if line.whole else Type.BODY
