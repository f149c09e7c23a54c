"""The window stays open overnight: the next morning it says what is to be done that day."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from creditmate.services.program import Program
from creditmate.ui import day_watch
from creditmate.ui.screens.statements import StatementsScreen
from creditmate.ui.screens.today import TodayScreen
from creditmate.ui.theme.theme import Theme
from tests.ui.window.conftest import TODAY, Office, make_office

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def office(
    qtbot: QtBot, program: Program, theme: Theme, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """A window that looks at the clock often."""
    monkeypatch.setattr(day_watch, "EVERY", 10)
    made = make_office(qtbot, program, theme)
    made.open(ledger)
    yield made
    made.window.stop()


def let_night_pass(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.clock, "_acting_on", TOMORROW)


def today_of(office: Office) -> TodayScreen:
    office.window.go_to("today")
    screen = office.window.screen_shown
    assert isinstance(screen, TodayScreen)
    return screen


def statements_of(office: Office) -> StatementsScreen:
    office.window.go_to("statements")
    screen = office.window.screen_shown
    assert isinstance(screen, StatementsScreen)
    office.until(lambda: screen.state.book is not None)
    return screen


def as_at(screen: StatementsScreen) -> date | None:
    return None if screen.state.book is None else screen.state.book.as_at


def test_today_becomes_the_new_day(
    office: Office, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = today_of(office)
    office.until(lambda: screen.state.day is not None and screen.state.day.is_whole)
    assert screen.state.day is not None
    assert screen.state.day.as_at == TODAY
    let_night_pass(program, monkeypatch)
    office.until(lambda: screen.state.day is not None and screen.state.day.as_at == TOMORROW)


def test_statements_go_on_to_the_new_day(
    office: Office, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = statements_of(office)
    assert as_at(screen) == TODAY
    let_night_pass(program, monkeypatch)
    office.until(lambda: as_at(screen) == TOMORROW)
    assert screen.head.day.day == TOMORROW


def test_a_day_that_was_chosen_stays_and_the_new_one_may_be(
    office: Office, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = statements_of(office)
    screen.head.day.setFocus()
    office.type("31/10/26")
    office.press(Qt.Key.Key_Return)
    chosen = date(2026, 10, 31)
    office.until(lambda: as_at(screen) == chosen)
    let_night_pass(program, monkeypatch)
    turned = []
    office.window.screens.days.turned.connect(lambda: turned.append(1))
    office.until(lambda: turned)
    assert screen.head.day.day == chosen
    screen.head.day.selectAll()
    office.type("24/11/26")
    office.press(Qt.Key.Key_Return)
    office.until(lambda: as_at(screen) == TOMORROW)
