"""Promises on a visit have a currency each, and what was forgotten of them can be added."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visits import VisitState
from creditmate.services.visit_talks import VisitTalk, visit_talk
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.report_dialog import AddReportDialog, ReportDialog
from creditmate.ui.wishes import OpenVisit
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_visit_report_added import adding, told  # noqa: F401 - a fixture
from tests.ui.window.visiting import (
    back_at_the_page,
    choose_more,
    press_in,
    shown_dialog,
    standing_of,
    type_in,
)

CONTROL = Qt.KeyboardModifier.ControlModifier


def talk_of(office: Office, number: str) -> VisitTalk:
    found = office.around.program.ask(lambda: visit_talk(number))
    assert found is not None
    return found


def save(dialog: ReportDialog | AddReportDialog) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CONTROL)


def test_who_owes_in_two_currencies_promises_in_both(office: Office) -> None:
    program = office.around.program
    done = program.ask(lambda: program.visits.plan("LOUG01", VisitPlan(TODAY, None, "To talk.")))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY)).row.number
    page_of_bare(office, number)
    office.press(Qt.Key.Key_E)
    dialog = shown_dialog(office, ReportDialog)
    rows = dialog.parts.paid.pay.rows
    type_in(rows[0].what, "1000")
    assert "€1,000.00" in rows[0].what.input.accessibleDescription()
    type_in(rows[0].by, "14/12/2026")
    office.until(lambda: len(rows) > 1)
    second = rows[1].promised
    assert second is not None
    assert second.currency is not None
    type_in(rows[1].what, "3000")
    second.currency.input.setFocus()
    press_in(dialog, Qt.Key.Key_Down)
    said = rows[1].what.input.accessibleDescription()
    assert "£3,000.00" in said
    assert "more than the £655.04 that is owed" in said
    rows[1].what.input.selectAll()
    type_in(rows[1].what, "655.04")
    assert "more than" not in rows[1].what.input.accessibleDescription()
    type_in(rows[1].by, "18/12/2026")
    dialog.outcome.input.setCurrentIndex(0)
    type_in(dialog.talk.with_name, "Dara Keane")
    type_in(dialog.notes, "A good hour.")
    type_in(dialog.because, "all is said")
    save(dialog)
    office.until(lambda: standing_of(office, number).state is VisitState.REPORTED)
    paid = {(one.amount.currency, one.amount.minor) for one in talk_of(office, number).pays}
    assert paid == {("EUR", 100_000), ("GBP", 65_504)}


def page_of_bare(office: Office, number: str) -> VisitScreen:
    """The page of a visit without issues."""
    office.window.fulfil(OpenVisit(number))
    shown = office.window.screen_shown
    assert isinstance(shown, VisitScreen)
    office.until(lambda: shown.number == number and not shown.is_asking)
    shown.begin()
    return shown


def test_words_and_promises_of_both_sides_are_added(office: Office, told: VisitScreen) -> None:  # noqa: F811
    before = talk_of(office, told.number)
    dialog = adding(office, told)
    parts = dialog.parts
    for name in ("said", "paid"):
        parts.sections[name].unfold()
    assert parts.more is not None
    type_in(parts.more.notes, "He asked for fewer deliveries.")
    ours = parts.paid.ours.rows[0]
    type_in(ours.what, "Ring the depot")
    type_in(ours.by, "1/12/2026")
    theirs = parts.paid.theirs.rows[0]
    type_in(theirs.what, "Send the order form")
    type_in(theirs.by, "2/12/2026")
    save(dialog)
    back_at_the_page(office)
    office.until(lambda: "Ring the depot" in " ".join(told.body.report.lines))
    lines = " ".join(told.body.report.lines)
    assert "He asked for fewer deliveries." in lines
    assert "Send the order form" in lines
    now = talk_of(office, told.number)
    assert now.notes.startswith(before.notes)
    assert now.pays == before.pays
    choose_more(office, told, "Take back what was added last")
    office.until(lambda: "Ring the depot" not in " ".join(told.body.report.lines))
    assert talk_of(office, told.number) == before


def test_what_is_typed_of_promises_is_kept(office: Office, told: VisitScreen) -> None:  # noqa: F811
    dialog = adding(office, told)
    dialog.parts.sections["paid"].unfold()
    type_in(dialog.parts.paid.ours.rows[0].what, "Ring the depot")
    press_in(dialog, Qt.Key.Key_Escape)
    back_at_the_page(office)
    again = adding(office, told)
    assert again.parts.paid.ours.rows[0].what.input.text() == "Ring the depot"


def test_what_is_promised_beside_a_plan_is_asked_about_once(office: Office) -> None:
    program = office.around.program
    done = program.ask(lambda: program.visits.plan("BRIN01", VisitPlan(TODAY, None, "To talk.")))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY)).row.number
    page_of_bare(office, number)
    office.press(Qt.Key.Key_E)
    dialog = shown_dialog(office, ReportDialog)
    dialog.outcome.input.setCurrentIndex(0)
    type_in(dialog.talk.with_name, "Piers Langdon")
    type_in(dialog.notes, "A good hour.")
    type_in(dialog.because, "all is said")
    pays, plan = dialog.parts.paid.pay.rows[0], dialog.parts.plan
    type_in(pays.what, "200")
    type_in(pays.by, "27/11/2026")
    assert plan is not None
    dialog.parts.sections["plan"].unfold()
    type_in(plan.fields.parts, "3")
    plan.fields.first.input.setFocus(Qt.FocusReason.TabFocusReason)
    type_in(plan.fields.first, "15/12/2026")
    office.until(lambda: plan.fields.preview.shown)
    dialog.parts.sections["paid"].unfold(opened=False)
    save(dialog)
    office.until(lambda: "Save once more" in pays.what.input.accessibleDescription())
    assert "£0.00 that the plan leaves" in pays.what.input.accessibleDescription()
    assert dialog.focusWidget() is pays.what.input
    assert standing_of(office, number).state is not VisitState.REPORTED
    save(dialog)
    office.until(lambda: standing_of(office, number).state is VisitState.REPORTED)
    assert [one.amount.minor for one in talk_of(office, number).pays] == [20_000]
