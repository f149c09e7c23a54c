"""A whole visit is told by keys the same day, and read back from the ledger as it was told."""

from datetime import date, time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QWidget

from creditmate.domain.disputes import DisputeReason
from creditmate.domain.feeling import Mood
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_observations import Seen, Topic
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, PlanRequest, VisitPlan
from creditmate.domain.visit_report import Came, Findings, IssueResult, LimitView, RiskView
from creditmate.domain.visits import Side, VisitState
from creditmate.services.visit_report_pages import ReportPage
from creditmate.services.visit_talks import VisitTalk, visit_talk
from creditmate.ui.kit.segments import Segment
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.paper_dialogs import OutgoingDialog
from creditmate.ui.visits.report_dialog import ReportDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.visiting import (
    back_at_the_page,
    page_of,
    press_in,
    shown_dialog,
    standing_of,
    tagged,
    type_in,
    undo,
)

CODE = "CALD01"
SOON, LATER = date(2026, 12, 4), date(2026, 12, 11)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(office: Office) -> VisitScreen:
    """The page of a visit of today."""
    program = office.around.program
    plan = VisitPlan(
        TODAY,
        time(9, 0),
        "To agree together how the open invoices can be settled.",
        people=(
            PlanPerson(Side.THEIRS, "Ann Lee", decides=True),
            PlanPerson(Side.THEIRS, "Max Orr"),
        ),
        issues=(PlanIssue("Open invoices", "All of it", "In parts"), PlanIssue("Deliveries")),
        requests=(PlanRequest("Accounts to June"), PlanRequest("Signed terms"), PlanRequest("Map")),
        travel_minutes=30,
        distance_tenths=300,
    )
    done = program.ask(lambda: program.visits.plan(CODE, plan))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    return page_of(office, number)


def opened(office: Office, screen: VisitScreen) -> ReportDialog:
    screen.begin()
    office.press(Qt.Key.Key_E)
    return shown_dialog(office, ReportDialog)


def pick(choice: QComboBox, code: str) -> None:
    """Choose with the arrow, as far as it goes."""
    choice.setFocus()
    while choice.currentData() != code:
        before = choice.currentIndex()
        QTest.keyClick(choice, Qt.Key.Key_Down)
        assert choice.currentIndex() != before, f"{code} is not offered"


def unfold(office: Office, dialog: ReportDialog, name: str) -> None:
    """Go to a section by F6 and open it: the focus is in it then."""
    section = dialog.parts.sections[name]
    for _head in dialog.parts.sections:
        press_in(dialog, Qt.Key.Key_F6)
        if dialog.focusWidget() is section.head:
            break
    assert dialog.focusWidget() is section.head
    if not section.is_open:
        press_in(dialog, Qt.Key.Key_Return)
        office.until(lambda: section.body.isAncestorOf(dialog.focusWidget()))
    assert section.is_open


def tick(dialog: ReportDialog, box: QWidget) -> None:
    box.setFocus()
    press_in(dialog, Qt.Key.Key_Space)


def attach(office: Office, dialog: ReportDialog, button: QWidget, path: Path) -> None:
    """Press a button, and name a file in the system's dialog."""
    button.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: dialog.findChildren(QFileDialog))
    (chooser,) = dialog.findChildren(QFileDialog)
    edit = chooser.findChild(QLineEdit, "fileNameEdit")
    assert edit is not None

    def is_named() -> bool:
        """It loads its folder meanwhile, and may take out what was typed."""
        edit.setText(str(path))
        return chooser.selectedFiles() == [str(path)]

    office.until(is_named)
    with office.qtbot.waitSignal(chooser.fileSelected):
        chooser.accept()
    office.until(lambda: not dialog.findChildren(QFileDialog))
    dialog.activateWindow()  # offscreen nobody gives it back its keys
    office.until(dialog.isActiveWindow)


def say_how_it_ended(dialog: ReportDialog) -> None:
    """What no report can do without."""
    pick(dialog.outcome.input, Outcome.PART_PAYMENT.value)
    type_in(dialog.notes.input, "They see the spring as safe.")
    type_in(dialog.next_day.input, "14/12/2026")
    for row in dialog.issues:
        pick(row.result.input, IssueResult.WANTED.value)


def told(office: Office, number: str) -> ReportPage:
    program = office.around.program
    return program.ask(lambda: program.visit_reports.show(number, TODAY))


def talk_of(office: Office, number: str) -> VisitTalk:
    found = office.around.program.ask(lambda: visit_talk(number))
    assert found is not None
    return found


# ------------------------------------------------------------------ section by section
def tell_issues(office: Office, dialog: ReportDialog) -> None:
    unfold(office, dialog, "issues")
    pick(dialog.issues[0].result.input, IssueResult.FALL_BACK.value)
    type_in(dialog.issues[0].words, "in three parts")
    pick(dialog.issues[1].result.input, IssueResult.NOT_SPOKEN_OF.value)


def tell_commitments(office: Office, dialog: ReportDialog) -> None:
    unfold(office, dialog, "paid")
    paid = dialog.parts.paid
    for rows, deeds, days in (
        (paid.pay, ("100", "50.50"), ("4/12/2026", "11/12/2026")),
        (paid.theirs, ("Name somebody for orders", "Send a signed order"), ("4/12/2026",) * 2),
        (paid.ours, ("Send the notes", "Ring the driver"), ("4/12/2026",) * 2),
    ):
        for place, (deed, day) in enumerate(zip(deeds, days, strict=True)):
            type_in(rows.rows[place].what, deed)
            type_in(rows.rows[place].by, day)
        assert len(rows.rows) == len(deeds) + 1, "there is always one line more"


def tell_papers(office: Office, dialog: ReportDialog, accounts: Path, photo: Path) -> None:
    unfold(office, dialog, "papers")
    received, promised, refused = dialog.papers
    pick(received.came.input, Came.RECEIVED.value)
    attach(office, dialog, received.files.attach, accounts)
    pick(promised.came.input, Came.PROMISED.value)
    type_in(promised.by, "4/12/2026")
    pick(refused.came.input, Came.REFUSED.value)
    type_in(refused.note, "they have none")
    attach(office, dialog, dialog.parts.others.attach, photo)


def tell_plan(office: Office, dialog: ReportDialog) -> tuple[int, ...]:
    """Of the two youngest, in three parts; return what it pays: the promises are of older ones."""
    unfold(office, dialog, "plan")
    plan = dialog.parts.plan
    assert plan is not None
    youngest = tuple(plan.items.rows)[-2:]
    for entry, box in plan.items.rows.items():
        if box.isChecked() is not (entry in youngest):
            tick(dialog, box)
    type_in(plan.fields.parts, "3")
    plan.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)  # their own run stands there
    type_in(plan.fields.first, "15/12/2026")
    office.until(lambda: plan.fields.preview.shown)
    return youngest


def tell_query(office: Office, dialog: ReportDialog) -> int:
    """About the third oldest; return which that is."""
    unfold(office, dialog, "query")
    assert dialog.parts.query is not None
    (query,) = dialog.parts.query.forms
    asked = list(query.items.rows)[2]
    tick(dialog, query.items.rows[asked])
    type_in(query.amount, "10")
    pick(query.reason.input, DisputeReason.QUANTITY.value)
    type_in(query.evidence, "the delivery note")
    return asked


def tell_what_was_seen(office: Office, dialog: ReportDialog) -> None:
    unfold(office, dialog, "seen")
    stock, staff = dialog.topics[0], dialog.topics[3]
    stock.seen.begin()
    press_in(dialog, Qt.Key.Key_Left)
    type_in(stock.note, "empty racks")
    staff.seen.begin()
    for _mark in range(3):
        press_in(dialog, Qt.Key.Key_Left)


def tell_what_we_make_of_it(office: Office, dialog: ReportDialog) -> None:
    unfold(office, dialog, "review")
    review = dialog.parts.review
    review.mood.setFocus()
    press_in(dialog, Qt.Key.Key_Right)
    press_in(dialog, Qt.Key.Key_Space)
    pick(review.limit.input, LimitView.LOWER.value)
    type_in(review.new_limit, "1,500")
    type_in(review.because, "empty racks")
    pick(review.risk.input, RiskView.MORE.value)
    type_in(review.note, "look again in spring")
    type_in(dialog.talk.opportunity, "A second depot")
    type_in(dialog.talk.feedback, "Friendly drivers")
    unfold(office, dialog, "cost")
    cost = dialog.parts.cost
    type_in(cost.took, "90")
    office.until(lambda: "£61.50" in cost.sum.text())  # 1.5 h at 32.00, 30 miles at 0.45
    type_in(cost.cost, "75")


def check_findings(found: Findings) -> None:
    assert [(one.result, one.words) for one in found.results] == [
        (IssueResult.FALL_BACK, "in three parts"),
        (IssueResult.NOT_SPOKEN_OF, ""),
    ]
    assert [(one.came, one.by_day, one.note) for one in found.requests] == [
        (Came.RECEIVED, None, ""),
        (Came.PROMISED, SOON, ""),
        (Came.REFUSED, None, "they have none"),
    ]
    assert [(one.topic, one.seen, one.note) for one in found.observations] == [
        (Topic.STOCK, Seen.WORSE, "empty racks"),
        (Topic.STAFF, Seen.BETTER, ""),
    ]
    review = found.review
    assert (review.limit, review.risk, review.mood) == (LimitView.LOWER, RiskView.MORE, Mood.CALM)
    assert (review.note, review.minutes) == ("look again in spring", 90)
    assert review.cost is not None
    assert review.cost.minor == 7500


def check_talk(talk: VisitTalk) -> None:
    assert (talk.outcome, talk.notes) == (Outcome.PART_PAYMENT, "They see the spring as safe.")
    assert [(one.amount.minor, one.day) for one in talk.pays] == [(10000, SOON), (5050, LATER)]
    assert [one.words for one in talk.ours] == ["Send the notes", "Ring the driver"]
    said = {one.words for one in talk.does}
    assert said == {"Name somebody for orders", "Send a signed order", "Signed terms"}


def check_customer(office: Office, plan: tuple[int, ...], query: int) -> None:
    program = office.around.program
    brief = program.ask(lambda: program.customers.brief(CODE, TODAY))
    assert brief.facts.limit is not None
    assert (brief.facts.limit.limit.minor, brief.facts.limit.reason) == (150000, "empty racks")
    assert [(one.entry_id, one.amount and one.amount.minor) for one in brief.disputed] == [
        (query, 1000)
    ]
    (agreed,) = program.ask(lambda: program.plans.of_customer(CODE, TODAY))
    assert agreed.standing.plan.entries == frozenset(plan)


def test_a_whole_visit_is_told_by_keys(office: Office, screen: VisitScreen, tmp_path: Path) -> None:
    accounts, photo = tmp_path / "Accounts.pdf", tmp_path / "Yard.jpg"
    accounts.write_bytes(b"%PDF-1.4 accounts")
    photo.write_bytes(b"a yard")
    dialog = opened(office, screen)
    assert dialog.talk.with_name.input.text() == "Ann Lee", "who decides"
    say_how_it_ended(dialog)
    tell_issues(office, dialog)
    tell_commitments(office, dialog)
    tell_papers(office, dialog, accounts, photo)
    plan, query = tell_plan(office, dialog), tell_query(office, dialog)
    tell_what_was_seen(office, dialog)
    tell_what_we_make_of_it(office, dialog)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)
    tagged(office, screen, "Reported")
    page = told(office, screen.number)
    check_findings(page.findings)
    check_talk(talk_of(office, screen.number))
    check_customer(office, plan, query)
    program = office.around.program
    kept = {row.id: row.name for row in program.ask(lambda: program.attachments.of(CODE))}
    (file,) = page.files.values()
    assert kept[file] == "Accounts.pdf"
    assert "Yard.jpg" in kept.values()
    assert program.ask(lambda: program.visit_drafts.read(screen.number)) is None
    lines = " ".join(screen.body.report.lines)
    for said in ("in three parts", "empty racks", "Ring the driver", "the file is kept", "£75.00"):
        assert said in lines


def test_the_letter_of_thanks_is_one_key_away(office: Office, screen: VisitScreen) -> None:
    dialog = opened(office, screen)
    say_how_it_ended(dialog)
    dialog.next_day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    tagged(office, screen, "Reported")
    back_at_the_page(office)
    office.until(screen.thanks.hasFocus)
    office.press(Qt.Key.Key_Return)
    shown_dialog(office, OutgoingDialog)


def test_taking_a_report_back_brings_its_form_back(office: Office, screen: VisitScreen) -> None:
    dialog = opened(office, screen)
    say_how_it_ended(dialog)
    dialog.next_day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    tagged(office, screen, "Reported")
    back_at_the_page(office)
    assert screen.body.report.isVisible()
    undo(office)
    office.until(lambda: screen.report.text() == "Go on with the report")
    assert standing_of(office, screen.number).state is VisitState.PLANNED
    assert not screen.body.report.isVisible()
    again = opened(office, screen)
    assert again.notes.input.toPlainText() == "They see the spring as safe."
    assert [row.result.input.currentData() for row in again.issues] == ["wanted", "wanted"]


def test_tab_goes_through_all_of_it_from_top_to_bottom(office: Office, screen: VisitScreen) -> None:
    dialog = opened(office, screen)
    for section in dialog.parts.sections.values():
        section.unfold()
    inside, seen = dialog._inside, list[int]()
    dialog.outcome.input.setFocus()
    office.until(lambda: inside.height() >= dialog._held.heightForWidth(inside.width()))
    last = dialog.topics[-1]
    office.until(lambda: last.height() >= last.seen.sizeHint().height())
    while (at := dialog.focusWidget()) is not None and inside.isAncestorOf(at):
        seen.append(at.mapTo(inside, at.rect().center()).y())
        if isinstance(at, Segment):
            assert at.isChecked(), "Tab stops at the mark that is chosen"
        press_in(dialog, Qt.Key.Key_Tab)
        assert len(seen) < 200, "Tab never leads to the verb"
    assert len(seen) > 60
    assert all(after >= before - 20 for before, after in pairwise(seen)), str(seen)


# ------------------------------------------------------------------ what is missing is said
def test_what_is_missing_is_said_where_it_is(office: Office, screen: VisitScreen) -> None:
    dialog = opened(office, screen)
    press_in(dialog, Qt.Key.Key_Return)
    assert dialog.outcome.input.accessibleDescription(), "nothing is chosen for anybody"
    pick(dialog.outcome.input, Outcome.ALL_WELL.value)
    press_in(dialog, Qt.Key.Key_Return)
    first, second = dialog.issues
    assert first.result.input.accessibleDescription()
    assert dialog.focusWidget() is first.result.input
    pick(first.result.input, IssueResult.PART.value)
    pick(second.result.input, IssueResult.WANTED.value)
    press_in(dialog, Qt.Key.Key_Return)
    assert first.words.input.accessibleDescription(), "in part says nothing by itself"
    type_in(first.words, "half")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.notes.input.accessibleDescription)
    type_in(dialog.notes.input, "Well.")
    dialog.next_day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.next_day.input.accessibleDescription)
    assert dialog.next_day.input.accessibleDescription().startswith("Every visit ends with")
    assert standing_of(office, screen.number).state is VisitState.PLANNED


def test_a_day_before_the_visit_s_is_refused_where_it_is_typed(
    office: Office, screen: VisitScreen
) -> None:
    dialog = opened(office, screen)
    pick(dialog.outcome.input, Outcome.ALL_WELL.value)
    for issue in dialog.issues:
        pick(issue.result.input, IssueResult.WANTED.value)
    type_in(dialog.notes.input, "Well.")
    type_in(dialog.because, "all is said")
    held = dialog.talk.day
    held.input.setFocus()
    held.input.selectAll()
    type_in(held, "1/11/2026")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: "before the day of the visit" in held.input.accessibleDescription())
    assert dialog.focusWidget() is held.input


def test_a_section_that_is_folded_opens_where_something_is_wrong(
    office: Office, screen: VisitScreen
) -> None:
    dialog = opened(office, screen)
    say_how_it_ended(dialog)
    ours = dialog.parts.paid.ours.rows[0]
    type_in(ours.what, "Send the notes")
    section = dialog.parts.sections["paid"]
    section.head.setFocus()
    press_in(dialog, Qt.Key.Key_Space)
    assert not section.body.isVisible()
    dialog.next_day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    assert section.body.isVisible()
    assert dialog.focusWidget() is ours.by.input
    assert ours.by.input.accessibleDescription()


def test_a_file_that_is_gone_is_named_and_nothing_is_lost(
    office: Office, screen: VisitScreen, tmp_path: Path
) -> None:
    photo = tmp_path / "Yard.jpg"
    photo.write_bytes(b"a yard")
    dialog = opened(office, screen)
    say_how_it_ended(dialog)
    attach(office, dialog, dialog.parts.others.attach, photo)
    photo.unlink()
    dialog.next_day.input.setFocus()
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: "Yard.jpg" in dialog._problem.words)
    program = office.around.program
    assert standing_of(office, screen.number).state is VisitState.PLANNED
    office.until(lambda: program.ask(lambda: program.visit_drafts.read(screen.number)))


def test_satisfaction_is_asked_only_when_it_may_be(office: Office, screen: VisitScreen) -> None:
    dialog = opened(office, screen)
    unfold(office, dialog, "review")
    program = office.around.program
    may = program.ask(
        lambda: program.noted.may_ask_satisfaction(
            program.customers.brief(CODE, TODAY).customer.id, TODAY
        )
    )
    assert dialog.parts.review.satisfaction.isVisible() is may


def test_before_its_day_there_is_nothing_to_tell(office: Office) -> None:
    program = office.around.program
    (row, *_more) = [
        row for row in program.ask(lambda: program.visits.all(TODAY)) if row.file.visit.day > TODAY
    ]
    shown = page_of(office, row.number)
    shown.begin()
    office.press(Qt.Key.Key_E)
    office.until(lambda: "still to come" in office.window.telling.toast._text.text())
    assert QApplication.activeModalWidget() is None
