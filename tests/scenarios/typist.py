"""Opens the window on a call form and types notes into it until it is killed.

Run as a program: ``python -m tests.scenarios.typist LEDGER CODE``. For every letter it prints the
moment after the key was handled (monotonic, of the whole computer) and how many there are.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest

from creditmate.bootstrap import build
from creditmate.system.window_state import WindowState
from creditmate.ui.app import make_application, make_window
from creditmate.ui.main_window import MainWindow
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.wishes import StartCall

DAY = date(2026, 11, 23)
WORDS = "Run on Thursdays at three, Helen signs. "
LETTER = 20  # ms between two letters: a quick typist
LOOK = 20  # ms between two looks whether the form is there


def main(ledger: Path, code: str) -> int:
    """Open the form, then type for ever."""
    app = make_application("en_GB", "en_GB")
    window = make_window(build(DAY), "en_GB", "en_GB", state=WindowState())
    window.show()
    window.open_ledger(ledger)
    wait_for(lambda: window.screens.screen_shown is not None)
    window.screens.fulfil(StartCall(code))
    screen = window.screens.screen_shown
    assert isinstance(screen, CallScreen)
    form = screen.page.form
    wait_for(lambda: screen.in_hand.code == code and form.outcomes.grid.hasFocus())
    form.notes.input.setFocus()  # once the form has put the focus where a call begins
    typing = type_for_ever(window, screen)
    timer = QTimer(window, interval=LETTER)
    timer.timeout.connect(lambda: next(typing))
    timer.start()
    return app.exec()


def type_for_ever(window: MainWindow, screen: CallScreen) -> Iterator[None]:
    """Type a letter each time it is asked for another."""
    count = 0
    while True:
        QTest.keyClicks(window.focusWidget() or screen, WORDS[count % len(WORDS)])
        count += 1
        print(time.monotonic(), count, flush=True)  # noqa: T201 - what the killer reads
        yield


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window work until a condition holds."""
    loop = QEventLoop()
    timer = QTimer(interval=LOOK)
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start()
    loop.exec()
    timer.stop()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
