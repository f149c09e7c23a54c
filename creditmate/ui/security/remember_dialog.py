"""«Remember on this computer», for the ledger that is open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.i18n.remembering_words import remembering_words
from creditmate.services.program import Program
from creditmate.services.remembering import remember
from creditmate.system.key_cache import Why
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.security.key_work import proved
from creditmate.ui.surroundings import Surroundings


class RememberDialog(KeyDialog):
    """Asks for the password, since then the login to the computer takes its place."""

    def __init__(
        self, around: Surroundings, window: QWidget, path: Path, then: Callable[[str], object]
    ) -> None:
        _ = words(around.language).gettext
        detail = _(
            "Then the login to this computer is the password: whoever can log in as you can open"
            " the ledger. After a lock the password is asked for all the same."
        )
        title = _("Remember on this computer")
        super().__init__(around, window, path, title, _("Remember it"), detail=detail)
        self._say = then
        self.ask_known()

    def on_verb(self) -> None:
        """Try the password, and give the key to the system's store of secrets."""
        typed = self.typed()
        if typed is not None:
            work = partial(_remembered, self.around.program, self.path, typed[0])
            self.attempt(work, self._on_remembered)

    def _on_remembered(self, why: Why | None) -> None:
        self.accept()
        done = self._("This computer remembers the key: your login to it opens the ledger.")
        self._say(done if why is None else remembering_words(why.value, self.around.language))


def _remembered(program: Program, path: Path, password: str) -> Why | None:
    return remember(proved(program, path, password))
