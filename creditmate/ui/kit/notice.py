"""A note above a list or a form: what happened to the ledger, and what would mend it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.paint import box
from creditmate.ui.kit.tag import Tone
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SPACE, Ink, Type

_GLYPHS = {
    Tone.NEUTRAL: Glyph.INFO,
    Tone.ACCENT: Glyph.INFO,
    Tone.POSITIVE: Glyph.DONE,
    Tone.WARNING: Glyph.ALERT,
    Tone.DANGER: Glyph.ALERT,
}


class Notice(QWidget):
    """Icon, a strong sentence, a muted one, and perhaps a button, on a soft ground."""

    def __init__(
        self, theme: Theme, tone: Tone, title: str, detail: str = "", action: Button | None = None
    ) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        row.setSpacing(SPACE.m)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(GlyphLabel(theme, _GLYPHS[tone], tone.ink, ICON.notice), 0, middle)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Paragraph(theme, title, Type.BODY_STRONG))
        if detail:
            words.addWidget(Paragraph(theme, detail, Type.BODY, Ink.MUTED))
        row.addLayout(words, 1)
        if action is not None:
            row.addWidget(action, 0, middle)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        box(QPainter(self), self.rect(), RADIUS.m, self._theme.colour(self._tone.ground))
