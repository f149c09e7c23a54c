"""The buttons of the sidebar: whose ledger it is, find or do, help. On the rail icons alone."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy

from creditmate.ui.kit.button import EnterPresses
from creditmate.ui.kit.key_cap import cap_size, paint_key_cap
from creditmate.ui.kit.keys import shown_keys
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.portrait import paint_portrait
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type


class SideButton(EnterPresses):
    """An icon, words and the cap of the key that does the same; a line like those of places."""

    def __init__(self, theme: Theme, glyph: Glyph, text: str, keys: str = "") -> None:
        super().__init__(text)
        self._theme, self._glyph, self._keys = theme, glyph, shown_keys(keys) if keys else ""
        self._is_rail = self._is_shown = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setToolTip(" ".join(filter(None, (text, self._keys))))
        theme.changed.connect(self._renew)

    def become_rail(self, *, is_rail: bool) -> None:
        """Show the icon alone, or with its words."""
        self._is_rail = is_rail
        self.update()

    def mark(self, *, is_shown: bool) -> None:
        """Look like the place that is shown, or not."""
        self._is_shown = is_shown
        self.update()

    def sizeHint(self) -> QSize:
        """A line; its width is the sidebar's."""
        return QSize(0, max(SIZES.nav_line, self._theme.line(Type.BODY) + SPACE.m))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line in its state."""
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_ground(painter)
        if self._is_rail:
            at = centred(self.rect(), ICON.sidebar, ICON.sidebar)
            painter.drawPixmap(at, self._pixmap(ICON.sidebar))
            return
        self._paint_line(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._is_shown or self.underMouse() or self.isDown():
            ground = Ground.ACCENT_SOFT if self._is_shown else Ground.HOVER
            box(painter, self.rect(), RADIUS.m, self._theme.colour(ground))

    def _paint_line(self, painter: QPainter) -> None:
        theme, size = self._theme, ICON.sidebar
        lane = Lane(self.rect().adjusted(SPACE.s, 0, -SPACE.s, 0), self.layoutDirection())
        at = lane.lead(size, SIZES.nav_text - 2 * SPACE.s - size)
        painter.drawPixmap(centred(at, size, size), self._pixmap(size))
        style = Type.BODY_STRONG if self._is_shown else Type.BODY_MEDIUM
        font, ink = theme.font(style), theme.colour(self._ink)
        self._paint_cap(painter, lane, font)
        line_of_text(painter, lane.rest(), self.text(), font, ink)

    @property
    def _ink(self) -> Ink:
        return Ink.ACCENT if self._is_shown else Ink.MUTED

    def _paint_cap(self, painter: QPainter, lane: Lane, font: QFont) -> None:
        """Draw the cap at the end, unless the words need its room."""
        size = cap_size(self._theme, self._keys)
        room = lane.rest().width() - SPACE.s - size.width()
        if self._keys and text_width(self.text(), font) <= room:
            at = centred(lane.trail(size.width()), size.width(), size.height())
            paint_key_cap(painter, at, self._theme, self._keys)

    def _pixmap(self, size: int) -> QPixmap:
        return self._theme.pixmap(self._glyph, self._ink, size, self.devicePixelRatioF())

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class FindButton(SideButton):
    """Looks like the field that it opens."""

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(0, max(SIZES.control, self._theme.line(Type.BODY) + SPACE.m))

    def _paint_ground(self, painter: QPainter) -> None:
        hovered = self.underMouse() or self.isDown()
        fill = self._theme.colour(Ground.HOVER if hovered else Ground.SURFACE)
        box(painter, self.rect(), RADIUS.m, fill, QColor(self._theme.colours.line))

    def _paint_line(self, painter: QPainter) -> None:
        theme, size = self._theme, ICON.button
        lane = Lane(self.rect().adjusted(SPACE.s, 0, -SPACE.s, 0), self.layoutDirection())
        painter.drawPixmap(centred(lane.lead(size), size, size), self._pixmap(size))
        font, ink = theme.font(Type.BODY), theme.colour(Ink.MUTED)
        self._paint_cap(painter, lane, font)
        line_of_text(painter, lane.rest(), self.text(), font, ink)


class LedgerSwitch(SideButton):
    """The business's initials on its colour, its name and what sort of ledger it is."""

    def __init__(self, theme: Theme, name: str, kind: str, keys: str) -> None:
        super().__init__(theme, Glyph.SWITCH, name, keys)
        self.show_as(name, kind)

    def show_as(self, name: str, kind: str) -> None:
        """Say whose ledger is open."""
        self._kind = kind
        self.setText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(kind)
        called = ", ".join(filter(None, (name, kind)))
        self.setToolTip(" ".join(filter(None, (called, self._keys))))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the head of a page, but for some air."""
        return QSize(0, SIZES.page_head - 2 * SPACE.s)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw initials, name and kind; the initials alone on the rail."""
        painter, size = QPainter(self), SIZES.portrait
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_ground(painter)
        if self._is_rail:
            paint_portrait(painter, centred(self.rect(), size, size), self._theme, self.text())
            return
        lane = Lane(self.rect().adjusted(SPACE.s, 0, -SPACE.s, 0), self.layoutDirection())
        paint_portrait(painter, centred(lane.lead(size), size, size), self._theme, self.text())
        at = centred(lane.trail(ICON.button), ICON.button, ICON.button)
        painter.drawPixmap(at, self._pixmap(ICON.button))
        self._paint_names(painter, lane.rest())

    def _paint_names(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        name, kind = theme.line(Type.BODY), theme.line(Type.SMALL)
        if name + kind > rect.height():  # large letters: the kind is said by the tool tip
            kind = 0
        top = rect.top() + (rect.height() - name - kind) // 2
        first = QRect(rect.left(), top, rect.width(), name)
        second = QRect(rect.left(), top + name, rect.width(), kind)
        bold, ink = theme.font(Type.BODY_STRONG), theme.colour(Ink.TEXT)
        line_of_text(painter, first, self.text(), bold, ink)
        if kind:
            muted = theme.colour(Ink.MUTED)
            line_of_text(painter, second, self._kind, theme.font(Type.SMALL), muted)
