"""Words on a page: one line, or a paragraph that wraps at the design's line height."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from creditmate.ui.kit.paint import text_width
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, Ink, Type

_LINE_END = "\u2028"
"""What a layout of text breaks a line at; a line feed alone it draws as nothing."""
_LONGEST_WORD = 20
"""Times the size of its letters: no word of any language is as wide in ours."""


class Text(QLabel):
    """One line of plain text; its width is kept, so it is never cut."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: Type = Type.BODY,
        ink: Ink = Ink.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._type = style
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("ink", ink.value)
        self._align()
        self._renew()
        theme.changed.connect(self._renew)

    def set_ink(self, ink: Ink) -> None:
        """Write in another colour."""
        self.setProperty("ink", ink.value)
        self.style().unpolish(self)
        self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        """Stand where reading begins, whatever script the words are in."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(side | absolute)

    def _renew(self) -> None:
        self.setFont(self._theme.font(self._type))
        self.setMinimumHeight(self._theme.line(self._type))


def break_lines(layout: QTextLayout, width: int, pitch: int) -> None:
    """Break a text into lines of a width, at the design's distance from one another."""
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        top = layout.lineCount() - 1
        line.setPosition(QPointF(0, top * pitch + (pitch - line.height()) / 2))
    layout.endLayout()


class Paragraph(QWidget):
    """Plain text that wraps; as high as its lines are at the width it gets."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        style: Type = Type.BODY,
        ink: Ink = Ink.TEXT,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        super().__init__()
        self._theme, self._text, self._type = theme, text, style
        self._ink, self._align = ink, align
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        theme.changed.connect(self._renew)

    def text(self) -> str:
        """What is written."""
        return self._text

    def set_text(self, text: str, ink: Ink | None = None) -> None:
        """Write something else, in another colour if one is given."""
        self._text = text
        self._ink = ink or self._ink
        self.setAccessibleName(text)
        self._renew()

    def hasHeightForWidth(self) -> bool:
        """Wrapping makes the height follow the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text breaks into."""
        return max(self._broken(width).lineCount(), 1) * self._theme.line(self._type)

    def sizeHint(self) -> QSize:
        """As wide as the design lets a sentence run, at most."""
        most = self._theme.wide(SIZES.empty_text)
        broken = self._broken(most)
        lines = max(broken.lineCount(), 1)
        # Half a pixel less than the words need, and the last of them would have a line of its own.
        one = ceil(broken.lineAt(0).naturalTextWidth()) if broken.lineCount() == 1 else most
        return QSize(one if self._text else 0, lines * self._theme.line(self._type))

    def minimumSizeHint(self) -> QSize:
        """At least the longest word, so that none is cut; what is no word, as a path, is broken."""
        font = self._theme.font(self._type)
        longest = max((text_width(word, font) for word in self._text.split()), default=0)
        most = round(_LONGEST_WORD * self._type.value.size * self._theme.text_scale)
        return QSize(min(longest, most), self._theme.line(self._type))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claim the height of all lines, which layouts do not always grant by themselves."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Set the lines at the design's pitch."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._ink))
        self._broken(self.width()).draw(painter, QPointF(0, 0))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """Parts in other colours; none, unless a derived class has some."""
        return []

    def _broken(self, width: int) -> QTextLayout:
        text = self._text.replace("\n", _LINE_END)
        layout = QTextLayout(text, self._theme.font(self._type))
        option = QTextOption(QStyle.visualAlignment(self.layoutDirection(), self._align))
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        break_lines(layout, width, self._theme.line(self._type))
        return layout

    def _renew(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()
