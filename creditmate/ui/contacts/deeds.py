"""What is done with contacts on a customer's page; what can be taken back can be."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.story import Talk
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.deeds import Deeds
from creditmate.ui.held_keys import Opening
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import OpenCustomer

if TYPE_CHECKING:
    from creditmate.domain.confirmation import Confirmation
    from creditmate.services.contact_moves import Moved

MAILS = ".eml"
"""How the files end in which mail programs save e-mails."""


class ContactDeeds(Deeds):
    """Opens the dialogs about contacts upon the customer as it is now."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(around, over)
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)
        self._told: Opening[Confirmation] = Opening(around.desk, self._on_gathered, self.fail, self)

    def log(self, code: str, file: Path | None = None) -> None:
        """Log an e-mail, a letter, a message or a meeting; or the e-mail that a file is."""
        from creditmate.ui.contacts.log_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
            LogDialog,
        )

        over, saved = self._over, self._on_saved
        self.with_brief(code, lambda brief: LogDialog(self._around, over, brief, saved, file))

    def confirm(self, code: str, talk: int | None = None) -> None:
        """Confirm a contact in writing, by default the last one."""
        self._told.ask(partial(self._around.program.confirmations.gather, code, talk))

    def correct(self, code: str, talk: Talk) -> None:
        """Put a contact right."""
        from creditmate.ui.contacts.put_right import CorrectDialog  # noqa: PLC0415 - as above

        over = self._over
        self.with_brief(
            code, lambda brief: CorrectDialog(self._around, over, brief, talk, self._on_saved)
        )

    def move(self, talk: Talk) -> None:
        """Move a contact to the customer it was with."""
        from creditmate.ui.contacts.put_right import MoveDialog  # noqa: PLC0415 - as above

        MoveDialog(self._around, self._over, talk, self._on_moved)

    # ------------------------------------------------------------- what came of it
    def _on_gathered(self, told: "Confirmation") -> None:
        from creditmate.ui.contacts.confirm_dialog import ConfirmDialog  # noqa: PLC0415 - as above

        ConfirmDialog(self._around, self._over, told, self, self._folder)

    def _on_saved(self, said: str, saved: Saved) -> None:
        self.changed.emit(saved.touched)
        self.told_undo.emit(said, partial(self._around.program.calls.undo, saved.id))

    def _on_moved(self, said: str, moved: "Moved") -> None:
        self.changed.emit(moved.saved.touched)
        self.wanted.emit(OpenCustomer(moved.code))
        self.told.emit(said)
