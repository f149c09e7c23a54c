"""One line of text that gives way: an ellipsis where there is no room, all of it in a tool tip.

Where there are shorter words for it, they come before the ellipsis.
"""

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
        self._shorter: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(text)
        theme.changed.connect(self.updateGeometry)

    def show_text(self, text: str, *shorter: str) -> None:
        """Show other words.

        Args:
            text: All of it.
            shorter: The same in ever less room; the first that fits is shown in its place.
        """
        self._text, self._shorter = text, shorter
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says, all of it."""
        return self._text

    @property
    def shown(self) -> str:
        """What there is room for: all of it, or the first of the shorter ones that fits."""
        font = self._theme.font(self._style)
        said = (self._text, *self._shorter)
        return next((one for one in said if text_width(one, font) <= self.width()), said[-1])

    def sizeHint(self) -> QSize:
        """As wide as the text wants to be, one line high."""
        width = text_width(self._text, self._theme.font(self._style))
        return QSize(width, self._theme.line(self._style))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write what there is room for; an ellipsis alone says nothing."""
        font, text = self._theme.font(self._style), self.shown
        least = text_width(f"{text[:_LEAST]}…", font)
        if self.width() < min(least, text_width(text, font)):
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        line_of_text(painter, self.rect(), text, font, self._theme.colour(self._ink))
