"""A protected ledger at the window, and whoever has its password, its sheet, or neither."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QDialog

from creditmate.domain.data_key import recovery_code
from creditmate.system.key_places import key_path
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.security.sheet_dialog import SheetDialog
from creditmate.ui.security.unlock_card import UnlockCard
from tests.services.protecting import KEY, PASSWORD
from tests.ui.window.conftest import Office

SHEET = " ".join(recovery_code(KEY))


def copied(ledger: Path, folder: Path, name: str = "Books") -> Path:
    """Copy a protected ledger with its key file, as a user's own."""
    path = folder / f"{name}.creditmate"
    shutil.copy(ledger, path)
    shutil.copy(key_path(ledger), key_path(path))
    return path


def card(office: Office) -> UnlockCard:
    """The card that covers the window."""
    found = office.window.guard.cover.currentWidget()
    assert isinstance(found, UnlockCard)
    return found


def is_asked(office: Office) -> bool:
    """Whether a password, or the sheet, is asked for, and can be typed."""
    shown = office.window.guard.cover.currentWidget()
    return isinstance(shown, UnlockCard) and office.window.focusWidget() in {
        shown.password.input,
        shown.sheet.input,
    }


def asks(office: Office, path: Path) -> UnlockCard:
    """Open a ledger and wait until its password is asked for."""
    office.come_to_the_front()
    office.window.open_ledger(path)
    office.until(lambda: is_asked(office))
    return card(office)


def is_open(office: Office, path: Path) -> bool:
    """Whether a ledger is open and its first place is shown."""
    return office.window.door.path == path and office.window.screen_shown is not None


def said(office: Office) -> str:
    """What is said at the field one types into."""
    shown = card(office)
    field = shown.sheet if shown.sheet.isVisible() else shown.password
    return field.input.accessibleDescription()


def dialog(office: Office, kind: type[EditDialog]) -> EditDialog:
    """The dialog of a kind that is open, once it is."""

    def seen() -> list[EditDialog]:
        return [one for one in office.window.findChildren(kind) if one.isVisible()]

    office.until(seen)
    return seen()[-1]


def no_dialog(office: Office) -> bool:
    return not any(one.isVisible() for one in office.window.findChildren(QDialog))


def sheet_dialog(office: Office) -> SheetDialog:
    """The recovery sheet's dialog, once it is there."""
    found = dialog(office, SheetDialog)
    assert isinstance(found, SheetDialog)
    return found


def unlock(office: Office, path: Path) -> None:
    """Open a protected ledger by its password, and put its sheet off until tomorrow."""
    shown = asks(office, path)
    shown.password.input.setText(PASSWORD)
    shown.verb.click()
    office.until(lambda: is_open(office, path))
    sheet_dialog(office).cancel.click()
    office.until(lambda: no_dialog(office))
    office.come_to_the_front()


def leave(office: Office) -> None:
    """Close the ledger as a user does, and wait until its file is free."""
    office.window.close_ledger()
    office.until(lambda: office.window.opening.is_welcome)
    office.around.program.ask(lambda: None)
