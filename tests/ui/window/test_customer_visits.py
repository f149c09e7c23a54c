"""The page of a visit from a customer's page: from its menu, and from what the story tells."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.domain.contact_channels import Way
from creditmate.domain.outcomes import Outcome
from creditmate.domain.story import Talk, VisitMoved
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visits import VisitState
from creditmate.services.call_notes import CallNote
from creditmate.services.visit_lists import VisitPick
from creditmate.ui.customer.story_panel import StoryPanel
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.screens.visit import VisitScreen
from creditmate.ui.visits.next_visit import NextVisit
from creditmate.ui.visits.plan_dialog import PlanVisitDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import choose, opened
from tests.ui.window.visiting import press_in, shown_dialog

CODE = "BRIN01"
OPEN = "Open the visit"


@pytest.fixture
def number(office: Office) -> str:
    """A visit that was put on another day."""
    program = office.around.program
    plan = VisitPlan(TODAY + timedelta(days=15), None, "To agree how to go on together.")
    done = program.ask(lambda: program.visits.plan(CODE, plan))
    named = program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)
    later = TODAY + timedelta(days=16)
    program.ask(lambda: program.visits.move(named, later, None, "they asked for it"))
    return named


def is_at(office: Office, number: str) -> bool:
    """Whether the page of the visit is shown, and has found it."""
    page = office.window.screen_shown
    return isinstance(page, VisitScreen) and page.number == number and not page.is_asking


def test_the_menu_opens_the_visit_that_is_planned(office: Office, number: str) -> None:
    choose(opened(office, CODE), OPEN)
    office.until(lambda: is_at(office, number))


def test_whoever_plans_none_after_all_is_where_they_were(office: Office) -> None:
    screen = opened(office, CODE)
    choose(screen, "Plan a visit…")
    dialog = shown_dialog(office, PlanVisitDialog)
    press_in(dialog, Qt.Key.Key_Escape)
    office.until(lambda: office.window.screen_shown is screen)
    assert QApplication.activeModalWidget() is None


def test_without_a_visit_there_is_none_to_open(office: Office) -> None:
    menu = QMenu()
    opened(office, CODE).deeds.fill(menu)
    texts = [action.text() for action in actions_of(menu)]
    assert "Plan a visit…" in texts
    assert OPEN not in texts


def test_what_the_story_tells_of_a_visit_opens_it(office: Office, number: str) -> None:
    story = opened(office, CODE).area.story
    office.until(story.model.rowCount)
    office.until(lambda: isinstance(story.model.event_at(0), VisitMoved))
    story.view.setFocus()
    office.press(Qt.Key.Key_Home)
    viewport = story.view.viewport()
    at = viewport.mapToGlobal(QPoint(5, 5))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), at)
    QApplication.sendEvent(story.view, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == f"{OPEN}\tEnter"
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    office.until(lambda: is_at(office, number))


def test_the_visit_stands_beside_the_story_and_enter_opens_it(office: Office, number: str) -> None:
    side = opened(office, CODE).area.side
    office.until(lambda: side.findChildren(NextVisit))
    (line,) = side.findChildren(NextVisit)
    assert line.accessibleName().startswith("Wed\u00a09\u00a0Dec")
    assert "Agenda not sent yet" in line.accessibleName()
    line.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(lambda: is_at(office, number))


def test_without_a_visit_nothing_is_said_of_one(office: Office) -> None:
    page = opened(office, CODE)
    assert not page.area.side.findChildren(NextVisit)


def test_a_visit_that_was_held_is_opened_from_the_story(office: Office) -> None:
    program = office.around.program
    ended = program.ask(lambda: program.visits.all(TODAY, VisitPick.DONE))
    row = next(row for row in ended if row.standing.state is VisitState.REPORTED)
    story = opened(office, row.code).area.story
    office.until(lambda: told_at(story) is not None)
    place = told_at(story)
    assert place is not None
    story.view.setFocus()
    office.press(Qt.Key.Key_Home)
    office.press(Qt.Key.Key_Down, times=place)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: is_at(office, row.number))


def test_a_visit_that_was_only_noted_has_no_page(office: Office) -> None:
    program = office.around.program
    note = CallNote("Ann Lee", Outcome.ALL_WELL, "We met", none_because="seen", channel=Way.VISIT)
    program.ask(lambda: program.calls.record(CODE, note))
    story = opened(office, CODE).area.story
    office.until(lambda: told_at(story) == 0)
    story.view.setFocus()
    office.press(Qt.Key.Key_Home)
    office.press(Qt.Key.Key_Return)
    said = "there is no page of it"
    office.until(lambda: said in office.window.telling.toast._text.text())


def told_at(story: StoryPanel) -> int | None:
    """Where the first talk of a visit stands in the story, once it is there."""
    for place in range(story.model.rowCount()):
        event = story.model.event_at(place)
        if isinstance(event, Talk) and event.channel == "visit":
            return place
    return None
