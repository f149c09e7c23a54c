"""A day or a week as a painted grid: hours below one another, the whole day in a strip above."""

from datetime import date, time

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from creditmate.domain.diary import DiaryItem
from creditmate.ui.diary.days_view import DaysView
from creditmate.ui.diary.strip import Strip
from creditmate.ui.diary.week_layout import Spot, WeekLayout
from creditmate.ui.diary.week_paint import Dragged, WeekPainter
from creditmate.ui.theme.theme import Theme

_LEFT = Qt.MouseButton.LeftButton


class WeekView(DaysView):
    """Entries are dragged with the mouse to another day or hour; Escape lets go of them."""

    def __init__(self, theme: Theme, name: str, language: str, locale: str) -> None:
        super().__init__(theme, name)
        self._painter = WeekPainter(theme, language, locale)
        self._laid: WeekLayout | None = None
        self._strip = Strip()
        self._pressed: tuple[DiaryItem, QPoint] | None = None
        self._dragged: Dragged | None = None
        self.verticalScrollBar().valueChanged.connect(self.arrange)

    @property
    def dragged(self) -> Dragged | None:
        """What is being dragged, and over what."""
        return self._dragged

    # ------------------------------------------------------------- laying out
    def arrange(self) -> None:
        """Lay days and hours out anew."""
        if self.page is None:
            return
        size = (self.viewport().width(), self.viewport().height())
        bar, direction = self.verticalScrollBar(), self.layoutDirection()
        self._laid = WeekLayout(
            self.theme, self.page.days, size, bar.value(), direction, self._strip, self.key
        )
        bar.blockSignals(True)
        bar.setRange(0, max(self._laid.depth - self._laid.grid.height(), 0))
        bar.setPageStep(self._laid.grid.height())
        bar.setSingleStep(self._laid.hour // 2)
        if bar.value() > bar.maximum():
            bar.setValue(bar.maximum())
        bar.blockSignals(False)
        self.viewport().update()

    def fold(self) -> None:
        """Unfold what stands above the hours, or fold it up again."""
        if self._laid is not None and (self._laid.rows.more or self._strip.unfolded):
            self._strip.unfolded = not self._strip.unfolded
            self.arrange()

    def reveal(self) -> None:
        """Bring the entry one is on into view: scroll to its hour, or to its row of the strip."""
        entry = self.entries.get(self.key)
        if self._laid is None or entry is None:
            return
        if entry.item.at is None:
            if self._laid.place_of(entry.item.day) is not None and self.rect_of(self.key).isEmpty():
                self.arrange()
            return
        rect, grid, bar = self.rect_of(self.key), self._laid.grid, self.verticalScrollBar()
        if rect.top() < grid.top():
            bar.setValue(bar.value() - (grid.top() - rect.top()))
        elif rect.bottom() > grid.bottom():
            bar.setValue(bar.value() + rect.bottom() - grid.bottom())

    def rect_of(self, key: str) -> QRect:
        """Where an entry stands."""
        entry = self.entries.get(key)
        if self._laid is None or entry is None:
            return QRect()
        return self._laid.entry(entry.item)

    def rect_of_day(self) -> QRect:
        """The head of the day one is on."""
        place = None if self._laid is None or self.day is None else self._laid.place_of(self.day)
        if self._laid is None or place is None:
            return QRect()
        column = self._laid.column(place)
        return QRect(column.left(), 0, column.width(), self._laid.head)

    def key_at(self, at: QPoint) -> str:
        """The entry at a point."""
        if self._laid is None or self.page is None:
            return ""
        found = self._laid.item_at(at, self.page.items)
        return "" if found is None else found.key

    def point_at(self, day: date, at: time | None) -> QPoint:
        """Return the point of the viewport where an hour of a day begins; one in the strip."""
        if self._laid is None:
            return QPoint()
        rect = self._laid.ghost(Spot(day, at), 1)
        return rect.center() if at is None else QPoint(rect.center().x(), rect.top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths, other heights."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the week."""
        painter = QPainter(self.viewport())
        painter.setLayoutDirection(self.layoutDirection())
        if self._laid is not None and self.page is not None:
            self._painter.paint(painter, self._laid, self, self._dragged)

    # ------------------------------------------------------------- the mouse
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Come to what is pressed."""
        at = event.position().toPoint()
        if event.button() is not _LEFT or self._laid is None or self.page is None:
            return
        if self._laid.is_more(at):
            self.fold()
            return
        item = self._laid.item_at(at, self.page.items)
        spot = self._laid.spot(at)
        if item is not None:
            self._pressed = (item, at)
            self.chosen.emit(item.day, item.key)
        elif spot is not None:
            self.chosen.emit(spot.day, "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed, if it is ours to move."""
        at = event.position().toPoint()
        if self._pressed is None or self._laid is None:
            self._show_hand(at)
            return
        item, begun = self._pressed
        far = (at - begun).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and not far:
            return
        spot = self._laid.spot(self._drop_point(item, begun, at))
        self._dragged = Dragged(item, spot if item.movable else None)
        shape = Qt.CursorShape.ClosedHandCursor if item.movable else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _drop_point(self, item: DiaryItem, begun: QPoint, at: QPoint) -> QPoint:
        """The upper edge of what is dragged, as one holds it; the pointer over the strip."""
        if self._laid is None or at.y() < self._laid.top or item.at is None:
            return at
        held = begun.y() - self._laid.entry(item).top()
        return QPoint(at.x(), max(at.y() - held + self._laid.hour // 8, self._laid.top))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged where it is over."""
        if event.button() is not _LEFT:
            return
        dragged, self._pressed = self._dragged, None
        self._let_go()
        if dragged is None:
            return
        item, spot = dragged
        if spot is None and not item.movable:
            self.moved.emit(item.key, item.day, item.at)  # whoever moves it says why it stays
        elif spot is not None and (spot.day, spot.at) != (item.day, item.at):
            self.moved.emit(item.key, spot.day, spot.at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an entry; where there is none, put something there."""
        at = event.position().toPoint()
        if event.button() is not _LEFT or self._laid is None or self._laid.is_more(at):
            return
        key, spot = self.key_at(at), self._laid.spot(at)
        if key:
            self.opened.emit(key)
        elif spot is not None:
            at_half = spot.at and spot.at.replace(minute=spot.at.minute // 30 * 30)
            self.put_asked.emit(spot.day, at_half)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what is dragged."""
        if event.key() == Qt.Key.Key_Escape and self._dragged is not None:
            self._pressed = None
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._dragged = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _show_hand(self, at: QPoint) -> None:
        entry = self.entries.get(self.key_at(at))
        movable = entry is not None and entry.item.movable
        shape = Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor
        if self._laid is not None and self._laid.is_more(at):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
