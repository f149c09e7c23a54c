"""A short message over the status line that offers to undo, and never takes the focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QCursor,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget
from shiboken6 import isValid

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.button import Button, IconButton, Kind
from creditmate.ui.kit.feet import MessageRoom, lifted, message_rooms
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.kit.paint import box, text_width
from creditmate.ui.kit.shadow import paint_shadow
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, TOAST_SECONDS, Ground, Ink, Type

_TICK = 100  # ms between two steps of the countdown
_WORD = 400  # ms that a word of a long message is given
_MOST = 2 * SIZES.empty_text - 2 * SPACE.xl  # of words beside one another, at the design's size


class Toast(QWidget):
    """One message at a time. Time stands still while the pointer rests on it, or the focus does."""

    undone = Signal()
    """The user wants the last deed undone."""

    def __init__(
        self, theme: Theme, language: str, window: QWidget, area: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self._theme, self._window, self._area = theme, window, area or window
        self._before: QWidget | None = None
        self._rooms: list[MessageRoom] = []
        _ = words(language).gettext
        self._left = self._whole = 0
        self._text = Text(theme, "", Type.BODY)
        self._text.setWordWrap(True)
        undo_key = QKeySequence(QKeySequence.StandardKey.Undo)
        caps = shown_keys(undo_key.toString(QKeySequence.SequenceFormat.PortableText))
        self._undo = Button(theme, _("Undo"), Kind.LINK, keys=caps)
        self._close = IconButton(theme, Glyph.CLOSE, _("Close"), Kind.QUIET, small=True)
        self._lay_out()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._tick)
        self._undo.clicked.connect(self._on_undo)
        self._close.clicked.connect(self.hide)
        theme.changed.connect(self._place)
        window.installEventFilter(self)
        self.hide()

    @property
    def message(self) -> str:
        """What it tells."""
        return self._text.text()

    def tell(self, message: str, *, can_undo: bool = False) -> None:
        """Show a message for six seconds, a long one while it is read, and read it out."""
        self._text.setText(message)
        self._undo.setVisible(can_undo)
        self._left = self._whole = max(TOAST_SECONDS * 1000, len(message.split()) * _WORD)
        self._timer.start()
        self.show()
        self._place()
        self.raise_()
        QTimer.singleShot(0, self, self._place)  # a deed may lead to another place at once
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message))

    def enter(self) -> None:
        """Take the focus to Undo, because somebody asked for it; it goes back from there."""
        self._before = self._window.focusWidget()
        self._undo.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def seconds_left(self) -> float:
        """How long it will still be seen."""
        return self._left / 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to its corner."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card and how long it still stays."""
        painter, theme = QPainter(self), self._theme
        card = self.rect().adjusted(SPACE.l, SPACE.l, -SPACE.l, -SPACE.l)
        paint_shadow(painter, card, RADIUS.l)
        box(painter, card, RADIUS.l, theme.colour(Ground.SURFACE), QColor(theme.colours.line))
        track = card.adjusted(RADIUS.l, card.height() - SIZES.focus - 1, -RADIUS.l, -1)
        left = QRect(track)
        left.setWidth(track.width() * self._left // max(self._whole, 1))
        shown = QStyle.visualRect(self.layoutDirection(), track, left)
        painter.fillRect(shown, theme.colour(Ink.ACCENT))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(
            2 * SPACE.l, SPACE.l + SPACE.xs, SPACE.l + SPACE.s, SPACE.l + SPACE.xs
        )
        row.setSpacing(SPACE.m)
        for part in (self._text, self._undo, self._close):
            row.addWidget(part)
        for button in (self._undo, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _place(self) -> None:
        """Stand in the area's lower corner where reading begins, above sums and buttons."""
        window, area = self._window, self._area
        self._break_lines(area.width())
        self.adjustSize()
        size = self.sizeHint()
        low = SIZES.status_line if area is window else 0
        place = QRect(QPoint(0, area.height() - low - size.height()), size)
        place = lifted(area, QStyle.visualRect(self.layoutDirection(), area.rect(), place))
        self.setGeometry(place.translated(area.mapTo(window, QPoint(0, 0))))
        self._make_room(place.adjusted(SPACE.l, SPACE.l, -SPACE.l, -SPACE.l))

    def _break_lines(self, room: int) -> None:
        """Break a long message into lines, so that it is neither cut nor runs across the page."""
        theme, text = self._theme, self._text
        font, row = theme.font(Type.BODY), self.layout()
        edges = 0 if row is None else row.contentsMargins().left() + row.contentsMargins().right()
        beside = [part for part in (self._undo, self._close) if not part.isHidden()]
        taken = edges + sum(part.sizeHint().width() + SPACE.m for part in beside)
        most = max(min(theme.wide(_MOST), room - taken), theme.wide(SIZES.short_name))
        wide = min(text_width(text.text(), font) + SPACE.xs, most)
        text.setFixedSize(wide, max(text.heightForWidth(wide), theme.line(Type.BODY)))

    def _make_room(self, card: QRect) -> None:
        """Have what is read end above the card, where the place that is shown can do so."""
        rooms = message_rooms(self._area) if self.isVisible() else []
        self._leave_room(rooms)
        for room in rooms:
            room.reach_up_to(self._area, card)

    def _leave_room(self, others: Sequence[MessageRoom] = ()) -> None:
        """Give back what room was made, unless it is made in the same place."""
        before, self._rooms = self._rooms, list(others)
        for room in before:
            if room not in self._rooms and isValid(room):
                room.setFixedHeight(0)

    def _tick(self) -> None:
        self._place()  # sums may have grown, or another place be shown
        if self.rect().contains(self.mapFromGlobal(QCursor.pos())) or self._undo.hasFocus():
            return
        self._left -= _TICK
        self.update()
        if self._left <= 0:
            self.hide()

    def hideEvent(self, event: QEvent) -> None:
        """Nothing to undo any more."""
        self._timer.stop()
        self._leave_room()
        self._give_back()

    def _give_back(self) -> None:
        """Whoever came here by keyboard goes on where they were."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and self._undo.hasFocus():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()
