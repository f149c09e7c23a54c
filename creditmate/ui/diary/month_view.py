"""A month as painted weeks: each day with the first of its entries, and how many more."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle

from creditmate.domain.diary import DiaryDay
from creditmate.domain.diary_span import WEEK
from creditmate.i18n.catalogue import words
from creditmate.i18n.diary_days import day_number, weekday_short
from creditmate.i18n.diary_words import clock_words, holiday_words
from creditmate.i18n.formats import number
from creditmate.ui.diary.days_view import DaysView
from creditmate.ui.diary.entries import Entry
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type

_LEFT = Qt.MouseButton.LeftButton


class MonthView(DaysView):
    """Up and down go from entry to entry within the day; an entry is dragged to another day.

    Taken along up or down it goes by a week, as the days stand; Escape lets go of what is dragged.
    """

    upright = timedelta(days=WEEK)

    def __init__(self, theme: Theme, name: str, language: str, locale: str) -> None:
        super().__init__(theme, name)
        self._language, self._locale = language, locale
        self._month = 0
        self._pressed: tuple[str, QPoint] | None = None
        self._over: date | None = None
        self._fits = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # ------------------------------------------------------------- laying out
    def arrange(self) -> None:
        """Draw anew; where days stand is worked out as they are drawn."""
        self.viewport().update()

    @property
    def _head(self) -> int:
        return self.theme.line(Type.SMALL) + SPACE.s

    @property
    def _line(self) -> int:
        return self.theme.line(Type.SMALL) + SPACE.xs // 2

    @property
    def _days(self) -> Sequence[DiaryDay]:
        return self.page.days if self.page else ()

    def cell_of(self, day: date) -> QRect:
        """Return where a day stands; empty where it is not shown."""
        place = next((n for n, one in enumerate(self._days) if one.day == day), None)
        return QRect() if place is None else self._cell(place)

    def _cell(self, place: int) -> QRect:
        row, column = divmod(place, WEEK)
        rows = max(len(self._days) // WEEK, 1)
        whole, top = self.viewport().rect(), self._head
        high = whole.height() - top
        left, right = (whole.width() * edge // WEEK for edge in (column, column + 1))
        upper, lower = (top + high * edge // rows for edge in (row, row + 1))
        cell = QRect(left, upper, right - left, lower - upper)
        return QStyle.visualRect(self.layoutDirection(), whole, cell)

    def _shown(self, day: DiaryDay, cell: QRect) -> list[tuple[Entry, QRect]]:
        """The entries there is room for, and where they stand; the one one is on among them."""
        top = cell.top() + self.theme.line(Type.BODY) + SPACE.xs
        top += self._line if day.holidays else 0
        room = max((cell.bottom() - SPACE.xs - top) // self._line, 1)
        found = [self.entries[item.key] for item in day.items if item.key in self.entries]
        count = room if len(found) <= room else max(room - 1, 1)
        at = next((n for n, entry in enumerate(found) if entry.key == self.key), 0)
        first = max(at - count + 1, 0)
        return [
            (entry, QRect(cell.left() + SPACE.xs, top + row * self._line,
                          cell.width() - 2 * SPACE.xs, self._line))
            for row, entry in enumerate(found[first : first + count])
        ]  # fmt: skip

    def rect_of(self, key: str) -> QRect:
        """Where an entry stands; that of its day where there is no room for it."""
        for day in self._days:
            for entry, rect in self._shown(day, self.cell_of(day.day)):
                if entry.key == key:
                    return rect
        hidden = self.entries.get(key)
        return self.cell_of(hidden.item.day) if hidden else QRect()

    def rect_of_day(self) -> QRect:
        """The day one is on."""
        return QRect() if self.day is None else self.cell_of(self.day)

    def key_at(self, at: QPoint) -> str:
        """The entry at a point."""
        for day in self._days:
            for entry, rect in self._shown(day, self.cell_of(day.day)):
                if rect.contains(at):
                    return entry.key
        return ""

    def day_at(self, at: QPoint) -> date | None:
        """Return the day at a point."""
        cells = ((day.day, self.cell_of(day.day)) for day in self._days)
        return next((day for day, cell in cells if cell.contains(at)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other cells."""
        super().resizeEvent(event)
        self.arrange()

    # ------------------------------------------------------------- painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the month."""
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(self.viewport().rect(), self.theme.colour(Ground.SURFACE))
        for day in self._days[:WEEK]:
            cell = self.cell_of(day.day)
            room = QRect(cell.left() + SPACE.s, 0, cell.width() - 2 * SPACE.s, self._head)
            self._write(painter, room, weekday_short(day.day, self._locale), Ink.MUTED, Type.SMALL)
        for day in self._days:
            self._paint_day(painter, day, self.cell_of(day.day))

    def _paint_day(self, painter: QPainter, day: DiaryDay, cell: QRect) -> None:
        theme, page = self.theme, self.page
        line = QColor(theme.colours.line)
        if not day.works:
            painter.fillRect(cell, theme.colour(Ground.SUNKEN))
        if day.day == self._over and self._fits:
            painter.fillRect(cell, theme.colour(Ground.ACCENT_SOFT))
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), SIZES.hairline), line)
        painter.fillRect(Lane(cell, painter.layoutDirection()).lead(SIZES.hairline), line)
        is_today = page is not None and day.day == page.today
        is_here = day.day == self.day
        other = self.day is not None and (day.day.year, day.day.month) != (
            self.day.year,
            self.day.month,
        )
        ink = Ink.ACCENT if is_today else Ink.FAINT if other else Ink.TEXT
        style = Type.BODY_STRONG if is_today or is_here else Type.BODY
        top = QRect(cell.left() + SPACE.s, cell.top() + SPACE.xs // 2, cell.width() - 2 * SPACE.s,
                    theme.line(Type.BODY))  # fmt: skip
        self._write(painter, top, day_number(day.day, self._locale), ink, style)
        if day.holidays:
            names = ", ".join(holiday_words(h, self._language, self._locale) for h in day.holidays)
            below = QRect(top.left(), top.bottom(), top.width(), self._line)
            self._write(painter, below, names, Ink.WARNING, Type.SMALL_MEDIUM)
        shown = self._shown(day, cell)
        for entry, rect in shown:
            self._paint_entry(painter, rect, entry)
        self._paint_more(painter, day, cell, len(shown))
        if is_here and self.hasFocus():
            box(painter, cell, RADIUS.s, None, QColor(theme.colours.accent), SIZES.focus)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme = self.theme
        if entry.key == self.key and self.hasFocus():
            box(painter, rect, RADIUS.s, theme.colour(Ground.ACCENT_SOFT))
        lane = Lane(rect, painter.layoutDirection())
        at = centred(lane.lead(ICON.small, SPACE.xs), ICON.small, ICON.small)
        ratio = painter.device().devicePixelRatio()
        drawn = theme.pixmap(entry.look.glyph, entry.look.ink, ICON.small, ratio)
        painter.drawPixmap(at, drawn)
        item = entry.item
        hour = clock_words(item.at, self._locale) + " " if item.at else ""
        words_ink = Ink.MUTED if item.done else Ink.TEXT
        self._write(painter, lane.rest(), hour + entry.title, words_ink, Type.SMALL)

    def _paint_more(self, painter: QPainter, day: DiaryDay, cell: QRect, shown: int) -> None:
        left = len(day.items) - shown
        if left > 0:
            _ = words(self._language).gettext
            said = _("{count} more").format(count=number(left, self._locale))
            high = self._line
            room = cell.adjusted(SPACE.s, 0, -SPACE.s, 0)
            rect = QRect(room.left(), cell.bottom() - high, room.width(), high)
            self._write(painter, rect, said, Ink.MUTED, Type.SMALL_MEDIUM)

    def _write(self, painter: QPainter, rect: QRect, text: str, ink: Ink, style: Type) -> None:
        line_of_text(painter, rect, text, self.theme.font(style), self.theme.colour(ink))

    # ------------------------------------------------------------- the mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Come to what is pressed."""
        at = event.position().toPoint()
        day = self.day_at(at)
        if event.button() is _LEFT and day is not None:
            key = self.key_at(at)
            self._pressed = (key, at) if key else None
            self.chosen.emit(day, key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed, if it is ours to move."""
        if self._pressed is None:
            return
        key, begun = self._pressed
        at = event.position().toPoint()
        entry = self.entries.get(key)
        far = (at - begun).manhattanLength() >= QApplication.startDragDistance()
        if entry is not None and (far or self._over is not None):
            self._over, self._fits = self.day_at(at), entry.item.movable
            shapes = Qt.CursorShape
            shape = shapes.ClosedHandCursor if self._fits else shapes.ForbiddenCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged on the day it is over."""
        over, pressed = self._over, self._pressed
        self._let_go()
        if event.button() is _LEFT and pressed is not None and over is not None:
            entry = self.entries.get(pressed[0])
            if entry is not None and over != entry.item.day:
                self.moved.emit(entry.key, over, entry.item.at)  # or it is said why it stays

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what is dragged."""
        if event.key() == Qt.Key.Key_Escape and self._over is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._over = self._pressed = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an entry, or the day."""
        at = event.position().toPoint()
        if event.button() is _LEFT and self.day_at(at) is not None:
            self.opened.emit(self.key_at(at))
