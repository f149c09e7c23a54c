"""How much of a whole is done, as a small ring beside the words that say it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, Ink

_TOP = 90 * 16  # Qt counts sixteenths of a degree, from three o'clock
_ROUND = 360 * 16


class Ring(QWidget):
    """Fills clockwise from the top; decoration only, the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._done, self._of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, done: int, of: int) -> None:
        """Show how many of all are done."""
        self._done, self._of = done, of
        self.update()

    def sizeHint(self) -> QSize:
        """As large as an icon in a line."""
        return QSize(ICON.button, ICON.button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, and over it what is done."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = SIZES.focus
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(self._theme.colours.line), SIZES.focus))
        painter.drawEllipse(place)
        if self._done:
            pen = QPen(self._theme.colour(Ink.POSITIVE), SIZES.focus)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(place, _TOP, -_ROUND * self._done // max(self._of, 1))
