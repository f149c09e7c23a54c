"""Where one is in a task of several steps: done ones ticked, the present one filled."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type


class StepLine(QWidget):
    """Numbered steps in a row; where they are too long only the present one is named.

    Read out as ``says`` tells it; it is no control.
    """

    def __init__(self, theme: Theme, steps: Sequence[str]) -> None:
        super().__init__()
        self._theme, self._steps, self._at = theme, tuple(steps), 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    @property
    def at(self) -> int:
        """The present step, from 0."""
        return self._at

    def show_step(self, at: int, says: str) -> None:
        """Show another step as the present one; ``says`` is that in words."""
        self._at = at
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a number's disc; the width is what there is."""
        return QSize(0, max(SIZES.step_disc, self._theme.line(Type.BODY)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw discs, names and the lines between."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        lane = Lane(self.rect(), self.layoutDirection())
        named = self._named_width() <= self.width()
        for at, name in enumerate(self._steps):
            if at:
                line = lane.lead(SIZES.step_gap, SPACE.m)
                place = centred(line, line.width(), SIZES.hairline)
                painter.fillRect(place, QColor(self._theme.colours.line))
            last_gap = SPACE.s if named or at == self._at else SPACE.m
            self._paint_disc(painter, lane.lead(SIZES.step_disc, last_gap), at)
            if named or at == self._at:
                self._write(painter, lane.lead(self._name_width(name), SPACE.m), at)

    def _paint_disc(self, painter: QPainter, piece: QRect, at: int) -> None:
        theme, colours = self._theme, self._theme.colours
        place = centred(piece, SIZES.step_disc, SIZES.step_disc)
        now = at == self._at
        fill = QColor(colours.accent if now else colours.surface)
        box(painter, place, SIZES.step_disc / 2, fill, None if now else QColor(colours.edge))
        if at < self._at:
            ratio = self.devicePixelRatioF()
            tick = theme.pixmap(Glyph.CHECK, Ink.MUTED, ICON.small, ratio)
            painter.drawPixmap(centred(place, ICON.small, ICON.small), tick)
            return
        ink = theme.colour(Ink.ON_ACCENT if now else Ink.MUTED)
        middle = Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, place, str(at + 1), theme.font(Type.SMALL_STRONG), ink, middle)

    def _write(self, painter: QPainter, piece: QRect, at: int) -> None:
        now = at == self._at
        font = self._theme.font(Type.BODY_STRONG if now else Type.BODY)
        ink = self._theme.colour(Ink.ACCENT if now else Ink.MUTED)
        line_of_text(painter, piece, self._steps[at], font, ink)

    def _name_width(self, name: str) -> int:
        return text_width(name, self._theme.font(Type.BODY_STRONG))

    def _named_width(self) -> int:
        names = sum(map(self._name_width, self._steps))
        discs = len(self._steps) * (SIZES.step_disc + SPACE.s + SPACE.m)
        return names + discs + (len(self._steps) - 1) * (SIZES.step_gap + SPACE.m)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
