"""A ledger on its way from a place that is none: how far it is can be seen; it can be stopped."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.services.self_test import SPECIMENS
from creditmate.system.computer import data_folder
from creditmate.ui.jobs import Job
from creditmate.ui.safety.damage_dialog import DamageDialog
from creditmate.ui.safety.place_dialog import PlaceDialog
from tests.ui.window.conftest import Office
from tests.ui.window.protecting import is_open
from tests.ui.window.test_rescue import dialog, is_whole, press, went_on

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def in_the_drive(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger in a folder that Dropbox synchronises."""
    drive = tmp_path / "ellen" / "Dropbox"
    drive.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "ellen"))
    path = drive / "Books.creditmate"
    path.write_bytes(sample.read_bytes())
    return path


def asked_where(office: Office, path: Path) -> PlaceDialog:
    """Open a ledger where it must not lie, and wait for the better offer."""
    office.come_to_the_front()
    office.window.open_ledger(path)
    over = dialog(office, PlaceDialog)
    office.until(over.verb.hasFocus)
    return over


def here() -> list[str]:
    folder = data_folder()
    return [each.name for each in folder.glob("*Books*")]


def test_how_far_it_is_stands_in_the_status_line(empty_office: Office, in_the_drive: Path) -> None:
    window, seen = empty_office.window, list[str]()

    def look(job: Job) -> None:
        if job.title.startswith("Moving"):  # the one at leaving may outlive the window
            job.progressed.connect(lambda *_far: seen.append(window.status.progress._text.text()))

    window.open_ledger(None)
    empty_office.around.jobs.began.connect(look)
    press(asked_where(empty_office, in_the_drive), ENTER)
    went_on(empty_office)
    size = -(-in_the_drive.stat().st_size // 1_000_000)
    assert seen[-1] == f"Moving “Books” to this computer, in MB: {size} of {size}"
    assert window.door.path == data_folder() / "Books.creditmate"


def test_stopped_it_stays_where_it_is_and_the_next_key_offers_it_again(
    empty_office: Office, in_the_drive: Path
) -> None:
    window, content = empty_office.window, in_the_drive.read_bytes()
    window.open_ledger(None)

    def stop(job: Job) -> None:
        if job.title.startswith("Moving"):  # the one at leaving may outlive the window
            window.status.progress._cancel.click()

    empty_office.around.jobs.began.connect(stop)
    press(asked_where(empty_office, in_the_drive), ENTER)
    empty_office.until(lambda: "“Books” stays shut" in window.opening.said)
    assert window.opening.is_welcome
    assert in_the_drive.read_bytes() == content
    assert here() == [], "nothing is left of the copy"
    empty_office.come_to_the_front()
    empty_office.press(ENTER)
    over = dialog(empty_office, PlaceDialog)
    assert over.verb.text() == "Move it here", "it was not moved"
    press(over, ESCAPE)


def test_stopped_over_another_ledger_that_one_is_shown_again(
    office: Office, ledger: Path, in_the_drive: Path
) -> None:
    begun, window = list[str](), office.window

    def stop(job: Job) -> None:
        begun.append(job.title)
        if job.title.startswith("Moving"):
            window.status.progress._cancel.click()

    press_in = asked_where(office, in_the_drive)
    office.around.jobs.began.connect(stop)
    press(press_in, ENTER)
    office.until(lambda: any(title.startswith("Moving") for title in begun))
    assert window.door.path is None
    office.until(lambda: is_open(office, ledger))
    assert here() == []


def test_a_damaged_one_leads_to_a_whole_one_on_this_computer(
    empty_office: Office, in_the_drive: Path
) -> None:
    """It is found out before anything of it has a name here; its backup comes here instead."""
    window, program = empty_office.window, empty_office.around.program
    program.ask(lambda: program.ledgers.create_sample(in_the_drive.parents[2] / "Books.creditmate"))
    program.ask(lambda: program.backups.back_up("day"))
    program.ask(program.ledgers.close)
    books = in_the_drive.parents[2] / "Books.creditmate"
    content = bytearray(books.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 40 * 4096] = bytes(40 * 4096)
    in_the_drive.write_bytes(content)
    books.unlink()
    window.open_ledger(None)
    press(asked_where(empty_office, in_the_drive), ENTER)
    over = dialog(empty_office, DamageDialog)
    assert "Books" in over.windowTitle()
    empty_office.until(lambda: over.facts)
    assert in_the_drive.read_bytes() == bytes(content)
    assert here() == []
    empty_office.until(over.verb.hasFocus)
    press(over, ENTER)
    went_on(empty_office)
    whole = data_folder() / "Books.creditmate"
    assert window.door.path == whole
    assert is_whole(empty_office)
    assert in_the_drive.read_bytes() == bytes(content), "nothing is put into that folder"
    assert sorted(each.name for each in in_the_drive.parent.iterdir()) == [in_the_drive.name]
    window.close_ledger()
    empty_office.until(lambda: window.opening.is_welcome)
    again = asked_where(empty_office, in_the_drive)
    assert again.windowTitle() == "“Books” lies on this computer now"
    press(again, ENTER)
    empty_office.until(lambda: is_open(empty_office, whole))


# ----------------------------------------------------------------- an older one that is not whole
def test_an_older_one_with_a_broken_reference_leads_to_the_damage_dialog(
    empty_office: Office, tmp_path: Path
) -> None:
    old = tmp_path / "Old.creditmate"
    old.write_bytes(gzip.decompress((SPECIMENS / "format-1.creditmate.gz").read_bytes()))
    with closing(sqlite3.connect(old, isolation_level=None)) as cut:
        schema = cut.execute("SELECT name, sql FROM sqlite_schema WHERE type='trigger'").fetchall()
        for name, _sql in schema:
            cut.execute(f"DROP TRIGGER {name}")
        cut.execute("UPDATE entry SET customer_id = 98765 WHERE id = (SELECT min(id) FROM entry)")
        for _name, sql in schema:
            cut.execute(sql)
    empty_office.window.open_ledger(None)
    empty_office.window.open_ledger(old)
    over = dialog(empty_office, DamageDialog)
    assert over.windowTitle() == "The file of “Old” is damaged"
    empty_office.until(lambda: over.facts)
    assert "untouched" in over.facts["The file"]
    with closing(sqlite3.connect(old)) as still:
        assert still.execute("PRAGMA user_version").fetchone() == (1,), "nothing was changed in it"
    press(over, ESCAPE)
    empty_office.until(lambda: QApplication.activeModalWidget() is None)
