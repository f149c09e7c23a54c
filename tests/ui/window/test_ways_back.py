"""Somebody frightened, at the keyboard: what was left, lost or deleted leads on by the next key."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditmate.bootstrap import build
from creditmate.system.key_places import copy_path, key_path
from creditmate.ui.safety.backup_key_dialog import BackupKeyDialog
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.security.password_dialogs import PasswordDialog
from tests.services.protecting import KEY, LOCK, PASSWORD
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.protecting import SHEET, card, is_asked, is_open
from tests.ui.window.test_leaving_a_ledger import HOLD
from tests.ui.window.test_rescue import chosen, damage, dialog, is_whole, press, went_on

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
SPACE = Qt.Key.Key_Space


@pytest.fixture(params=[False])
def worked_on(request: pytest.FixtureRequest) -> bool:
    """Whether something was done after the last backup."""
    found: bool = request.param
    return found


@pytest.fixture(params=[None], ids=["unprotected"])
def books(request: pytest.FixtureRequest, tmp_path: Path, worked_on: bool) -> Path:
    """A ledger on its disk, backed up and closed."""
    disk = tmp_path / "disk"
    disk.mkdir()
    path, made = disk / "Books.creditmate", build(TODAY)
    made.ask(lambda: made.ledgers.create_sample(path, request.param))
    made.ask(lambda: made.backups.back_up("day"))
    if worked_on:
        made.ask(lambda: made.upkeep.post_cash(TODAY))
    made.stop()
    return path


@pytest.fixture
def owner(books: Path, empty_office: Office) -> Office:
    """Whoever has those books, at a window with none open."""
    assert books.exists()
    empty_office.window.open_ledger(None)
    empty_office.come_to_the_front()
    return empty_office


def tab_to(inside: QWidget, wanted: QWidget) -> None:
    """Go there by Tab alone."""
    for _ in range(20):
        if inside.focusWidget() is wanted:
            return
        QTest.keyClick(inside.focusWidget() or inside, TAB)
    raise AssertionError("Tab does not come there")


# ----------------------------------------------------------------- deleted, moved, unplugged
@pytest.mark.parametrize("worked_on", [True], indirect=True)
def test_a_deleted_ledger_comes_back_from_its_newest_backup(owner: Office, books: Path) -> None:
    books.unlink()
    owner.window.open_ledger(books)
    over = dialog(owner, DamageDialog)
    owner.until(lambda: over.facts)
    assert over.windowTitle() == "“Books” is not where it was"
    assert over.accessibleDescription().startswith("What is in a backup is not lost. If the file")
    assert over.facts["The file"] == f"{books}. Nothing is there now."
    assert not over.copy.isVisible(), "there is nothing to copy"
    assert over.focusWidget() is over.other_ledger, "that it was moved is likelier"
    tab_to(over, over.verb)
    press(over, ENTER)
    facts = went_on(owner)
    assert owner.window.door.path == books
    assert is_whole(owner)
    assert "can be read nowhere any more" in facts["To enter again"]
    assert "Kept aside" not in facts


def test_a_moved_ledger_is_opened_where_it_is_now(owner: Office, books: Path) -> None:
    moved = books.rename(books.with_name("Books of ours.creditmate"))
    owner.window.open_ledger(books)
    over = dialog(owner, DamageDialog)
    owner.until(lambda: over.facts)
    press(over, SPACE)
    chosen(owner, moved)
    owner.until(lambda: is_open(owner, moved))
    assert not books.exists()


def test_where_even_the_folder_is_gone_it_is_the_disk_and_the_next_key_tries_again(
    owner: Office, books: Path, tmp_path: Path
) -> None:
    unplugged = books.parent.rename(tmp_path / "unplugged")
    owner.window.open_ledger(books)
    owner.until(lambda: "is not there any more" in owner.window.opening.said)
    assert QApplication.activeModalWidget() is None
    owner.until(lambda: owner.window.focusWidget() is not None)
    unplugged.rename(books.parent)
    owner.press(ENTER)
    owner.until(lambda: is_open(owner, books))


def test_what_was_left_damaged_is_mended_by_the_next_key(owner: Office, books: Path) -> None:
    damage(books)
    owner.window.open_ledger(books)
    press(dialog(owner, DamageDialog), ESCAPE)
    owner.until(lambda: QApplication.activeModalWidget() is None)
    owner.come_to_the_front()
    owner.press(ENTER)
    over = dialog(owner, DamageDialog)
    owner.until(over.verb.hasFocus)
    owner.until(lambda: over.ring.target is over.verb)  # it is seen where the next key goes
    assert over.facts["Not in it"].startswith("Nothing, as far as this computer noted")
    press(over, ENTER)
    facts = went_on(owner)
    assert is_whole(owner)
    assert "To enter again" not in facts, "nobody is sent looking for what cannot be missing"


def test_one_that_is_open_elsewhere_says_what_to_do_and_opens_once_it_is_free(
    owner: Office, books: Path
) -> None:
    program = [sys.executable, "-c", HOLD, str(books)]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        owner.window.open_ledger(books)
        owner.until(lambda: "is open in another program" in owner.window.opening.said)
        assert owner.window.opening.said.endswith("Close it there, then open it here again.")
        holder.communicate("\n")
    owner.press(ENTER)
    owner.until(lambda: is_open(owner, books))


# ----------------------------------------------------------------- keys lost
@pytest.mark.parametrize("books", [LOCK], indirect=True, ids=["protected"])
@pytest.mark.parametrize("worked_on", [True], indirect=True)
def test_without_key_file_and_without_sheet_a_backup_leads_back(owner: Office, books: Path) -> None:
    key_path(books).unlink()
    copy_path(KEY.fingerprint).unlink()
    content = books.read_bytes()
    owner.window.open_ledger(books)
    owner.until(lambda: is_asked(owner))
    shown = card(owner)
    assert "not lost" in shown.noted
    tab_to(owner.window, shown.backup)
    owner.press(SPACE)
    over = dialog(owner, DamageDialog)
    owner.until(lambda: over.facts)
    assert over.windowTitle() == "“Books” is shut: its key file is missing"
    assert over.accessibleDescription().startswith("Nothing is lost: the ledger is untouched")
    assert over.path == books
    owner.until(over.verb.hasFocus)
    press(over, ENTER)
    asks = dialog(owner, BackupKeyDialog)
    assert asks.known is not None
    QTest.keyClicks(asks.known.input, PASSWORD)
    press(asks, ENTER)
    told = dialog(owner, ToldDialog)
    assert told.facts["To enter again"].startswith("cash posted"), "the file of now still tells"
    facts = went_on(owner)
    assert is_whole(owner)
    assert key_path(books).exists()
    said = facts["Kept aside"].removeprefix("The file from before is as it was, in ")
    aside = Path(said.rstrip("."))
    assert (aside / books.name).read_bytes() == content


@pytest.mark.parametrize("books", [LOCK], indirect=True, ids=["protected"])
def test_a_new_password_is_typed_twice_with_tab_between(owner: Office, books: Path) -> None:
    owner.window.open_ledger(books)
    owner.until(lambda: is_asked(owner))
    tab_to(owner.window, card(owner).turn)
    owner.press(SPACE)
    owner.until(card(owner).sheet.input.hasFocus)
    owner.type(SHEET)
    owner.press(ENTER)
    over = dialog(owner, PasswordDialog)
    new = over.new
    assert new is not None
    owner.until(new.first.input.hasFocus)
    QTest.keyClicks(new.first.input, "five calm herons")
    press(over, TAB)
    assert over.focusWidget() is new.again.input, "not the eye that shows what was typed"
    QTest.keyClicks(new.again.input, "five calm herons")
    press(over, ENTER)
    owner.until(lambda: QApplication.activeModalWidget() is None)
    owner.window.close_ledger()
    owner.until(lambda: owner.window.opening.is_welcome)
    owner.window.open_ledger(books)
    owner.until(lambda: is_asked(owner))
    owner.type("five calm herons")
    owner.press(ENTER)
    owner.until(lambda: is_open(owner, books))
