"""Words to say, with the bar of a quotation where reading begins."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.ui.kit.paint import Lane
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class Quotation(QWidget):
    """A small title and the words under it, beside a bar in the accent."""

    def __init__(self, theme: Theme, title: str, said: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        column = QVBoxLayout(self)
        inset = SIZES.focus + SPACE.m
        column.setContentsMargins(inset, 0, 0, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            column.setContentsMargins(0, 0, inset, 0)
        column.setSpacing(0)
        column.addWidget(Text(theme, title, Type.SMALL, Ink.MUTED))
        column.addWidget(Paragraph(theme, said))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        bar = Lane(self.rect(), self.layoutDirection()).lead(SIZES.focus)
        QPainter(self).fillRect(bar, QColor(self._theme.colours.accent))
