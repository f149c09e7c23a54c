"""The look as it is now: which colours, which text size; tells widgets when that changes."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from creditmate.ui.theme.fonts import font, load_fonts
from creditmate.ui.theme.icons import Glyph, Icons
from creditmate.ui.theme.palette import palette
from creditmate.ui.theme.qss import sheet
from creditmate.ui.theme.tokens import DARK, ICON, LIGHT, Colours, Ground, Ink, Type


class Appearance(StrEnum):
    """What the user chose; the system's choice may change while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}
"""What the system draws round our windows; unknown means that it follows itself."""


class Theme(QObject):
    """The window's look. Made once, by ``app``, and passed to whatever is drawn.

    Widgets that keep a font, a size or an icon of it renew them when it has ``changed``.
    """

    changed = Signal()

    def __init__(self, appearance: Appearance = Appearance.SYSTEM, text_scale: float = 1.0) -> None:
        super().__init__()
        load_fonts()
        self._icons = Icons()
        self._appearance = appearance
        self._text_scale = text_scale
        self._fonts: dict[Type, QFont] = {}
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[appearance])
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._appearance

    @property
    def text_scale(self) -> float:
        """The user's text size; 1.0 is the design's own."""
        return self._text_scale

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are shown now."""
        if self._appearance is Appearance.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK

    @property
    def colours(self) -> Colours:
        """The colours shown now."""
        return DARK if self.is_dark else LIGHT

    def colour(self, name: Ink | Ground) -> QColor:
        """Return a token as Qt's colour."""
        return QColor(self.colours.of(name))

    def font(self, style: Type) -> QFont:
        """Return the font of a style at the user's text size."""
        if style not in self._fonts:
            self._fonts[style] = font(style, self._text_scale)
        return self._fonts[style]

    def line(self, style: Type) -> int:
        """Return the height of a line of a style at the user's text size."""
        return round(style.value.line * self._text_scale)

    def wide(self, pixels: int) -> int:
        """Return a width that text has to fit into, at the user's text size."""
        return round(pixels * self._text_scale)

    def pixmap(
        self, glyph: Glyph, ink: Ink, size: int = ICON.button, ratio: float = 1.0
    ) -> QPixmap:
        """Return an icon to paint, sharp at a device pixel ratio."""
        return self._icons.pixmap(glyph, self.colours.of(ink), size, ratio)

    def icon(self, glyph: Glyph, ink: Ink = Ink.TEXT, size: int = ICON.button) -> QIcon:
        """Return an icon for menus and Qt's own widgets; faint when disabled."""
        return self._icons.icon(glyph, self.colours.of(ink), self.colours.faint, size)

    def choose(self, appearance: Appearance, text_scale: float | None = None) -> None:
        """Show another appearance, and another text size if one is given."""
        self._appearance = appearance
        self._text_scale = self._text_scale if text_scale is None else text_scale
        self._renew()

    def dress(self) -> None:
        """Give the application this look: font, palette, style sheet."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("the theme needs a QApplication to dress")
        app.setFont(self.font(Type.BODY))
        app.setPalette(palette(self.colours))
        app.setStyleSheet(sheet(self.colours))

    def _follow_system(self) -> None:
        if self._appearance is Appearance.SYSTEM:
            self._renew()

    def _renew(self) -> None:
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self._appearance])
        self._fonts.clear()
        self.dress()
        self.changed.emit()
