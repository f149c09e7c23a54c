"""What outlives a window tells it nothing any more: another one may stand in its place."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QEvent
from shiboken6 import isValid

from creditmate.domain.changes import Touched
from creditmate.domain.progress import Progress
from creditmate.system.window_state import window_state
from creditmate.ui.jobs import Job
from creditmate.ui.main_window import MainWindow
from creditmate.ui.places import PLACES
from creditmate.ui.wishes import OpenCustomer, StartCall
from tests.ui.window.conftest import Office


def test_a_window_that_is_gone_hears_nothing(empty_office: Office, ledger: Path) -> None:
    office, around, may = empty_office, empty_office.around, Event()
    window = MainWindow(around, window_state())  # no fixture's, which would close it once more
    window.show()
    window.open_ledger(ledger)
    office.until(lambda: window.door.path == ledger)
    for place in PLACES:
        window.go_to(place.key)
    window.fulfil(OpenCustomer("BRAC01"))
    window.fulfil(StartCall("BRAC01"))

    def work(progress: Progress) -> Touched:
        progress(1, 2)
        may.wait(60)
        progress(2, 2)
        return ~Touched.NOTHING

    around.jobs.start(Job("Long", work))
    office.until(window.status.progress.isVisible)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(window)
    may.set()
    office.until(lambda: not around.jobs.busy)
    around.theme.changed.emit()
    around.desk.ask(lambda: None, lambda _answer: around.jobs.touched.emit(~Touched.NOTHING))
    office.qtbot.wait(50)  # whatever is wrong in a slot fails the test
