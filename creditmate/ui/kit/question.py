"""A decision that cannot be left to the program: asked over the window, which waits for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type


class Question(QDialog):
    """What is the matter, what follows from it, and two answers.

    Enter and Escape give the safe one, which leaves everything as it is; the other one has to be
    gone to.

    Attributes:
        safe: The button of the safe answer.
        other: The button of the other one.
        ring: Shows where the next key goes; the window's own ends at the window.
    """

    decided = Signal()
    """The other answer was given."""

    def __init__(self, theme: Theme, window: QWidget, safe: str, other: str) -> None:
        super().__init__(window)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", Ground.SURFACE.value)
        self.setFixedWidth(theme.wide(SIZES.dialog))
        self._title = Paragraph(theme, "", Type.HEADING)
        self._detail = Paragraph(theme, "", Type.BODY, Ink.MUTED)
        self.safe, self.other = Button(theme, safe, Kind.PRIMARY), Button(theme, other)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addStretch()
        foot.addWidget(self.other)
        foot.addWidget(self.safe)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.s)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addSpacing(SPACE.l)
        column.addLayout(foot)
        self.safe.clicked.connect(self.reject)
        self.other.clicked.connect(self._on_other)
        self.ring = FocusRing(theme, self)
        self.safe.setFocus()

    @property
    def said(self) -> tuple[str, str]:
        """What is the matter, and what follows from it."""
        return self._title.text(), self._detail.text()

    def say(self, title: str, detail: str) -> None:
        """Say what is the matter now."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self._title.set_text(title)
        self._detail.set_text(detail)

    def _on_other(self) -> None:
        self.accept()
        self.decided.emit()
