"""Going to another ledger that cannot be opened, or while something of this one is under way."""

import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from creditmate.db.connection import execute
from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.services.self_test import SPECIMENS
from creditmate.system.computer import data_folder
from creditmate.ui.jobs import Job
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.settings.business_page import BusinessPage
from creditmate.ui.settings.sections import BUSINESS
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import Office

TAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape
STAYS = "The ledger you are in stays open."
HOLD = """
import sys
from pathlib import Path
from creditmate.bootstrap import build
program = build()
program.ask(lambda: program.ledgers.open(Path(sys.argv[1])))
print("held", flush=True)
sys.stdin.readline()
program.stop()
"""


@pytest.fixture
def other(sample: Path, tmp_path: Path) -> Path:
    """Another ledger."""
    return Path(shutil.copy(sample, tmp_path / "Other.creditmate"))


def question(office: Office) -> Question:
    """The question that is asked over the window."""
    office.until(lambda: asked(office))
    return next(one for one in office.window.findChildren(Question) if one.isVisible())


def asked(office: Office) -> bool:
    return any(one.isVisible() for one in office.window.findChildren(Question))


def answer(office: Office, *keys: Qt.Key) -> None:
    """Press keys in the question."""
    over = question(office)
    for key in keys:
        QTest.keyClick(over.focusWidget() or over, key)


def stays(office: Office, ledger: Path) -> None:
    """The ledger is open as before, and answers."""
    assert office.window.screen_shown is office.customers
    assert office.window.status.ledger.accessibleName() == ledger.name
    assert office.around.program.ask(_file) == str(ledger)
    assert office.names()


# ------------------------------------------------------------------ what cannot be opened
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "It may have been moved or renamed, or its disk is not connected."),
        (b"", "is empty: it is not a ledger."),
        (b"Dear Sir or Madam, " * 20, "is not a CreditMate ledger"),
    ],
    ids=["missing", "empty", "a letter"],
)
def test_the_open_ledger_stays_open(
    office: Office, ledger: Path, tmp_path: Path, content: bytes | None, says: str
) -> None:
    wrong = tmp_path / "Wrong.creditmate"
    if content is not None:
        wrong.write_bytes(content)
    before = office.customers
    office.window.open_ledger(wrong)
    title, detail = question(office).said
    assert "Wrong.creditmate" in f"{title} {detail}"
    assert says in detail
    assert detail.endswith(STAYS)
    stays(office, ledger)
    answer(office, ENTER)
    assert not asked(office)
    stays(office, ledger)
    assert office.customers is before  # no screen was made anew
    assert office.window.focusWidget() is before.table


def test_another_one_can_be_chosen_at_once(office: Office, tmp_path: Path) -> None:
    office.window.open_ledger(tmp_path / "gone.creditmate")
    question(office)
    answer(office, TAB, ENTER)
    office.until(lambda: office.window.findChildren(QFileDialog))
    (dialog,) = office.window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Open a ledger"
    dialog.reject()


def test_who_has_a_ledger_is_said_with_day_and_hour(
    office: Office, ledger: Path, other: Path
) -> None:
    with held(other):
        office.window.open_ledger(other)
        _title, detail = question(office).said
        assert "is open in another program. It is held by" in detail
        assert "T" not in detail.split(" since ")[1].split(". ")[0]
        assert f" {os.uname().nodename} since " in detail
        stays(office, ledger)
        answer(office, ESCAPE)
    office.window.open_ledger(other)
    office.until(lambda: office.window.door.path == other)


def test_what_fails_only_as_it_is_opened_brings_the_first_one_back(
    office: Office, ledger: Path, tmp_path: Path
) -> None:
    old = tmp_path / "Old.creditmate"
    old.write_bytes(gzip.decompress((SPECIMENS / "format-1.creditmate.gz").read_bytes()))
    data_folder().mkdir(parents=True, exist_ok=True)
    (data_folder() / "Backups").write_text("in the way")  # so that it is not brought up to date
    office.until(lambda: office.window.keeper.backer.standing is not None)
    office.window.open_ledger(old)
    office.until(lambda: question(office).said[0] == "The backup was not made")
    answer(office, TAB, ENTER)  # without it
    office.until(lambda: "The backup into" in question(office).said[1])
    assert office.window.door.path == ledger
    assert office.around.program.ask(_file) == str(ledger)
    answer(office, ESCAPE)
    assert office.window.screens.key == "customers"


def test_the_same_ledger_by_another_name_is_no_other(
    office: Office, ledger: Path, tmp_path: Path
) -> None:
    link = tmp_path / "Link.creditmate"
    link.symlink_to(ledger)
    office.window.open_ledger(link)
    office.qtbot.wait(100)
    assert not asked(office)
    stays(office, ledger)


# ------------------------------------------------------------------ what is under way
class Held:
    """A job that makes three of ten and waits."""

    def __init__(self, office: Office) -> None:
        self.may, self.over = Event(), False
        self.job = Job("Saving statements", self._work, if_stopped="What is issued stays.")
        self.job.over.connect(self._on_over)
        office.around.jobs.start(self.job)
        office.until(lambda: self.job.done == 3)

    def _work(self, progress: Progress) -> Touched:
        progress(3, 10)
        self.may.wait(30)
        progress(4, 10)
        return Touched.NOTHING

    def _on_over(self) -> None:
        self.over = True


@pytest.fixture
def job(office: Office) -> Iterator[Held]:
    held = Held(office)
    yield held
    held.may.set()


def test_a_run_is_finished_first_by_enter(
    office: Office, ledger: Path, other: Path, job: Held
) -> None:
    office.window.open_ledger(other)
    over = question(office)
    assert over.said == ("Saving statements: 3 of 10", "What is issued stays.")
    assert over.other.text() == "Stop it and switch"
    answer(office, ENTER)
    assert not asked(office)
    job.may.set()
    office.until(lambda: job.over)
    stays(office, ledger)


def test_a_run_is_stopped_by_choice_only(office: Office, other: Path, job: Held) -> None:
    cancelled: list[bool] = []
    job.job.cancelled.connect(lambda: cancelled.append(True))
    office.window.open_ledger(other)
    question(office)
    answer(office, TAB, ENTER)
    job.may.set()
    office.until(lambda: office.window.door.path == other)
    assert cancelled == [True]


def test_the_window_is_closed_by_choice_only(office: Office, job: Held) -> None:
    office.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert question(office).other.text() == "Stop it and close"
    answer(office, ESCAPE)
    assert office.window.isVisible()
    assert not asked(office)
    office.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    question(office)
    answer(office, TAB, ENTER)
    job.may.set()
    office.until(lambda: not office.window.isVisible())


def test_settings_not_saved_are_asked_about_before_the_window_closes(office: Office) -> None:
    office.window.fulfil(OpenSettings(BUSINESS))
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    page = screen.page
    assert isinstance(page, BusinessPage)
    office.until(lambda: page.kept is not None)
    page.fields["business.phone"].setFocus()
    office.type("9")
    office.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    over = question(office)
    assert over.other.text() == "Close without saving"
    assert "Settings: Business and letterhead" in over.said[1]
    answer(office, ESCAPE)
    assert office.window.isVisible()
    assert page.is_unsaved
    office.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    question(office)
    answer(office, TAB, ENTER)
    office.until(lambda: not office.window.isVisible())


def test_leaving_for_welcome_asks_as_well(office: Office, ledger: Path, job: Held) -> None:
    office.window.close_ledger()
    assert question(office).other.text() == "Stop it and leave"
    answer(office, ESCAPE)
    stays(office, ledger)
    office.window.close_ledger()
    question(office)
    answer(office, TAB, ENTER)
    job.may.set()
    office.until(lambda: office.window.opening.is_welcome)


def test_a_question_goes_when_the_run_is_done(
    office: Office, ledger: Path, other: Path, job: Held
) -> None:
    office.window.open_ledger(other)
    question(office)
    job.may.set()
    office.until(lambda: not asked(office))
    assert job.over
    stays(office, ledger)


def _file() -> str:
    return str(execute("PRAGMA database_list").fetchone()[2])


@contextmanager
def held(ledger: Path) -> Iterator[None]:
    """Have a ledger open in another process."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(ledger)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield
        process.communicate("\n", timeout=60)
