"""Segments: one of a few that stand joined; arrow keys choose."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type


class SegmentText(NamedTuple):
    """What a segment says: a key for the program, words and perhaps an icon for the reader."""

    key: str
    label: str
    glyph: Glyph | None = None


class Segment(QToolButton):
    """One of the joined buttons."""

    def __init__(self, theme: Theme, says: SegmentText) -> None:
        super().__init__()
        self._theme, self.says = theme, says
        self.setText(says.label)
        self.setCheckable(True)
        self.setAccessibleName(says.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as when it is chosen, so that choosing moves nothing."""
        width = text_width(self.says.label, self._theme.font(Type.BODY_STRONG))
        width += ICON.button + SPACE.xs + 2 * SPACE.s if self.says.glyph else 2 * SPACE.m
        return QSize(width, max(SIZES.control, self._theme.line(Type.BODY) + SPACE.m))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write icon and words; the row draws the ground."""
        painter, theme, on = QPainter(self), self._theme, self.isChecked()
        font = theme.font(Type.BODY_STRONG if on else Type.BODY_MEDIUM)
        ink = Ink.ACCENT if on else Ink.MUTED
        wide = text_width(self.says.label, font)
        wide += ICON.button + SPACE.xs if self.says.glyph else 0
        lane = Lane(centred(self.rect(), wide, self.height()), self.layoutDirection())
        if self.says.glyph:
            at = centred(lane.lead(ICON.button, SPACE.xs), ICON.button, ICON.button)
            drawn = theme.pixmap(self.says.glyph, ink, ICON.button, self.devicePixelRatioF())
            painter.drawPixmap(at, drawn)
        line_of_text(painter, lane.rest(), self.says.label, font, theme.colour(ink))


class Segments(QWidget):
    """One of a few: the Tab key stops at the chosen one, arrow keys choose its neighbours."""

    chosen = Signal(str)
    """The key of the segment that the user chose."""

    def __init__(
        self, theme: Theme, name: str, segments: Sequence[SegmentText], *, is_input: bool = False
    ) -> None:
        """Lay them out; ``is_input`` draws the outline of something that is filled in."""
        super().__init__()
        self._theme, self._is_input = theme, is_input
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons = [Segment(theme, says) for says in segments]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons:
            self._group.addButton(button)
            row.addWidget(button)
            button.toggled.connect(self.update)
            button.clicked.connect(self._on_clicked)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    @property
    def key(self) -> str | None:
        """The key of the chosen segment, if one is chosen."""
        return next((b.says.key for b in self._buttons if b.isChecked()), None)

    def choose(self, key: str) -> None:
        """Choose a segment, or none with an unknown key, without telling anybody."""
        self._group.setExclusive(False)  # else the last one chosen could not be let go
        for button in self._buttons:
            button.setChecked(button.says.key == key)
        self._group.setExclusive(True)
        chosen, tab, click = self.key, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for button in self._buttons:  # as Qt does it for what the user chooses
            button.setFocusPolicy(tab if chosen in {None, button.says.key} else click)

    def begin(self) -> None:
        """Put the focus on the chosen one, else on the first."""
        chosen = (button for button in self._buttons if button.isChecked())
        next(chosen, self._buttons[0]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the chosen part of it, and the lines between."""
        painter, colours = QPainter(self), self._theme.colours
        edge = QColor(colours.edge if self._is_input else colours.line)
        box(painter, self.rect(), RADIUS.m, QColor(colours.surface), edge)
        inside = QPainterPath()
        inside.addRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS.m - 1, RADIUS.m - 1)
        painter.setClipPath(inside)
        for button in self._buttons:
            self._paint_ground(painter, button)

    def _paint_ground(self, painter: QPainter, button: Segment) -> None:
        place, colours = button.geometry(), self._theme.colours
        if button.isChecked():
            painter.fillRect(place, self._theme.colour(Ground.ACCENT_SOFT))
        if place.right() < self.rect().right():
            line = QRect(place.right(), place.top(), SIZES.hairline, place.height())
            painter.fillRect(line, QColor(colours.line))

    def _on_clicked(self) -> None:
        if self.key is not None:
            self.chosen.emit(self.key)
