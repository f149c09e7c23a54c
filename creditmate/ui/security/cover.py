"""The window's inside, and what may lie over it: as long as it does, nothing below is seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid


class Cover(QStackedWidget):
    """Shows the inside, or a card in its place; the inside keeps all that was typed in it."""

    changed = Signal(bool)
    """Whether the inside is covered now."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._had_focus: QWidget | None = None
        self.addWidget(inside)

    @property
    def is_over(self) -> bool:
        """Whether the inside is covered."""
        return self.currentWidget() is not self._inside

    def lay(self, card: QWidget) -> None:
        """Cover the inside with a card."""
        if not self.is_over:
            inside = self.window().focusWidget()
            is_below = inside is not None and self._inside.isAncestorOf(inside)
            self._had_focus = inside if is_below else None
        self.addWidget(card)
        self.setCurrentWidget(card)
        self.changed.emit(True)

    def lift(self) -> None:
        """Show the inside again; whoever was typing there goes on."""
        card = self.currentWidget()
        if self.is_over and card is not None:
            self.removeWidget(card)
            self.setCurrentWidget(self._inside)
            before, self._had_focus = self._had_focus, None
            if before is not None and isValid(before) and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit(False)
