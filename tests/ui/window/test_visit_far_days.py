"""Days of a report that a slip could mean are asked about once, before any of it is saved."""

from datetime import date

from PySide6.QtCore import Qt

from creditmate.domain.visit_plan import PlanRequest, VisitPlan
from creditmate.domain.visit_report import Came
from creditmate.domain.visits import VisitState
from creditmate.ui.kit.typed_fields import DayField
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_deputy import DeputyDialog
from creditmate.ui.visits.report_dialog import ReportDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_visit_report_added import adding, told  # noqa: F401 - a fixture
from tests.ui.window.test_visit_report_agreed import page_of_bare, save, talk_of
from tests.ui.window.visiting import (
    back_at_the_page,
    choose_more,
    file_of,
    press_in,
    shown_dialog,
    standing_of,
    type_in,
)

SLIP, NEXT_YEARS = "20/11", date(2027, 11, 20)
"""The day of last Friday, and what it would be."""
ASKED = "20 Nov 2027: save once more if that is what they mean"


def planned(office: Office) -> str:
    program = office.around.program
    plan = VisitPlan(TODAY, None, "To talk.", requests=(PlanRequest("Accounts"),))
    done = program.ask(lambda: program.visits.plan("CALD01", plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY)).row.number


def said_of(field: DayField) -> str:
    return field.input.accessibleDescription().replace("\u00a0", " ")


def asked_of(office: Office, *fields: DayField) -> None:
    office.until(lambda: all(ASKED in said_of(field) for field in fields))
    office.until(lambda: all(field.isVisible() for field in fields))


def test_every_day_of_a_report_is_asked_about_once(office: Office) -> None:
    number = planned(office)
    page_of_bare(office, number)
    office.press(Qt.Key.Key_E)
    dialog = shown_dialog(office, ReportDialog)
    parts, paid, (paper,) = dialog.parts, dialog.parts.paid, dialog.papers
    dialog.outcome.input.setCurrentIndex(0)
    type_in(dialog.talk.with_name, "Ann Lee")
    type_in(dialog.notes, "A good hour.")
    type_in(dialog.next_day, SLIP)
    for rows, what in ((paid.pay, "5"), (paid.theirs, "Name a buyer"), (paid.ours, "Send it")):
        type_in(rows.rows[0].what, what)
        type_in(rows.rows[0].by, SLIP)
    paper.came.input.setCurrentIndex(paper.came.input.findData(Came.PROMISED.value))
    type_in(paper.by, SLIP)
    for name in ("paid", "papers"):
        parts.sections[name].unfold(opened=False)
    days = [paper.by, *(rows.rows[0].by for rows in (paid.pay, paid.theirs, paid.ours))]
    save(dialog)
    asked_of(office, dialog.next_day, *days)
    assert dialog.focusWidget() is dialog.next_day.input
    assert standing_of(office, number).state is not VisitState.REPORTED
    dialog.next_day.input.selectAll()
    type_in(dialog.next_day, "1/12/2026")
    save(dialog)
    office.until(lambda: standing_of(office, number).state is VisitState.REPORTED)
    talk = talk_of(office, number)
    assert [one.day for one in talk.pays] == [NEXT_YEARS]


def test_the_first_part_of_a_plan_is_asked_about(office: Office) -> None:
    number = planned(office)
    page_of_bare(office, number)
    office.press(Qt.Key.Key_E)
    dialog = shown_dialog(office, ReportDialog)
    plan = dialog.parts.plan
    assert plan is not None
    dialog.outcome.input.setCurrentIndex(0)
    type_in(dialog.talk.with_name, "Ann Lee")
    type_in(dialog.notes, "A good hour.")
    type_in(dialog.because, "all is said")
    dialog.parts.sections["plan"].unfold()
    type_in(plan.fields.parts, "3")
    plan.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    type_in(plan.fields.first, SLIP)
    office.until(lambda: plan.fields.preview.shown)
    if plan.fields.because.isVisible():
        type_in(plan.fields.because, "they asked for it")
        office.until(lambda: plan.fields.preview.shown)
    dialog.parts.sections["plan"].unfold(opened=False)
    save(dialog)
    first = plan.fields.first.input
    office.until(lambda: "save once more" in first.accessibleDescription())
    assert dialog.focusWidget() is first
    assert standing_of(office, number).state is not VisitState.REPORTED


def test_so_is_a_day_that_is_added(office: Office, told: VisitScreen) -> None:  # noqa: F811
    before = talk_of(office, told.number)
    dialog = adding(office, told)
    ours = dialog.parts.paid.ours.rows[0]
    dialog.parts.sections["paid"].unfold()
    type_in(ours.what, "Ring the depot")
    type_in(ours.by, SLIP)
    save(dialog)
    asked_of(office, ours.by)
    assert talk_of(office, told.number) == before
    save(dialog)
    back_at_the_page(office)
    office.until(lambda: "Ring the depot" in " ".join(told.body.report.lines))


def test_so_is_another_day_for_a_visit(office: Office) -> None:
    number = planned(office)
    screen = page_of_bare(office, number)
    choose_more(office, screen, "Only a deputy there…")
    dialog = shown_dialog(office, DeputyDialog)
    type_in(dialog.who, "Max Orr")
    type_in(dialog.day, SLIP)
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: "Enter again" in said_of(dialog.day))
    assert file_of(office, number).visit.day == TODAY
    press_in(dialog, Qt.Key.Key_Return)
    office.until(lambda: file_of(office, number).visit.day == NEXT_YEARS)
