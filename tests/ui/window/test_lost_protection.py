"""Ledger and key files are gone: a backup from before the protection is not taken in silence."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from creditmate.bootstrap import build
from creditmate.db.connection import current_key
from creditmate.system.computer import data_folder
from creditmate.system.key_places import key_path
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.restore_dialog import RestoreDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_backups import ENTER, ESCAPE, asked
from tests.ui.window.test_rescue import LOCK, _texts, dialog, press, went_on


@pytest.fixture
def lost(tmp_path: Path) -> tuple[Path, Path]:
    """Where a protected ledger was, all of it gone, and its backup from before the protection."""
    path, program = tmp_path / "Books.creditmate", build(TODAY)
    program.ask(lambda: program.ledgers.create_sample(path))
    made = program.ask(lambda: program.backups.back_up("day"))
    program.ask(lambda: program.protection.protect(LOCK))
    program.ask(lambda: program.backups.back_up("day"))
    program.stop()
    path.unlink()
    key_path(path).unlink()
    shutil.rmtree(data_folder() / "Keys")
    return path, Path(made.path)


def test_the_dialog_of_the_lost_ledger_asks_once_more(
    empty_office: Office, lost: tuple[Path, Path]
) -> None:
    office, (path, plain) = empty_office, lost
    office.come_to_the_front()
    office.window.open_ledger(path)
    over = dialog(office, DamageDialog)
    office.until(lambda: over.which.input.count() > 1)
    over.which.input.setFocus()
    while over.which.input.currentData() != plain:
        press(over, Qt.Key.Key_Down)  # which a box takes at once
    over.verb.setFocus()
    press(over, ENTER)
    office.until(lambda: over.verb.text() == "Open it without protection")
    assert "whoever gets the file can read it" in " ".join(_texts(over))
    assert not path.exists()
    over.verb.setFocus()
    press(over, ENTER)
    facts = went_on(office)
    assert "protect it anew" in facts["Its key"]
    assert asked(office, current_key) is None


def test_the_dialog_of_a_backup_says_so_before(
    empty_office: Office, lost: tuple[Path, Path]
) -> None:
    office, (path, plain) = empty_office, lost
    office.window.open_ledger(None)
    office.come_to_the_front()
    office.window.rescue.restore(plain)
    over = dialog(office, RestoreDialog)
    office.until(lambda: over.verb.text() == "Restore it without protection")
    assert "whoever gets the file can read it" in " ".join(_texts(over))
    press(over, ESCAPE)
    office.until(lambda: not over.isVisible())
    assert not path.exists()
