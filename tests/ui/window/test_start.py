"""The start: the window is painted first, and what it does not show then is loaded after."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.pseudo import PSEUDO
from creditmate.services import work_candidates, worklists
from creditmate.ui import first_paint
from creditmate.ui.app import direction_of
from creditmate.ui.first_paint import LONGEST, FirstPaint
from creditmate.ui.kit.work_line import Coming, WorkLine
from creditmate.ui.screens.customers import CustomersScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.screens.today_coming import TodayComing
from tests.ui.window.conftest import TODAY, Office

LATER = (
    "babel",
    "peewee",
    "sqlcipher3",
    "reportlab",
    "PySide6.QtNetwork",
    "creditmate.db.connection",
    "creditmate.domain.rows",
    "creditmate.services.ledgers",
    "creditmate.ui.search.popup",
    "creditmate.ui.screens.today",
    "creditmate.ui.screens.welcome",
    "creditmate.ui.shell.menu",
    "creditmate.ui.banner",
    "creditmate.domain.our_people",
    "creditmate.system.files",
    "cryptography",
    "dataclasses",
    "dateutil",
    "email",
    "hashlib",
    "holidays",
    "keyring",
    "nacl",
    "phonenumbers",
    "smtplib",
    "socket",
    "sqlite3",
    "subprocess",
)
"""What the first painting has to do without.

No dataclass either, each of which is compiled anew: records of the first painting are ``Fact``.
"""
OURS = 111
"""Modules of our own that the first painting needs, its look at them counted, at most."""

LATEST = ("holidays", "reportlab", "phonenumbers", "creditmate.db.proof.everything")
"""What Today and its first brief have to do without."""

START = """
import json, linecache, os, sys
from creditmate.__main__ import main
from creditmate.ui.first_paint import FirstPaint

def look(self, window, event):
    if event.type() == event.Type.Paint:
        loaded = sorted(sys.modules)
        from creditmate.ui.screens.today_coming import TodayComing
        (today,) = window.findChildren(TodayComing)
        read = [name for name in linecache.cache if "creditmate" in name]
        print(json.dumps([loaded, today.isVisible(), len(today.list.rows), read]), flush=True)
        os._exit(0)
    return False

FirstPaint.eventFilter = look
main([sys.argv[1]])
"""


def started(program: str, ledger: Path) -> str:
    """Start our program with a look into it, and return what that has printed."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(ledger)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


def test_the_window_is_painted_before_the_rest_is_loaded(ledger: Path) -> None:
    loaded, is_visible, placeholders, read = json.loads(started(START, ledger))
    assert is_visible
    assert read == []  # PySide looked into no source of ours
    assert placeholders
    assert [name for name in LATER if name in loaded] == []
    ours = [name for name in loaded if name.split(".")[0] == "creditmate"]
    assert len(ours) <= OURS, ours


PLACE = """
import json, os, sys
from creditmate.__main__ import main
from creditmate.ui.brief.brief_widget import BriefWidget

show = BriefWidget.show_brief

def look(self, brief):
    show(self, brief)
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

BriefWidget.show_brief = look
main([sys.argv[1]])
"""


def test_today_has_its_lines_before_what_is_said_in_passing_is_loaded(ledger: Path) -> None:
    loaded = json.loads(started(PLACE, ledger))
    assert [name for name in LATEST if name in loaded] == []


def coming(office: Office) -> TodayComing | None:
    found = office.window.opening.currentWidget()
    return found if isinstance(found, TodayComing) else None


def test_today_is_there_while_its_ledger_is_being_opened(
    empty_office: Office, ledger: Path
) -> None:
    window = empty_office.window
    window.open_ledger(ledger)
    seen = coming(empty_office)
    assert seen is not None
    assert seen.isVisible()
    assert seen.list.rows
    assert all(isinstance(row, Coming) for row in seen.list.rows)
    assert window.sidebar.isVisible()
    assert window.sidebar.switch.text() == ledger.stem
    assert window.sidebar.places.currentIndex().data() == "Today"
    assert window.focusWidget() is seen.list
    assert not isinstance(window.screen_shown, TodayScreen)
    empty_office.until(lambda: isinstance(window.screen_shown, TodayScreen))
    today = window.screen_shown
    assert isinstance(today, TodayScreen)
    assert today.left.list.rows  # nothing flashes: placeholders until the lines are there
    empty_office.until(lambda: isinstance(today.left.list.rows[-1], WorkLine))


def test_its_head_says_the_day_once_it_was_painted(empty_office: Office, ledger: Path) -> None:
    empty_office.window.open_ledger(ledger)
    seen = coming(empty_office)
    assert seen is not None
    assert seen.head._day.text() == ""
    seen.repaint()
    empty_office.until(lambda: seen.head._day.text() == day_with_weekday(TODAY, "en_GB"))


def test_a_place_that_is_chosen_meanwhile_is_gone_to(empty_office: Office, ledger: Path) -> None:
    window = empty_office.window
    window.open_ledger(ledger)
    empty_office.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not isinstance(window.screen_shown, TodayScreen)
    empty_office.until(lambda: isinstance(window.screen_shown, CustomersScreen))
    assert window.sidebar.places.currentIndex().data() == "Customers"


def test_another_place_is_awaited_by_a_sentence(empty_office: Office, ledger: Path) -> None:
    empty_office.open(ledger)
    empty_office.window.go_to("customers")
    empty_office.window.close_ledger()
    empty_office.until(lambda: empty_office.window.opening.is_welcome)
    empty_office.window.open_ledger(ledger)
    assert coming(empty_office) is None
    assert empty_office.window.opening.said == f"Opening {ledger.stem}"
    empty_office.until(lambda: isinstance(empty_office.window.screen_shown, CustomersScreen))


def test_the_brief_comes_before_the_rest_of_the_day(
    empty_office: Office, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_candidates, "_CHUNK", 3)
    monkeypatch.setattr(worklists, "SCREENFUL", 1)
    window = empty_office.window
    window.open_ledger(ledger)
    empty_office.until(lambda: isinstance(window.screen_shown, TodayScreen))
    today = window.screen_shown
    assert isinstance(today, TodayScreen)
    empty_office.until(lambda: today._briefs.waiting)
    assert not today.reading._latest.waiting  # nothing is read on
    empty_office.until(lambda: today.panel.brief.brief is not None)
    assert not today.state.is_known
    empty_office.until(lambda: today.state.is_known)


def test_who_waits_for_the_first_painting_goes_on_after_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_paint, "LONGEST", 60_000)
    window = QWidget()
    qtbot.addWidget(window)
    paint = FirstPaint(window)
    wait = paint.waiting()
    with qtbot.waitSignal(paint.done):
        window.show()
    assert wait() is True


def test_a_window_that_is_not_painted_keeps_nobody_for_long(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    paint = FirstPaint(window)
    with qtbot.waitSignal(paint.done, timeout=20 * LONGEST):
        pass
    assert paint.waiting()() is True


@pytest.mark.parametrize(
    ("language", "is_leftwards"),
    [(PSEUDO, True), ("ar", True), ("he_IL", True), ("en_GB", False), ("nonsense", False)],
)
def test_the_window_is_read_as_its_language_is(language: str, is_leftwards: bool) -> None:
    leftwards = Qt.LayoutDirection.RightToLeft
    assert (direction_of(language) is leftwards) is is_leftwards
