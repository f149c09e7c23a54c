"""The timer as it is shown: running on a positive ground, stopped on a quiet one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.i18n.call_words import timer_words
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground, Ink, Type


class TimerPill(QWidget):
    """A dot and the time; figures are tabular, so it does not wobble."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._seconds, self._running = 0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_time(0, running=False)

    def show_time(self, seconds: int, *, running: bool) -> None:
        """Show another time."""
        wider = len(timer_words(seconds)) != len(timer_words(self._seconds))
        self._seconds, self._running = seconds, running
        self.setAccessibleName(f"{self._name} {timer_words(seconds)}")
        if wider:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Dot, time and room round them."""
        width = text_width(timer_words(self._seconds), self._theme.font(Type.BODY_STRONG))
        return QSize(width + SIZES.dot + SPACE.s + 2 * SPACE.m, SIZES.control)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, dot and time."""
        painter, theme = QPainter(self), self._theme
        ground = Ground.POSITIVE_SOFT if self._running else Ground.HOVER
        ink = theme.colour(Ink.POSITIVE if self._running else Ink.MUTED)
        box(painter, self.rect(), RADIUS.m, theme.colour(ground))
        inside: QRect = self.rect().adjusted(SPACE.m, 0, -SPACE.m + 1, 0)
        lane = Lane(inside, Qt.LayoutDirection.LeftToRight)
        dot = centred(lane.lead(SIZES.dot), SIZES.dot, SIZES.dot)
        box(painter, dot, SIZES.dot / 2, ink)
        text = timer_words(self._seconds)
        line_of_text(painter, lane.rest(), text, theme.font(Type.BODY_STRONG), ink)
