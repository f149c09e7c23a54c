"""A large choice: icon, title, one sentence; up and down move among those that stand together."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def paint_radio(painter: QPainter, rect: QRect, theme: Theme, *, checked: bool) -> None:
    """Draw a radio button in the middle of ``rect``."""
    at, colours = centred(rect, SIZES.check, SIZES.check), theme.colours
    if not checked:
        box(painter, at, SIZES.check / 2, QColor(colours.surface), QColor(colours.edge))
        return
    box(painter, at, SIZES.check / 2, QColor(colours.accent))
    dot = centred(at, SIZES.radio_dot, SIZES.radio_dot)
    box(painter, dot, SIZES.radio_dot / 2, QColor(colours.on_accent))


class RadioCard(QRadioButton):
    """One of a few ways to go on; those with the same parent exclude each other."""

    entered = Signal()
    """Enter: go on with this one."""

    def __init__(self, theme: Theme, glyph: Glyph, title: str, detail: str) -> None:
        super().__init__(title)
        self._theme, self._glyph, self._detail = theme, glyph, detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    def focus_outline(self) -> tuple[QRect, int]:
        """Round like itself."""
        return self.rect(), RADIUS.l

    def sizeHint(self) -> QSize:
        """Both lines at full length."""
        theme = self._theme
        words = max(
            text_width(self.text(), theme.font(Type.HEADING)),
            text_width(self._detail, theme.font(Type.BODY)),
        )
        around = SIZES.card_icon + 2 * SPACE.l + SIZES.check + 2 * SPACE.l
        lines = theme.line(Type.HEADING) + theme.line(Type.BODY)
        return QSize(words + around, max(SIZES.card, lines + 2 * SPACE.m))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card may be clicked."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.setChecked(True)
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card in its state."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        colours = theme.colours
        ground = Ground.HOVER if self.underMouse() and not on else Ground.SURFACE
        edge = QColor(colours.accent if on else colours.line)
        thick = SIZES.focus if on else SIZES.hairline
        box(painter, self.rect(), RADIUS.l, theme.colour(ground), edge, thick)
        inside = self.rect().adjusted(SPACE.l, 0, -SPACE.l, 0)
        lane = Lane(inside, self.layoutDirection())
        self._paint_icon(painter, lane.lead(SIZES.card_icon, SPACE.l))
        paint_radio(painter, lane.trail(SIZES.check, SPACE.l), theme, checked=on)
        self._write(painter, lane.rest())

    def _paint_icon(self, painter: QPainter, piece: QRect) -> None:
        theme, on = self._theme, self.isChecked()
        place = centred(piece, SIZES.card_icon, SIZES.card_icon)
        box(painter, place, RADIUS.m, theme.colour(Ground.ACCENT_SOFT if on else Ground.SUNKEN))
        ink, ratio = Ink.ACCENT if on else Ink.MUTED, self.devicePixelRatioF()
        drawn = theme.pixmap(self._glyph, ink, ICON.notice, ratio)
        painter.drawPixmap(centred(place, ICON.notice, ICON.notice), drawn)

    def _write(self, painter: QPainter, piece: QRect) -> None:
        theme = self._theme
        painter.setLayoutDirection(self.layoutDirection())
        title, detail = theme.line(Type.HEADING), theme.line(Type.BODY)
        top = piece.top() + (piece.height() - title - detail) // 2
        upper = QRect(piece.left(), top, piece.width(), title)
        lower = QRect(piece.left(), top + title, piece.width(), detail)
        heading, body = theme.font(Type.HEADING), theme.font(Type.BODY)
        line_of_text(painter, upper, self.text(), heading, theme.colour(Ink.TEXT))
        line_of_text(painter, lower, self._detail, body, theme.colour(Ink.MUTED))

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
