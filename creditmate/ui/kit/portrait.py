"""The business's initials on its colour: always visible, so that nobody works in the wrong one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import box, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, Ground, Ink, Type

_EDGE = 1
"""Pixels left free on either side of initials."""


def initials(name: str) -> str:
    """Return the first letters of a name's first two words, in capitals."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def paint_portrait(painter: QPainter, rect: QRect, theme: Theme, name: str) -> None:
    """Draw the initials of a name on the accent."""
    box(painter, rect, RADIUS.m, QColor(theme.colours.accent))
    _paint_initials(painter, rect, theme, name, Ink.ON_ACCENT)


class Portrait(QWidget):
    """The initials of a business beside its name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(SIZES.portrait, SIZES.portrait)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the initials."""
        paint_portrait(QPainter(self), self.rect(), self._theme, self._name)


class PersonPortrait(QWidget):
    """The initials of a person, round and soft, beside a name that is written out."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as the discs of a story."""
        return QSize(SIZES.icon_disc, SIZES.icon_disc)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the initials."""
        painter, theme = QPainter(self), self._theme
        box(painter, self.rect(), self.height() / 2, theme.colour(Ground.ACCENT_SOFT))
        _paint_initials(painter, self.rect(), theme, self._name, Ink.ACCENT)


def _paint_initials(painter: QPainter, rect: QRect, theme: Theme, name: str, ink: Ink) -> None:
    """Large letters shrink to what the mark has room for: one with an ellipsis marks nobody."""
    text, font = initials(name), theme.font(Type.SMALL_STRONG)
    wide, room = text_width(text, font), rect.width() - 2 * _EDGE
    if wide > room:
        font = QFont(font)
        font.setPixelSize(max(1, font.pixelSize() * room // wide))
    middle = Qt.AlignmentFlag.AlignHCenter
    line_of_text(painter, rect, text, font, theme.colour(ink), middle)
