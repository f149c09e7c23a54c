"""Backups in the window: made by themselves, said calmly, looked at and tried out by key."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from creditmate.db.connection import execute
from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.services.backup_shelf import KnownBackup
from creditmate.services.found_backups import backups_of
from creditmate.services.program import Program
from creditmate.system.backup_records import record_of
from creditmate.system.computer import backup_folder
from creditmate.ui.jobs import Job
from creditmate.ui.kit.question import Question
from creditmate.ui.safety.keeper import FAILED
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.backups_page import BackupsPage
from creditmate.ui.theme.theme import Theme
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import Office, make_office

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
Answer = TypeVar("Answer")


def asked(office: Office, work: Callable[[], Answer]) -> Answer:
    return office.around.program.ask(work)


def uid_of(office: Office) -> str:
    return str(asked(office, lambda: execute("SELECT ledger_uid FROM business").fetchone()[0]))


def post(office: Office) -> None:
    """Write something into the ledger, as a screen does that tells what it touched."""
    program = office.around.program
    today = program.clock.today
    touched = asked(office, lambda: program.upkeep.post_cash(today))
    office.window.screens.spread(touched)


def question(office: Office) -> Question:
    """The question that is asked over the window."""
    office.until(lambda: any(one.isVisible() for one in office.window.findChildren(Question)))
    return next(one for one in office.window.findChildren(Question) if one.isVisible())


def known(office: Office) -> None:
    """Wait until the window knows how its backups stand."""
    office.until(lambda: office.window.keeper.backer.standing is not None)


def says(office: Office) -> str:
    """What the line at the foot says of backups."""
    return office.window.status.backed_up.text()


def page_of(office: Office) -> BackupsPage:
    office.window.fulfil(OpenSettings("backups"))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    page = screen.page
    assert isinstance(page, BackupsPage)
    office.until(page.last.text)
    return page


def told(office: Office) -> str:
    return str(office.window.telling.toast._text.text())


def back_up(office: Office) -> KnownBackup:
    """Back up by the button of the page, and wait until that is known."""
    page = page_of(office)
    before = record_of(uid_of(office)).path
    page.now.setFocus()
    office.press(ENTER)
    office.until(lambda: record_of(uid_of(office)).path != before)
    office.until(lambda: not office.window.keeper.backer.has_news)
    return backups_of(uid_of(office))[0]


def break_backups(office: Office) -> Path:
    """Let no backup be made any more: something lies where its folder would be."""
    folder = backup_folder(uid_of(office))
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    return folder


# ----------------------------------------------------------------- by themselves
def test_closing_backs_up_says_so_and_closes(office: Office) -> None:
    known(office)
    uid = uid_of(office)
    assert says(office) == "Not backed up yet"
    office.window.close()
    title, detail = question(office).said
    assert title.startswith("Backing up what you did")
    assert "It is saved already." in detail
    office.until(lambda: not office.window.isVisible())
    (made,) = backups_of(uid)
    assert made.reason == "day"
    assert record_of(uid).failed_problem == ""


def test_where_nothing_is_new_it_closes_at_once(office: Office) -> None:
    back_up(office)
    office.window.close()
    assert not office.window.isVisible()


def test_whoever_stays_goes_on_and_the_backup_is_made_all_the_same(office: Office) -> None:
    known(office)
    office.window.close()
    over = question(office)
    QTest.keyClick(over.focusWidget() or over, ESCAPE)
    assert office.window.isVisible()
    office.until(lambda: not office.window.keeper.backer.has_news)
    assert office.window.isVisible()
    office.window.close()
    assert not office.window.isVisible()


def test_leaving_for_welcome_and_for_another_ledger_backs_up_first(
    office: Office, sample: Path, tmp_path: Path
) -> None:
    known(office)
    uid = uid_of(office)
    other = Path(shutil.copy(sample, tmp_path / "Other.creditmate"))
    office.window.open_ledger(other)
    office.until(lambda: office.window.door.path == other)
    assert [each.reason for each in backups_of(uid)] == ["day"]
    office.until(lambda: office.window.keeper.backer.standing is not None)
    post(office)  # both are copies of one ledger, which has a backup now
    office.window.close_ledger()
    office.until(lambda: office.window.opening.is_welcome)
    assert len(backups_of(uid)) == 2


def test_what_fails_while_closing_is_said_and_nobody_is_kept(office: Office) -> None:
    known(office)
    break_backups(office)
    office.window.close()
    office.until(lambda: question(office).said[0] == "The backup was not made")
    over = question(office)
    assert "is saved in the ledger itself" in over.said[1]
    office.until(lambda: over.ring.target is over.safe)  # it is seen which answer Enter gives
    QTest.keyClick(over.focusWidget() or over, ENTER)  # the safe answer stays
    assert office.window.isVisible()
    office.window.close()
    office.until(lambda: question(office).said[0] == "The backup was not made")
    over = question(office)
    over.other.setFocus()
    QTest.keyClick(over.other, ENTER)
    assert not office.window.isVisible()


@pytest.fixture
def days_later(
    qtbot: QtBot, program: Program, theme: Theme, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """A window opened two days after the last work, which nobody has backed up."""
    made = make_office(qtbot, program, theme, place="customers")
    later = datetime.now(UTC) + timedelta(days=2)
    monkeypatch.setattr(program.clock, "now", lambda: later)
    yield made
    made.window.stop()


def test_the_work_of_an_earlier_day_is_backed_up_at_the_next_opening(
    days_later: Office, ledger: Path
) -> None:
    days_later.open(ledger)
    known(days_later)
    uid = uid_of(days_later)
    days_later.until(lambda: record_of(uid).path)
    days_later.until(lambda: says(days_later).startswith("Backed up today"))
    assert [each.reason for each in backups_of(uid)] == ["day"]
    assert days_later.names(), "meanwhile one can work"


def test_a_failure_is_said_once_with_what_to_do_until_one_succeeds(
    days_later: Office, ledger: Path, tmp_path: Path
) -> None:
    days_later.open(ledger)
    known(days_later)
    uid = uid_of(days_later)
    days_later.until(lambda: record_of(uid).path)
    folder = backup_folder(uid)
    aside = folder.rename(tmp_path / "aside")
    folder.write_text("in the way")
    banners = days_later.window.banners
    post(days_later)
    page = page_of(days_later)
    page.now.setFocus()
    days_later.press(ENTER)
    days_later.until(lambda: banners.line(FAILED))
    line = banners.line(FAILED)
    assert line is not None
    assert line.said.startswith("What you did is saved, but the backup was not made.")
    assert str(folder) in line.said
    days_later.until(lambda: says(days_later) == "The last backup failed")
    assert line.close_button is not None
    line.close_button.click()  # whoever has read it is not told again
    assert not banners.isVisible()
    days_later.until(lambda: "failed and was not kept" in page.last.text())
    folder.unlink()
    aside.rename(folder)
    page.now.click()
    days_later.until(lambda: says(days_later).startswith("Backed up today"))
    assert banners.line(FAILED) is None


def test_a_backup_under_way_stops_nobody_from_working(office: Office) -> None:
    """The copy gives way between its steps; what was asked is answered meanwhile."""
    known(office)
    began, may = Event(), Event()
    program = office.around.program

    def held(progress: Progress) -> Touched:
        began.set()
        may.wait(20)
        return Touched.NOTHING

    office.around.jobs.start(Job("Before it", held))
    assert began.wait(20)
    page = page_of(office)
    page.now.click()  # waits behind the other job
    assert office.window.keeper.backer.job is not None
    office.window.go_to("customers")
    office.until(office.names)
    may.set()
    office.until(
        lambda: (
            record_of(
                asked(
                    office,
                    lambda: (
                        program.backups.listed()[0].manifest["ledger_uid"]
                        if program.backups.listed()
                        else ""
                    ),
                )
            ).path
        )
    )


# ----------------------------------------------------------------- the page
def test_the_page_lists_them_and_tries_one_out_in_words_and_seconds(office: Office) -> None:
    page = page_of(office)
    assert page.list.area.none is not None
    made = back_up(office)
    office.until(lambda: page.list.list.items)
    assert [row.path for row in page.list.list.items] == [made.path]
    assert "61 customers" in page._cells._holds(page.list.list._rows([0])[0]).text
    assert page.last.text().startswith("Today ")
    assert "Everything in the ledger is in it." in page.last.text()
    assert page.tried.text().startswith("Not yet.")
    office.until(page.try_out.isEnabled)
    page.try_out.setFocus()
    office.press(ENTER)
    office.until(lambda: "it is a whole ledger" in page.tried.text())
    assert "It took less than" in page.tried.text()
    assert "tried out and compared. It took less than" in told(office)


def test_a_backup_that_has_changed_is_named_by_the_drill(office: Office) -> None:
    made = back_up(office)
    content = bytearray(made.path.read_bytes())
    content[len(content) // 2] ^= 1
    made.path.write_bytes(content)
    page = page_of(office)
    office.until(page.try_out.isEnabled)  # the page knows that there is one
    page.try_out.click()
    office.until(lambda: "was not whole" in page.tried.text())
    assert "Your ledger is untouched" in told(office)


def test_one_that_was_cut_short_is_told_wherever_backups_are_and_made_anew(office: Office) -> None:
    made = back_up(office)
    page = page_of(office)
    office.until(lambda: page.list.list.items)
    office.until(lambda: says(office).startswith("Backed up"))
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    office.window.keeper.backer.ask()
    office.until(lambda: says(office) == "The last backup cannot be read")
    office.until(lambda: "cannot be read any more" in page.last.text())
    assert "No other one can be found here." in page.last.text()
    assert "Make another one now" in page.last.text()
    office.until(lambda: [row.problem is not None for row in page.list.list.items] == [True])
    assert page._cells._holds(page.list.list._rows([0])[0]).text == "Cannot be read any more"
    office.until(page.try_out.isEnabled)
    page.try_out.setFocus()
    office.press(ENTER)
    office.until(lambda: "was not whole" in page.tried.text())
    assert "Your ledger is untouched" in told(office)
    page.now.setFocus()
    office.press(ENTER)
    office.until(lambda: says(office).startswith("Backed up"))
    office.until(lambda: "Everything in the ledger is in it." in page.last.text())
    assert made.path.exists(), "it may be all that is left of something"


def test_one_that_was_cut_short_is_made_anew_before_one_leaves(office: Office) -> None:
    made = back_up(office)
    office.until(lambda: says(office).startswith("Backed up"))
    made.path.write_bytes(b"")
    office.window.keeper.backer.ask()
    office.until(lambda: says(office) == "The last backup cannot be read")
    uid = uid_of(office)
    office.window.close_ledger()
    office.until(lambda: office.window.opening.is_welcome)
    assert len(backups_of(uid)) == 1, "that can be read"


def test_a_second_place_is_chosen_named_when_away_and_left_again(
    office: Office, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = back_up(office)
    page = page_of(office)
    assert not page.nowhere.isVisible()
    page.elsewhere.setFocus()
    office.press(ENTER)
    office.until(lambda: page.findChildren(QFileDialog))
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(stick))
    dialog.close()
    there = stick / "CreditMate backups"
    office.until(lambda: f"Every backup goes to {stick}" in page.second.text())
    assert [each.name for each in there.rglob("*.creditmate-backup")] == [made.path.name]
    away = stick.rename(tmp_path / "drawer")
    post(office)
    back_up(office)
    office.until(lambda: "is not there now" in page.second.text())
    office.until(lambda: "is not there now" in told(office))
    assert "Backed up, opened again and compared." in told(office)
    away.rename(stick)
    page.nowhere.click()
    office.until(lambda: page.second.text().startswith("None is chosen."))
    assert list(there.rglob("*.creditmate-backup")), "what lies there stays there"


def test_find_or_do_knows_them(office: Office) -> None:
    uid = uid_of(office)
    office.press(Qt.Key.Key_K, CTRL)
    office.until(office.window.shell.search.isVisible)
    office.type("back up now")
    results = office.window.shell.search
    office.until(lambda: "Back up now" in " ".join(_offered(results)))
    QTest.keyClick(results.focusWidget() or results, ENTER)
    office.until(lambda: record_of(uid).path)
    assert backups_of(uid)[0].reason == "by hand"


def _offered(search: object) -> list[str]:
    from PySide6.QtWidgets import QAbstractItemView, QWidget  # noqa: PLC0415 - here alone

    assert isinstance(search, QWidget)
    (view,) = search.findChildren(QAbstractItemView)
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
