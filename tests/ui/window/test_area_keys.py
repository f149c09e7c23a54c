"""F6 and Shift+F6 come to every area of the window, and to what is told with a way back."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from creditmate.domain.changes import Touched
from creditmate.ui.screens.settings import SettingsScreen
from creditmate.ui.wishes import OpenSettings
from tests.ui.window.conftest import Office

SHIFT = Qt.KeyboardModifier.ShiftModifier


def _inside(office: Office, part: QWidget) -> bool:
    focus = office.window.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def _undo(undone: list[int]) -> Touched:
    undone.append(1)
    return Touched.NOTHING


def test_f6_comes_to_the_sections_of_the_settings(office: Office) -> None:
    office.window.fulfil(OpenSettings())
    screen = office.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    places = office.window.sidebar.places
    places.setFocus()
    office.press(Qt.Key.Key_F6)
    assert screen.list.hasFocus()
    office.press(Qt.Key.Key_F6)
    assert _inside(office, screen.stack)
    office.press(Qt.Key.Key_F6)
    assert places.hasFocus()
    office.press(Qt.Key.Key_F6, SHIFT)
    assert _inside(office, screen.stack)


def test_f6_comes_to_undo_which_gives_the_focus_back(office: Office) -> None:
    table, toast = office.customers.table, office.window.telling.toast
    undone: list[int] = []
    office.window.telling.say_undoable("Written off.", partial(_undo, undone))
    assert table.hasFocus()
    office.press(Qt.Key.Key_F6)
    assert _inside(office, toast)
    office.press(Qt.Key.Key_Return)
    assert toast.isHidden()
    assert table.hasFocus()
    office.until(lambda: undone)


def test_what_cannot_be_undone_is_passed_over(office: Office) -> None:
    office.window.telling.say("Printed")
    office.press(Qt.Key.Key_F6)
    assert office.window.sidebar.places.hasFocus()
