"""What people type into and choose from; the style sheet draws them, we draw the arrow."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from creditmate.ui.kit.paint import centred, text_width
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ink, Type

_LETTERS = 8  # that are seen of what is chosen, however narrow its place is
_FIGURES = 64  # of an amount that stands alone, at the design's size of text
_EDGES = 2 * SPACE.s + SPACE.xs  # left and right of what is typed, and the caret
_LABEL_EDGES = 2  # pixels that styles leave free around the words of what is chosen


class LineInput(QLineEdit):
    """What a person types on one line; amounts stand at the reading end."""

    def __init__(self, theme: Theme, name: str, *, amount: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._wide: tuple[int, int] | None = None
        self._is_whole = False
        if amount:
            self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._renew()
        theme.changed.connect(self._renew)

    def be_wide(self, pixels: int, text: int | None = None) -> None:
        """Be of one width, which grows with the size of text once that needs more.

        Args:
            pixels: At the design's size of text.
            text: What of it is needed there; all of it if nothing is said.
        """
        self._wide = pixels, pixels if text is None else text
        self._renew()

    def show_whole(self) -> None:
        """Be at least as wide as what stands in it: figures are never cut."""
        self._is_whole = True
        self.textChanged.connect(self._renew_width)
        self._renew()

    def _renew(self) -> None:
        self.setFont(self._theme.font(Type.BODY))
        self._renew_width()

    def _renew_width(self) -> None:
        if self._wide is not None:
            pixels, text = self._wide
            self.setFixedWidth(max(pixels, self._theme.wide(text)))
        elif self._is_whole:
            need = text_width(self.text(), self._theme.font(Type.BODY)) + _EDGES
            self.setMinimumWidth(max(need, self._theme.wide(_FIGURES)))


class Choice(QComboBox):
    """One of a few; arrows and letters choose."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._renew()
        theme.changed.connect(self._renew)

    def be_as_wide_as_its_place(self) -> None:
        """Ask for no room of its own: what is too long is cut, and told under the pointer."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling by never chooses anything."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw our own arrow where the list opens, and shorten words that are too long."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._shown(option)
        if self.currentIndex() < 0:
            faint = self.palette().placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, faint)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        ink = Ink.TEXT if self.isEnabled() else Ink.FAINT
        end = self.rect().adjusted(self.width() - SIZES.control, 0, 0, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            end.moveLeft(0)
        arrow = self._theme.pixmap(Glyph.OPEN_DOWN, ink, ICON.small, self.devicePixelRatioF())
        painter.drawPixmap(centred(end, ICON.small, ICON.small), arrow)

    def event(self, event: QEvent) -> bool:
        """What is cut is told in full, unless there is something else to say."""
        if isinstance(event, QHelpEvent) and not self.toolTip():
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            cut = self._shown(option) != self._said()
            QToolTip.showText(event.globalPos(), self._said() if cut else "", self)
            return True
        return super().event(event)

    def _said(self) -> str:
        """What is chosen, or what is to be done where nothing is."""
        return self.placeholderText() if self.currentIndex() < 0 else self.currentText()

    def _shown(self, option: QStyleOptionComboBox) -> str:
        """What it says, as far as there is room for it."""
        part = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        room = self.style().subControlRect(box, option, part, self).width()
        how = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self._said(), how, room - _LABEL_EDGES)

    def _renew(self) -> None:
        self.setFont(self._theme.font(Type.BODY))


def mark_faulty(widget: QWidget, faulty: bool) -> None:
    """Draw an input's outline as wrong, or as right again."""
    if bool(widget.property("faulty")) is not faulty:
        widget.setProperty("faulty", faulty)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
