"""The cap of a key, as a hint how to do the same without the mouse."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import box, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ink, Type


def cap_size(theme: Theme, keys: str) -> QSize:
    """Return the size of a cap with these words on it."""
    width = text_width(keys, theme.font(Type.SMALL_MEDIUM)) + 2 * SPACE.xs + 2 * SIZES.hairline
    return QSize(width, theme.line(Type.SMALL) + 2 * SIZES.hairline)


def paint_key_cap(
    painter: QPainter, rect: QRect, theme: Theme, keys: str, ink: QColor | None = None
) -> None:
    """Draw a cap; with ``ink`` its outline and words take that colour, for coloured grounds."""
    border = QColor(ink) if ink else QColor(theme.colours.line)
    words = ink or theme.colour(Ink.MUTED)
    fill = None if ink else QColor(theme.colours.surface)
    box(painter, rect, RADIUS.s, fill, border)
    font = theme.font(Type.SMALL_MEDIUM)
    line_of_text(painter, rect, keys, font, words, Qt.AlignmentFlag.AlignHCenter)


class KeyCap(QWidget):
    """A cap beside what its keys do."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme, self._keys = theme, keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(keys)
        theme.changed.connect(self._renew)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return cap_size(self._theme, self._keys)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        paint_key_cap(QPainter(self), self.rect(), self._theme, self._keys)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
