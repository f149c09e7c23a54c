"""What every screen has in common."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched

if TYPE_CHECKING:
    from creditmate.ui.kit.table import PagedTable


class Screen(QWidget):
    """Reloads itself when something it shows was touched: now if visible, else when next shown.

    A screen is made once and hidden when another is shown, so it keeps its state: filter,
    selection and how far it was scrolled.
    """

    shows: ClassVar[Touched] = Touched.NOTHING

    told = Signal(str)
    """A result in words: it is shown for a few seconds and read out."""
    told_besides = Signal(str)
    """More of what was told last, beside it."""
    told_undo = Signal(str, object)
    """The same, and what undoes it: work for the database thread that returns ``Touched``."""
    wanted = Signal(object)
    """A ``Wish``: where to go next."""
    changed = Signal(Touched)
    """What this screen has just written, for all screens."""
    counted = Signal(str)
    """What stands at the end of the place's line in the sidebar: a count, a timer, or nothing."""
    stands = Signal(bool)
    """Whether a place that has a line only while something is open there is to have it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def reload(self) -> None:
        """Ask again for what is shown."""
        raise NotImplementedError

    def take(self, wish: object) -> None:
        """Do what the wish that led here asks for, on the screen that is about to be shown.

        A screen overrides this for the wishes that ``places.PLACES`` says it takes.
        """

    @property
    def unsaved(self) -> Sequence[str]:
        """What was typed here and is kept nowhere, each by what it is about: asked about first."""
        return ()

    @property
    def carried(self) -> Sequence[Callable[[], object]]:
        """Work that keeps what is typed here in the ledger that is open when it is done.

        With it nothing of ``unsaved`` is lost where a copy of the ledger takes its place.
        """
        return ()

    @property
    def is_timed(self) -> bool:
        """Whether a call is being timed here: nobody is away who only listens."""
        return False

    def keep(self) -> Mapping[str, Any]:
        """Return what of the screen is remembered between starts, fit for JSON."""
        return {}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Be as ``keep`` told the last time; what makes no sense any more is left out."""

    def tables(self) -> "Mapping[str, PagedTable[Any]]":
        """Return the tables whose columns are remembered, by the names they are kept under."""
        return {}

    def begin(self) -> None:
        """Put the focus where work on this screen begins: it was just chosen by keyboard."""
        self.setFocus()

    def enter(self, _step: int) -> None:
        """Come here by F6, or by Shift+F6 (-1): at the first or the last part of the place."""
        self.begin()

    def on_touched(self, touched: Touched) -> None:
        """Reload now, or when next shown, if ``touched`` concerns this screen."""
        self._stale = self._stale or bool(touched & self.shows)
        self._reload_if_stale()

    def on_new_day(self) -> None:
        """Reload now, or when next shown: the same facts say something else on another day."""
        self.on_touched(self.shows)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up on what was touched while hidden."""
        super().showEvent(event)
        self._reload_if_stale()

    def _reload_if_stale(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self.reload()
