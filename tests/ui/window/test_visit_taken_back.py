"""A visit that was cancelled says why, and is taken back long after; so is a deputy met."""

from datetime import timedelta

from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_report import NOT_MET
from creditmate.domain.visits import VisitEventKind, VisitState
from creditmate.services.visit_attempts import visit_attempt
from creditmate.services.visit_report_notes import NotMet
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_visit_report_agreed import page_of_bare
from tests.ui.window.visiting import choose_more, file_of, standing_of, tagged


def planned(office: Office) -> str:
    program = office.around.program
    done = program.ask(lambda: program.visits.plan("LOUG01", VisitPlan(TODAY, None, "To talk.")))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY)).row.number


def test_a_cancelled_visit_says_why_and_is_taken_back(office: Office) -> None:
    number, program = planned(office), office.around.program
    program.ask(lambda: program.visits.cancel(number, "They are closed"))
    screen = page_of_bare(office, number)
    tagged(office, screen, "Cancelled")
    assert "Cancelled on" in screen.body.hints.lines[0]
    assert screen.body.hints.lines[0].endswith(": They are closed")
    choose_more(office, screen, "Take back that it was cancelled")
    tagged(office, screen, "Agenda not sent yet")
    assert standing_of(office, number).state is VisitState.PLANNED
    assert "They are closed" not in " ".join(screen.body.hints.lines)


def test_a_deputy_with_another_day_is_taken_back(office: Office) -> None:
    number, program = planned(office), office.around.program
    again = TODAY + timedelta(days=7)
    told = NotMet(VisitEventKind.DEPUTY, "Max Orr", again=(again, None))
    program.ask(lambda: program.visit_reports.not_met(number, told))
    screen = page_of_bare(office, number)
    tagged(office, screen, "Agenda not sent yet")
    assert file_of(office, number).visit.day == again
    choose_more(office, screen, "Take back that only a deputy was there")
    office.until(lambda: file_of(office, number).visit.day == TODAY)
    assert not [one for one in file_of(office, number).events if one.kind in NOT_MET]


def test_a_visit_that_was_moved_for_itself_is_no_attempt(office: Office) -> None:
    number, program = planned(office), office.around.program
    program.ask(lambda: program.visit_reports.not_met(number, NotMet(VisitEventKind.NOBODY)))
    program.ask(lambda: program.visits.move(number, TODAY + timedelta(days=7), None, ""))
    assert program.ask(lambda: visit_attempt(number)) is None
