"""Going back, by key, to a backup with another key than its ledger has: what protects it stays."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.bootstrap import build
from creditmate.db.connection import current_key
from creditmate.domain.data_key import DataKey, recovery_code
from creditmate.services import passwords
from creditmate.services.protection import Change
from creditmate.services.unlocking import unlock, unlock_open
from creditmate.ui.safety.backup_key_dialog import BackupKeyDialog
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.restore_dialog import RestoreDialog
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.security.password_dialogs import PasswordDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_backups import ENTER, ESCAPE, asked
from tests.ui.window.test_rescue import LOCK, PASSWORD, _texts, dialog, is_whole, press, went_on

SPACE = Qt.Key.Key_Space


@pytest.fixture(params=["before it was protected", "before a new sheet"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Path, DataKey]:
    """A protected ledger, closed, with a backup under another key or none; and its key."""
    was_plain = request.param == "before it was protected"
    path, program = tmp_path / "Books.creditmate", build(TODAY)
    program.ask(lambda: program.ledgers.create_sample(path, None if was_plain else LOCK))
    made = program.ask(lambda: program.backups.back_up("day"))
    if was_plain:
        program.ask(lambda: program.protection.protect(LOCK))
        key = LOCK.key
    else:
        renewed = passwords.renewed_lock(path, LOCK.key, PASSWORD)
        program.ask(lambda: program.protection.renew_key(renewed))
        key = renewed.key
    program.ask(program.recovery_sheets.put_off)  # else the window asks for it
    program.stop()
    return path, Path(made.path), key


@pytest.fixture
def owner(old: tuple[Path, Path, DataKey], empty_office: Office) -> Office:
    empty_office.window.open_ledger(None)
    empty_office.come_to_the_front()
    return empty_office


def typed(owner: Office, text: str) -> None:
    over = dialog(owner, BackupKeyDialog)
    assert over.known is not None
    QTest.keyClicks(over.known.input, text)
    press(over, ENTER)


def test_the_open_ledger_keeps_its_key_and_it_is_said(
    owner: Office, old: tuple[Path, Path, DataKey]
) -> None:
    path, backup, key = old
    owner.window.door.open(path, None, key)
    owner.until(lambda: owner.window.door.path == path)
    owner.window.rescue.restore(backup)
    if key != LOCK.key:
        typed(owner, PASSWORD)
    over = dialog(owner, RestoreDialog)
    owner.until(lambda: "Actions on record" in _texts(over))
    assert "It stays protected as it is today" in " ".join(_texts(over))
    press(over, ENTER)
    facts = went_on(owner)
    assert "stays protected" in facts["Its key"]
    assert asked(owner, current_key) == key
    assert is_whole(owner)
    assert path.read_bytes()[:16] == key.fingerprint


def test_a_damaged_one_is_opened_by_todays_password_or_the_newest_sheet(
    owner: Office, old: tuple[Path, Path, DataKey]
) -> None:
    path, backup, key = old
    content = path.read_bytes()
    path.write_bytes(bytes(4096) + content[4096:])
    owner.window.door.open(path, None, key)
    over = dialog(owner, DamageDialog)
    owner.until(lambda: over.facts)
    over.restore_wanted.emit(backup)
    if key != LOCK.key:
        typed(owner, PASSWORD)  # opens both
    else:
        asks = dialog(owner, BackupKeyDialog)
        assert asks.windowTitle() == "Today's password of the ledger"
        asks.turn.setFocus()
        press(asks, SPACE)
        QTest.keyClicks(asks.sheet.input, " ".join(recovery_code(key)))
        press(asks, ENTER)
    went_on(owner)
    assert owner.window.door.path == path
    assert asked(owner, current_key) == key
    assert is_whole(owner)


@pytest.mark.parametrize("old", ["before it was protected"], indirect=True)
def test_without_todays_password_it_can_only_be_a_ledger_of_its_own(
    owner: Office, old: tuple[Path, Path, DataKey]
) -> None:
    path, backup, _key = old
    before = path.read_bytes()
    owner.window.rescue.restore(backup)
    typed(owner, "four calm herons fly")
    asks = dialog(owner, BackupKeyDialog)
    field = asks.known
    assert field is not None
    owner.until(lambda: "not the password" in field.input.accessibleDescription())
    asks.beside.setFocus()
    press(asks, SPACE)
    over = dialog(owner, RestoreDialog)
    assert not over.in_place.isVisible()
    assert "whoever gets the file can read it" in " ".join(_texts(over))
    press(over, ESCAPE)
    assert path.read_bytes() == before


@pytest.fixture
def changed(tmp_path: Path) -> tuple[Path, Path]:
    """A protected ledger, closed, whose password was changed, and its backup of before."""
    path, program = tmp_path / "Books.creditmate", build(TODAY)
    program.ask(lambda: program.ledgers.create_sample(path, LOCK))
    made = program.ask(lambda: program.backups.back_up("day"))
    new = passwords.changed_password(path, LOCK.key, PASSWORD, "nobody remembers this one")
    program.ask(lambda: program.protection.put_down(new, Change.PASSWORD_CHANGED))
    program.ask(program.recovery_sheets.put_off)
    program.stop()
    return path, Path(made.path)


def test_with_the_password_of_then_another_one_is_chosen_before_one_goes_on(
    changed: tuple[Path, Path], empty_office: Office
) -> None:
    """Else whoever has forgotten today's would be shut out of this day's work by closing."""
    office, (path, backup) = empty_office, changed
    office.window.open_ledger(None)
    office.come_to_the_front()
    office.window.rescue.restore(backup)
    typed(office, PASSWORD)
    over = dialog(office, RestoreDialog)
    said = " ".join(_texts(over))
    assert "It keeps the passwords of today" in said
    assert "you are asked to choose a password" in said
    press(over, Qt.Key.Key_Down)
    assert over.apart.isChecked()
    assert "The password you typed opens it" in " ".join(_texts(over))
    press(over, Qt.Key.Key_Up)
    press(over, ENTER)
    told = dialog(office, ToldDialog)
    assert "Next you choose one that you know" in told.facts["Its key"]
    press(told, ENTER)
    asks = dialog(office, PasswordDialog)
    assert asks.new is not None
    for field in (asks.new.first, asks.new.again):
        QTest.keyClicks(field.input, "this one I know by heart")
    press(asks, ENTER)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert unlock_open(path, LOCK.key.fingerprint, "this one I know by heart") == LOCK.key


def test_beside_it_the_password_of_then_opens_what_is_made(
    changed: tuple[Path, Path], empty_office: Office
) -> None:
    office, (path, backup) = empty_office, changed
    office.window.open_ledger(None)
    office.come_to_the_front()
    office.window.rescue.restore(backup)
    typed(office, PASSWORD)
    over = dialog(office, RestoreDialog)
    press(over, Qt.Key.Key_Down)
    press(over, ENTER)
    facts = went_on(office)
    assert "The password you typed opens it" in facts["Its key"]
    own = office.window.door.path
    assert own is not None
    assert own != path
    assert unlock_open(own, LOCK.key.fingerprint, PASSWORD) == LOCK.key
    assert unlock(path, "nobody remembers this one") == LOCK.key
