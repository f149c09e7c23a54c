"""Windows beside the window: there to be read, closed by Escape."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.shrinking import Shrinking
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ground


class ReadingDialog(QDialog):
    """A title, something to read, and a button that closes it. The window stays usable.

    Attributes:
        body: Takes what is to be read.
    """

    def __init__(self, theme: Theme, title: str, close: str, window: QWidget) -> None:
        super().__init__(window)
        self._most = window.height()
        self.setWindowTitle(title)
        self.setProperty("ground", Ground.SURFACE.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE.l)
        self.close_button = Button(theme, close)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.l)
        column.addLayout(self.body, 1)
        column.addLayout(foot)
        self._ring = FocusRing(theme, self)

    def hold(self, page: QWidget, width: int) -> None:
        """Show a page of a width as high as it is, within the window; beyond that it scrolls."""
        area = Shrinking(page, self.windowTitle())
        area.resize(width, 0)
        self.body.addWidget(area)
        self.setFixedWidth(width + 2 * SPACE.xl)
        self.resize(self.width(), min(self.sizeHint().height(), self._most))
