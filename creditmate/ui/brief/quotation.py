"""Words to say, with the bar of a quotation where reading begins."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.paint import Lane
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class Quotation(QWidget):
    """The words beside a bar in the accent, under a small title if there is none above it."""

    def __init__(self, theme: Theme, title: str, said: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(title or said)
        self.setAccessibleDescription(said if title else "")
        column = QVBoxLayout(self)
        inset = SIZES.focus + SPACE.m
        keep_clear(column, inset, 0, 0, 0)
        column.setSpacing(0)
        if title:
            column.addWidget(Text(theme, title, Type.SMALL, Ink.MUTED))
        column.addWidget(Paragraph(theme, said))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        bar = Lane(self.rect(), self.layoutDirection()).lead(SIZES.focus)
        QPainter(self).fillRect(bar, QColor(self._theme.colours.accent))
