"""Painting the time on the road: hatched, with how long the way takes where there is room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from creditmate.i18n.bidi import apart
from creditmate.i18n.distances import duration_words
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SPACE, Ground, Ink, Type


def paint_road(painter: QPainter, rect: QRect, takes: int, theme: Theme, locale: str) -> None:
    """Draw a way; ``takes`` is how many minutes it takes, 0 where nobody said so."""
    if rect.isEmpty():
        return
    _hatch(painter, rect, QColor(theme.colours.line))
    line = theme.line(Type.SMALL)
    if takes and rect.height() >= line:
        _label(painter, rect, apart(duration_words(takes, locale)), theme)


def _hatch(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, SPACE.xs))
    high = rect.height() + SPACE.xs
    for left in range(rect.left() - high, rect.right() + SPACE.xs, 2 * SPACE.s - SPACE.xs):
        painter.drawLine(left, rect.top() + high, left + high, rect.top())
    painter.restore()


def _label(painter: QPainter, rect: QRect, said: str, theme: Theme) -> None:
    font, high = theme.font(Type.SMALL), theme.line(Type.SMALL)
    wide = ICON.small + 3 * SPACE.xs + text_width(said, font)
    room = rect.width() - 2 * SPACE.s
    if room < wide:
        return
    strip = QRect(rect.left(), rect.top() + (rect.height() - high) // 2, rect.width(), high)
    lane = Lane(strip, painter.layoutDirection())
    lane.lead(0, SPACE.s)
    ground = lane.lead(wide, 0)
    box(painter, ground, RADIUS.s, theme.colour(Ground.SURFACE))
    inside = Lane(ground, painter.layoutDirection())
    inside.lead(0, SPACE.xs)
    at = centred(inside.lead(ICON.small, SPACE.xs), ICON.small, ICON.small)
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(at, theme.pixmap(Glyph.TRAVEL, Ink.MUTED, ICON.small, ratio))
    line_of_text(painter, inside.rest(), said, font, theme.colour(Ink.MUTED))
