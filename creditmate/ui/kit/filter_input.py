"""The field over a list: what is typed narrows it, Down goes into it, Escape widens it again."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, Ink

_INTO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterInput(LineInput):
    """A line input with a looking glass; in a narrow window it gives way to what it stands by."""

    left = Signal()
    """Down or Enter: the focus is to go into the list."""

    def __init__(self, theme: Theme, prompt: str) -> None:
        super().__init__(theme, prompt)
        self.setPlaceholderText(prompt)
        self.setProperty("quiet", True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._glass = self.addAction(
            theme.icon(Glyph.SEARCH, Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        theme.changed.connect(self._recolour)

    def sizeHint(self) -> QSize:
        """As wide as the design has it."""
        return QSize(SIZES.filter, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The looking glass, and a few letters."""
        least = SIZES.control + self._theme.wide(SIZES.short_name)
        return QSize(least, super().minimumSizeHint().height())

    def take(self, text: str) -> None:
        """Go on with what was typed elsewhere."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.end(False)
        self.insert(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that belong to the list below."""
        if event.key() in _INTO_THE_LIST:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        self._glass.setIcon(self._theme.icon(Glyph.SEARCH, Ink.MUTED))
