"""The soft shadow of what floats: drawn with the widget, no live effect."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from creditmate.ui.theme.tokens import SHADOWS


def paint_shadow(painter: QPainter, rect: QRect, radius: int) -> None:
    """Draw the design's two shadows round ``rect``, which is painted over them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for offset, blur, alpha in SHADOWS:
        for ring in range(blur, 0, -1):
            shade = QColor(Qt.GlobalColor.black)
            shade.setAlphaF(alpha / blur * (blur - ring + 1) / blur)
            painter.setBrush(shade)
            spread = rect.adjusted(-ring, offset - ring, ring, offset + ring)
            painter.drawRoundedRect(spread, radius + ring, radius + ring)
