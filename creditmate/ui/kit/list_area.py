"""Where a list stands, or says in its place why there is nothing in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from creditmate.ui.kit.drawing import Picture
from creditmate.ui.kit.empty_state import EmptyState, EmptyWords
from creditmate.ui.theme.theme import Theme


class ListArea(QStackedWidget):
    """Shows the list as long as nobody says that it is empty."""

    acted = Signal()
    """What the empty place offers was chosen."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__()
        self._theme, self._list = theme, view
        self._none: EmptyState | None = None
        self.addWidget(view)

    @property
    def none(self) -> EmptyState | None:
        """What is said in the list's place; None while the list is shown."""
        return self._none

    @property
    def entry(self) -> QWidget | None:
        """Where work begins: in the list, or on the one thing to do; None if there is neither."""
        if self._none is None:
            return self._list
        return None if self._none.action.isHidden() else self._none.action

    def show_list(self) -> None:
        """Show the list."""
        had_focus = self._has_focus
        if self._none is not None:
            self.removeWidget(self._none)
            self._none.deleteLater()
            self._none = None
        if had_focus:  # what it was on is going: a key pressed next would go to the sidebar
            self._list.setFocus()

    def show_none(self, picture: Picture, says: EmptyWords) -> None:
        """Say why the list is empty, and offer the way out."""
        had_focus = self._has_focus
        self.show_list()
        self._none = EmptyState(self._theme, picture, says)
        self._none.acted.connect(self.acted)
        self.addWidget(self._none)
        self.setCurrentWidget(self._none)
        if had_focus and self.entry is not None:
            self.entry.setFocus()

    @property
    def _has_focus(self) -> bool:
        """Whether the list, or the one thing to do in its place, has the focus."""
        none = self._none
        return self._list.hasFocus() or (none is not None and none.action.hasFocus())
