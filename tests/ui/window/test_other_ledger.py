"""Going to another ledger while something of the first is under way."""

import shutil
from pathlib import Path
from threading import Event

import pytest
from shiboken6 import isValid

from creditmate.db.connection import execute
from creditmate.domain.changes import Touched
from creditmate.domain.importing import ImportOptions
from creditmate.domain.progress import Progress
from creditmate.exchange.invoice_table import read_invoice_table
from creditmate.ui.jobs import Job
from creditmate.ui.screens.import_run import Bringer
from tests.ui.window.conftest import Office


@pytest.fixture
def other(sample: Path, tmp_path: Path) -> Path:
    """Another ledger."""
    return Path(shutil.copy(sample, tmp_path / "Other.creditmate"))


def test_a_job_never_goes_on_in_another_ledger(office: Office, other: Path) -> None:
    asked: list[Path] = []
    program, may, began = office.around.program, Event(), Event()

    def work(progress: Progress) -> Touched:
        began.set()
        may.wait(10)
        asked.append(Path(program.ask(_file)))
        progress(1, 2)
        asked.append(Path(program.ask(_file)))
        return Touched.NOTHING

    office.around.jobs.start(Job("Long", work))
    assert began.wait(10)
    office.window.open_ledger(other)
    office.qtbot.wait(300)
    may.set()
    office.until(lambda: office.window.screen_shown is not None and not office.around.jobs.busy)
    assert [path.name for path in asked] == ["Sample.creditmate"]
    assert Path(program.ask(_file)).name == "Other.creditmate"


def test_nothing_is_undone_in_another_ledger(office: Office, other: Path) -> None:
    undone: list[str] = []

    def undo() -> Touched:
        undone.append(_file())
        return Touched.NOTHING

    office.window.telling.say_undoable("Done", undo)
    office.window.open_ledger(other)
    office.until(lambda: office.window.door.path == other)
    assert not office.window.telling.toast.isVisible()
    office.window.telling.toast.undone.emit()
    office.qtbot.wait(100)
    assert undone == []


def test_nothing_is_told_to_screens_that_are_gone(office: Office, other: Path) -> None:
    """The jobs of the import end after its screen: pytest-qt fails on what a slot raises."""
    bringer = Bringer(office.around.program, office.around.jobs, office.customers)
    may, began = Event(), Event()

    def held(_progress: Progress) -> Touched:
        began.set()
        may.wait(10)
        return Touched.NOTHING

    office.around.jobs.start(Job("Before", held))
    bringer.start("Bringing in", read_invoice_table(b"", ImportOptions()), "x")
    assert began.wait(10)
    office.window.close_ledger()
    over = office.window.keeper.farewell.question
    if over is not None:  # a backup would wait for the jobs
        over.other.click()
    assert not office.window.opening.is_welcome
    office.until(lambda: not isValid(bringer))
    may.set()
    office.until(lambda: office.window.opening.is_welcome)
    assert not office.around.jobs.busy


def _file() -> str:
    return str(execute("PRAGMA database_list").fetchone()[2])
