"""The mood of the last calls as a small line; the words beside it say where it goes."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON_STROKE, SIZES, SPACE, Ink


class MoodLine(QWidget):
    """Points from the oldest call to the latest, which is larger and in the colour of its trend."""

    def __init__(self, theme: Theme, moods: Sequence[int], best: int, name: str) -> None:
        """Draw moods between 0 (worst) and ``best``; ``name`` says the trend in words."""
        super().__init__()
        self._theme, self._moods, self._best = theme, tuple(moods), best
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_moods(moods, name)
        theme.changed.connect(self.update)

    def show_moods(self, moods: Sequence[int], name: str) -> None:
        """Show other calls."""
        self._moods = tuple(moods)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """The same for every customer, so that lines can be compared."""
        return QSize(SIZES.mood_width, SIZES.mood_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and its points."""
        if not self._moods:
            return
        painter, points = QPainter(self), self._points()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._theme.colour(Ink.MUTED)
        painter.setPen(QPen(ink, ICON_STROKE))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for point in points[:-1]:
            painter.drawEllipse(point, SPACE.xs / 2, SPACE.xs / 2)
        painter.setBrush(self._trend())
        painter.drawEllipse(points[-1], SPACE.xs - 1, SPACE.xs - 1)

    def _points(self) -> list[QPointF]:
        across = self.width() - 2 * SPACE.xs
        down = self.height() - 2 * SPACE.xs
        step = across / max(len(self._moods) - 1, 1)
        start = 0 if len(self._moods) > 1 else across
        points = []
        for index, mood in enumerate(self._moods):
            x = SPACE.xs + start + index * step
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                x = self.width() - x
            points.append(QPointF(x, SPACE.xs + down * (1 - mood / self._best)))
        return points

    def _trend(self) -> QColor:
        first, last = self._moods[0], self._moods[-1]
        if last == first:
            return self._theme.colour(Ink.MUTED)
        return self._theme.colour(Ink.WARNING if last < first else Ink.POSITIVE)
