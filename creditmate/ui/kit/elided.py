"""One line of text that gives way: an ellipsis where there is no room, all of it in a tool tip."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import Ink, Type

_LEAST = 2  # letters that are worth an ellipsis behind them


class Elided(QWidget):
    """For names whose length nobody knows, where the width is given."""

    def __init__(
        self, theme: Theme, text: str, style: Type = Type.BODY, ink: Ink = Ink.TEXT
    ) -> None:
        super().__init__()
        self._theme, self._text, self._style, self._ink = theme, text, style, ink
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(text)
        theme.changed.connect(self.updateGeometry)

    def show_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says, all of it."""
        return self._text

    def sizeHint(self) -> QSize:
        """As wide as the text wants to be, one line high."""
        width = text_width(self._text, self._theme.font(self._style))
        return QSize(width, self._theme.line(self._style))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write what there is room for; an ellipsis alone says nothing."""
        least = text_width(f"{self._text[:_LEAST]}…", self._theme.font(self._style))
        if self.width() < min(least, self.sizeHint().width()):
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        font, colour = self._theme.font(self._style), self._theme.colour(self._ink)
        line_of_text(painter, self.rect(), self._text, font, colour)
