"""A visit's page on which one thing is changed right after another: nobody else was at it."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.part_dialogs import PointDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    file_of,
    page_of,
    press_in,
    shown_dialog,
    type_in,
)

PURPOSE = "To hear how our deliveries work for you."
MORE = " And more."


@pytest.fixture
def number(office: Office) -> str:
    """A visit with two issues."""
    program = office.around.program
    issues = (PlanIssue("First thing"), PlanIssue("Second thing"))
    plan = VisitPlan(date(2026, 12, 8), time(10, 30), PURPOSE, issues=issues)
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)


def typed_into_the_purpose(office: Office, number: str) -> tuple[VisitScreen, list[str]]:
    """The page with more typed behind its purpose, and what it tells from then on."""
    screen, told = page_of(office, number), list[str]()
    screen.told.connect(told.append)
    screen.told_undo.connect(lambda said, _undo: told.append(said))
    box = screen.body.purpose.input
    box.setFocus()
    office.until(box.hasFocus)
    office.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, MORE)
    return screen, told


def test_a_purpose_left_by_going_elsewhere_is_saved_once(office: Office, number: str) -> None:
    screen, told = typed_into_the_purpose(office, number)
    office.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: isinstance(office.window.screen_shown, TodayScreen))
    office.until(lambda: told == ["The visit is changed."])
    assert screen.unsaved == ()
    page_of(office, number)
    office.until(lambda: screen.body.purpose.text == PURPOSE + MORE and not screen.is_asking)
    screen.begin()
    office.until(screen.body.when.hasFocus)
    again = file_of(office, number)  # behind whatever was asked before
    office.until(lambda: not screen.is_asking)
    assert told == ["The visit is changed."]
    assert (again.visit.words, again.visit.version) == (PURPOSE + MORE, 2)


def test_a_purpose_and_what_is_taken_out_right_after_it_are_both_changed(
    office: Office, number: str
) -> None:
    screen, told = typed_into_the_purpose(office, number)
    second = screen.body.issues.lines[1]
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_Delete)  # the page has not been read again
    office.until(lambda: len(told) == 2 and not screen.is_asking)
    visit = file_of(office, number).visit
    assert (visit.words, [one.what for one in visit.issues]) == (PURPOSE + MORE, ["First thing"])


def test_a_dialog_opened_out_of_the_purpose_knows_what_was_typed(
    office: Office, number: str
) -> None:
    screen, told = typed_into_the_purpose(office, number)
    screen.body.points.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, PointDialog)
    type_in(dialog.words.input, "How the pallets come back")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: len(told) == 2)
    back_at_the_page(office)
    visit = file_of(office, number).visit
    assert (visit.words, len(visit.points)) == (PURPOSE + MORE, 1)


def test_a_purpose_that_cannot_be_saved_is_told_again_when_it_is_left_again(
    office: Office, number: str
) -> None:
    screen, told = typed_into_the_purpose(office, number)
    box = screen.body.purpose.input
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    screen.body.when.setFocus()
    office.until(lambda: len(told) == 1)
    assert screen.unsaved
    box.setFocus()
    office.until(box.hasFocus)
    screen.body.when.setFocus()
    office.until(lambda: len(told) == 2)
    assert file_of(office, number).visit.words == PURPOSE
