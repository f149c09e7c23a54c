"""Drawing the week: days and holidays above, the strip, hours, entries, and where one is now."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from creditmate.domain.diary import DiaryDay, DiaryItem
from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_days import day_number, weekday_short
from creditmate.i18n.diary_words import clock_words, holiday_words
from creditmate.i18n.formats import number as format_number
from creditmate.ui.diary.days_view import DaysView
from creditmate.ui.diary.entries import Entry
from creditmate.ui.diary.entry_paint import paint_entry
from creditmate.ui.diary.gathered import Block
from creditmate.ui.diary.road_paint import paint_road
from creditmate.ui.diary.week_layout import Spot, WeekLayout
from creditmate.ui.kit.paint import Lane, box, line_of_text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground, Ink, Type

_HOUR = 60
_TRAILING = Qt.AlignmentFlag.AlignRight


class Dragged(NamedTuple):
    """An entry, and the place it is over; None where it cannot be dropped."""

    item: DiaryItem
    over: Spot | None


def _seen_of(block: Block, chosen: str) -> str:
    """Which contact of a block is drawn: the chosen one, else the first."""
    return chosen if chosen in block.keys else block.keys[0]


class WeekPainter:
    """Draws what a layout has placed."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        self._theme, self._language, self._locale = theme, language, locale

    def paint(
        self, painter: QPainter, laid: WeekLayout, view: DaysView, dragged: Dragged | None
    ) -> None:
        """Draw all of it."""
        painter.fillRect(view.viewport().rect(), self._theme.colour(Ground.SURFACE))
        for place, day in enumerate(laid.days):
            self._paint_ground(painter, laid.column(place), day)
        painter.save()
        painter.setClipRect(laid.grid)
        self._paint_hours(painter, laid)
        for road in laid.roads:
            paint_road(painter, laid.road(road), road.takes, self._theme, self._locale)
        self._paint_now(painter, laid, view.now)
        self._paint_entries(painter, laid, view, timed=True)
        painter.restore()
        self._paint_head(painter, laid, view)
        self._paint_entries(painter, laid, view, timed=False)
        self._paint_more(painter, laid)
        self._paint_dragged(painter, laid, dragged)

    # ------------------------------------------------------------- ground and hours
    def _paint_ground(self, painter: QPainter, column: QRect, day: DiaryDay) -> None:
        if not day.works:
            painter.fillRect(column, self._theme.colour(Ground.SUNKEN))
        line = Lane(column, painter.layoutDirection()).lead(SIZES.hairline)
        painter.fillRect(line, QColor(self._theme.colours.line))

    def _paint_hours(self, painter: QPainter, laid: WeekLayout) -> None:
        theme = self._theme
        line, font = QColor(theme.colours.line), theme.font(Type.SMALL)
        high = theme.line(Type.SMALL)
        for minutes in range(laid.first, laid.last + 1, _HOUR):
            top = laid.hour_top(minutes)
            painter.fillRect(QRect(0, top, laid.grid.width(), SIZES.hairline), line)
            room = laid.gutter_rect(max(top - high // 2, laid.top + SIZES.hairline), high)
            if minutes == 24 * _HOUR:
                continue
            said = clock_words(time(minutes // _HOUR), self._locale)
            painter.fillRect(room, theme.colour(Ground.SURFACE))
            lane = Lane(room, painter.layoutDirection())
            lane.trail(0, SPACE.s)
            ink = theme.colour(Ink.MUTED)
            line_of_text(painter, lane.rest(), said, font, ink, _TRAILING)

    def _paint_now(self, painter: QPainter, laid: WeekLayout, now: datetime | None) -> None:
        place = None if now is None else laid.place_of(now.date())
        if now is None or place is None:
            return
        top = laid.hour_top(now.hour * _HOUR + now.minute)
        colour, column = self._theme.colour(Ink.DANGER), laid.column(place)
        painter.fillRect(QRect(column.left(), top, column.width(), SIZES.hairline), colour)
        edge = Lane(column, painter.layoutDirection()).lead(0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPoint(edge.left(), top), SIZES.dot // 2, SIZES.dot // 2)

    # ------------------------------------------------------------- entries
    def _paint_entries(
        self, painter: QPainter, laid: WeekLayout, view: DaysView, *, timed: bool
    ) -> None:
        for key, entry in view.entries.items():
            block = laid.blocks.get(key)
            if (entry.item.at is not None) is not timed or (
                block is not None and key != _seen_of(block, view.key)
            ):
                continue
            rect = laid.entry(entry.item)
            if rect.isEmpty():
                continue
            current = key == view.key and view.hasFocus()
            shown = entry if block is None or current else self._gathered(entry, block)
            paint_entry(painter, rect, shown, self._theme, current=current)

    def _paint_more(self, painter: QPainter, laid: WeekLayout) -> None:
        """How many a day has besides; once all of them are seen, that they can be folded up."""
        _, theme = words(self._language).gettext, self._theme
        for day, more in laid.rows.more.items():
            said = _("Show fewer")
            if more.hidden:
                count = format_number(more.hidden, self._locale)
                said = _("+{count} more").format(count=count)
            room = laid.more(day).adjusted(SPACE.s, 0, -SPACE.s, 0)
            font, ink = theme.font(Type.SMALL_MEDIUM), theme.colour(Ink.ACCENT)
            line_of_text(painter, room, said, font, ink)

    def _gathered(self, entry: Entry, block: Block) -> Entry:
        """How many contacts stand in one block; which they are is told one after the other."""
        count = len(block.keys)
        text = words(self._language).ngettext("{count} contact", "{count} contacts", count)
        title = text.format(count=format_number(count, self._locale))
        return replace(entry, title=title, remarks=())

    def _paint_dragged(self, painter: QPainter, laid: WeekLayout, dragged: Dragged | None) -> None:
        if dragged is None or dragged.over is None:
            return
        rect = laid.ghost(dragged.over, dragged.item.minutes)
        accent = self._theme.colour(Ink.ACCENT)
        box(painter, rect, RADIUS.s, self._theme.colour(Ground.ACCENT_SOFT), accent, SIZES.focus)
        at = dragged.over.at
        said = clock_words(at, self._locale) if at else words(self._language).gettext("all day")
        inner = rect.adjusted(SPACE.s, 0, -SPACE.s, 0)
        font = self._theme.font(Type.SMALL_STRONG)
        line_of_text(painter, inner, f"{said}  {dragged.item.name}", font, accent)

    # ------------------------------------------------------------- above
    def _paint_head(self, painter: QPainter, laid: WeekLayout, view: DaysView) -> None:
        theme, whole = self._theme, view.viewport().rect()
        page = view.page
        if page is None:
            return
        for place, day in enumerate(laid.days):
            column = laid.column(place)
            ground = Ground.SURFACE if day.works else Ground.SUNKEN
            above = QRect(column.left(), 0, column.width(), laid.top)
            painter.fillRect(above, theme.colour(ground))
            line = Lane(above, painter.layoutDirection()).lead(SIZES.hairline)
            painter.fillRect(line, QColor(theme.colours.line))
            head = QRect(column.left(), 0, column.width(), laid.head)
            self._paint_day(painter, head, day, page.today, is_here=self._is_here(day, view))
        side = laid.gutter_rect(0, laid.top)
        painter.fillRect(side, theme.colour(Ground.SURFACE))
        lane = Lane(laid.gutter_rect(laid.head, laid.pill + SPACE.s), painter.layoutDirection())
        lane.trail(0, SPACE.s)
        said = words(self._language).gettext("all day")
        font, ink = theme.font(Type.SMALL), theme.colour(Ink.MUTED)
        line_of_text(painter, lane.rest(), said, font, ink, _TRAILING)
        for top in (0, laid.head, laid.top):
            strip = QRect(0, top, whole.width(), SIZES.hairline)
            painter.fillRect(strip, QColor(theme.colours.line))

    @staticmethod
    def _is_here(day: DiaryDay, view: DaysView) -> bool:
        return (
            day.day == view.day and view.hasFocus() and len(view.page.days if view.page else ()) > 1
        )

    def _paint_day(
        self, painter: QPainter, head: QRect, day: DiaryDay, today: date, *, is_here: bool
    ) -> None:
        theme = self._theme
        if is_here:
            mark = QRect(
                head.left() + 1, head.bottom() - SIZES.diary_bar, head.width() - 1, SIZES.diary_bar
            )
            painter.fillRect(mark, theme.colour(Ink.ACCENT))
        ink = Ink.ACCENT if day.day == today else Ink.TEXT
        small, large = theme.line(Type.BODY), theme.line(Type.HEADING)
        room = head.adjusted(SPACE.s, 0, -SPACE.xs, 0)
        first = QRect(room.left(), SPACE.xs, room.width(), small)
        style = Type.BODY_STRONG if day.day == today else Type.BODY
        colour = theme.colour(ink if day.day == today else Ink.MUTED)
        line_of_text(
            painter, first, weekday_short(day.day, self._locale), theme.font(style), colour
        )
        second = QRect(room.left(), SPACE.xs + small - 2, room.width(), large)
        said = day_number(day.day, self._locale)
        line_of_text(painter, second, said, theme.font(Type.HEADING), theme.colour(ink))
        if day.holidays:
            third = QRect(room.left(), second.bottom() - 1, room.width(), theme.line(Type.SMALL))
            names = ", ".join(
                holiday_words(holiday, self._language, self._locale) for holiday in day.holidays
            )
            warning = theme.colour(Ink.WARNING)
            line_of_text(painter, third, names, theme.font(Type.SMALL_MEDIUM), warning)
