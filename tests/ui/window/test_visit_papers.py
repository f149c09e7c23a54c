"""The papers of a visit by keys: route sheet, entry for a calendar, calling one off."""

from datetime import date, time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.services.visit_lists import VisitPick
from creditmate.ui.papers.paper_dialog import PaperDialog
from creditmate.ui.visits import paper_dialogs
from creditmate.ui.visits.paper_dialogs import OutgoingDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    choose_more,
    page_of,
    save_as_pdf,
    shown_dialog,
    standing_of,
    tagged,
)

DAY = date(2026, 12, 8)


def planned(office: Office, code: str, at: time | None) -> str:
    """The number of a visit to somebody who has none."""
    program = office.around.program
    plan = VisitPlan(DAY, at, "To see how it goes.", issues=(PlanIssue("First thing"),))
    done = program.ask(lambda: program.visits.plan(code, plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)


@pytest.fixture
def number(office: Office) -> str:
    return planned(office, "BRIN01", time(10, 30))


def toast(office: Office) -> str:
    return office.window.telling.toast._text.text()


def taken(opened: list[bytes], path: Path) -> bool:
    """As the user's mail program does: take the draft."""
    opened.append(path.read_bytes())
    return True


def save_file(office: Office, path: Path) -> None:
    """Have the system's dialog save under a path."""
    office.until(partial(office.window.findChildren, QFileDialog))
    (dialog,) = office.window.findChildren(QFileDialog)
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None
    edit.setText(str(path))
    office.until(lambda: dialog.selectedFiles() == [str(path)])
    with office.qtbot.waitSignal(dialog.fileSelected):
        dialog.accept()
    office.until(lambda: f"Saved as {path.name}" in toast(office))


def test_s_shows_the_route_sheet_of_the_day(office: Office, number: str, tmp_path: Path) -> None:
    planned(office, "CAWD01", time(14))
    screen = page_of(office, number)
    screen.begin()
    office.press(Qt.Key.Key_S)
    paper = shown_dialog(office, PaperDialog)
    said = save_as_pdf(office, paper, tmp_path / "Route.pdf")
    assert said.index("10:30") < said.index("14:00")


def test_a_day_without_hours_has_no_route_sheet(office: Office) -> None:
    screen = page_of(office, planned(office, "BRIN01", None))
    screen.begin()
    office.press(Qt.Key.Key_S)
    office.until(lambda: "No visit with an hour is planned" in toast(office))
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_A, OutgoingDialog), (Qt.Key.Key_P, PaperDialog)]
)
def test_agenda_and_pack_have_a_key_each(
    office: Office, number: str, key: Qt.Key, kind: type[PaperDialog]
) -> None:
    screen = page_of(office, number)
    screen.begin()
    office.press(key)
    paper = shown_dialog(office, kind)
    assert paper.focusWidget() is paper.verb, "Enter prints it"


def test_thanks_wait_for_the_report(office: Office, number: str) -> None:
    screen = page_of(office, number)
    screen.begin()
    office.press(Qt.Key.Key_T)
    office.until(lambda: "follows the report" in toast(office))
    assert QApplication.activeModalWidget() is None


def test_thanks_have_a_key_and_an_agenda_comes_before(office: Office) -> None:
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.DONE))
    screen = page_of(office, row.number)
    tagged(office, screen, "Reported")
    screen.begin()
    office.press(Qt.Key.Key_A)
    office.until(lambda: "still to come" in toast(office))
    assert QApplication.activeModalWidget() is None
    office.press(Qt.Key.Key_T)
    shown_dialog(office, OutgoingDialog)


def test_the_menu_says_the_keys(office: Office, number: str) -> None:
    screen = page_of(office, number)
    choose_more(office, screen, "Print or e-mail the agenda…")
    shown_dialog(office, OutgoingDialog)


def test_its_entry_for_a_calendar_is_saved_alone(
    office: Office, number: str, tmp_path: Path
) -> None:
    screen = page_of(office, number)
    choose_more(office, screen, "Save its entry for a calendar…")
    save_file(office, tmp_path / "Visit.ics")
    said = (tmp_path / "Visit.ics").read_text()
    assert "BEGIN:VEVENT" in said
    assert "20261208T103000" in said
    assert standing_of(office, number).agenda is None, "nothing is put down as sent"


def test_ctrl_e_opens_the_agenda_in_the_mail_program(
    office: Office, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = list[bytes]()
    monkeypatch.setattr(paper_dialogs, "view", partial(taken, opened))
    screen = page_of(office, number)
    screen.begin()
    office.press(Qt.Key.Key_A)
    paper = shown_dialog(office, OutgoingDialog)
    office.until(lambda: paper.preview.view.pages)
    QTest.keyClick(paper.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    tagged(office, screen, "Not confirmed yet")
    assert b"text/calendar" in opened[0]


def test_a_visit_they_have_an_agenda_for_is_called_off(
    office: Office, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = list[bytes]()
    monkeypatch.setattr(paper_dialogs, "view", partial(taken, opened))
    program = office.around.program
    program.ask(lambda: program.visits.agenda_sent(number, "email"))
    program.ask(lambda: program.visits.cancel(number, "They moved away"))
    screen = page_of(office, number)
    tagged(office, screen, "Cancelled")
    choose_more(office, screen, "Call it off by e-mail…")
    office.until(lambda: "The draft is open in your mail program" in toast(office))
    assert b"text/calendar" in opened[0]
    assert b"They moved away" not in opened[0], "why is ours"
    choose_more(office, screen, "Save its entry for a calendar…")
    save_file(office, tmp_path / "Off.ics")
    assert "METHOD:CANCEL" in (tmp_path / "Off.ics").read_text()
