"""What something is called, and its standing: beside each other, or below where that is long."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.tag import Tag
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Type

_Way = QBoxLayout.Direction


class TitleLine(QWidget):
    """Neither is ever cut: the tag goes below the title, and the title wraps."""

    def __init__(self, theme: Theme, title: str, tag: Tag) -> None:
        super().__init__()
        self._theme, self._title, self._tag = theme, title, tag
        self._box = QBoxLayout(_Way.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE.s)
        self._box.addWidget(Paragraph(theme, title, Type.HEADING))
        self._box.addWidget(tag, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the tag to where there is room for it."""
        super().resizeEvent(event)
        title = text_width(self._title, self._theme.font(Type.HEADING))
        fits = title + SPACE.s + self._tag.sizeHint().width() <= self.width()
        self._box.setDirection(_Way.LeftToRight if fits else _Way.TopToBottom)
        self._box.setSpacing(SPACE.s if fits else SPACE.xs)
