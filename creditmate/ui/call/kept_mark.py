"""Whether all that is typed of a call is kept; it stands where no scrolling takes it away."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.formats import hour
from creditmate.ui.kit.elided import Elided
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.paint import text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, Ink, Type


class KeptMark(QWidget):
    """A tick or an alarm, and a few words; since when, or why not, in the tool tip."""

    def __init__(self, theme: Theme, language: str, locale: str) -> None:
        super().__init__()
        _ = words(language).gettext
        self._locale = locale
        self._kept_words, self._lost_words = _("Saved as you type"), _("Not saved yet")
        self._at_words = _("Saved at {hour}")
        self._glyph = GlyphLabel(theme, Glyph.CHECK, Ink.POSITIVE, ICON.small)
        self._told = Elided(theme, "", Type.SMALL, Ink.MUTED)
        row = QHBoxLayout(self)
        keep_clear(row, SPACE.m, 0, 0, 0)  # in line with the form above
        row.setSpacing(SPACE.xs)
        row.addWidget(self._glyph)
        row.addWidget(self._told, 1)
        self._theme = theme
        self.show_kept(None)
        self._renew()
        theme.changed.connect(self._renew)

    def _renew(self) -> None:
        """That something is not saved is never shortened."""
        font = self._theme.font(Type.SMALL)
        self._told.setMinimumWidth(text_width(self._lost_words, font))

    @property
    def said(self) -> str:
        """What it says."""
        return self.accessibleName()

    def show_kept(self, at: datetime | None) -> None:
        """Say that everything is kept, since when in the tool tip."""
        told = "" if at is None else self._at_words.format(hour=hour(at, self._locale))
        self._say(Glyph.CHECK, Ink.POSITIVE, self._kept_words, told)

    def show_lost(self, why: str) -> None:
        """Say that what is typed is not kept, and why."""
        self._say(Glyph.ALERT, Ink.DANGER, self._lost_words, why)

    def _say(self, glyph: Glyph, ink: Ink, text: str, tip: str) -> None:
        self._glyph.show_as(glyph, ink)
        self._told.show_text(text)
        self._told.setToolTip(tip or text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
