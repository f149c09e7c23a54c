"""The place of visits and a visit's page by keyboard: planning, editing, preparing, moving."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, PlanPoint, VisitPlan
from creditmate.domain.visit_report import IssueResult
from creditmate.domain.visits import IssueKind, Side, VisitFile
from creditmate.ui.kit.edit_dialog import EditDialog
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.visits.list_state import Show
from creditmate.ui.visits.part_dialogs import IssueDialog
from creditmate.ui.visits.people_dialog import PersonDialog
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.visits.report_dialog import ReportDialog
from creditmate.ui.visits.when_dialogs import ConfirmVisitDialog
from creditmate.ui.wishes import OpenPlace, OpenVisit
from tests.ui.window.conftest import TODAY, Office

DAY = date(2026, 12, 8)
PURPOSE = "To agree together how the open invoices can be settled."


def dialog_of(office: Office) -> EditDialog:
    office.until(QApplication.activeModalWidget)
    found = QApplication.activeModalWidget()
    assert isinstance(found, EditDialog)
    office.until(found.isActiveWindow)
    return found


def type_in(field: QWidget, text: str) -> None:
    field.setFocus()
    target = field.focusProxy() or field
    QTest.keyClicks(target, text)


def press_in(dialog: EditDialog, key: Qt.Key) -> None:
    QTest.keyClick(dialog.focusWidget(), key)


def file_of(office: Office, number: str) -> VisitFile:
    program = office.around.program
    return program.ask(lambda: program.visits.show(number, TODAY).file)


@pytest.fixture
def number(office: Office) -> str:
    """A visit to somebody who has none."""
    program = office.around.program
    plan = VisitPlan(
        DAY,
        time(10, 30),
        PURPOSE,
        people=(PlanPerson(Side.THEIRS, "Ann Lee"), PlanPerson(Side.OURS, "Bo Rook")),
        issues=(
            PlanIssue("First thing", "All of it", "Half of it"),
            PlanIssue("Second thing", kind=IssueKind.ORDERS),
        ),
        points=(PlanPoint("Friday deliveries"),),
    )
    done = program.ask(lambda: program.visits.plan("BRIN01", plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)


@pytest.fixture
def screen(office: Office, number: str) -> VisitScreen:
    """Its page."""
    office.window.fulfil(OpenVisit(number))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(lambda: shown.body.issues.lines and not shown.is_asking)
    return shown


@pytest.fixture
def lists(office: Office) -> VisitsScreen:
    office.window.fulfil(OpenPlace("visits"))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitsScreen)
    office.until(lambda: shown.lists.visits.items)
    return shown


def test_enter_opens_the_visit_one_is_on(office: Office, lists: VisitsScreen) -> None:
    lists.begin()
    row = lists.lists.visits.current
    assert row is not None
    office.press(Qt.Key.Key_Return)
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(lambda: shown.number == row.number)


def test_a_suggestion_is_planned_by_keys(office: Office, lists: VisitsScreen) -> None:
    lists.turn_to(Show.SUGGESTIONS)
    office.until(lambda: lists.lists.suggestions.items)
    lists.begin()
    code = lists.lists.suggestions.items[0].code
    office.press(Qt.Key.Key_Return)
    dialog = dialog_of(office)
    assert isinstance(dialog, PlanVisitDialog)
    office.until(lambda: dialog.issues)
    assert dialog.customer.code == code
    type_in(dialog.day.input, "8/12/2026")
    type_in(dialog.at.input, "10:30")
    office.until(lambda: any("Free" in line for line in dialog.says.lines))
    type_in(dialog.purpose.input, PURPOSE)
    dialog.day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(lambda: shown.number)
    file = file_of(office, shown.number)
    assert (file.visit.day, file.visit.at, file.visit.words) == (DAY, time(10, 30), PURPOSE)
    assert file.visit.issues, "what is open and what they ask was offered, and stays"
    assert file.visit.of_side(Side.THEIRS)


def test_a_holiday_is_said_before_it_is_planned(office: Office, lists: VisitsScreen) -> None:
    lists.begin()
    office.press(Qt.Key.Key_N)
    dialog = dialog_of(office)
    assert isinstance(dialog, PlanVisitDialog)
    dialog.customer.choose("BRIN01", "Brindle")
    office.until(dialog.with_whom.input.count)
    type_in(dialog.day.input, "25/12/2026")
    type_in(dialog.at.input, "10:30")
    office.until(lambda: any("holiday" in line for line in dialog.says.lines))


def test_an_issue_is_edited_added_shifted_and_taken_out(
    office: Office, screen: VisitScreen, number: str
) -> None:
    block = screen.body.issues
    block.focus_at(0)
    office.press(Qt.Key.Key_Return)
    dialog = dialog_of(office)
    assert isinstance(dialog, IssueDialog)
    dialog.what.input.selectAll()
    type_in(dialog.what.input, "Another thing")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: file_of(office, number).visit.issues[0].what == "Another thing")
    inner = file_of(office, number).inner
    assert next(one.fall_back for one in inner.issues.values()) == "Half of it"
    office.until(lambda: not screen.is_asking and "Another" in block.lines[0].accessibleName())
    office.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    office.until(lambda: file_of(office, number).visit.issues[1].what == "Another thing")
    office.until(lambda: not screen.is_asking and "Second" in block.lines[0].accessibleName())
    office.press(Qt.Key.Key_Delete)
    office.until(lambda: len(file_of(office, number).visit.issues) == 1)
    assert file_of(office, number).visit.issues[0].what == "Second thing"
    office.until(lambda: len(block.lines) == 1)
    block.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = dialog_of(office)
    assert isinstance(dialog, IssueDialog)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.what.input.accessibleDescription)
    type_in(dialog.what.input, "A third one")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: len(file_of(office, number).visit.issues) == 2)


def test_somebody_we_know_is_chosen_for_their_side(
    office: Office, screen: VisitScreen, number: str
) -> None:
    screen.body.theirs.add.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = dialog_of(office)
    assert isinstance(dialog, PersonDialog)
    assert dialog.focusWidget() is dialog.who.input
    press_in(dialog, Qt.Key.Key_Down)
    name = dialog.name.input.text()
    assert name
    dialog.decides.setFocus()
    press_in(dialog, Qt.Key.Key_Space)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: len(file_of(office, number).visit.of_side(Side.THEIRS)) == 2)
    added = file_of(office, number).visit.of_side(Side.THEIRS)[1]
    assert (added.name, added.decides) == (name, True)
    assert added.contact is not None


def test_the_purpose_is_looked_at_and_saved_when_it_is_left(
    office: Office, screen: VisitScreen, number: str
) -> None:
    box = screen.body.purpose
    box.input.setFocus()
    box.input.selectAll()
    office.type("We demand payment at once.")
    office.until(lambda: "demand" in box.input.accessibleDescription())
    box.input.selectAll()
    office.type("To look together at what is open.")
    office.until(lambda: "Courteous" in box.input.accessibleDescription())
    office.press(Qt.Key.Key_Tab)
    said = "To look together at what is open."
    office.until(lambda: file_of(office, number).visit.words == said)
    office.until(lambda: not screen.is_asking and not screen.unsaved)


def test_space_ticks_a_step_and_undo_takes_it_back(
    office: Office, screen: VisitScreen, number: str
) -> None:
    screen.side.begin()
    step = file_of(office, number).steps[0]
    office.press(Qt.Key.Key_Space)
    office.until(lambda: file_of(office, number).steps[0].done_day == TODAY)
    office.until(lambda: not screen.is_asking and screen.side.prepare.ticks[step.id].isChecked())
    office.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: file_of(office, number).steps[0].done_day is None)


def test_it_is_confirmed_by_keys(office: Office, screen: VisitScreen, number: str) -> None:
    screen.begin()
    office.press(Qt.Key.Key_W)
    dialog = dialog_of(office)
    assert isinstance(dialog, ConfirmVisitDialog)
    assert dialog.by_whom.input.text() == "Ann Lee"
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert confirmed(office, number)
    office.until(lambda: screen.confirm.text() == "Confirmed once more")


def test_nobody_there_is_one_key_and_can_be_taken_back(office: Office, lists: VisitsScreen) -> None:
    lists.turn_to(Show.TO_REPORT)
    office.until(lambda: not lists.is_asking and lists.lists.visits.items)
    lists.begin()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(lambda: shown.head.tag.accessibleName() == "To report")
    shown.begin()
    office.press(Qt.Key.Key_B)
    office.until(lambda: shown.head.tag.accessibleName() == "To agree another day")
    office.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.until(lambda: shown.head.tag.accessibleName() == "To report")


def test_a_report_is_written_saved_at_once_and_followed_by_thanks(
    office: Office, lists: VisitsScreen
) -> None:
    lists.turn_to(Show.TO_REPORT)
    office.until(lambda: not lists.is_asking and lists.lists.visits.items)
    lists.begin()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, VisitScreen))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(shown.report.isVisible)
    shown.report.setFocus()
    office.press(Qt.Key.Key_Return)
    dialog = dialog_of(office)
    assert isinstance(dialog, ReportDialog)
    press_in(dialog, Qt.Key.Key_Return)
    assert dialog.outcome.input.accessibleDescription(), "nothing is chosen for anybody"
    dialog.outcome.input.setCurrentIndex(dialog.outcome.input.findData(Outcome.ALL_WELL.value))
    type_in(dialog.notes.input, "They see the spring as safe.")
    type_in(dialog.next_day.input, "7/12/2026")
    for row in dialog.issues:
        row.result.input.setFocus()
        QTest.keyClick(row.result.input, Qt.Key.Key_Down)
    dialog.topics[0].seen.input.setFocus()
    QTest.keyClick(dialog.topics[0].seen.input, Qt.Key.Key_Down)
    type_in(dialog.topics[0].note.input, "Full racks")
    type_in(dialog.ours.input, "Send the notes")
    type_in(dialog.ours_day.input, "27/11/2026")
    dialog.next_day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: shown.head.tag.accessibleName() == "Reported")
    program = office.around.program
    page = program.ask(lambda: program.visit_reports.show(shown.number, TODAY))
    assert [one.result for one in page.findings.results] == [IssueResult.WANTED]
    assert [one.note for one in page.findings.observations] == ["Full racks"]
    assert shown.thanks.isVisible()
    assert not shown.report.isVisible()


def confirmed(office: Office, number: str) -> bool:
    program = office.around.program
    row = program.ask(lambda: program.visits.show(number, TODAY).row)
    return row.standing.confirmed is not None
