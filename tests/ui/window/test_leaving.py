"""The program ends cleanly in a process of its own, whatever was done in it."""

import os
import subprocess
import sys
from pathlib import Path

OF_NO_SCREEN = "This plugin does not support"
"""What Qt says of dialogs where there is no screen."""
SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from creditmate.__main__ import main
from creditmate.ui.main_window import MainWindow

copies = "copy" in sys.argv

def look():
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    window.go_to("customers")
    screen = window.screen_shown
    if screen is None or not screen.model.rowCount():
        return
    timer.stop()
    if copies:
        screen.table.copied.connect(window.close)
        QTest.keyClick(screen.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    else:
        window.close()

from creditmate.ui import app
made = app.make_application("en_GB", "en_GB")
timer = QTimer(interval=50)
timer.timeout.connect(look)
timer.start()
sys.exit(main([sys.argv[1]]))
"""


def test_the_window_opens_a_ledger_and_closes(ledger: Path) -> None:
    assert leave(ledger) == (0, "")


def test_also_after_something_was_copied(ledger: Path) -> None:
    assert leave(ledger, "copy") == (0, "")


def leave(ledger: Path, *deeds: str) -> tuple[int, str]:
    facts = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(ledger), *deeds],
        env=facts,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = [line for line in ended.stderr.splitlines() if not line.startswith(OF_NO_SCREEN)]
    return ended.returncode, "\n".join(said)
