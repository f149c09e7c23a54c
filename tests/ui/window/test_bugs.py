"""An error that nobody expected is told and reported, without what it was about."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from creditmate.db.connection import execute, raw
from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.progress import Progress
from creditmate.services.program import Program
from creditmate.system.computer import log_folder
from creditmate.system.crash_report import reports
from creditmate.system.faults import faults_before
from creditmate.ui.app import Seat
from creditmate.ui.bug_report.dialog import BugDialog
from creditmate.ui.bug_report.words import GONE, LOOKING, OF_LEDGER
from creditmate.ui.jobs import Job
from creditmate.ui.shell.bugs import Bugs
from creditmate.ui.wishes import PostCash
from tests.ui.window.conftest import Office

ERRORS = 25
SAID = "Mr Marsh of Brackenford owes 4,212.60"


@pytest.fixture
def bugs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bugs]:
    # pytest-qt stands in for Python here, and would fail the test for the error it is about
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    made = Bugs()
    yield made
    made.stop()


@pytest.fixture
def watched(office: Office, bugs: Bugs) -> Office:
    """A user at a window whose errors are told, as ``app.run`` has them told."""
    bugs.met.connect(office.window.telling.bug)
    bugs.met_again.connect(office.window.telling.bug_again)
    return office


def fail() -> None:
    raise LookupError(SAID)


def fail_otherwise() -> None:
    raise ZeroDivisionError(SAID)


def dialog() -> BugDialog | None:
    shown = QApplication.activeModalWidget()
    return shown if isinstance(shown, BugDialog) else None


def bug_told(office: Office) -> BugDialog:
    """Wait until the dialog is there and has looked at the ledger."""
    office.until(lambda: (shown := dialog()) is not None and shown.said is not LOOKING)
    shown = dialog()
    assert shown is not None
    office.until(shown.isActiveWindow)
    return shown


def press(shown: BugDialog, key: Qt.Key) -> None:
    QTest.keyClick(shown.focusWidget() or shown, key)


def in_a_slot(_office: Office) -> None:
    QTimer.singleShot(0, fail)


def on_a_job(office: Office) -> None:
    def work(_progress: Progress) -> Touched:
        fail()
        return Touched(0)

    office.around.jobs.start(Job("Something long", work))


def on_the_database_thread(office: Office) -> None:
    screen = office.customers
    office.around.desk.ask(fail, lambda future: future.result(), screen)


def on_a_thread_of_its_own(_office: Office) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


@pytest.mark.parametrize(
    "break_it", [in_a_slot, on_a_job, on_the_database_thread, on_a_thread_of_its_own]
)
def test_it_is_told_and_reported_wherever_it_happens(
    watched: Office, break_it: Callable[[Office], None]
) -> None:
    break_it(watched)
    shown = bug_told(watched)
    text = shown.text.toPlainText()
    assert "LookupError" in text
    assert "test_bugs.py" in text
    assert "Marsh" not in text
    (kept,) = reports()
    assert kept.read_text(encoding="utf-8").rstrip() == text
    assert text.splitlines()[0].split()[-1] in kept.name
    press(shown, Qt.Key.Key_Return)
    watched.until(lambda: dialog() is None)
    watched.window.go_to("customers")
    watched.until(watched.names)


def test_the_ledger_was_looked_at_and_work_goes_on(watched: Office) -> None:
    in_a_slot(watched)
    shown = bug_told(watched)
    (whole,) = [each for each in OF_LEDGER.values() if each is shown.said]
    assert whole.title == "Every page of your ledger can be read"
    press(shown, Qt.Key.Key_Escape)
    watched.until(lambda: dialog() is None)
    program = watched.around.program
    assert program.ask(program.upkeep.check).findings == []


def test_more_of_it_is_counted_in_the_one_dialog(watched: Office) -> None:
    in_a_slot(watched)
    shown = bug_told(watched)
    QTimer.singleShot(0, fail_otherwise)
    QTimer.singleShot(0, fail)
    watched.until(lambda: "2 more times" in shown.counted)
    assert dialog() is shown
    text = shown.text.toPlainText()
    assert text.count("CreditMate report") == len(reports()) == 2
    assert "ZeroDivisionError" in text


def test_what_comes_again_later_opens_nothing_and_is_not_reported_anew(watched: Office) -> None:
    in_a_slot(watched)
    press(bug_told(watched), Qt.Key.Key_Return)
    watched.until(lambda: dialog() is None)
    in_a_slot(watched)
    watched.until(watched.window.telling.toast.isVisible)
    assert dialog() is None
    assert len(reports()) == 1


def test_all_of_the_report_is_copied(watched: Office) -> None:
    in_a_slot(watched)
    shown = bug_told(watched)
    shown.copy.setFocus()
    press(shown, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == shown.text.toPlainText()


def test_the_program_can_be_closed_from_there(watched: Office) -> None:
    in_a_slot(watched)
    shown = bug_told(watched)
    shown.other.setFocus()
    press(shown, Qt.Key.Key_Space)
    watched.until(lambda: not watched.window.isVisible())


def test_it_is_told_over_a_form_that_is_open_and_leaves_what_was_typed(watched: Office) -> None:
    watched.window.fulfil(PostCash())
    watched.until(QApplication.activeModalWidget)
    form = QApplication.activeModalWidget()
    assert form is not None
    typed = form.focusWidget()
    QTest.keyClicks(typed, "20")
    in_a_slot(watched)
    press(bug_told(watched), Qt.Key.Key_Return)
    watched.until(lambda: QApplication.activeModalWidget() is form)
    assert typed.property("text").endswith("20")


def test_something_half_written_is_told(watched: Office) -> None:
    program = watched.around.program
    program.ask(lambda: raw().execute("BEGIN IMMEDIATE") and None)
    in_a_slot(watched)
    shown = bug_told(watched)
    assert "not finished" in shown.said.title
    shown.other.setFocus()
    press(shown, Qt.Key.Key_Return)  # going on is possible
    watched.until(lambda: dialog() is None)
    assert watched.window.isVisible()
    program.ask(lambda: raw().execute("ROLLBACK") and None)


def test_an_end_of_the_ledger_that_does_not_fit_is_told(watched: Office) -> None:
    def tamper() -> None:
        for (name,) in execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            execute(f"DROP TRIGGER {name}")
        execute("UPDATE action SET os_user = 'nobody' WHERE id = (SELECT max(id) FROM action)")

    watched.around.program.ask(tamper)
    in_a_slot(watched)
    shown = bug_told(watched)
    assert "does not read" in shown.said.title
    press(shown, Qt.Key.Key_Return)  # closing is the better way, and says so
    watched.until(lambda: not watched.window.isVisible())


def test_without_a_ledger_it_is_said_that_none_was_open(empty_office: Office, bugs: Bugs) -> None:
    bugs.met.connect(empty_office.window.telling.bug)
    empty_office.window.open_ledger(None)
    in_a_slot(empty_office)
    assert bug_told(empty_office).said.title == "No ledger was open"


def test_where_nothing_can_be_written_it_is_still_told(watched: Office) -> None:
    for old in log_folder().glob("*"):
        old.unlink()
    log_folder().parent.mkdir(parents=True, exist_ok=True)
    if log_folder().exists():
        log_folder().rmdir()
    log_folder().write_text("a file where the folder should be")
    in_a_slot(watched)
    assert "LookupError" in bug_told(watched).text.toPlainText()


def names_and_amounts(program: Program) -> set[str]:
    """What the open ledger holds of its people, as it is kept and as it is written."""

    def read() -> set[str]:
        names = {name for (name,) in execute("SELECT name FROM customer")}
        names |= {name for (name,) in execute("SELECT name FROM contact")}
        codes = {code for (code,) in execute("SELECT code FROM customer")}
        notes = {notes for (notes,) in execute("SELECT notes FROM interaction") if notes}
        minors = {minor for (minor,) in execute("SELECT amount_minor FROM entry")}
        large = {f"{minor / 100:,.2f}" for minor in minors if minor >= 100_000}
        return names | codes | notes | large

    return program.ask(read)


def test_after_a_session_full_of_errors_the_logs_name_nobody(watched: Office) -> None:
    program = watched.around.program
    marks = names_and_amounts(program)
    assert len(marks) > 100
    said = sorted(marks)
    for number in range(ERRORS):
        source = f"def f{number}(): raise LookupError({said[number::ERRORS]!r})"
        made: dict[str, Callable[[], None]] = {}
        exec(source, made)
        QTimer.singleShot(0, made[f"f{number}"])
    shown_once = bug_told(watched)
    watched.until(lambda: f"{ERRORS - 1} more times" in shown_once.counted)
    written = "".join(path.read_text(encoding="utf-8") for path in log_folder().iterdir())
    assert written.count("LookupError") >= ERRORS
    assert [mark for mark in marks if mark in written] == []
    assert str(watched.window.door.path) not in written


# ------------------------------------------------------------- what ends a thread or the process

DYING = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from creditmate.bootstrap import build
from creditmate.ui import app
from creditmate.ui.bug_report.dialog import BugDialog
from creditmate.ui.bug_report.words import LOOKING

real, seats, state = app.Seat.begin, [], {"asked": False}

def begin(seat, ledger, ended=()):
    seats.append(seat)
    real(seat, ledger, ended)
    timer.start()

def look():
    seat = seats[0]
    if seat.window.screen_shown is None:
        return
    if not state["asked"]:
        state["asked"], ready, box = True, threading.Event(), []
        box.append(seat.around.program.later(lambda: ready.wait() and box[0].set_result(None)))
        ready.set()  # an answer given twice ends the thread
        return
    shown = QApplication.activeModalWidget()
    if isinstance(shown, BugDialog) and shown.said is not LOOKING:
        timer.stop()
        print(shown.said.title, flush=True)
        shown.verb.click()

app.Seat.begin = begin
app.make_application("en_GB", "en_GB")
timer = QTimer(interval=20)
timer.timeout.connect(look)
ledger = Path(sys.argv[1])
sys.exit(app.run(build(), ledger, None, "en_GB", "en_GB"))
"""


def test_a_database_thread_that_ended_is_told_and_the_program_can_be_left(ledger: Path) -> None:
    done = run(DYING, str(ledger))
    assert done.stdout == f"{GONE.title}\n"
    assert done.returncode == 0
    assert "InvalidStateError" in done.stderr


FAULT = """
import faulthandler
from creditmate.system.faults import faults_written
with faults_written():
    faulthandler._sigsegv()
"""


def run(source: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    facts = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": ""}
    command = [sys.executable, "-c", source, *arguments]
    return subprocess.run(
        command, check=False, env=facts, capture_output=True, text=True, timeout=100
    )


def test_a_fault_of_the_last_time_is_told_once_the_ledger_is_open(
    qtbot: QtBot, program: Program, ledger: Path
) -> None:
    assert run(FAULT).returncode != 0
    seat = Seat(program, "en_GB", "en_GB")
    seat.begin(ledger, faults_before())
    qtbot.addWidget(seat.window)
    try:
        office = Office(qtbot, seat.window, seat.around)
        shown = bug_told(office)
        assert seat.window.door.path == ledger
        assert "last time" in shown.windowTitle()
        assert shown.said.title == "Every page of your ledger can be read"
        assert "Segmentation fault" in shown.text.toPlainText()
        assert not shown.other.isVisible()
        press(shown, Qt.Key.Key_Return)
        office.until(lambda: dialog() is None)
    finally:
        seat.stop()


def test_an_expected_refusal_is_no_bug(watched: Office) -> None:
    watched.window.telling.problem(UserError(Problem.DISK_FULL, path=Path("x")))
    assert watched.window.telling.toast.isVisible()
    assert dialog() is None
    assert reports() == []
