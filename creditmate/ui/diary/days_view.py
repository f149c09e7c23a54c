"""What the painted views of the diary share: where one is, the keys, and what is read out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMoveEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip

from creditmate.services.diary import DiaryPage
from creditmate.ui.diary.entries import Entry
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}
_UPRIGHT = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}


class DaysView(QAbstractScrollArea):
    """Arrows go from day to day and from entry to entry, with Shift they take the entry along.

    Screen readers are told the entry one is on; the list beside the views has all of them.
    """

    upright = timedelta(minutes=30)
    """By so much an entry is taken along up or down."""
    day_asked = Signal(int)
    """So many days on."""
    entry_asked = Signal(int)
    """The next entry of the day (1) or the one before (-1)."""
    chosen = Signal(object, str)
    """A day, and the key of an entry there or nothing."""
    opened = Signal(str)
    """The key of an entry; empty: the day itself."""
    moved = Signal(str, object, object)
    """The key of an entry, the day and the hour (or None) it is to stand at."""
    put_asked = Signal(object, object)
    """Something new on a day, at an hour or None."""
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme, self.name = theme, name
        self.page: DiaryPage | None = None
        self.entries: Mapping[str, Entry] = {}
        self.day: date | None = None
        self.key = ""
        self.day_said = ""
        self.now: datetime | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self.arrange)

    # ------------------------------------------------------------- what is shown
    def show_page(
        self, page: DiaryPage, entries: Mapping[str, Entry], now: datetime | None
    ) -> None:
        """Show other days."""
        self.page, self.entries, self.now = page, entries, now
        self.arrange()

    def show_now(self, now: datetime | None) -> None:
        """Draw where in the day it is."""
        self.now = now
        self.viewport().update()

    def go_to(self, day: date, key: str, said: str) -> None:
        """Be on a day and an entry there, or on none; ``said`` is the day as it is read out."""
        self.day, self.key, self.day_said = day, key, said
        self.reveal()
        self.viewport().update()
        entry = self.entries.get(key)
        self.setAccessibleDescription(f"{said}. {entry.said if entry else ''}".strip())
        # whatever is outlined has moved
        QApplication.sendEvent(self, QMoveEvent(self.pos(), self.pos()))
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    def arrange(self) -> None:
        """Lay everything out anew; a derived view says how."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Bring the entry one is on into view."""

    def rect_of(self, key: str) -> QRect:
        """Return where an entry stands in the viewport."""
        raise NotImplementedError

    def rect_of_day(self) -> QRect:
        """Return where the day one is on is told."""
        raise NotImplementedError

    def key_at(self, at: QPoint) -> str:
        """Return the key of the entry at a point of the viewport."""
        raise NotImplementedError

    def focus_outline(self) -> tuple[QRect, int]:
        """The entry one is on, else its day: just where that has an outline of its own."""
        rect = self.rect_of(self.key) if self.key in self.entries else self.rect_of_day()
        inside = rect & self.viewport().rect()
        grown = SIZES.focus + SIZES.focus_gap
        return (inside or self.viewport().rect()).adjusted(grown, grown, -grown, -grown), 0

    # ------------------------------------------------------------- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go or take the entry along, Enter opens; letters are the screen's."""
        key = int(event.key())
        along = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            event.ignore()
        elif key in _SIDEWAYS:
            days = _SIDEWAYS[key] * (-1 if self.isRightToLeft() else 1)
            self._take_along(timedelta(days=days)) if along else self.day_asked.emit(days)
        elif key in _UPRIGHT:
            step = _UPRIGHT[key]
            self._take_along(step * self.upright) if along else self.entry_asked.emit(step)
        elif event.key() in _ENTER:
            self.opened.emit(self.key)
        else:
            event.ignore()

    def _take_along(self, by: timedelta) -> None:
        entry = self.entries.get(self.key)
        if entry is None:
            return
        item = entry.item
        if not item.movable:
            self.moved.emit(item.key, item.day, item.at)  # whoever moves it says why it stays
            return
        to = item.begins + by
        if item.at is None:
            if by.days:
                self.moved.emit(item.key, to.date(), None)
        elif to.date() == item.day or abs(by) >= timedelta(days=1):
            self.moved.emit(item.key, to.date(), to.time())

    # ------------------------------------------------------------- tips and menus
    def viewportEvent(self, event: QEvent) -> bool:
        """What is cut is told in full under the pointer."""
        if isinstance(event, QHelpEvent):
            entry = self.entries.get(self.key_at(event.pos()))
            QToolTip.showText(event.globalPos(), entry.said if entry else "", self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the entry one is on, beside it if it was a key."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.rect_of(self.key).center())
        else:
            at = event.globalPos()
            key = self.key_at(self.viewport().mapFromGlobal(at))
            entry = self.entries.get(key)
            if entry is None:
                return
            self.chosen.emit(entry.item.day, key)
        if self.key:
            self.menu_asked.emit(at)
