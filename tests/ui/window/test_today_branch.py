"""Today's line of a head office about what was agreed with a branch: the branch is opened."""

from datetime import timedelta

from PySide6.QtCore import Qt

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.work_lines import Kind as WorkKind
from creditmate.services.calls import CallNote
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.wishes import NextLine, OpenCustomer, OpenVisit, StartCall
from tests.ui.window.conftest import TODAY
from tests.ui.window.test_today import Desk, come_to, desk_today, of

__all__ = ["desk_today"]

AGREED = CallNote("Debbie", Outcome.CALL_BACK, "the caravans", next_day=TODAY)
PROMISED = CallNote(
    "Debbie",
    Outcome.ALL_WELL,
    "a copy",
    none_because="-",
    deed="Copy of 2380",
    deed_by=TODAY,
)


def record(desk: Desk, note: CallNote) -> None:
    program = desk.office.around.program
    saved = program.ask(lambda: program.calls.record("CLIF01", note))
    desk.screen.changed.emit(saved.touched)


def mark_of(desk: Desk) -> str:
    line = come_to(desk, "KEST01")
    return f"{line.mark}: {line.rest}"


def test_enter_calls_the_branch_and_its_person(desk_today: Desk) -> None:
    desk = desk_today
    record(desk, AGREED)
    assert mark_of(desk).startswith("Call back as agreed: Debbie")
    desk.until(lambda: desk.screen.panel.act.text().startswith("Call Debbie"))
    desk.act()
    assert desk.wishes == [StartCall("CLIF01")]


def test_after_it_the_day_goes_on_below_the_line(desk_today: Desk) -> None:
    desk = desk_today
    record(desk, AGREED)
    mark_of(desk)
    place = desk.codes.index("KEST01")
    desk.act()
    answered = CallNote("Debbie", Outcome.ALL_WELL, "x", next_day=TODAY + timedelta(days=9))
    record(desk, answered)
    desk.screen.take(NextLine("CLIF01"))
    desk.until(lambda: len(desk.wishes) > 1)
    _, next_call = desk.wishes
    assert isinstance(next_call, StartCall)
    assert next_call.chained
    assert next_call.code in desk.codes[place:]


def test_what_we_promised_the_branch_opens_its_account(desk_today: Desk) -> None:
    desk = desk_today
    record(desk, PROMISED)
    assert "Clifton" in mark_of(desk)
    desk.office.press(Qt.Key.Key_Return)
    assert desk.wishes[0] in {OpenCustomer("CLIF01"), StartCall("CLIF01")}


def test_a_visit_planned_with_the_branch_opens_its_page(desk_today: Desk) -> None:
    desk, program = desk_today, desk_today.office.around.program
    plan = VisitPlan(TODAY, None, "To agree how to go on together.")
    done = program.ask(lambda: program.visits.plan("CLIF01", plan))
    number = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    desk.screen.changed.emit(done.touched)
    desk.until(lambda: any(row.line.kind is WorkKind.VISIT for row in of(desk, "KEST01")))
    come_to(desk, "KEST01")
    desk.office.press(Qt.Key.Key_Return)
    assert desk.wishes == [OpenVisit(code="CLIF01")]
    page = desk.office.window.screen_shown
    assert isinstance(page, VisitScreen)
    desk.until(lambda: page.number == number)
