"""Painting that widgets and delegates share: boxes, lines of text, lanes that mirror."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle

from creditmate.ui.kit.text_fit import surely_fits
from creditmate.ui.theme.tokens import SIZES, SPACE


def box(  # noqa: PLR0913, PLR0917 - what a box is made of
    painter: QPainter,
    rect: QRect,
    radius: float,
    fill: QColor | None,
    border: QColor | None = None,
    width: int = SIZES.hairline,
) -> None:
    """Draw a box with round corners; its border lies wholly inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = width / 2 if border else 0.0
    painter.setPen(QPen(border, width) if border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill else QColor(Qt.GlobalColor.transparent))
    outline = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(outline, max(radius - inset, 0), max(radius - inset, 0))


def text_width(text: str, font: QFont) -> int:
    """Return how wide a line of text is, rounded up so that nothing is cut."""
    return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0


def line_of_text(  # noqa: PLR0913, PLR0917 - what a line is made of
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> None:
    """Write one line, centred in the height of ``rect``; an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    flags = QStyle.visualAlignment(painter.layoutDirection(), align)
    shown = shortened(text, font, rect.width())
    painter.drawText(
        rect, int(flags | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown
    )


def shortened(text: str, font: QFont, room: int) -> str:
    """Return a text as it is, or with an ellipsis where it does not fit."""
    if surely_fits(text, font, room):
        return text
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


class Lane:
    """A strip that is filled from both ends, mirrored where people read from the right."""

    def __init__(self, rect: QRect, direction: Qt.LayoutDirection) -> None:
        self._whole = rect
        self._left = QRect(rect)
        self._direction = direction

    def lead(self, width: int, gap: int = SPACE.s) -> QRect:
        """Take a piece where reading begins, and a gap after it."""
        piece = QRect(self._left.left(), self._left.top(), width, self._left.height())
        self._left.setLeft(self._left.left() + width + gap)
        return self._mirrored(piece)

    def trail(self, width: int, gap: int = SPACE.s) -> QRect:
        """Take a piece where reading ends, and a gap before it."""
        left = self._left.right() + 1 - width
        piece = QRect(left, self._left.top(), width, self._left.height())
        self._left.setRight(left - gap - 1)
        return self._mirrored(piece)

    def rest(self) -> QRect:
        """Return what nobody has taken."""
        return self._mirrored(self._left)

    def _mirrored(self, piece: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._whole, piece)


def centred(rect: QRect, width: int, height: int) -> QRect:
    """Return a rectangle of a size in the middle of another."""
    left = rect.left() + (rect.width() - width) // 2
    top = rect.top() + (rect.height() - height) // 2
    return QRect(left, top, width, height)
