"""What acts for a screen: it tells what it did, what changed, and where to go next."""

from PySide6.QtCore import QObject, Signal

from creditmate.domain.changes import Touched
from creditmate.ui.kit.screen import Screen


class Teller(QObject):
    """Has a screen's signals, and passes them on to the screen or to what acts for it."""

    told = Signal(str)
    told_undo = Signal(str, object)
    changed = Signal(Touched)
    wanted = Signal(object)

    def pass_on_to(self, other: "Teller | Screen") -> None:
        """Let ``other`` tell whatever is told here."""
        self.told.connect(other.told)
        self.told_undo.connect(other.told_undo)
        self.changed.connect(other.changed)
        self.wanted.connect(other.wanted)
