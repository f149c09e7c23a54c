"""What people type into and choose from; the style sheet draws them, we draw the arrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from creditmate.ui.kit.paint import centred
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, Ink, Type


class LineInput(QLineEdit):
    """What a person types on one line; amounts stand at the reading end."""

    def __init__(self, theme: Theme, name: str, *, amount: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        if amount:
            self.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._renew()
        theme.changed.connect(self._renew)

    def _renew(self) -> None:
        self.setFont(self._theme.font(Type.BODY))


class Choice(QComboBox):
    """One of a few; arrows and letters choose."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._renew()
        theme.changed.connect(self._renew)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling by never chooses anything."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw our own arrow where the list opens."""
        super().paintEvent(event)
        ink = Ink.TEXT if self.isEnabled() else Ink.FAINT
        end = self.rect().adjusted(self.width() - SIZES.control, 0, 0, 0)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            end.moveLeft(0)
        arrow = self._theme.pixmap(Glyph.OPEN_DOWN, ink, ICON.small, self.devicePixelRatioF())
        QPainter(self).drawPixmap(centred(end, ICON.small, ICON.small), arrow)

    def _renew(self) -> None:
        self.setFont(self._theme.font(Type.BODY))


def mark_faulty(widget: QWidget, faulty: bool) -> None:
    """Draw an input's outline as wrong, or as right again."""
    if bool(widget.property("faulty")) is not faulty:
        widget.setProperty("faulty", faulty)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
