"""Buttons: one primary on a page, plain ones beside it, quiet ones and icons."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from creditmate.ui.kit.key_cap import cap_size, paint_key_cap
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, OFF, RADIUS, SIZES, SPACE, Ground, Ink, Type


class Kind(Enum):
    """How much a button asks for."""

    PRIMARY = auto()
    PLAIN = auto()
    QUIET = auto()
    LINK = auto()


class Look(NamedTuple):
    """What a button is painted with; ``None`` is left out."""

    fill: Ground | None
    bordered: bool
    ink: Ink


_LOOKS = {
    Kind.PRIMARY: (Look(Ground.ACCENT, False, Ink.ON_ACCENT), Ground.ACCENT_HOVER),
    Kind.PLAIN: (Look(Ground.SURFACE, True, Ink.TEXT), Ground.HOVER),
    Kind.QUIET: (Look(None, False, Ink.MUTED), Ground.HOVER),
    Kind.LINK: (Look(None, False, Ink.ACCENT), None),
}
_STYLES = {
    Kind.PRIMARY: Type.BODY_STRONG,
    Kind.PLAIN: Type.BODY_MEDIUM,
    Kind.QUIET: Type.BODY_MEDIUM,
    Kind.LINK: Type.SMALL_MEDIUM,
}


def look(kind: Kind, enabled: bool, hovered: bool) -> Look:
    """Return what a button of a kind is painted with."""
    calm, hover = _LOOKS[kind]
    if not enabled:
        filled = kind in {Kind.PRIMARY, Kind.PLAIN}
        return Look(Ground.HOVER if filled else None, filled, Ink.FAINT)
    return calm._replace(fill=hover) if hovered else calm


class EnterPresses(QPushButton):
    """Pressed by Enter as well as by Space; it draws itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press once, however long the key is held."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


class Button(EnterPresses):
    """A button with words, and perhaps an icon before or after them and a key's cap at the end.

    Space presses it; so does Enter, which a phone at the ear makes the natural key.
    """

    def __init__(  # noqa: PLR0913 - all that a button may have
        self,
        theme: Theme,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        glyph: Glyph | None = None,
        after: Glyph | None = None,
        keys: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self._theme, self._kind, self._glyph, self._keys = theme, kind, glyph, keys
        self._after, self._small = after, small
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self._renew)

    def refuse(self, reason: str) -> None:
        """Disable, and say why to whoever rests on it."""
        self.setEnabled(False)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def allow(self) -> None:
        """Enable again."""
        self.setEnabled(True)
        self.setToolTip(self._tip)
        self.setAccessibleDescription("")

    def become(self, kind: Kind) -> None:
        """Ask for more or less: a page has one primary button at a time."""
        self._kind = kind
        self._renew()

    def rename(self, text: str, glyph: Glyph | None = None) -> None:
        """Take another verb, such as the channel's, and its icon if one is given."""
        self._glyph = glyph or self._glyph
        self.setText(text)
        self.setAccessibleName(text)
        self._renew()

    def sizeHint(self) -> QSize:
        """What its parts need, and no less than a finger's breadth."""
        pad = 0 if self._kind is Kind.LINK else SPACE.m
        return QSize(self._content_width() + 2 * pad, self._height())

    def minimumSizeHint(self) -> QSize:
        """Words are never cut; the cap, which only reminds, goes where there is no room."""
        return self.sizeHint() - QSize(self._cap_width(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and cap in the middle."""
        painter = QPainter(self)
        shown = look(self._kind, self.isEnabled(), self.underMouse() or self.isDown())
        fill = self._theme.colour(shown.fill) if shown.fill else None
        border = QColor(self._theme.colours.line) if shown.bordered else None
        if fill or border:
            box(painter, self.rect(), RADIUS.m, fill, border)
        self._paint_content(painter, shown.ink)

    def _paint_content(self, painter: QPainter, ink: Ink) -> None:
        theme, colour = self._theme, self._theme.colour(ink)
        with_cap = self.width() >= self.sizeHint().width()
        width = self._content_width() - (0 if with_cap else self._cap_width())
        middle = centred(self.rect(), min(width, self.width()), self.height())
        lane = Lane(middle, self.layoutDirection())
        ratio = self.devicePixelRatioF()
        if not self.isEnabled() and not self.text():
            painter.setOpacity(OFF)  # an icon alone tells by its ink less than words do
        if self._glyph:
            at = centred(lane.lead(ICON.button), ICON.button, ICON.button)
            painter.drawPixmap(at, theme.pixmap(self._glyph, ink, ICON.button, ratio))
        if self._keys and with_cap:
            size = cap_size(theme, self._keys)
            at = centred(lane.trail(size.width()), size.width(), size.height())
            on_accent = colour if self._kind is Kind.PRIMARY else None
            paint_key_cap(painter, at, theme, self._keys, on_accent)
        if self._after:
            at = centred(lane.trail(ICON.button), ICON.button, ICON.button)
            painter.drawPixmap(at, theme.pixmap(self._after, ink, ICON.button, ratio))
        align = Qt.AlignmentFlag.AlignHCenter
        line_of_text(painter, lane.rest(), self.text(), self._font(), colour, align)

    def _content_width(self) -> int:
        parts = [text_width(self.text(), self._font())] if self.text() else []
        parts += [ICON.button] if self._glyph else []
        parts += [ICON.button] if self._after else []
        return sum(parts) + SPACE.s * (len(parts) - 1) + self._cap_width()

    def _cap_width(self) -> int:
        """The key's cap and the gap before it."""
        return cap_size(self._theme, self._keys).width() + SPACE.s if self._keys else 0

    def _font(self) -> QFont:
        return self._theme.font(_STYLES[self._kind])

    def _height(self) -> int:
        least = SIZES.control_small if self._small or self._kind is Kind.LINK else SIZES.control
        return max(least, self._theme.line(_STYLES[self._kind]) + SPACE.s)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """A square button with an icon only; its name is read out and shown as a tool tip."""

    def __init__(
        self, theme: Theme, glyph: Glyph, name: str, kind: Kind = Kind.PLAIN, *, small: bool = False
    ) -> None:
        super().__init__(theme, "", kind, glyph=glyph, small=small)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tip = name
        self.setAccessibleName(name)
        self.setToolTip(name)

    def rename(self, text: str, glyph: Glyph | None = None) -> None:
        """Take another name, and another icon if one is given."""
        self._glyph, self._tip = glyph or self._glyph, text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Square."""
        return QSize(self._height(), self._height())


class NameLink(Button):
    """A link that is a name: of unknown length, it gives way; all of it is in the tool tip."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, Kind.LINK)
        self.setToolTip(name)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        least = self._theme.wide(SIZES.short_name)
        return self.sizeHint().boundedTo(QSize(least, self._height()))
