"""Long words of an issue or a paper break, and push nothing out of sight."""

import pytest

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_plan import PlanIssue, PlanRequest, VisitPlan
from creditmate.domain.visit_report import (
    Came,
    Findings,
    IssueOutcome,
    IssueResult,
    RequestOutcome,
)
from creditmate.services.call_notes import CallNote
from creditmate.services.visit_report_notes import VisitReport
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import SPACE, Type
from creditmate.ui.visits.report_dialog import ReportDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_visit_report import opened, unfold
from tests.ui.window.visiting import page_of, tagged

CODE = "LARK01"
LONG = "Order numbers on every order and delivery note, whoever orders it and whenever, " * 2


@pytest.fixture
def number(office: Office) -> str:
    """A visit of today with an issue and a paper that somebody described at length."""
    program = office.around.program
    plan = VisitPlan(
        TODAY, None, "To agree how to go on together.", issues=(PlanIssue(LONG),),
        requests=(PlanRequest(LONG),),
    )  # fmt: skip
    done = program.ask(lambda: program.visits.plan(CODE, plan))
    named: str = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    return named


def sideways(dialog: ReportDialog) -> int:
    """How far the form can be scrolled sideways, which nobody looks for."""
    return dialog._inside.minimumSizeHint().width() - dialog._area.viewport().width()


def test_the_form_of_the_report_is_no_wider_than_its_window(office: Office, number: str) -> None:
    dialog = opened(office, page_of(office, number))
    unfold(office, dialog, "papers")
    assert sideways(dialog) <= 0


def test_what_came_of_it_is_seen_beside_it(office: Office, number: str) -> None:
    program = office.around.program
    visit = program.ask(lambda: program.visits.show(number, TODAY).file.visit)
    told = VisitReport(
        CallNote("Ann Lee", Outcome.ALL_WELL, "A good hour.", none_because="all was said"),
        Findings(
            (IssueOutcome(visit.issues[0].id, IssueResult.WANTED),),
            (RequestOutcome(visit.requests[0].id, Came.REFUSED),),
        ),
    )
    program.ask(lambda: program.visit_reports.report(number, told))
    screen = page_of(office, number)
    tagged(office, screen, "Reported")
    office.until(lambda: screen.body.report.lines)
    held, seen = screen.body.widget(), screen.body.viewport().width()
    assert held is not None
    (came,) = [
        one
        for one in screen.body.report.findChildren(Paragraph)
        if one.text() == "Agreed as we wanted"
    ]
    office.until(lambda: came.mapTo(held, came.rect().topLeft()).x() > 100)  # beside its label
    assert came.width() > seen // 3
    assert came.mapTo(held, came.rect().bottomRight()).x() <= seen


def test_however_large_letters_are_the_visit_has_half_of_its_page(
    office: Office, theme: Theme
) -> None:
    """And what is wider still can be scrolled to."""
    screen = page_of(office, "V-2611-001")
    office.window.resize(1024, 700)
    theme.choose(Appearance.DARK, 2.0)
    office.until(lambda: screen.side.width() <= screen.width() // 2)
    body = screen.body
    held = body.widget()
    assert held is not None
    bar, view = body.horizontalScrollBar(), body.viewport()
    office.until(lambda: bar.isVisible() and held.width() == view.width() + bar.maximum())
    assert body.width() >= screen.width() // 2 - 2
    assert screen.side.width() >= screen.width() // 2 - 2


def test_facts_and_heads_break_where_letters_are_large(office: Office, theme: Theme) -> None:
    screen = page_of(office, "V-2611-001")
    office.window.resize(1280, 800)
    theme.choose(Appearance.LIGHT, 2.0)
    office.until(lambda: screen.side.width() <= screen.width() // 2)
    body = screen.body
    view = body.viewport().width()
    parts = (body.when, body.where, body.way, body.purpose, body.theirs, body.ours, body.points,
             body.requests)  # fmt: skip
    assert all(part.minimumSizeHint().width() + 2 * SPACE.xl <= view for part in parts)
    line = theme.line(Type.BODY_MEDIUM)
    office.until(lambda: body.where.height() >= 2 * line)
    words = body.where._known
    assert words.height() >= words.heightForWidth(words.width()), "no line of it is cut"
