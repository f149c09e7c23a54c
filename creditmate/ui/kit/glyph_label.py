"""An icon standing on its own, or beside words that say the same."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import centred
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, Ink


class GlyphLabel(QWidget):
    """An icon; ``name`` is read out, and empty where words beside it say the same."""

    def __init__(
        self,
        theme: Theme,
        glyph: Glyph,
        ink: Ink = Ink.MUTED,
        size: int = ICON.button,
        name: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._glyph, self._ink, self._size = theme, glyph, ink, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setToolTip(name)
        theme.changed.connect(self.update)

    def show_as(self, glyph: Glyph, ink: Ink) -> None:
        """Draw another icon."""
        self._glyph, self._ink = glyph, ink
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        ratio = self.devicePixelRatioF()
        drawn = self._theme.pixmap(self._glyph, self._ink, self._size, ratio)
        QPainter(self).drawPixmap(centred(self.rect(), self._size, self._size), drawn)
