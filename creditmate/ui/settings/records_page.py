"""A page of the settings on which every record is saved by itself, and can be taken back."""

from collections.abc import Callable

from creditmate.domain.changes import Touched
from creditmate.ui.queries import Writes
from creditmate.ui.settings.page import SettingsPage
from creditmate.ui.settings.sections import Section
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Undo


class RecordsPage(SettingsPage):
    """Does what is asked on the database thread, and tells what came of it."""

    def __init__(self, around: Surroundings, section: Section) -> None:
        super().__init__(around, section)
        self._deeds = Writes(around.desk, around.desk.failed.emit, self)

    def do(self, work: Callable[[], Touched], said: str, undo: Undo | None = None) -> None:
        """Do ``work``, then say so, with ``undo`` if it can be taken back."""
        self._deeds.do(work, lambda touched: self.tell(touched, said, undo))

    def tell(self, touched: Touched, said: str, undo: Undo | None = None) -> None:
        """Say what was done, by ``do`` or by a dialog."""
        if undo is None:
            self.told.emit(said)
        else:
            self.told_undo.emit(said, undo)
        self.changed.emit(touched)
