"""A place with nothing in it: what is so, what comes next, and the one action."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button, Kind
from creditmate.ui.kit.drawing import Drawing, Picture
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ink, Type


class EmptyWords(NamedTuple):
    """A fact, what comes next, the action's verb, and a quiet link; the last two may be empty."""

    fact: str
    next: str
    action: str = ""
    link: str = ""


class EmptyState(QWidget):
    """Drawing, sentence of fact, sentence of what comes next, action; in the middle.

    Also for what could not be shown (``Picture.WENT_WRONG``): the fact says what happened, the
    next sentence that nothing is lost, the action tries again.
    """

    acted = Signal()
    linked = Signal()

    def __init__(self, theme: Theme, picture: Picture, says: EmptyWords) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self._fact = Paragraph(theme, says.fact, Type.TITLE, align=middle)
        self._next = Paragraph(theme, says.next, Type.BODY, Ink.MUTED, align=middle)
        self.setAccessibleName(says.fact)
        self.setAccessibleDescription(says.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.xl)
        column.setSpacing(SPACE.s)
        column.addStretch()
        column.addWidget(Drawing(theme, picture), 0, middle)
        column.addSpacing(SPACE.l)
        for words in (self._fact, self._next):
            column.addWidget(words, 0, middle)
        column.addSpacing(SPACE.s)
        self.action = self._button(theme, column, says.action, Kind.PRIMARY)
        self.action.clicked.connect(self.acted)
        self.link = self._button(theme, column, says.link, Kind.LINK)
        self.link.clicked.connect(self.linked)
        column.addStretch()
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Lines grow with their letters, and break in the same places."""
        for words in (self._fact, self._next):
            words.setFixedWidth(self._theme.wide(SIZES.empty_text))

    def _button(self, theme: Theme, column: QVBoxLayout, text: str, kind: Kind) -> Button:
        button = Button(theme, text, kind)
        button.setParent(self)  # first: shown without one it would be a window for a moment
        button.setVisible(bool(text))
        if text:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button
