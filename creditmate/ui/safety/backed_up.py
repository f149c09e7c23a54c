"""In the status line: when the last proved backup was made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.status_line import StatusButton
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.tokens import Ink
from creditmate.ui.wishes import OpenSettings

if TYPE_CHECKING:
    from creditmate.services.backup_standing import BackupStanding


class BackedUp(StatusButton):
    """Amber as soon as the work of an earlier day waits for a backup, or the last one failed.

    Pressed, it leads to the backups.
    """

    wanted = Signal(object)
    """A ``Wish``."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.theme, Glyph.SAFE)
        self._around = around
        self._ = words(around.language).gettext
        self.setToolTip(self._("The backups of this ledger"))
        self.clicked.connect(self._on_clicked)
        self.hide()

    def clear(self) -> None:
        """No ledger is open."""
        self.hide()

    def show_standing(self, standing: "BackupStanding") -> None:
        """Say how the backups stand."""
        from creditmate.ui.safety.backup_words import standing_in_short  # noqa: PLC0415 - Babel comes with it

        around = self._around
        said = standing_in_short(
            standing, around.program.clock.now(), around.language, around.locale
        )
        self.say(said, Ink.WARNING if standing.is_worrying else Ink.MUTED)
        self.show()

    def _on_clicked(self) -> None:
        self.wanted.emit(OpenSettings("backups"))
