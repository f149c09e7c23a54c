"""The window: opening a ledger, what it says when it cannot, and how it is left."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.program import Program
from creditmate.system.computer import config_file
from creditmate.system.window_state import WindowState, remember_window, window_state
from creditmate.ui.app import make_application
from creditmate.ui.theme.theme import Theme
from tests.ui.window.conftest import Office, make_office


def test_it_says_whose_ledger_is_open(office: Office, ledger: Path) -> None:
    assert office.window.windowTitle() == "Rookmere Joinery Supplies"
    assert office.window.status.ledger.accessibleName() == ledger.name
    assert office.window.status.posted.accessibleName().startswith("Cash posted up to Fri")
    assert office.window.sidebar.places.currentIndex().data() == "Customers"


def test_without_a_ledger_it_welcomes(empty_office: Office) -> None:
    window = empty_office.window
    window.open_ledger(None)
    assert window.opening.is_welcome
    assert window.focusWidget() is window.opening.welcome.beginnings.go
    assert not window.sidebar.isVisible()
    assert not window.status.isVisible()


def test_a_ledger_that_is_missing_is_told_and_another_can_be_opened(
    empty_office: Office, ledger: Path, tmp_path: Path
) -> None:
    opening = empty_office.window.opening
    empty_office.window.open_ledger(tmp_path / "gone.creditmate")
    empty_office.until(lambda: "gone.creditmate" in opening.said)
    assert opening.is_welcome
    opening.ledger_chosen.emit(ledger, None)
    empty_office.until(lambda: empty_office.window.screen_shown is not None)
    assert empty_office.window.sidebar.isVisible()
    empty_office.open(ledger)


def test_f6_goes_round(office: Office) -> None:
    office.press(Qt.Key.Key_F6)
    assert office.window.focusWidget() is office.window.sidebar.places
    office.press(Qt.Key.Key_F6)
    assert office.window.focusWidget() is office.customers.table


def test_ctrl_and_a_number_go_to_a_place(office: Office) -> None:
    office.customers.filter.setFocus()
    office.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert office.window.screens.key == "today"
    office.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert office.window.focusWidget() is office.customers.table


def test_a_narrow_window_has_a_rail(office: Office) -> None:
    office.window.resize(1280, 800)
    assert not office.window.sidebar.places.is_rail
    office.window.resize(1024, 700)
    office.until(lambda: office.window.sidebar.places.is_rail)
    assert office.window.sidebar.width() == 56


def test_it_is_left_and_found_again(office: Office, qtbot: QtBot, theme: Theme) -> None:
    header = office.customers.table.horizontalHeader()
    header.resizeSection(1, 150)
    header.moveSection(header.visualIndex(6), 1)
    office.window.resize(1300, 810)
    office.window.close()
    office.until(lambda: not office.window.isVisible())  # it is backed up first
    kept = window_state()
    assert (kept.size, kept.place) == ((1300, 810), "customers")
    assert kept.tables["customers"].widths["owed"] == 150
    assert kept.tables["customers"].order[:3] == ("name", "next", "owed")
    again = make_office(qtbot, office.around.program, theme)
    assert office.window.door.path is not None
    again.open(office.window.door.path)
    assert (again.window.width(), again.window.height()) == (1300, 810)
    arranged = again.customers.table.layout_kept()
    assert arranged == kept.tables["customers"]
    again.around.jobs.stop()


def test_a_damaged_memory_is_forgotten(qtbot: QtBot, program: Program, theme: Theme) -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text(json.dumps({"window": {"size": "large", "place": "nowhere"}}))
    office = make_office(qtbot, program, theme)
    assert (office.window.width(), office.window.height()) == (1280, 800)
    office.around.jobs.stop()


def test_a_place_that_is_gone_is_not_looked_for(
    qtbot: QtBot, program: Program, theme: Theme, ledger: Path
) -> None:
    remember_window(WindowState(place="nowhere"))
    office = make_office(qtbot, program, theme)
    office.open(ledger)
    assert office.window.sidebar.places.currentIndex().data() == "Customers"
    office.around.jobs.stop()


@pytest.mark.parametrize("language", ["en_GB", PSEUDO])
def test_every_control_has_a_name_and_a_place(
    language: str, qtbot: QtBot, program: Program, theme: Theme, ledger: Path
) -> None:
    office = make_office(qtbot, program, theme, language)
    office.window.resize(1024, 700)
    office.open(ledger)
    controls = (QAbstractButton, QAbstractItemView, QLineEdit)
    seen = [w for w in office.window.findChildren(QWidget) if w.isVisible()]
    for widget in seen:
        if isinstance(widget, controls) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert said, widget
        top = widget.mapTo(office.window, widget.rect().topLeft())
        assert top.x() >= 0, widget
        assert top.x() + widget.width() <= office.window.width(), widget
    office.around.jobs.stop()
    make_application("en_GB", "en_GB")
