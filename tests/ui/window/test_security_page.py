"""Settings, Security: passwords, the sheet, another key, protection on and off, by the window."""

from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt

from creditmate.domain.data_key import DataKey
from creditmate.services.protection_facts import protection_facts
from creditmate.services.recovery_sheets import SheetStanding
from creditmate.services.unlocking import is_protected, unlock
from creditmate.system.preferences import lock_after
from creditmate.ui.kit.notice import Notice
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.security.remember_dialog import RememberDialog
from creditmate.ui.security.rewrapping import RewrapDialog
from creditmate.ui.settings.sections import SECURITY
from creditmate.ui.settings.security_page import SecurityPage
from creditmate.ui.wishes import OpenSettings
from tests.services.protecting import BUSINESS, KEY, LOCK, OTHER, PASSWORD
from tests.system.test_key_cache import Memory
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import dialog, leave, no_dialog, sheet_dialog
from tests.ui.window.protecting import unlock as unlock_at

ENTER = Qt.Key.Key_Return


@pytest.fixture
def books(empty_office: Office, tmp_path: Path) -> Path:
    path, program = tmp_path / "Books.creditmate", empty_office.around.program

    def work() -> None:
        program.ledgers.create(path, BUSINESS, LOCK)
        program.ledgers.close()

    program.ask(work)
    unlock_at(empty_office, path)
    return path


@pytest.fixture
def page(empty_office: Office, books: Path) -> SecurityPage:
    return shown(empty_office)


def shown(office: Office) -> SecurityPage:
    """The page, once it knows how it stands."""
    office.window.fulfil(OpenSettings(SECURITY))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    found = screen.page
    assert isinstance(found, SecurityPage)
    office.until(lambda: says(found))
    return found


def says(page: SecurityPage) -> str:
    """What stands on the grounds at the top."""
    notes = [note for note in page.findChildren(Notice) if note.isVisible()]
    return " ".join(f"{n.accessibleName()}. {n.accessibleDescription()}" for n in notes)


def passwords(office: Office) -> int:
    facts = office.around.program.ask(protection_facts)
    return 0 if facts is None else facts.passwords


def changed(
    office: Office, page: SecurityPage, known: str, new: str
) -> PasswordDialog | RewrapDialog:
    """Fill in the dialog that is open, and press its verb."""
    found = dialog(office, PasswordDialog)
    assert isinstance(found, PasswordDialog)
    if found.known is not None:
        found.known.input.setText(known)
    if found.new is not None:
        for field in (found.new.first, found.new.again):
            field.input.setText(new)
    found.verb.click()
    return found


def test_the_password_is_changed(empty_office: Office, page: SecurityPage, books: Path) -> None:
    assert "1 password opens it." in says(page)
    assert not page.rows.fewer.isVisible()
    page.begin()
    assert empty_office.window.focusWidget() is page.rows.change.button
    empty_office.press(ENTER)
    found = changed(empty_office, page, "not the password", OTHER)
    assert found.known is not None
    empty_office.until(found.known.input.hasSelectedText)
    assert "not the password" in found.known.input.accessibleDescription()
    found.known.input.setText(PASSWORD)
    found.verb.click()
    empty_office.until(lambda: no_dialog(empty_office))
    leave(empty_office)
    assert unlock(books, OTHER) == KEY


def test_a_password_is_added_and_taken_away(empty_office: Office, page: SecurityPage) -> None:
    page.rows.more.button.click()
    changed(empty_office, page, PASSWORD, OTHER)
    empty_office.until(lambda: no_dialog(empty_office))
    empty_office.until(page.rows.fewer.isVisible)
    assert passwords(empty_office) == 2
    page.rows.fewer.button.click()
    changed(empty_office, page, OTHER, "")
    empty_office.until(lambda: no_dialog(empty_office))
    empty_office.until(lambda: not page.rows.fewer.isVisible())
    assert passwords(empty_office) == 1


def test_the_sheet_is_printed_again_for_whoever_knows_the_password(
    empty_office: Office, page: SecurityPage
) -> None:
    page.rows.sheet.button.click()
    assert sheet_dialog(empty_office).known is not None


# ------------------------------------------------------------------ another key
def rewrap(office: Office, password: str, *, new: str = "") -> RewrapDialog:
    found = dialog(office, RewrapDialog)
    assert isinstance(found, RewrapDialog)
    if found.known is not None:
        found.known.input.setText(password)
    if found.new is not None:
        for field in (found.new.first, found.new.again):
            field.input.setText(new)
    found.verb.click()
    return found


def test_a_new_key_asks_for_a_new_sheet(
    empty_office: Office, page: SecurityPage, books: Path
) -> None:
    page.rows.renew.button.click()
    found = rewrap(empty_office, "no such password")
    assert found.known is not None
    empty_office.until(found.known.input.hasSelectedText)
    rewrap(empty_office, PASSWORD)
    again = sheet_dialog(empty_office)  # the new key's, and the password was typed just now
    assert again.known is None
    empty_office.until(lambda: "has a new key" in says(page))
    program = empty_office.around.program
    assert program.ask(program.recovery_sheets.standing) == SheetStanding("", put_off=False)
    kept = next(books.parent.glob("*/Books.creditmate"))
    assert str(kept.parent) in says(page)
    again.reject()
    leave(empty_office)
    key = unlock(books, PASSWORD)
    assert isinstance(key, DataKey)
    assert key != KEY


def test_the_protection_is_taken_off_and_put_on_again(
    empty_office: Office, page: SecurityPage, books: Path
) -> None:
    page.rows.unprotect.button.click()
    rewrap(empty_office, PASSWORD)
    empty_office.until(lambda: "is not protected" in says(page))
    assert "The ledger is unprotected now" in says(page)
    assert not page.rows.change.isVisible()
    assert page.rows.first() is page.rows.protect.button
    assert empty_office.window.door.path == books
    page.rows.protect.button.click()
    rewrap(empty_office, "", new=OTHER)
    again = sheet_dialog(empty_office)
    empty_office.until(lambda: "The ledger is protected now" in says(page))
    again.reject()
    leave(empty_office)
    assert is_protected(books)
    assert unlock(books, OTHER).fingerprint == books.read_bytes()[:16]


# ------------------------------------------------------------------ this computer
def test_it_is_remembered_and_forgotten(empty_office: Office, page: SecurityPage) -> None:
    before, store = keyring.get_keyring(), Memory()
    keyring.set_keyring(store)
    try:
        memory = page.rows.memory.button
        memory.click()
        found = dialog(empty_office, RememberDialog)
        assert isinstance(found, RememberDialog)
        assert found.known is not None
        found.known.input.setText(PASSWORD)
        found.verb.click()
        empty_office.until(lambda: memory.text() == "Forget it")
        assert len(store.kept) == 1
        memory.click()
        empty_office.until(lambda: memory.text() == "Remember…")
        assert not store.kept
    finally:
        keyring.set_keyring(before)


def test_when_it_is_locked_is_this_computers_choice(
    empty_office: Office, page: SecurityPage
) -> None:
    assert page.lock_after.key == "10"
    page.lock_after.begin()
    empty_office.press(Qt.Key.Key_Right)
    assert lock_after() == 30
    empty_office.press(Qt.Key.Key_Right)
    assert lock_after() == 0


def test_an_unprotected_ledger_offers_protection(office: Office) -> None:
    page = shown(office)
    assert "Whoever gets its file" in says(page)
    assert not page.rows.change.isVisible()
    page.begin()
    assert office.window.focusWidget() is page.rows.protect.button
