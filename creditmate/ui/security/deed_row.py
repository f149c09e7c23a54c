"""A line of a page of settings: what it is about, a sentence, and its button at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SPACE, Ink, Type


class DeedRow(QWidget):
    """The button says what it does; the sentence what follows from it.

    Attributes:
        button: At the end of the line.
    """

    def __init__(self, theme: Theme, title: str, detail: str, verb: str) -> None:
        super().__init__()
        self.button = Button(theme, verb)
        self._title = Paragraph(theme, title, Type.BODY_MEDIUM)
        self._detail = Paragraph(theme, detail, Type.SMALL, Ink.MUTED)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._title)
        lines.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.xs, 0, SPACE.xs)
        row.setSpacing(SPACE.l)
        row.addLayout(lines, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._describe()

    def say(self, title: str, detail: str, verb: str) -> None:
        """Be about something else: what can be done follows from how it is."""
        self._title.set_text(title)
        self._detail.set_text(detail)
        self.button.rename(verb)
        self._describe()

    def _describe(self) -> None:
        self.button.setAccessibleDescription(f"{self._title.text()}. {self._detail.text()}")
