"""The window goes on while statements are drawn and issued."""

from itertools import pairwise
from pathlib import Path
from time import process_time

from PySide6.QtCore import QTimer

from creditmate.services.statement_run import Choice
from creditmate.ui.screens.statement_runs import Order
from creditmate.ui.screens.statements import StatementsScreen
from tests.ui.window.conftest import TODAY, Office

BEAT = 5  # milliseconds
MOST = 0.5
"""The part of the whole that one pause may be: held up, the window would pause for all of it.

Both in this process's own time: a machine that others use makes pauses that are not ours.
"""


def test_the_event_loop_beats_during_a_run(office: Office, tmp_path: Path) -> None:
    office.window.go_to("statements")
    screen = office.window.screen_shown
    assert isinstance(screen, StatementsScreen)
    office.until(lambda: screen.preview.view.is_drawn)
    beats = [process_time()]
    heart = QTimer(office.window, interval=BEAT)
    heart.timeout.connect(lambda: beats.append(process_time()))
    heart.start()
    codes = [one.code for one in screen.state.chosen]
    with office.qtbot.waitSignal(screen.outlet.runs.ended, timeout=90_000):
        screen.outlet.runs.save(Order(TODAY, codes, Choice()), tmp_path)
    heart.stop()
    gaps = [after - earlier for earlier, after in pairwise(beats)]
    assert max(gaps) < MOST * sum(gaps)
    assert len(gaps) > 50
    assert len(list(tmp_path.glob("S-*.pdf"))) == 54
