"""An error that nobody expected is told and written down, without what it was about."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from creditmate.system.log import log_file
from creditmate.ui.shell.bugs import Bugs
from tests.ui.window.conftest import Office


@pytest.fixture
def bugs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bugs]:
    # pytest-qt stands in for Python here, and would fail the test for the error it is about
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("threading.excepthook", lambda *_: None)
    made = Bugs()
    yield made
    made.stop()


def fail() -> None:
    raise LookupError("Mr Marsh of Brackenford")


def test_an_error_in_a_slot_is_told_and_logged(qtbot: QtBot, bugs: Bugs, office: Office) -> None:
    bugs.met.connect(office.window.telling.bug)
    with qtbot.waitSignal(bugs.met, timeout=5000) as met:
        QTimer.singleShot(0, fail)
    assert met.args == [str(log_file())]
    said = log_file().read_text(encoding="utf-8")
    assert "LookupError" in said
    assert "test_bugs.py" in said
    assert "Marsh" not in said
    toast = office.window.telling.toast
    assert toast.isVisible()


def test_so_is_one_on_another_thread(qtbot: QtBot, bugs: Bugs) -> None:
    with qtbot.waitSignal(bugs.met, timeout=5000):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()


def test_where_nothing_can_be_written_it_is_still_told(qtbot: QtBot, bugs: Bugs) -> None:
    log_file().parent.parent.mkdir(parents=True)
    log_file().parent.write_text("a file where the folder should be")
    with qtbot.waitSignal(bugs.met, timeout=5000) as met:
        QTimer.singleShot(0, fail)
    assert met.args == [""]
