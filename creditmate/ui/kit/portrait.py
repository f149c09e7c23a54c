"""The business's initials on its colour: always visible, so that nobody works in the wrong one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import box, line_of_text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, Ground, Ink, Type


def initials(name: str) -> str:
    """Return the first letters of a name's first two words, in capitals."""
    return "".join(word[0] for word in name.split()[:2]).upper()


def paint_portrait(painter: QPainter, rect: QRect, theme: Theme, name: str) -> None:
    """Draw the initials of a name on the accent."""
    box(painter, rect, RADIUS.m, QColor(theme.colours.accent))
    font = theme.font(Type.SMALL_STRONG)
    ink = theme.colour(Ink.ON_ACCENT)
    line_of_text(painter, rect, initials(name), font, ink, Qt.AlignmentFlag.AlignHCenter)


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
        font, ink = theme.font(Type.SMALL_STRONG), theme.colour(Ink.ACCENT)
        middle = Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, self.rect(), initials(self._name), font, ink, middle)
