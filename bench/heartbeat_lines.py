"""Whether the window goes on while long work is done: its event loop's heartbeats.

    python -m bench.heartbeat_lines import|statements LEDGER COUNT

A timer beats every ten milliseconds in a window on the ledger; a beat that comes later than fifty
after the one before would be felt. The work is what the window does: an import is read on the
jobs' thread and written on the database thread, statements are drawn by a helper process.
"""

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer

from bench.book import TODAY, copied, made_book
from bench.growth_lines import short_history
from bench.import_lines import empty, invoice_file, read
from bench.measure import Goal, Line
from creditmate.bootstrap import build
from creditmate.documents.statement import draw_and_check
from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.services.program import Program
from creditmate.services.statement_run import StatementRun
from creditmate.system.elsewhere import Elsewhere
from creditmate.system.window_state import WindowState
from creditmate.ui.app import make_application
from creditmate.ui.collecting import Collector
from creditmate.ui.jobs import Job, JobRunner, Task
from creditmate.ui.main_window import MainWindow
from creditmate.ui.queries import Desk
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Appearance, Theme

BEAT, FELT = 10, 0.050
"""Milliseconds from beat to beat; seconds from which a pause is felt."""
GOAL = Goal(0.99, at_most=False)


def heartbeat_lines(rows: int, statements: int) -> list[Line]:
    """Listen during an import into an empty ledger and a run of statements."""
    book = made_book(short_history(statements))
    return [
        _line(f"during an import of {rows:,} rows", "import", empty(), rows),
        _line(f"during a run of {statements:,} statements", "statements", book, statements),
    ]


def _line(what: str, kind: str, ledger: Path, count: int) -> Line:
    path = copied(ledger, f"heartbeat-{kind}.creditmate")
    command = [sys.executable, "-m", "bench.heartbeat_lines", kind, str(path), str(count)]
    with tempfile.TemporaryDirectory() as home:
        facts = {**os.environ, "CREDITMATE_HOME": home}
        ended = subprocess.run(command, check=True, capture_output=True, text=True, env=facts)
    path.unlink()
    gaps = json.loads(ended.stdout)
    within = sum(gap <= FELT for gap in gaps) / len(gaps)
    note = f"of {len(gaps):,} heartbeats came within 50 ms; the longest pause {max(gaps):.2f} s"
    return Line(what, (within,), sum(gaps), note, GOAL, True)


def main(kind: str, ledger: Path, count: int) -> None:
    """Print the pauses between the beats, in seconds."""
    application = make_application("en_GB", "en_GB")
    Collector(application)
    program, theme, runner = build(TODAY), Theme(Appearance.LIGHT), JobRunner()
    theme.dress()
    around = Surroundings(program, Desk(program), runner, theme, "en_GB", "en_GB")
    window = MainWindow(around, WindowState())
    window.show()
    window.open_ledger(ledger)
    job = Job("Heartbeat", _task(kind, program, count))
    beats: list[float] = []
    heart = QTimer(window, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    job.failed.connect(lambda error: sys.exit(str(error)))
    job.over.connect(application.quit)

    def begin() -> None:
        """Wait until the window is there; then work and listen."""
        if window.screen_shown is None:
            QTimer.singleShot(BEAT, begin)
        else:
            heart.start()
            runner.start(job)

    begin()
    application.exec()
    print(json.dumps([after - before for before, after in pairwise(beats)]))
    window.stop()


def _task(kind: str, program: Program, count: int) -> Task:
    if kind == "import":
        return partial(_import, program, invoice_file(count))
    return partial(_statements, program, [f"C{number:05}" for number in range(count)])


def _import(program: Program, content: bytes, progress: Progress) -> Touched:
    table = read(content)
    _plan, touched = program.ask(lambda: program.importing.run(table, "bench", progress))
    return touched


def _statements(program: Program, codes: list[str], progress: Progress) -> Touched:
    with Elsewhere() as elsewhere:
        draw = partial(elsewhere.do, draw_and_check)
        run = StatementRun(program.statements, program.ask, draw)
        run.run(TODAY, codes, lambda _issued: None, progress, keep_bytes=False)
    return Touched.PAPERS


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
