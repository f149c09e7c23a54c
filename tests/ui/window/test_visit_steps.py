"""Steps of preparation in our own words, by keys: added, ticked, taken out, and in the diary."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.domain.visit_report import Findings, IssueOutcome, IssueResult
from creditmate.domain.visits import Preparation, PreparationStep
from creditmate.services.call_notes import CallNote
from creditmate.services.diary import Wanted
from creditmate.services.visit_lists import VisitPick
from creditmate.services.visit_report_notes import VisitReport
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.step_dialog import StepDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    file_of,
    page_of,
    press_in,
    shown_dialog,
    tagged,
    type_in,
    undo,
)

DAY, BEFORE = date(2026, 12, 8), date(2026, 12, 7)


@pytest.fixture
def number(office: Office) -> str:
    program = office.around.program
    plan = VisitPlan(DAY, time(10, 30), "To see it.", issues=(PlanIssue("First thing"),))
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)


@pytest.fixture
def screen(office: Office, number: str) -> VisitScreen:
    return page_of(office, number)


def own(office: Office, number: str) -> list[PreparationStep]:
    """The steps in our own words."""
    return [step for step in file_of(office, number).steps if step.kind is Preparation.OTHER]


def added(office: Office, screen: VisitScreen, what: str) -> PreparationStep:
    """Add a step by keys, and come to its tick."""
    screen.side.prepare.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, StepDialog)
    type_in(dialog.what.input, what)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: own(office, screen.number))
    back_at_the_page(office)
    (step,) = own(office, screen.number)
    office.until(lambda: not screen.is_asking and step.id in screen.side.prepare.ticks)
    screen.side.prepare.ticks[step.id].setFocus()
    return step


def test_a_step_is_added_in_our_own_words_and_is_in_the_diary(
    office: Office, screen: VisitScreen, number: str
) -> None:
    step = added(office, screen, "Ask the driver about the gate")
    assert (step.words, step.due_day) == ("Ask the driver about the gate", BEFORE)
    assert screen.side.prepare.ticks[step.id].text() == "Ask the driver about the gate"
    program = office.around.program
    page = program.ask(lambda: program.diary.between(Wanted(BEFORE, BEFORE)))
    assert step.task in [item.id for item in page.items]


def test_space_ticks_it(office: Office, screen: VisitScreen, number: str) -> None:
    step = added(office, screen, "Ask the driver")
    office.press(Qt.Key.Key_Space)
    office.until(lambda: own(office, number)[0].done_day == TODAY)
    office.until(lambda: not screen.is_asking and screen.side.prepare.ticks[step.id].isChecked())


def test_del_takes_it_out_and_undo_brings_it_back(
    office: Office, screen: VisitScreen, number: str
) -> None:
    added(office, screen, "Ask the driver")
    office.press(Qt.Key.Key_Delete)
    office.until(lambda: not own(office, number))
    office.until(
        lambda: not screen.is_asking and len(screen.side.prepare.ticks) == usual(office, number)
    )
    undo(office)
    office.until(lambda: own(office, number))


def usual(office: Office, number: str) -> int:
    steps = file_of(office, number).steps
    return len([step for step in steps if step.kind is not Preparation.REPORT])


def test_a_usual_step_is_not_taken_out(office: Office, screen: VisitScreen, number: str) -> None:
    before = usual(office, number)
    screen.side.begin()
    office.press(Qt.Key.Key_Delete)
    office.press(Qt.Key.Key_Space)  # is put down after it
    office.until(lambda: file_of(office, number).steps[0].done_day == TODAY)
    assert usual(office, number) == before


def test_what_is_wrong_is_said_beside_the_field(
    office: Office, screen: VisitScreen, number: str
) -> None:
    screen.side.prepare.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, StepDialog)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.what.input.accessibleDescription)
    type_in(dialog.what.input, "Ask the driver")
    type_in(dialog.day.input, "9/12/2026")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.day.input.accessibleDescription)
    assert not own(office, number)
    press_in(dialog, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)


def test_what_nobody_did_before_a_visit_in_vain_is_said_to_be_left(office: Office) -> None:
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.TO_REPORT))
    left = next(step.id for step in row.file.steps if step.kind is not Preparation.REPORT)
    program.ask(lambda: program.visits.prepare(row.number, left, done=False))
    screen = page_of(office, row.number)
    screen.begin()
    office.press(Qt.Key.Key_B)
    tagged(office, screen, "To agree another day")
    ticks = screen.side.prepare.ticks
    assert ticks[left].accessibleDescription() == "left undone"
    assert not ticks[left].isChecked()


def test_what_nobody_did_before_a_visit_that_was_told_is_said_to_be_left(office: Office) -> None:
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.TO_REPORT))
    left = next(step.id for step in row.file.steps if step.kind is not Preparation.REPORT)
    program.ask(lambda: program.visits.prepare(row.number, left, done=False))
    results = tuple(IssueOutcome(one.id, IssueResult.WANTED) for one in row.file.visit.issues)
    talk = CallNote("", Outcome.ALL_WELL, "A good hour.", none_because="all is said")
    told = VisitReport(talk, Findings(results))
    program.ask(lambda: program.visit_reports.report(row.number, told))
    screen = page_of(office, row.number)
    tagged(office, screen, "Reported")
    ticks = screen.side.prepare.ticks
    assert ticks[left].accessibleDescription() == "left undone"
    assert not ticks[left].isChecked()
