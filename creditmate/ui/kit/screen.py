"""What every screen has in common."""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.ui.kit.table import PagedTable


class Screen(QWidget):
    """Reloads itself when something it shows was touched: now if visible, else when next shown.

    A screen is made once and hidden when another is shown, so it keeps its state: filter,
    selection and how far it was scrolled.
    """

    shows: ClassVar[Touched] = Touched.NOTHING

    told = Signal(str)
    """A result in words: it is shown for a few seconds and read out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def reload(self) -> None:
        """Ask again for what is shown."""
        raise NotImplementedError

    def tables(self) -> Mapping[str, PagedTable[Any]]:
        """Return the tables whose columns are remembered, by the names they are kept under."""
        return {}

    def begin(self) -> None:
        """Put the focus where work on this screen begins: it was just chosen by keyboard."""
        self.setFocus()

    def on_touched(self, touched: Touched) -> None:
        """Reload now, or when next shown, if ``touched`` concerns this screen."""
        self._stale = self._stale or bool(touched & self.shows)
        self._reload_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what was touched while hidden."""
        super().showEvent(event)
        self._reload_if_stale()

    def _reload_if_stale(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()
