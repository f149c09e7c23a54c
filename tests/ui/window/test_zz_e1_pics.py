"""A page that a disk has lost: met anywhere in the window, it leads to a whole ledger, by key."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from creditmate.bootstrap import build
from creditmate.services import unlocking
from creditmate.ui.banner import Banner
from creditmate.ui.safety.backup_key_dialog import BackupKeyDialog
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.keeper import DAMAGED, FOUND
from creditmate.ui.shell.bugs import Bugs
from tests.damaged_pages import damage
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_backups import ENTER, ESCAPE
from tests.ui.window.test_bugs import bug_told, fail
from tests.ui.window.test_bugs import dialog as bug_dialog
from tests.ui.window.test_rescue import LOCK, dialog, is_whole, press, unlock, went_on

ON_PAPER = unlocking.Lock(LOCK.key, replace(LOCK.key_file, sheet_confirmed="2026-11-02"))
"""Nobody is asked to print its sheet."""


@pytest.fixture(params=[None, ON_PAPER], ids=["unprotected", "protected"])
def lock(request: pytest.FixtureRequest) -> unlocking.Lock | None:
    found: unlocking.Lock | None = request.param
    return found


@pytest.fixture
def lost(tmp_path: Path, lock: unlocking.Lock | None) -> Path:
    """A ledger that was backed up and closed, and has lost a page of its receipts since."""
    path = tmp_path / "Books.creditmate"
    made = build(TODAY)
    made.ask(lambda: made.ledgers.create_sample(path, lock))
    made.ask(lambda: made.backups.back_up("day"))
    made.stop()
    damage(path, "entry", lock.key if lock else None)
    return path


@pytest.fixture
def bugs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bugs]:
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    made = Bugs()
    yield made
    made.stop()


@pytest.fixture
def desk(lost: Path, lock: unlocking.Lock | None, request: pytest.FixtureRequest) -> Office:
    """Somebody who has it open: what is opened first does not touch that page."""
    office: Office = request.getfixturevalue("empty_office")
    office.window.go_to("customers")
    office.window.door.open(lost, None, lock.key if lock else None)
    office.until(lambda: office.window.door.path == lost)
    office.come_to_the_front()
    return office


def line(office: Office) -> Banner:
    office.until(lambda: office.window.banners.line(DAMAGED))
    found = office.window.banners.line(DAMAGED)
    assert found is not None
    return found


def led_back(office: Office, lost: Path, lock: unlocking.Lock | None) -> None:
    """Follow the line to the damage dialog, and the dialog to a whole ledger."""
    said = line(office)
    assert said.said.startswith("A part of this ledger's file cannot be read.")
    assert said.verb is not None
    office.window.resize(1180,720); office.qtbot.wait(300); office.window.grab().save("/tmp/p13-E1/banner.png")
    said.verb.setFocus()
    office.press(ENTER)
    office.window.grab().save("/tmp/p13-E1/x.png")
    over = dialog(office, DamageDialog)
    assert over.windowTitle() == "The file of “Books” is damaged"
    office.until(lambda: over.facts)
    assert "61 customers" in over.facts["Newest backup"]
    office.until(over.verb.hasFocus); over.grab().save("/tmp/p13-E1/damage.png")
    press(over, ENTER)
    if lock is not None:
        unlock(office, dialog(office, BackupKeyDialog))
    went_on(office)
    assert office.window.door.path == lost
    assert is_whole(office)
    assert office.window.banners.line(DAMAGED) is None


@pytest.mark.parametrize("place", ["invoices", "payments", "statements", "today"])
def test_a_place_that_meets_it_leads_to_a_whole_ledger(
    desk: Office, lost: Path, lock: unlocking.Lock | None, place: str
) -> None:
    desk.window.go_to(place)
    led_back(desk, lost, lock)
    assert bug_dialog() is None


def test_the_check_that_runs_by_itself_leads_there(
    desk: Office, lost: Path, lock: unlocking.Lock | None
) -> None:
    desk.window.keeper.checker.quiet.start(0)
    line(desk)
    assert desk.window.banners.line(FOUND) is None, "one line for one matter"
    led_back(desk, lost, lock)


def test_a_check_that_was_asked_for_does_too(
    desk: Office, lost: Path, lock: unlocking.Lock | None
) -> None:
    checker = desk.window.keeper.checker
    checker.now()
    desk.until(lambda: not checker.is_wanted)
    led_back(desk, lost, lock)


def test_after_a_fault_of_ours_nobody_is_told_that_all_is_well(
    desk: Office, lost: Path, lock: unlocking.Lock | None, bugs: Bugs
) -> None:
    bugs.met.connect(desk.window.telling.bug)
    QTimer.singleShot(0, fail)
    shown = bug_told(desk)
    assert shown.said.title == "A part of the ledger's file does not read as it should"
    shown.grab().save("/tmp/p13-E1/bug.png")
    press(shown, ESCAPE)
    desk.until(lambda: QApplication.activeModalWidget() is None)
    led_back(desk, lost, lock)

