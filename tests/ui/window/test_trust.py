"""What the window checks and notices by itself, and the page that tells all that is known."""

import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from creditmate.db.connection import execute, raw
from creditmate.services import published_figures
from creditmate.system.backup_records import record_of
from creditmate.ui.decisions.status_dialog import StatusDialog
from creditmate.ui.safety.keeper import FOUND
from creditmate.ui.safety.notices import CARDS, COPIES, ROOM
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.trust_page import TrustPage
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import Office
from tests.ui.window.test_backups import ENTER, asked, told, uid_of
from tests.ui.window.test_customer_deeds import choose, dialog, keys, press
from tests.ui.window.test_customer_deeds import opened as customer_page

FIGURES = {
    "made": "2026-11-22",
    "version": "0.1.0",
    "figures": [
        {"number": 1, "title": "200 kills", "result": "0 of 41,200 lost", "ok": True},
        {"number": 3, "title": "Power cuts", "result": "1 lost", "ok": False},
    ],
}


def page_of(office: Office) -> TrustPage:
    office.window.fulfil(OpenSettings("trust"))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    page = screen.page
    assert isinstance(page, TrustPage)
    office.until(lambda: page.facts)
    return page


def known(page: TrustPage, title: str) -> str:
    return next(fact.known for fact in page.facts if fact.title == title)


def break_a_rule(office: Office) -> None:
    """Change a figure behind the program's back, past every trigger."""

    def work() -> None:
        names = execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'entry'"
        ).fetchall()
        for name, _sql in names:
            execute(f"DROP TRIGGER {name}")
        execute(
            "UPDATE entry SET open_minor = open_minor - 1 "
            "WHERE id = (SELECT min(id) FROM entry WHERE open_minor > 0)"
        )
        for _name, sql in names:
            execute(sql)
        assert not raw().in_transaction

    asked(office, work)


# ----------------------------------------------------------------- checks
def test_what_is_due_is_checked_once_it_is_quiet_and_nobody_is_told(office: Office) -> None:
    uid, checker = uid_of(office), office.window.keeper.checker
    assert checker.quiet.isActive()
    checker.quiet.start(0)
    office.until(lambda: record_of(uid).proved_at)
    record = record_of(uid)
    assert record.checked_at
    assert record.findings == 0
    assert office.window.banners.line(FOUND) is None


def test_whoever_works_meanwhile_comes_first(office: Office) -> None:
    """A step is interrupted while something else waits, and done again when nothing does."""
    uid, checker = uid_of(office), office.window.keeper.checker
    program, is_busy = office.around.program, [True]

    def work() -> None:
        if is_busy:
            program.later(work)

    tries: list[None] = []
    checker.quiet.timeout.connect(lambda: tries.append(None))
    checker.quiet.setInterval(1)
    program.later(work)
    checker.quiet.start()
    try:
        office.until(lambda: len(tries) > 3)
        assert record_of(uid).proved_at == ""
    finally:
        is_busy.clear()  # else the thread would never end
    office.until(lambda: record_of(uid).proved_at)


def test_the_ledger_is_closed_in_the_middle_of_a_check(office: Office) -> None:
    checker = office.window.keeper.checker
    checker.now()
    office.window.keeper.backer.has_news = False  # no backup is waited for
    office.window.close_ledger()
    office.until(lambda: office.window.opening.is_welcome)
    assert not checker.is_wanted


def test_check_now_says_what_it_looked_at(office: Office) -> None:
    page = page_of(office)
    assert known(page, "Checked").startswith("Everything is checked once a week")
    page.check.setFocus()
    office.press(ENTER)
    assert told(office) == "The whole ledger is being checked; you can work meanwhile."
    office.until(lambda: told(office).startswith("Checked and as it must be: 1 actions on record"))
    office.until(lambda: "as it must be." in known(page, "Checked"))


def test_what_is_wrong_is_said_in_words_with_what_to_do(office: Office) -> None:
    break_a_rule(office)
    office.window.keeper.checker.quiet.start(0)
    banners = office.window.banners
    office.until(lambda: banners.line(FOUND))
    line = banners.line(FOUND)
    assert line is not None
    assert "Nothing was changed by it." in line.said
    assert line.verb is not None
    line.verb.setFocus()
    office.press(ENTER)
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    page = screen.page
    assert isinstance(page, TrustPage)
    office.until(page.found.count)
    item = page.found.itemAt(0)
    assert item is not None
    note = item.widget()
    assert note is not None
    assert note.accessibleName() == "Something is not as it must be"
    assert "your backups are untouched" in note.accessibleDescription()


# ----------------------------------------------------------------- the page
def test_everything_can_be_copied_and_no_name_is_in_it(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "trust-figures.json"
    file.write_text(json.dumps(FIGURES))
    monkeypatch.setattr(published_figures.published_figures, "__defaults__", (file,))
    page = page_of(office)
    assert known(page, "Last backup").startswith("None was made")
    assert known(page, "Encryption").startswith("None: whoever gets the file can read it.")
    assert "SQLCipher" in known(page, "Versions")
    head = asked(office, lambda: execute("SELECT hash FROM action ORDER BY id DESC").fetchone()[0])
    assert head[:4].upper() in known(page, "On record")
    page.copy.setFocus()
    office.press(ENTER)
    copied = QGuiApplication.clipboard().text()
    assert "1. 200 kills: 0 of 41,200 lost (as promised)" in copied
    assert "3. Power cuts: 1 lost (not as promised)" in copied
    for name in ("Rookmere", "Brackenford", "£"):
        assert name not in copied


def test_a_build_without_figures_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = Path("nowhere.json")
    monkeypatch.setattr(published_figures.published_figures, "__defaults__", (nowhere,))
    page = page_of(office)
    office.until(lambda: page._measured.text() == "No figures were published with this build.")


# ----------------------------------------------------------------- notices
def test_little_room_and_none_are_said_until_there_is_room(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk's answer is set: a disk cannot be filled for a test of words."""
    banners, notices = office.window.banners, office.window.keeper.notices
    said = {50_000_000: "little room: 50 MB", 1000: "The disk with the ledger is full"}

    def is_said(words: str) -> bool:
        line = banners.line(ROOM)
        return line is not None and words in line.said

    for free, words in said.items():
        monkeypatch.setattr("shutil.disk_usage", partial(_Usage, free))
        notices.look()
        office.until(partial(is_said, words))
    monkeypatch.undo()
    notices.look()
    office.until(lambda: banners.line(ROOM) is None)


class _Usage:
    def __init__(self, free: int, _path: Path) -> None:
        self.free = free


def test_another_version_beside_the_ledger_is_told_and_the_folder_shown(
    office: Office, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("creditmate.ui.kit.links.view", shown.append)
    copy = ledger.with_name("Sample (Ann's conflicted copy 2026-11-20).creditmate")
    shutil.copy(ledger, copy)
    office.window.keeper.notices.look()
    banners = office.window.banners
    office.until(lambda: banners.line(COPIES))
    line = banners.line(COPIES)
    assert line is not None
    assert copy.name in line.said
    assert "Nothing was merged" in line.said
    assert line.verb is not None
    line.verb.setFocus()
    office.press(ENTER)
    assert shown == [ledger.parent]


def test_a_card_number_that_is_typed_is_masked_and_told_beside_the_way_back(
    office: Office,
) -> None:
    screen = customer_page(office)
    choose(screen, "Status…")
    found = dialog(office, StatusDialog)
    keys(found, "on")
    press(found, ENTER)
    office.until(found.reason.input.accessibleDescription)
    keys(found, "paid with 4111 1111 1111 1111")
    press(found, ENTER)
    banners = office.window.banners
    office.until(lambda: banners.line(CARDS))
    line = banners.line(CARDS)
    assert line is not None
    assert line.said.startswith("A card number was masked")
    assert "must not stand in notes" in line.said
    office.until(lambda: office.window.telling.undoable)  # which a second toast would have hidden
    office.until(lambda: screen.banner.lines)
    assert "•••• 1111" in screen.banner.lines[0].title


def test_the_foot_leads_to_the_backups(office: Office) -> None:
    office.until(office.window.status.backed_up.isVisible)
    office.window.status.backed_up.setFocus()
    office.press(Qt.Key.Key_Space)
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    assert screen.list.key == "backups"
