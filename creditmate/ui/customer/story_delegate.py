"""Paints a happening: its day, a disc on the line of time, title, words, and what ends the row."""

from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from creditmate.i18n.formats import days_to_measure
from creditmate.i18n.story_account_words import Told
from creditmate.ui.customer.story_look import look_of
from creditmate.ui.customer.story_model import StoryModel
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.tag import Tone, paint_tag, tag_size
from creditmate.ui.kit.text import break_lines
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ground, Ink, Type

_PAD = (SIZES.work_line - Type.BODY.value.line - Type.SMALL.value.line) // 2
"""Above and below the lines of a row, as on Today."""
Index = QModelIndex | QPersistentModelIndex


def date_room(theme: Theme, locale: str) -> int:
    """Return how wide the column of days is: no day of the year is cut in it."""
    font = theme.font(Type.BODY)
    widest = max(text_width(day, font) for day in days_to_measure(locale))
    return max(theme.wide(SIZES.story_date) + SPACE.m, widest + SPACE.xs)


class StoryDelegate(QStyledItemDelegate):
    """Rows are as high as their words; heights are kept until the width is another one."""

    def __init__(self, model: StoryModel, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._model, self._theme, self._view = model, theme, view
        self._heights: dict[int, int] = {}
        self._width = 0
        self._date = date_room(theme, model.locale)
        model.modelReset.connect(self._heights.clear)
        theme.changed.connect(self._renew)

    def _renew(self) -> None:
        self._heights.clear()
        self._date = date_room(self._theme, self._model.locale)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are at the view's width."""
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._heights.clear()
        place = index.row()
        if place not in self._heights:
            self._heights[place] = self._height(self._model.told_at(place), width)
        return QSize(width, self._heights[place])

    def _height(self, told: Told, width: int) -> int:
        lines = self._theme.line(Type.BODY)
        if told.text:
            room = self._lane(QRect(0, 0, width, lines)).rest().width() - SPACE.xl
            lines += self._broken(told.text, room).lineCount() * self._theme.line(Type.BODY)
        return max(lines, SIZES.icon_disc) + 2 * _PAD

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        shown = cast("_Shown", option)  # the stubs leave the fields of options out
        painter.save()
        painter.setLayoutDirection(self._view.layoutDirection())
        if shown.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            self._paint_selection(painter, shown.rect)
        self._paint_time(painter, shown.rect, index.row())
        self._paint_words(painter, shown.rect, self._model.told_at(index.row()))
        painter.restore()

    def _paint_selection(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect, self._theme.colour(Ground.ACCENT_SOFT))
        bar = Lane(rect, painter.layoutDirection()).lead(SIZES.selection_bar)
        painter.fillRect(bar, QColor(self._theme.colours.accent))

    # ------------------------------------------------------------- day and disc
    def _paint_time(self, painter: QPainter, rect: QRect, place: int) -> None:
        theme = self._theme
        lane = Lane(rect.adjusted(SPACE.xl, 0, -SPACE.xl, 0), painter.layoutDirection())
        date = lane.lead(self._date, 0)
        line = QRect(date.left(), rect.top() + _PAD, date.width(), theme.line(Type.BODY))
        day, year = self._model.day_at(place)
        line_of_text(painter, line, day, theme.font(Type.BODY), theme.colour(Ink.MUTED))
        line.translate(0, line.height())
        line_of_text(painter, line, year, theme.font(Type.SMALL), theme.colour(Ink.FAINT))
        self._paint_disc(painter, lane.lead(SIZES.icon_disc), place)

    def _paint_disc(self, painter: QPainter, column: QRect, place: int) -> None:
        """The line of time runs from disc to disc and ends with the oldest happening."""
        theme, size = self._theme, SIZES.icon_disc
        top = column.top() + _PAD + (theme.line(Type.BODY) - size) // 2
        disc = QRect(column.left(), top, size, size)
        thread = centred(column, SIZES.story_line, column.height())
        above, below = QRect(thread), QRect(thread)
        above.setBottom(disc.top())
        below.setTop(disc.bottom())
        colour = QColor(theme.colours.line)
        if place:
            painter.fillRect(above, colour)
        if place + 1 < self._model.rowCount() or self._model.canFetchMore(QModelIndex()):
            painter.fillRect(below, colour)
        look = look_of(self._model.event_at(place))
        box(painter, disc, size / 2, theme.colour(Ground.SUNKEN))
        ratio = painter.device().devicePixelRatio()
        image = theme.pixmap(look.glyph, look.ink, ICON.button, ratio)
        painter.drawPixmap(centred(disc, ICON.button, ICON.button), image)

    # ------------------------------------------------------------- words
    def _lane(self, rect: QRect) -> Lane:
        """Where the words go: beside day and disc, within the page's gutter."""
        lane = Lane(rect, self._view.layoutDirection())
        lane.lead(SPACE.xl + self._date + SIZES.icon_disc, SPACE.m)
        beside = self._view.width() - self._view.viewport().width()
        lane.trail(max(SPACE.xl - beside, 0), 0)
        return lane

    def _paint_words(self, painter: QPainter, rect: QRect, told: Told) -> None:
        theme = self._theme
        title = QRect(rect.left(), rect.top() + _PAD, rect.width(), theme.line(Type.BODY))
        lane = self._lane(title)
        self._paint_end(painter, lane, told)
        font = theme.font(Type.BODY_STRONG)
        name, tag = text_width(told.title, font), tag_size(theme, told.tag)
        room = lane.rest().width()
        tagged = bool(told.tag) and name + SPACE.s + tag.width() <= room
        line_of_text(painter, lane.lead(min(name, room)), told.title, font, theme.colour(Ink.TEXT))
        if tagged:
            at = centred(lane.lead(tag.width()), tag.width(), tag.height())
            paint_tag(painter, at, theme, told.tag, Tone.NEUTRAL)
        if told.text:
            below = self._lane(title.translated(0, title.height())).rest()
            self._paint_text(painter, below, told.text)

    def _paint_end(self, painter: QPainter, lane: Lane, told: Told) -> None:
        if not told.end:
            return
        font = self._theme.font(Type.BODY_STRONG if told.is_amount else Type.SMALL)
        ink = self._theme.colour(Ink.TEXT if told.is_amount else Ink.MUTED)
        at = lane.trail(text_width(told.end, font), SPACE.m)
        line_of_text(painter, at, told.end, font, ink)

    def _paint_text(self, painter: QPainter, room: QRect, text: str) -> None:
        width = room.width() - SPACE.xl
        left = room.left()
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = room.right() + 1 - width
        painter.setPen(self._theme.colour(Ink.MUTED))
        self._broken(text, width).draw(painter, QPointF(left, room.top()))

    def _broken(self, text: str, width: int) -> QTextLayout:
        layout = QTextLayout(text, self._theme.font(Type.BODY))
        direction = self._view.layoutDirection()
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading)
        option = QTextOption(align)
        option.setTextDirection(direction)
        layout.setTextOption(option)
        break_lines(layout, width, self._theme.line(Type.BODY))
        return layout


class _Shown(Protocol):
    """What Qt says of the row to paint."""

    rect: QRect
    state: QStyle.StateFlag
