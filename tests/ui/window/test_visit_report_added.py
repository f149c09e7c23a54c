"""A report that was told is shown on the visit's page, and added to; nothing told is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.domain.visit_observations import Seen, Topic
from creditmate.domain.visit_report import IssueResult
from creditmate.domain.visits import VisitEventKind, VisitState
from creditmate.services.visit_lists import VisitPick
from creditmate.services.visit_report_pages import ReportPage
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_deputy import DeputyDialog
from creditmate.ui.visits.report_dialog import AddReportDialog, ReportDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    choose_more,
    file_of,
    page_of,
    press_in,
    shown_dialog,
    standing_of,
    tagged,
    type_in,
    undo,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def told(office: Office) -> VisitScreen:
    """The page of the sample's last visit that was reported; one was made before it."""
    program = office.around.program
    done = program.ask(lambda: program.visits.all(TODAY, VisitPick.DONE))
    rows = [row for row in done if row.standing.state is VisitState.REPORTED]
    latest = max(rows, key=lambda row: row.file.visit.day)
    return page_of(office, latest.number)


@pytest.fixture
def to_report(office: Office) -> VisitScreen:
    """The page of a visit whose day has passed."""
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.TO_REPORT))
    screen = page_of(office, row.number)
    tagged(office, screen, "To report")
    screen.begin()
    return screen


def page(office: Office, number: str) -> ReportPage:
    program = office.around.program
    return program.ask(lambda: program.visit_reports.show(number, TODAY))


def adding(office: Office, screen: VisitScreen) -> AddReportDialog:
    screen.body.report.add.setFocus()
    office.press(Qt.Key.Key_Return)
    return shown_dialog(office, AddReportDialog)


# ------------------------------------------------------------------ what is shown
def test_a_told_visit_shows_what_came_of_it(office: Office, told: VisitScreen) -> None:
    block = told.body.report
    office.until(block.isVisible)
    lines = " ".join(block.lines).replace("\N{NO-BREAK SPACE}", " ")
    found = page(office, told.number)
    for note in (one.note for one in found.findings.observations if one.note):
        assert note in lines
    for result in found.findings.results:
        assert result.words in lines
    assert found.picture is not None
    (suppliers,) = [one for one in found.picture.topics if one.topic is Topic.SUPPLIERS]
    assert suppliers.before_day is not None
    assert "Worse since. (12 May 2026: Same" in lines, "beside the visit before"
    assert block.lines[-1].startswith("It took: ")


def test_a_visit_that_is_not_told_shows_nothing_of_it(
    office: Office, to_report: VisitScreen
) -> None:
    assert not to_report.body.report.isVisible()


# ------------------------------------------------------------------ the last time
def test_the_last_time_stands_beside_each_topic(office: Office, told: VisitScreen) -> None:
    dialog = adding(office, told)
    section = dialog.parts.sections["seen"]
    section.head.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    stock = dialog.topics[list(Topic).index(Topic.STOCK)]
    assert "Told so far: Same" in stock.said.text()
    said = stock.said.text().replace("\N{NO-BREAK SPACE}", " ")
    assert "12 May 2026: Same, racks two thirds full." in said
    stock.seen.begin()
    press_in(dialog, Qt.Key.Key_Left)
    assert stock.seen.key == Seen.WORSE.value
    assert "Worse since." in stock.said.text()


# ------------------------------------------------------------------ what is added
def test_what_is_added_stands_beside_what_was_told(
    office: Office, told: VisitScreen, tmp_path: Path
) -> None:
    before = page(office, told.number)
    dialog = adding(office, told)
    first = dialog.issues[0]
    first.result.input.setFocus()
    while first.result.input.currentData() != IssueResult.WANTED.value:
        press_in(dialog, Qt.Key.Key_Down)
    type_in(first.words, "signed since")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)
    back_at_the_page(office)
    office.until(lambda: "signed since" in " ".join(told.body.report.lines))
    after = page(office, told.number)
    assert len(after.told) == len(before.told) + 1
    assert after.told[: len(before.told)] == before.told, "what was told stays"
    (issue, *others) = after.findings.results
    assert (issue.result, issue.words) == (IssueResult.WANTED, "signed since")
    assert others == list(before.findings.results[1:])
    assert after.findings.observations == before.findings.observations
    assert after.findings.review == before.findings.review
    undo(office)
    office.until(lambda: "signed since" not in " ".join(told.body.report.lines))
    assert page(office, told.number).findings == before.findings
    again = adding(office, told)
    assert again.issues[0].words.input.text() == "signed since"


def test_nothing_is_added_where_nothing_is_told(office: Office, told: VisitScreen) -> None:
    before = page(office, told.number)
    dialog = adding(office, told)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)
    office.until(lambda: "Nothing is told yet" in dialog._problem.words)
    assert page(office, told.number).told == before.told


def test_its_key_adds_once_it_is_told(office: Office, told: VisitScreen) -> None:
    told.begin()
    office.press(Qt.Key.Key_E)
    shown_dialog(office, AddReportDialog)


# ------------------------------------------------------------------ nobody met who decides
def test_only_a_deputy_is_kept_short_and_booked_again(
    office: Office, to_report: VisitScreen
) -> None:
    number, day = to_report.number, file_of(office, to_report.number).visit.day
    office.press(Qt.Key.Key_D)
    dialog = shown_dialog(office, DeputyDialog)
    dialog.who.input.selectAll()
    type_in(dialog.who, "Max Orr")
    type_in(dialog.note, "back on Tuesday")
    type_in(dialog.day, "1/12/2026")
    type_in(dialog.at, "10:30")
    press_in(dialog, Qt.Key.Key_Return)
    back_at_the_page(office)
    office.until(lambda: standing_of(office, number).state is VisitState.PLANNED)
    file = file_of(office, number)
    assert file.visit.day.isoformat() == "2026-12-01"
    (deputy,) = [event for event in file.events if event.kind is VisitEventKind.DEPUTY]
    assert (deputy.by_whom, deputy.note) == ("Max Orr", "back on Tuesday")
    undo(office)
    tagged(office, to_report, "To report")
    assert file_of(office, number).visit.day == day
    assert not [e for e in file_of(office, number).events if e.kind is VisitEventKind.DEPUTY]


def test_without_another_day_it_waits_to_be_agreed(office: Office, to_report: VisitScreen) -> None:
    choose_more(office, to_report, "Only a deputy there…")
    press_in(shown_dialog(office, DeputyDialog), Qt.Key.Key_Return)
    tagged(office, to_report, "To agree another day")
    back_at_the_page(office)
    undo(office)
    tagged(office, to_report, "To report")


def test_a_day_that_cannot_be_leaves_everything_as_it_was(
    office: Office, to_report: VisitScreen
) -> None:
    office.press(Qt.Key.Key_D)
    dialog = shown_dialog(office, DeputyDialog)
    type_in(dialog.day, "2/11/2026")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.day.input.accessibleDescription)
    office.until(lambda: standing_of(office, to_report.number).state is VisitState.TO_REPORT)
    assert QApplication.activeModalWidget() is dialog


@pytest.mark.parametrize(
    ("key", "tag"),
    [(Qt.Key.Key_B, "To agree another day"), (Qt.Key.Key_R, "They prefer no visit")],
)
def test_nobody_and_not_wished_are_one_key_each(
    office: Office, to_report: VisitScreen, key: Qt.Key, tag: str
) -> None:
    office.press(key)
    tagged(office, to_report, tag)


def test_a_report_begun_is_gone_on_with_from_the_page(
    office: Office, to_report: VisitScreen
) -> None:
    office.press(Qt.Key.Key_E)
    dialog = shown_dialog(office, ReportDialog)
    type_in(dialog.notes, "They see the spring as safe.")
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    office.until(lambda: to_report.report.text() == "Go on with the report")
