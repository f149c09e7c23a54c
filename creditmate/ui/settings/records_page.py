"""A page of the settings on which every record is saved by itself, and can be taken back."""

from collections.abc import Callable

from creditmate.domain.changes import Touched
from creditmate.ui.queries import Latest
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import Section
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo


class RecordsPage(SettingsPage):
    """Does what is asked on the database thread, and tells what came of it."""

    def __init__(self, around: Surroundings, section: Section) -> None:
        super().__init__(around, section)
        self._said: tuple[str, Undo | None] = ("", None)
        self._doing: Latest[Touched] = Latest(
            around.desk, self._on_done, around.desk.failed.emit, self
        )

    def do(self, work: Callable[[], Touched], said: str, undo: Undo | None = None) -> None:
        """Do ``work``, then say so, with ``undo`` if it can be taken back."""
        self._said = said, undo
        self._doing.ask(work)

    def tell(self, touched: Touched, said: str, undo: Undo | None = None) -> None:
        """Say what was done, by ``do`` or by a dialog."""
        if undo is None:
            self.told.emit(said)
        else:
            self.told_undo.emit(said, undo)
        self.changed.emit(touched)

    def _on_done(self, touched: Touched) -> None:
        self.tell(touched, *self._said)
