"""A tag: one or two words of standing beside a name, on a soft ground."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.kit.paint import box, line_of_text, text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import RADIUS, SIZES, SPACE, Ground, Ink, Type


class Tone(Enum):
    """What a colour means: a ground and what is written on it."""

    NEUTRAL = (Ground.SUNKEN, Ink.MUTED)
    ACCENT = (Ground.ACCENT_SOFT, Ink.ACCENT)
    POSITIVE = (Ground.POSITIVE_SOFT, Ink.POSITIVE)
    WARNING = (Ground.WARNING_SOFT, Ink.WARNING)
    DANGER = (Ground.DANGER_SOFT, Ink.DANGER)

    @property
    def ground(self) -> Ground:
        """The soft ground."""
        return self.value[0]

    @property
    def ink(self) -> Ink:
        """What is written on it."""
        return self.value[1]


def tag_size(theme: Theme, text: str) -> QSize:
    """Return the size of a tag with this text."""
    width = text_width(text, theme.font(Type.SMALL_MEDIUM)) + 2 * SPACE.s
    return QSize(width, max(SIZES.tag, theme.line(Type.SMALL)))


def paint_tag(painter: QPainter, rect: QRect, theme: Theme, text: str, tone: Tone) -> None:
    """Draw a tag; its words shorten where ``rect`` is narrower than it."""
    box(painter, rect, RADIUS.s, theme.colour(tone.ground))
    inside = rect.adjusted(SPACE.s, 0, -SPACE.s + 1, 0)
    font = theme.font(Type.SMALL_MEDIUM)
    line_of_text(painter, inside, text, font, theme.colour(tone.ink), Qt.AlignmentFlag.AlignHCenter)


class Tag(QWidget):
    """A tag outside lists."""

    def __init__(self, theme: Theme, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__()
        self._theme, self._text, self._tone = theme, text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self._renew)

    def show_as(self, text: str, tone: Tone) -> None:
        """Say something else."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return tag_size(self._theme, self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tag."""
        paint_tag(QPainter(self), self.rect(), self._theme, self._text, self._tone)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
