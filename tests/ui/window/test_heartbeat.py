"""The window goes on while thousands of rows are brought in."""

from itertools import pairwise
from time import process_time

from PySide6.QtCore import QTimer

from creditmate.domain.changes import Touched
from creditmate.domain.importing import DateOrder, ImportOptions
from creditmate.domain.progress import Progress
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.services.program import Program
from creditmate.ui.jobs import Job
from tests.cli.books import HEADER
from tests.ui.window.conftest import Office

ROWS = 4000
BEAT = 5  # milliseconds
MOST = 0.5
"""The part of the whole that one pause may be: held up, the window would pause for all of it.

Both in this process's own time: a machine that others use makes pauses that are not ours.
"""


def a_book() -> bytes:
    rows = (
        f"Firm {place % 200},H{place:05},01/10/2026,31/10/2026,{100 + place}.00,,No"
        for place in range(ROWS)
    )
    return "\n".join((HEADER, *rows)).encode()


def importing(program: Program, content: bytes, progress: Progress) -> Touched:
    options = ImportOptions(date_order=DateOrder.DMY, currency="GBP")
    table = read_invoice_table(content, options)
    _plan, touched = program.ask(lambda: program.importing.run(table, "books", progress))
    return touched


def test_the_event_loop_beats_during_an_import(office: Office) -> None:
    beats = [process_time()]
    heart = QTimer(office.window, interval=BEAT)
    heart.timeout.connect(lambda: beats.append(process_time()))
    heart.start()
    content = a_book()
    before = office.customers.chips._chips[0].says.count
    program = office.around.program
    job = Job("Importing", lambda progress: importing(program, content, progress))
    with office.qtbot.waitSignal(job.finished, timeout=60_000):
        office.around.jobs.start(job)
    heart.stop()
    gaps = [after - earlier for earlier, after in pairwise(beats)]
    assert max(gaps) < MOST * sum(gaps)
    assert len(gaps) > 10
    # what was brought in is seen without anybody asking
    office.until(lambda: office.customers.chips._chips[0].says.count != before)
    assert office.customers.chips._chips[0].says.count == "261"
