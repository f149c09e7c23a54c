"""A customer's address on the map, from the visit's page and the customer's menu, by keys."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.domain.visit_plan import PlanIssue, VisitPlan
from creditmate.services.map_places import SitePlace
from creditmate.ui.visits.map_dialog import MapDialog
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_customer_deeds import choose, opened
from tests.ui.window.visiting import (
    back_at_the_page,
    choose_more,
    page_of,
    press_in,
    shown_dialog,
    type_in,
    undo,
)

CODE = "BRIN01"
LINK = "https://www.openstreetmap.org/#map=17/51.5074/-0.1278"
LONDON = (51_507_400, -127_800)


def sites(office: Office) -> list[SitePlace]:
    program = office.around.program
    return program.ask(lambda: program.map_places.of_customer(CODE))


@pytest.fixture
def number(office: Office) -> str:
    program = office.around.program
    plan = VisitPlan(
        date(2026, 12, 8), time(10, 30), "To see it.", issues=(PlanIssue("First thing"),)
    )
    done = program.ask(lambda: program.visits.plan(CODE, plan))
    return program.ask(lambda: program.visits.show(str(done.id), TODAY).row.number)


def placed_by_keys(office: Office, text: str) -> None:
    dialog = shown_dialog(office, MapDialog)
    dialog.place.input.selectAll()
    type_in(dialog.place.input, text)
    press_in(dialog, Qt.Key.Key_Return)
    back_at_the_page(office)


def test_a_link_is_pasted_on_the_visit_s_page_and_taken_back(office: Office, number: str) -> None:
    screen = page_of(office, number)
    before = [one.degrees for one in sites(office)]
    choose_more(office, screen, "Place on the map…")
    placed_by_keys(office, LINK)
    assert sites(office)[0].degrees == LONDON
    undo(office)
    office.until(lambda: [one.degrees for one in sites(office)] == before)


def test_the_customer_s_menu_has_it_too_and_shows_what_is_known(office: Office) -> None:
    choose(opened(office, CODE), "Place on the map…")
    placed_by_keys(office, "51.5074, -0.1278")
    assert sites(office)[0].degrees == LONDON
    choose(opened(office, CODE), "Place on the map…")
    assert shown_dialog(office, MapDialog).place.input.text() == "51.507400, -0.127800"


def test_what_is_no_place_is_said_beside_the_field(office: Office) -> None:
    choose(opened(office, CODE), "Place on the map…")
    dialog = shown_dialog(office, MapDialog)
    type_in(dialog.place.input, "behind the mill")
    press_in(dialog, Qt.Key.Key_Return)
    office.until(dialog.place.input.accessibleDescription)
    assert "behind the mill" in dialog.place.input.accessibleDescription()
    assert not dialog._problem.isVisible()
    press_in(dialog, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert sites(office)[0].degrees is None
