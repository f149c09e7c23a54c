"""The program's mark, as on its icon."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.theme.tokens import SIZES

MARK_FILE = Path(__file__).parents[3] / "resources" / "mark" / "creditmate.svg"
"""Beside the package, in the source tree and in the frozen program alike."""


class Mark(QWidget):
    """The mark in its own colours, in light and dark alike; its name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing = QSvgRenderer(str(MARK_FILE), self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(SIZES.mark, SIZES.mark)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        self._drawing.render(QPainter(self), QRectF(self.rect()))
