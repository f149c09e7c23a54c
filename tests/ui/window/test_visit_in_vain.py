"""Nobody was met who decides: the page says so and what comes next, and it can be taken back."""

import pytest
from PySide6.QtCore import Qt

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_report import Findings, IssueOutcome, IssueResult
from creditmate.domain.visits import VisitEventKind, VisitState
from creditmate.services.call_notes import CallNote
from creditmate.services.visit_attempts import visit_attempt
from creditmate.services.visit_lists import VisitPick
from creditmate.services.visit_report_notes import VisitReport
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_deputy import DeputyDialog
from creditmate.ui.visits.when_dialogs import MoveVisitDialog
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
)


@pytest.fixture
def to_report(office: Office) -> VisitScreen:
    """The page of a visit whose day has passed."""
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.TO_REPORT))
    screen = page_of(office, row.number)
    tagged(office, screen, "To report")
    screen.begin()
    return screen


def toast(office: Office) -> str:
    return office.window.telling.toast._text.text()


def test_nobody_there_says_what_comes_next_and_offers_another_day(
    office: Office, to_report: VisitScreen
) -> None:
    office.press(Qt.Key.Key_B)
    tagged(office, to_report, "To agree another day")
    program = office.around.program
    attempt = program.ask(lambda: visit_attempt(to_report.number))
    assert attempt is not None
    assert attempt.next_day is not None
    step = f"Next step: {attempt.next_day.day} "
    office.until(lambda: step in toast(office).replace("\xa0", " "))
    said = to_report.body.hints.shown[0].replace("\xa0", " ")
    assert said.startswith("Nobody was there on ")
    assert step in said
    assert not to_report.report.isVisible()
    to_report.rebook.setFocus()
    office.press(Qt.Key.Key_Return)
    shown_dialog(office, MoveVisitDialog)


def test_the_same_key_again_is_no_second_attempt(office: Office, to_report: VisitScreen) -> None:
    office.press(Qt.Key.Key_B)
    tagged(office, to_report, "To agree another day")
    number = to_report.number
    for key in (Qt.Key.Key_B, Qt.Key.Key_D):
        office.window.telling.toast._text.setText("")
        office.press(key)
        office.until(lambda: toast(office).startswith(f"That visit {number} was in vain on "))
    kinds = [one.kind for one in file_of(office, number).events]
    assert kinds.count(VisitEventKind.NOBODY) == 1
    assert VisitEventKind.DEPUTY not in kinds
    choose_more(office, to_report, "Take back that nobody was there")
    tagged(office, to_report, "To report")


def test_whom_we_met_and_what_was_said_is_read_there(
    office: Office, to_report: VisitScreen
) -> None:
    office.press(Qt.Key.Key_D)
    dialog = shown_dialog(office, DeputyDialog)
    dialog.who.input.selectAll()
    type_in(dialog.who, "Max Orr")
    type_in(dialog.note, "back on Tuesday")
    press_in(dialog, Qt.Key.Key_Return)
    tagged(office, to_report, "To agree another day")
    assert "We met Max Orr. “back on Tuesday” Next step:" in to_report.body.hints.shown[0]


@pytest.mark.parametrize(
    ("key", "undoing"),
    [
        (Qt.Key.Key_B, "Take back that nobody was there"),
        (Qt.Key.Key_R, "Take back that it was not wished"),
    ],
)
def test_a_slip_is_taken_back_long_after(
    office: Office, to_report: VisitScreen, key: Qt.Key, undoing: str
) -> None:
    office.press(key)
    office.until(lambda: standing_of(office, to_report.number).state is not VisitState.TO_REPORT)
    page_of(office, to_report.number)
    office.until(lambda: to_report.deeds._read and to_report.deeds._read.attempt)
    choose_more(office, to_report, undoing)
    tagged(office, to_report, "To report")
    assert to_report.body.report.isHidden()
    assert program_attempt(office, to_report.number) is None


def program_attempt(office: Office, number: str) -> object:
    program = office.around.program
    return program.ask(lambda: visit_attempt(number))


def test_a_report_is_taken_back_once_that_was_said(office: Office, to_report: VisitScreen) -> None:
    program, number = office.around.program, to_report.number
    results = tuple(
        IssueOutcome(issue.id, IssueResult.WANTED) for issue in file_of(office, number).visit.issues
    )
    talk = CallNote("", Outcome.ALL_WELL, "A good hour.", none_because="all is said")
    told = VisitReport(talk, Findings(results))
    program.ask(lambda: program.visit_reports.report(number, told))
    to_report.reload()
    tagged(office, to_report, "Reported")
    choose_more(office, to_report, "Take the report back…")
    question = shown_dialog(office, Question)
    assert question.focusWidget() is question.safe
    question.safe.click()
    back_at_the_page(office)
    assert standing_of(office, number).state is VisitState.REPORTED
    choose_more(office, to_report, "Take the report back…")
    shown_dialog(office, Question).other.click()
    tagged(office, to_report, "To report")
    office.until(lambda: toast(office) == "Taken back.")
    assert to_report.body.report.isHidden()
