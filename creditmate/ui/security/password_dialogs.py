"""Changing a ledger's password, adding one, taking one away, and setting one by the sheet."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from creditmate.domain.data_key import DataKey
from creditmate.i18n.catalogue import words
from creditmate.services import passwords
from creditmate.services.program import Program
from creditmate.services.protection import Change
from creditmate.system.key_file import KeyFile
from creditmate.ui.security.key_dialog import KeyDialog
from creditmate.ui.surroundings import Surroundings

Then = Callable[[str], object]
"""Given what is told."""
_Make = Callable[[Path, DataKey], KeyFile]


class PasswordDialog(KeyDialog):
    """Asks for what the change needs; the ledger's own file is not touched by any of them."""

    def __init__(
        self, around: Surroundings, window: QWidget, path: Path, change: Change, then: Then
    ) -> None:
        _ = words(around.language).gettext
        said = _said(_, change)
        self._change, self._told, self._say = change, said[3], then
        super().__init__(
            around, window, path, said[0], said[1], detail=said[2], leave=said[4] or _("Cancel")
        )
        if change is not Change.PASSWORD_RESET:
            self.ask_known(
                {
                    Change.PASSWORD_CHANGED: _("Password of now"),
                    Change.PASSWORD_ADDED: _("A password that opens it now"),
                    Change.PASSWORD_REMOVED: _("The password that is to go"),
                }[change]
            )
        if change is not Change.PASSWORD_REMOVED:
            self.ask_new()

    def on_verb(self) -> None:
        """Make the new key file, then put it down."""
        typed = self.typed()
        if typed is not None:
            make = partial(_made, self._change, *typed)
            work = partial(_put_down, self.around.program, self.path, make, self._change)
            self.attempt(work, self._on_put_down)

    def _on_put_down(self, _none: None) -> None:
        self.accept()
        self._say(self._told)


def _made(change: Change, known: str, new: str, path: Path, key: DataKey) -> KeyFile:
    """Stretch what was typed into the key file as it will be."""
    if change is Change.PASSWORD_CHANGED:
        return passwords.changed_password(path, key, known, new)
    if change is Change.PASSWORD_ADDED:
        return passwords.added_password(path, key, known, new)
    if change is Change.PASSWORD_REMOVED:
        return passwords.removed_password(path, key, known)
    return passwords.reset_password(path, key, new)


def _put_down(program: Program, path: Path, make: _Make, change: Change) -> None:
    key = program.ask(lambda: program.protection.key())  # noqa: PLW0108 - loaded over there
    key_file = make(path, key)
    program.ask(lambda: program.protection.put_down(key_file, change))


def _said(_: Callable[[str], str], change: Change) -> tuple[str, str, str, str, str]:
    """Title, verb, what follows, what is told, and what the way out is called."""
    backups = _("Backups made before now are opened by the passwords they were made with.")
    said = {
        Change.PASSWORD_CHANGED: (
            _("Change the password"), _("Change it"), backups, _("The password is changed."), "",
        ),
        Change.PASSWORD_ADDED: (
            _("Add a password"), _("Add it"),
            _("For somebody else who may open this ledger. Each password opens all of it."),
            _("The password is added."), "",
        ),
        Change.PASSWORD_REMOVED: (
            _("Take a password away"), _("Take it away"),
            _("It opens this ledger no more, but old backups still. If whoever knows it must see"
              " nothing any more, make a new key as well."),
            _("The password is taken away."), "",
        ),
        Change.PASSWORD_RESET: (
            _("The ledger is open, all is there. Choose a new password"),
            _("Use this password"),
            _("Those of before open the ledger no more. The recovery sheet stays good."),
            _("The new password opens the ledger from now on."), _("Later"),
        ),
    }  # fmt: skip
    return said[change]
