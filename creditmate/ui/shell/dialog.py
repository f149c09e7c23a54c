"""Windows beside the window: there to be read, closed by Escape."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ground


class ReadingDialog(QDialog):
    """A title, something to read, and a button that closes it. The window stays usable.

    Attributes:
        body: Takes what is to be read.
    """

    def __init__(self, theme: Theme, title: str, close: str, window: QWidget) -> None:
        super().__init__(window)
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
