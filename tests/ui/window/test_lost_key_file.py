"""The computer remembers the key and the key file is gone: said over every place, mended by key."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.services.remembering import remember
from creditmate.services.unlocking import unlock
from creditmate.system.computer import data_folder
from creditmate.system.key_places import key_path
from creditmate.ui.banner import Banner
from creditmate.ui.security.password_dialogs import PasswordDialog
from creditmate.ui.security.sheet_keeper import KEY_FILE
from tests.services.protecting import BUSINESS, KEY, LOCK, OTHER
from tests.system.test_key_cache import Memory
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import dialog, is_open, leave, no_dialog
from tests.ui.window.test_security_page import says, shown

ENTER = Qt.Key.Key_Return


@pytest.fixture
def store() -> Iterator[Memory]:
    before, memory = keyring.get_keyring(), Memory()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def lost(empty_office: Office, tmp_path: Path, store: Memory) -> Path:
    """A ledger that this computer opens, and has no key file any more, is open."""
    path, program = tmp_path / "Books.creditmate", empty_office.around.program

    def work() -> None:
        program.ledgers.create(path, BUSINESS, LOCK)
        program.ledgers.close()

    program.ask(work)
    assert remember(KEY) is None
    assert len(store.kept) == 1
    key_path(path).unlink()
    shutil.rmtree(data_folder() / "Keys")
    empty_office.come_to_the_front()
    empty_office.window.open_ledger(path)
    empty_office.until(lambda: is_open(empty_office, path))
    return path


def line(office: Office) -> Banner:
    office.until(lambda: office.window.banners.line(KEY_FILE))
    found = office.window.banners.line(KEY_FILE)
    assert found is not None
    return found


def set_new(office: Office) -> None:
    """Type the new password, twice, by key."""
    over = dialog(office, PasswordDialog)
    assert isinstance(over, PasswordDialog)
    assert over.known is None, "there is none to prove oneself by"
    assert over.new is not None
    for field in (over.new.first, over.new.again):
        field.input.setFocus()
        QTest.keyClicks(field.input, OTHER)
    QTest.keyClick(over.focusWidget() or over, ENTER)
    office.until(lambda: no_dialog(office))


def test_it_is_said_at_once_and_a_password_is_set(empty_office: Office, lost: Path) -> None:
    said = line(empty_office)
    assert said.said.startswith("The key file of this ledger is gone")
    assert said.verb is not None
    assert said.close_button is None
    said.verb.setFocus()
    empty_office.press(ENTER)
    set_new(empty_office)
    empty_office.until(lambda: empty_office.window.banners.line(KEY_FILE) is None)
    leave(empty_office)
    assert key_path(lost).is_file()
    assert unlock(lost, OTHER) == KEY


def test_the_security_page_offers_it_and_does_not_forget_the_last_key(
    empty_office: Office, lost: Path, store: Memory
) -> None:
    page = shown(empty_office)
    assert "No password opens it" in says(page)
    page.rows.memory.button.click()
    told = empty_office.window.telling
    empty_office.until(lambda: told.toast.message.startswith("Set a password first"))
    assert len(store.kept) == 1
    assert page.rows.change.button.text() == "Set one…"
    page.rows.change.button.click()
    set_new(empty_office)
    empty_office.until(lambda: page.rows.change.button.text() == "Change…")
    empty_office.until(lambda: empty_office.window.banners.line(KEY_FILE) is None)
    page.rows.memory.button.click()
    empty_office.until(lambda: not store.kept)
    leave(empty_office)
    assert unlock(lost, OTHER) == KEY
