"""A tick box with its words: Space ticks it."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle

from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.text import break_lines
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ink, Type


def paint_check(
    painter: QPainter, rect: QRect, theme: Theme, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """Draw a tick box in the middle of ``rect``: empty, ticked, or ticked in part."""
    at, colours = centred(rect, SIZES.check, SIZES.check), theme.colours
    if state is Qt.CheckState.Unchecked:
        fill = QColor(colours.surface if enabled else colours.hover)
        box(painter, at, RADIUS.s, fill, QColor(colours.edge))
        return
    box(painter, at, RADIUS.s, QColor(colours.accent if enabled else colours.edge))
    glyph = Glyph.CHECK if state is Qt.CheckState.Checked else Glyph.SOME
    mark = theme.pixmap(glyph, Ink.ON_ACCENT, ICON.small, painter.device().devicePixelRatioF())
    painter.drawPixmap(centred(at, ICON.small, ICON.small), mark)


class CheckRow(QCheckBox):
    """A tick box; without words where a table's column says what is ticked."""

    def __init__(self, theme: Theme, text: str, name: str = "") -> None:
        """Make it with words beside it, or with a ``name`` that is only read out."""
        super().__init__(text)
        self._theme = theme
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)

    def focus_outline(self) -> tuple[QRect, int]:
        """The box, not the words, carries the focus."""
        return centred(self.box_room(), SIZES.check, SIZES.check), RADIUS.s

    def box_room(self) -> QRect:
        """Where the box stands in the middle."""
        return Lane(self.rect(), self.layoutDirection()).lead(SIZES.check)

    def sizeHint(self) -> QSize:
        """Box and words, high enough to be hit."""
        wide = text_width(self.text(), self._theme.font(Type.BODY))
        width = SIZES.check + (SPACE.s + wide if wide else 0)
        return QSize(width, max(SIZES.target, self._theme.line(Type.BODY)))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The words may be clicked as well."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words."""
        painter, lane = QPainter(self), Lane(self.rect(), self.layoutDirection())
        enabled = self.isEnabled()
        lane.lead(SIZES.check)  # taken by the box
        paint_check(painter, self.box_room(), self._theme, self.checkState(), enabled=enabled)
        ink = self._theme.colour(Ink.TEXT if enabled else Ink.FAINT)
        self.paint_words(painter, lane.rest(), ink)

    def paint_words(self, painter: QPainter, room: QRect, ink: QColor) -> None:
        """Write the words beside the box."""
        line_of_text(painter, room, self.text(), self._theme.font(Type.BODY), ink)

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()


class CheckSentence(CheckRow):
    """A tick box whose words are a sentence: they wrap where there is no room for one line."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """The box, and the longest word."""
        font = self._theme.font(Type.BODY)
        longest = max((text_width(word, font) for word in self.text().split()), default=0)
        return QSize(SIZES.check + SPACE.s + longest, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Wrapping makes the height follow the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words break into."""
        lines = self._broken(width - SIZES.check - SPACE.s).lineCount()
        return max(lines * self._theme.line(Type.BODY), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height of all lines, which layouts do not always grant by themselves."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def box_room(self) -> QRect:
        """The box belongs to the first line."""
        room, line = super().box_room(), self._theme.line(Type.BODY)
        lines = self._broken(self.width() - SIZES.check - SPACE.s).lineCount()
        return QRect(room.left(), self._top(lines), room.width(), line)

    def paint_words(self, painter: QPainter, room: QRect, ink: QColor) -> None:
        """Write the lines in the middle of the height."""
        broken = self._broken(room.width())
        painter.setPen(ink)
        broken.draw(painter, QPointF(room.left(), self._top(broken.lineCount())))

    def _top(self, lines: int) -> int:
        return (self.height() - lines * self._theme.line(Type.BODY)) // 2

    def _broken(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self._theme.font(Type.BODY))
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        option = QTextOption(align)
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        break_lines(layout, max(width, 1), self._theme.line(Type.BODY))
        return layout

    def _renew(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        super()._renew()
