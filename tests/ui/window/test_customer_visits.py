"""The page of a visit from a customer's page: from its menu, and from what the story tells."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.domain.story import VisitMoved
from creditmate.domain.visit_plan import VisitPlan
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.screens.visit import VisitScreen
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import choose, opened

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
    assert menu.actions()[0].text() == OPEN
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    office.until(lambda: is_at(office, number))
