"""Whoever went back by a password that was changed since chooses one before going on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from creditmate.services.protection import Change
from creditmate.ui.safety.restore_work import Opened
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.surroundings import Surroundings


def then_new_password(
    dialog: QDialog,
    around: Surroundings,
    opened: Opened,
    path: Path,
    tell: Callable[[str], object],
) -> None:
    """Let a password be chosen once a dialog is read, if the ledger is shut to what was typed.

    The ledger keeps the passwords of today: who does not know them could not open it again.

    Args:
        dialog: Tells what came of going back.
        around: Of the window.
        opened: The backup, as it was unlocked.
        path: The ledger, which is open.
        tell: Says what came of it.
    """
    window = dialog.parentWidget()
    if not (opened.is_of_then and opened.locked is None and path == opened.place):
        return

    def choose() -> None:
        over = window if isinstance(window, QWidget) else dialog
        PasswordDialog(around, over, path, Change.PASSWORD_RESET, tell).begin()

    dialog.finished.connect(lambda _result: choose())
