"""What is done with contacts on a customer's page; what can be taken back can be."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Saved
from creditmate.domain.errors import UserError
from creditmate.domain.story import Talk
from creditmate.i18n.problems import problem_words
from creditmate.services.customers import Brief
from creditmate.system.passing_folder import PassingFolder
from creditmate.ui.queries import Latest
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.teller import Teller
from creditmate.ui.wishes import OpenCustomer

if TYPE_CHECKING:
    from creditmate.domain.confirmation import Confirmation
    from creditmate.services.contact_moves import Moved

MAILS = ".eml"
"""How the files end in which mail programs save e-mails."""


class ContactDeeds(Teller):
    """Opens the dialogs about contacts upon the customer as it is now."""

    def __init__(self, around: Surroundings, over: QWidget) -> None:
        super().__init__(over)
        self._around, self._over = around, over
        self._open: Callable[[Brief], object] = id
        failed = self._on_failed
        self._briefs: Latest[Brief] = Latest(around.desk, self._on_brief, failed, self)
        self._folder = PassingFolder()
        self.destroyed.connect(self._folder.clear)
        self._told: Latest[Confirmation] = Latest(around.desk, self._on_gathered, failed, self)

    def log(self, code: str, file: Path | None = None) -> None:
        """Log an e-mail, a letter, a message or a meeting; or the e-mail that a file is."""
        from creditmate.ui.contacts.log_dialog import (  # noqa: PLC0415 - see docs/decisions/0006
            LogDialog,
        )

        over, saved = self._over, self._on_saved
        self._ask(code, lambda brief: LogDialog(self._around, over, brief, saved, file))

    def confirm(self, code: str, talk: int | None = None) -> None:
        """Confirm a contact in writing, by default the last one."""
        self._told.ask(partial(self._around.program.confirmations.gather, code, talk))

    def correct(self, code: str, talk: Talk) -> None:
        """Put a contact right."""
        from creditmate.ui.contacts.put_right import CorrectDialog  # noqa: PLC0415 - as above

        over = self._over
        self._ask(
            code, lambda brief: CorrectDialog(self._around, over, brief, talk, self._on_saved)
        )

    def move(self, talk: Talk) -> None:
        """Move a contact to the customer it was with."""
        from creditmate.ui.contacts.put_right import MoveDialog  # noqa: PLC0415 - as above

        MoveDialog(self._around, self._over, talk, self._on_moved)

    # ------------------------------------------------------------- what came of it
    def _ask(self, code: str, then: Callable[[Brief], object]) -> None:
        self._open = then
        today = self._around.program.clock.today
        self._briefs.ask(partial(self._around.program.customers.brief, code, today))

    def _on_brief(self, brief: Brief) -> None:
        self._open(brief)

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

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(problem_words(error, self._around.language, self._around.locale))
        else:
            self._around.desk.failed.emit(error)
