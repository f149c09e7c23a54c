"""The place of visits and a visit's page by keyboard: planning, editing, preparing, moving."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.domain.visit_plan import PlanIssue, PlanPerson, PlanPoint, VisitPlan
from creditmate.domain.visits import IssueKind, Side, VisitState
from creditmate.i18n.formats import day_with_weekday
from creditmate.services.visit_lists import VisitPick
from creditmate.ui.papers.paper_dialog import PaperDialog
from creditmate.ui.plans.reason_dialog import ReasonDialog
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.screens.visits import VisitsScreen
from creditmate.ui.visits.list_state import Show
from creditmate.ui.visits.paper_dialogs import OutgoingDialog
from creditmate.ui.visits.part_dialogs import IssueDialog
from creditmate.ui.visits.people_dialog import PersonDialog
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from creditmate.ui.visits.when_dialogs import ConfirmVisitDialog, MoveVisitDialog
from creditmate.ui.wishes import OpenPlace
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    choose_more,
    dialog_of,
    file_of,
    page_of,
    press_in,
    save_as_pdf,
    shown_dialog,
    standing_of,
    tagged,
    type_in,
    undo,
)

DAY = date(2026, 12, 8)
PURPOSE = "To agree together how the open invoices can be settled."


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
    return page_of(office, number)


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


def test_s_shows_the_route_sheet_of_the_day_one_is_on(office: Office, lists: VisitsScreen) -> None:
    lists.begin()
    row = lists.lists.visits.current
    assert row is not None
    office.press(Qt.Key.Key_S)
    paper = shown_dialog(office, PaperDialog)
    assert day_with_weekday(row.file.visit.day, "en_GB") in paper.accessibleName()


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
    assert dialog.decides.isChecked(), "his record says that he decides"
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


# ------------------------------------------------------------------ another day
def test_a_confirmed_visit_is_moved_and_wants_a_new_agenda(office: Office, number: str) -> None:
    program = office.around.program
    program.ask(lambda: program.visits.agenda_sent(number, "email"))
    screen = page_of(office, number)
    screen.begin()
    office.press(Qt.Key.Key_W)
    press_in(shown_dialog(office, ConfirmVisitDialog), Qt.Key.Key_Return)
    tagged(office, screen, "Confirmed")
    back_at_the_page(office)
    office.press(Qt.Key.Key_M)
    dialog = shown_dialog(office, MoveVisitDialog)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.day.input.accessibleDescription)  # it is there already
    dialog.day.input.selectAll()
    type_in(dialog.day.input, "10/12/2026")
    type_in(dialog.because.input, "Their works are closed")
    press_in(dialog, Qt.Key.Key_Return)
    tagged(office, screen, "Agenda to send again")
    assert file_of(office, number).visit.day == date(2026, 12, 10)
    assert standing_of(office, number).confirmed is None
    assert "The visit was moved or changed since: send a new agenda." in screen.body.hints.lines
    assert screen.confirm.text() == "Confirm visit"
    back_at_the_page(office)
    undo(office)
    tagged(office, screen, "Confirmed")
    assert file_of(office, number).visit.day == DAY


def test_enter_on_when_moves_it_too(office: Office, screen: VisitScreen, number: str) -> None:
    screen.begin()
    office.press(Qt.Key.Key_W)
    press_in(shown_dialog(office, ConfirmVisitDialog), Qt.Key.Key_Return)
    office.until(lambda: screen.confirm.text() == "Confirmed once more")
    back_at_the_page(office)
    assert office.window.focusWidget() is screen.body.when, "where it was before the dialog"
    office.press(Qt.Key.Key_Return)
    dialog = shown_dialog(office, MoveVisitDialog)
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    assert file_of(office, number).visit.day == DAY


def test_cancelling_asks_why_and_can_be_taken_back(
    office: Office, screen: VisitScreen, number: str
) -> None:
    choose_more(office, screen, "Cancel the visit…")
    dialog = shown_dialog(office, ReasonDialog)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.because.input.accessibleDescription)
    assert standing_of(office, number).is_open
    type_in(dialog.because.input, "They moved away")
    press_in(dialog, Qt.Key.Key_Return)
    tagged(office, screen, "Cancelled")
    back_at_the_page(office)
    undo(office)
    tagged(office, screen, "Agenda not sent yet")


# ------------------------------------------------------------------ nobody met who decides
@pytest.fixture
def to_report(office: Office) -> VisitScreen:
    """The page of a visit whose day has passed."""
    program = office.around.program
    (row, *_more) = program.ask(lambda: program.visits.all(TODAY, VisitPick.TO_REPORT))
    screen = page_of(office, row.number)
    tagged(office, screen, "To report")
    screen.begin()
    return screen


def test_that_no_visit_is_wished_is_one_key(office: Office, to_report: VisitScreen) -> None:
    office.press(Qt.Key.Key_R)
    tagged(office, to_report, "They prefer no visit")
    assert standing_of(office, to_report.number).state is VisitState.REFUSED
    undo(office)
    tagged(office, to_report, "To report")


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_R])
def test_before_its_day_nobody_was_missed(
    office: Office, screen: VisitScreen, number: str, key: Qt.Key
) -> None:
    screen.begin()
    office.press(key)
    still = "The visit is still to come."
    office.until(lambda: still in office.window.telling.toast._text.text())
    assert standing_of(office, number).state is VisitState.PLANNED


# ------------------------------------------------------------------ papers
def test_the_agenda_is_seen_saved_and_put_down_as_sent(
    office: Office, screen: VisitScreen, number: str, tmp_path: Path
) -> None:
    screen.agenda.setFocus()
    office.press(Qt.Key.Key_Return)
    paper = shown_dialog(office, OutgoingDialog)
    said = save_as_pdf(office, paper, tmp_path / "Agenda.pdf")
    assert "First thing" in said
    assert "Half of it" not in said, "the fall-back is ours"
    tagged(office, screen, "Not confirmed yet")
    sent = standing_of(office, number).agenda
    assert sent is not None
    assert (sent.day, sent.way) == (TODAY, "email")
    assert sent.paper is not None


def test_an_agenda_that_does_not_go_out_is_not_put_down(
    office: Office, screen: VisitScreen, number: str, tmp_path: Path
) -> None:
    screen.agenda.setFocus()
    office.press(Qt.Key.Key_Return)
    paper = shown_dialog(office, OutgoingDialog)
    paper.sent.setFocus()
    QTest.keyClick(paper.sent, Qt.Key.Key_Space)
    save_as_pdf(office, paper, tmp_path / "Agenda.pdf")
    assert standing_of(office, number).agenda is None


def test_the_visit_pack_is_saved_and_nothing_put_down(
    office: Office, screen: VisitScreen, number: str, tmp_path: Path
) -> None:
    screen.pack.setFocus()
    office.press(Qt.Key.Key_Return)
    paper = shown_dialog(office, PaperDialog)
    assert "Half of it" in save_as_pdf(office, paper, tmp_path / "Pack.pdf")
    assert standing_of(office, number).agenda is None


def test_the_letter_of_thanks_is_seen_and_saved(office: Office, tmp_path: Path) -> None:
    program = office.around.program
    ended = program.ask(lambda: program.visits.all(TODAY, VisitPick.DONE))
    reported = [row.number for row in ended if row.standing.state is VisitState.REPORTED]
    screen = page_of(office, reported[0])
    tagged(office, screen, "Reported")
    assert program.ask(lambda: program.visit_letters.issued(screen.number)) is None
    screen.thanks.setFocus()
    office.press(Qt.Key.Key_Return)
    paper = shown_dialog(office, OutgoingDialog)
    save_as_pdf(office, paper, tmp_path / "Thanks.pdf")
    kept = program.ask(lambda: program.visit_letters.issued(screen.number))
    assert kept is not None
    assert kept.pdf == (tmp_path / "Thanks.pdf").read_bytes()


def confirmed(office: Office, number: str) -> bool:
    program = office.around.program
    row = program.ask(lambda: program.visits.show(number, TODAY).row)
    return row.standing.confirmed is not None
