"""The line of the note in which whatever the caller says first is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from creditmate.ui.kit.inputs import LineInput
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {int(Qt.Key.Key_Down): 1, int(Qt.Key.Key_Up): -1}


class FindLine(LineInput):
    """The field in which whatever the caller says first is typed; Up and Down choose below."""

    moved = Signal(int)
    entered = Signal()

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__(around.theme, name)
        self._around = around
        self._glass = self.addAction(
            around.theme.icon(Glyph.SEARCH, Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition
        )
        around.theme.changed.connect(self._recolour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys that belong to the list below."""
        if event.key() in _STEPS:
            self.moved.emit(_STEPS[event.key()])
        elif event.key() in _ENTER and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _recolour(self) -> None:
        self._glass.setIcon(self._around.theme.icon(Glyph.SEARCH, Ink.MUTED))
