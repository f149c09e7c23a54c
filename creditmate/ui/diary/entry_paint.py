"""Painting one entry: its ground and edge, icon, title, and what to know below."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from creditmate.ui.diary.entries import Entry
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ink, Type

_LEAST_FOR_ICON = 3  # times the icon


def paint_entry(
    painter: QPainter, rect: QRect, entry: Entry, theme: Theme, *, current: bool
) -> None:
    """Draw an entry; one that clashes has an edge of danger, and its words say why."""
    look, colours = entry.look, theme.colours
    outlined = entry.item.done
    ground = theme.colour(look.ground)
    edge = QColor(colours.line) if outlined else None
    box(painter, rect, RADIUS.s, ground, edge)
    lane = Lane(rect, painter.layoutDirection())
    if entry.item.at is not None or entry.clashes:
        bar = lane.lead(SIZES.diary_bar, SPACE.xs)
        painter.fillRect(bar, theme.colour(look.ink))
    else:
        lane.lead(0, SPACE.xs)
    lane.trail(0, SPACE.xs)
    _paint_words(painter, lane.rest(), entry, theme)
    if current:
        box(painter, rect, RADIUS.s, None, QColor(colours.accent), SIZES.focus)


def _paint_words(painter: QPainter, room: QRect, entry: Entry, theme: Theme) -> None:
    line = theme.line(Type.SMALL)
    count = max((room.height() - SPACE.xs) // line, 1)
    high = line if count == 1 else min(count, 1 + len(entry.remarks)) * line
    top = room.top() + (room.height() - line) // 2 if count == 1 else room.top() + SPACE.xs
    first = QRect(room.left(), top, room.width(), line)
    lane = Lane(first, painter.layoutDirection())
    if room.width() >= _LEAST_FOR_ICON * ICON.small:
        at = centred(lane.lead(ICON.small, SPACE.xs), ICON.small, ICON.small)
        ratio = painter.device().devicePixelRatio()
        drawn = theme.pixmap(entry.look.glyph, entry.look.ink, ICON.small, ratio)
        painter.drawPixmap(at, drawn)
    style = Type.SMALL if entry.item.done else Type.SMALL_MEDIUM
    words = Ink.MUTED if entry.item.done else Ink.TEXT
    line_of_text(painter, lane.rest(), entry.title, theme.font(style), theme.colour(words))
    clash = entry.clashes
    for place, remark in enumerate(entry.remarks[: max(high // line - 1, 0)], 1):
        below = QRect(room.left(), top + place * line, room.width(), line)
        ink = Ink.DANGER if clash and place == 1 else Ink.MUTED
        line_of_text(painter, below, remark, theme.font(Type.SMALL), theme.colour(ink))
