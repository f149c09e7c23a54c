"""The line at the foot of the window: what holds now, and what is being done."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from creditmate.ui.kit.button import EnterPresses
from creditmate.ui.kit.glyph_label import GlyphLabel
from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.text import Text
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type


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


class StatusButton(EnterPresses):
    """A fact that can be changed here: it looks like the others, and lights up."""

    def __init__(self, theme: Theme, glyph: Glyph) -> None:
        super().__init__()
        self._theme, self._glyph, self._ink = theme, glyph, Ink.MUTED
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    def say(self, text: str, ink: Ink = Ink.MUTED) -> None:
        """Say something else, in another colour if it is of another weight."""
        self._ink = ink
        self.setText(text)
        self.setAccessibleName(text)
        self._renew()

    def sizeHint(self) -> QSize:
        """Icon and words, and the air in which it lights up."""
        wide = text_width(self.text(), self._theme.font(Type.SMALL))
        high = min(self._theme.line(Type.SMALL) + SPACE.s, SIZES.status_line)
        return QSize(ICON.small + SPACE.xs + wide + 2 * SPACE.s, high)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon and words."""
        painter, theme = QPainter(self), self._theme
        painter.setLayoutDirection(self.layoutDirection())
        lit = self.underMouse() or self.isDown()
        if lit:
            box(painter, self.rect(), RADIUS.s, theme.colour(Ground.HOVER))
        ink = Ink.TEXT if lit and self._ink is Ink.MUTED else self._ink
        lane = Lane(self.rect().adjusted(SPACE.s, 0, -SPACE.s, 0), self.layoutDirection())
        at = centred(lane.lead(ICON.small, SPACE.xs), ICON.small, ICON.small)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(at, theme.pixmap(self._glyph, ink, ICON.small, ratio))
        font = theme.font(Type.SMALL)
        line_of_text(painter, lane.rest(), self.text(), font, theme.colour(ink))

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


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
