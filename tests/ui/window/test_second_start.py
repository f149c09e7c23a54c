"""A second start raises the first window and ends: two real processes, one profile."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from creditmate.ui.shell.first_window import FirstWindow, hand_over
from creditmate.ui.shell.whose import may_be_open, server_name

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from creditmate.__main__ import main
from creditmate.ui import app
from creditmate.ui.main_window import MainWindow

wanted = sys.argv[2]

def look():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    if not windows or windows[0].screen_shown is None:
        return
    shown = windows[0].status.ledger.accessibleName()
    if "listening" not in seen:
        seen.add("listening")
        print("listening", flush=True)
    if shown == wanted:
        timer.stop()
        print("opened", shown, flush=True)
        windows[0].close()

seen = set()
made = app.make_application("en_GB", "en_GB")
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
sys.exit(main([sys.argv[1]]))
"""


def start(*arguments: str) -> "subprocess.Popen[str]":
    facts = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, *arguments],
        env=facts,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_start_hands_its_ledger_over(ledger: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(ledger, tmp_path / "Other.creditmate"))
    first = start("-c", FIRST, str(ledger), other.name)
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "listening\n"
        second = start("-m", "creditmate", str(other))
        assert second.communicate(timeout=60) == ("", "")
        assert second.returncode == 0
        assert first.stdout.readline() == "opened Other.creditmate\n"
        assert first.wait(timeout=60) == 0
    finally:
        first.kill()
        first.communicate()


def test_nobody_there_is_no_answer() -> None:
    assert not hand_over(None)


def test_only_where_somebody_may_listen_is_asked(qtbot: QtBot) -> None:
    asks_always = sys.platform == "win32"
    assert may_be_open() is asks_always
    first = FirstWindow()
    assert first.listen()
    assert may_be_open()
    first.stop()
    assert may_be_open() is asks_always


def test_a_dead_socket_is_cleared_away(qtbot: QtBot, tmp_path: Path) -> None:
    script = (
        "import os\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from creditmate.ui.shell.first_window import FirstWindow\n"
        "app = QCoreApplication([])\n"
        "first = FirstWindow()\n"
        "print(first.listen(), flush=True)\n"
        "os._exit(1)\n"
    )
    dead = start("-c", script)
    assert dead.communicate(timeout=60)[0] == "True\n"
    assert not hand_over(None)
    first = FirstWindow()
    assert first.listen()
    called: list[object] = []
    first.called.connect(called.append)
    second = start(
        "-c",
        "from pathlib import Path\n"
        "from creditmate.ui.shell.first_window import hand_over\n"
        "print(hand_over(None))",
    )
    qtbot.waitUntil(lambda: called == [None], timeout=20_000)
    assert second.communicate(timeout=60)[0] == "True\n"
    first.stop()


@pytest.mark.parametrize(
    ("said", "is_met"),
    [
        (b"not json\n", False),
        (b"x" * 99_999, False),
        (b"[" * 60_000 + b"\n", False),
        (b"[1]\n", True),
        (b"{}\n", True),
        (b'{"ledger": 7}\n', True),
    ],
)
def test_nonsense_at_the_door_opens_nothing(qtbot: QtBot, said: bytes, is_met: bool) -> None:
    first, talker = FirstWindow(), QLocalSocket()
    called, ended = list[object](), list[bool]()
    first.called.connect(called.append)
    talker.connected.connect(lambda: talker.write(said))
    talker.readyRead.connect(lambda: ended.append(True))
    talker.disconnected.connect(lambda: ended.append(False))
    assert first.listen()
    talker.connectToServer(server_name())
    qtbot.waitUntil(lambda: bool(ended))
    assert (ended[0], called) == (is_met, [None] * is_met)
    talker.abort()
    first.stop()


def test_each_profile_has_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = server_name()
    monkeypatch.setenv("CREDITMATE_HOME", str(tmp_path / "other"))
    assert server_name() != mine
    QLocalServer.removeServer(mine)
