"""The line at the foot of the window: what holds now, and what is being done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ground, Ink, Type


class StatusItem(QWidget):
    """A fact with its icon."""

    def __init__(self, theme: Theme, glyph: Glyph | None, text: str) -> None:
        super().__init__()
        self._text = Text(theme, text, Type.SMALL, Ink.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        if glyph is not None:
            row.addWidget(GlyphLabel(theme, glyph, size=ICON.small))
        row.addWidget(self._text)
        self.setAccessibleName(text)

    def say(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self.setAccessibleName(text)


class StatusLine(QWidget):
    """Facts where reading begins, work and hours at the other end."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", Ground.WINDOW.value)
        self.setProperty("rule", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(SIZES.status_line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        self._row.setSpacing(SPACE.xl)
        self._row.addStretch()
        self._leading = 0

    def add(self, item: QWidget) -> None:
        """Put a fact after the others."""
        self._row.insertWidget(self._leading, item)
        self._leading += 1

    def add_at_end(self, item: QWidget) -> None:
        """Put what is done, or when, at the other end."""
        self._row.addWidget(item)
