"""After a run of statements: what is said, and where work goes on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from creditmate.ui.screens.statements import StatementsScreen
from tests.ui.window.conftest import Office
from tests.ui.window.test_statements import (
    CTRL,
    give_path,
    keep_only,
    run_to_its_end,
    save_again,
    screen,
)

__all__ = ["screen"]


class Viewer(QObject):
    """Stands in for the system's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, link: QUrl) -> None:
        self.opened.append(Path(link.toLocalFile()))


@pytest.fixture
def viewer() -> Viewer:
    made = Viewer()
    QDesktopServices.setUrlHandler("file", made, "open")  # type: ignore[arg-type]  # the stub is wrong
    return made


def test_a_run_leads_on_to_its_folder(
    office: Office, screen: StatementsScreen, viewer: Viewer, tmp_path: Path
) -> None:
    keep_only(office, screen, 2)
    save_again(office, screen)
    give_path(office, tmp_path)
    office.until(lambda: screen.outlet.runs.busy)
    assert office.window.focusWidget() is screen.list.table  # not just anywhere
    said = run_to_its_end(office, screen)
    assert said == f"2 statements saved in {tmp_path.name}."
    assert not office.window.telling.toast.isVisible()  # said once
    action = screen.outcome.action
    assert action is not None
    assert office.window.focusWidget() is action
    assert action.text() == "Open the folder"
    office.press(Qt.Key.Key_Return)
    assert viewer.opened == [tmp_path]


def test_one_file_is_opened_itself(
    office: Office, screen: StatementsScreen, viewer: Viewer, tmp_path: Path
) -> None:
    keep_only(office, screen, 2)
    screen.foot.bind.setFocus()
    office.press(Qt.Key.Key_Space)
    give_path(office, tmp_path / "All.pdf")
    run_to_its_end(office, screen)
    office.press(Qt.Key.Key_Space)
    assert viewer.opened == [tmp_path / "All.pdf"]


def test_whoever_walks_on_meanwhile_is_left_there(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    office.until(lambda: screen.outlet.runs.busy)
    office.press(Qt.Key.Key_Down)
    run_to_its_end(office, screen)
    assert screen.outcome.action is not None
    assert office.window.focusWidget() is screen.list.table


def test_a_run_that_is_stopped_gives_the_focus_back_to_the_place(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    office.until(lambda: list(tmp_path.glob("S-*.pdf")))
    office.window.status.progress._cancel.setFocus()
    office.press(Qt.Key.Key_Space)
    assert office.window.focusWidget() is screen.list.table
    assert run_to_its_end(office, screen).startswith("Stopped after ")
    assert office.window.focusWidget() is screen.list.table


def test_elsewhere_the_result_is_told_in_passing(
    office: Office, screen: StatementsScreen, tmp_path: Path
) -> None:
    office.press(Qt.Key.Key_S, CTRL)
    give_path(office, tmp_path)
    office.until(lambda: screen.outlet.runs.busy)
    office.window.go_to("customers")
    office.until(lambda: not screen.outlet.runs.busy)
    assert office.window.telling.toast._text.text().startswith("54 statements saved in ")
    assert office.window.focusWidget() is office.customers.table
