"""A row of marks: how the last few went, with a tick or a cross and a colour that says the same."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import Lane, box, centred
from creditmate.ui.kit.tag import Tone
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE


class Mark(NamedTuple):
    """One of them."""

    glyph: Glyph
    tone: Tone


class MarkRow(QWidget):
    """Marks of one width, as many as there is room for in the row; ``name`` is read out."""

    def __init__(self, theme: Theme, marks: Sequence[Mark], room_for: int, name: str) -> None:
        super().__init__()
        self._theme, self._marks, self._room_for = theme, tuple(marks), room_for
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setToolTip(name)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as a tag."""
        return QSize(self._room_for * SIZES.target, SIZES.tag)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks in the order of reading."""
        painter, theme = QPainter(self), self._theme
        width = (self.width() + SPACE.xs) // self._room_for - SPACE.xs
        lane, ratio = Lane(self.rect(), self.layoutDirection()), self.devicePixelRatioF()
        for mark in self._marks:
            place = lane.lead(width, SPACE.xs)
            box(painter, place, RADIUS.s, theme.colour(mark.tone.ground))
            image = theme.pixmap(mark.glyph, mark.tone.ink, ICON.small, ratio)
            painter.drawPixmap(centred(place, ICON.small, ICON.small), image)
