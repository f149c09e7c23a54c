"""The field of Find or do: it keeps the focus and passes on the keys of the list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import Ink

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class SearchField(LineInput):
    """A line input with a looking glass."""

    moved = Signal(int)
    """So many lines down; up if below zero."""
    entered = Signal()
    left = Signal()
    """Escape."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._glass = self.addAction(
            theme.icon(Glyph.SEARCH, Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        theme.changed.connect(self._recolour)

    def event(self, event: QEvent) -> bool:
        """Tab would leave the pop-up: it moves down instead, and Shift+Tab up."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TAB:
                self.moved.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that belong to the list below."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        self._glass.setIcon(self._theme.icon(Glyph.SEARCH, Ink.MUTED))
