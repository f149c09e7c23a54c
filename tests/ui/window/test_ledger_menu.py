"""The menu behind the ledger's name, and what this computer remembers of it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from creditmate.system.computer import recent_ledgers, remember_ledger
from creditmate.system.preferences import preferences
from creditmate.ui.theme.theme import Appearance
from tests.ui.window.conftest import Office


@pytest.fixture
def menu(office: Office, qtbot: QtBot) -> QMenu:
    """The menu, opened by its key."""
    office.press(Qt.Key.Key_F10)
    menu = office.window.shell.menu
    office.until(menu.isVisible)
    return menu


def action(menu: QMenu, text: str) -> QAction:
    """The action whose words begin so, also in a menu below."""
    for one in menu.actions():
        below = one.menu()
        if isinstance(below, QMenu) and any(a.text().startswith(text) for a in below.actions()):
            return action(below, text)
        if one.text().startswith(text):
            return one
    raise LookupError(text)


def test_it_opens_below_the_name_by_key_and_by_button(menu: QMenu, office: Office) -> None:
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["Sample"]
    menu.close()
    office.window.sidebar.switch.setFocus()
    office.press(Qt.Key.Key_Return)
    office.until(menu.isVisible)
    menu.close()


def test_another_ledger_is_opened_and_a_gone_one_said(
    office: Office, ledger: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(ledger, tmp_path / "Other & Sons.creditmate"))
    remember_ledger(tmp_path / "Gone.creditmate")
    remember_ledger(other)
    remember_ledger(ledger)
    menu = office.window.shell.menu
    office.press(Qt.Key.Key_F10)
    office.until(lambda: not action(menu, "Gone").isEnabled())
    assert action(menu, "Gone").text() == "Gone (not found)"
    assert action(menu, "Other").text() == "Other && Sons"
    menu.close()
    action(menu, "Other").trigger()
    office.until(lambda: office.window.status.ledger.accessibleName() == other.name)
    assert recent_ledgers()[:2] == (other, ledger)


def test_the_look_is_changed_at_once_and_remembered(menu: QMenu, office: Office) -> None:
    action(menu, "Dark").trigger()
    assert office.around.theme.appearance is Appearance.DARK
    action(menu, "Text size 130").trigger()
    assert office.around.theme.text_scale == pytest.approx(1.3)
    assert (preferences().appearance, preferences().text_size) == ("dark", 130)
    menu.close()
    office.press(Qt.Key.Key_F10)
    assert action(menu, "Dark").isChecked()
    assert action(menu, "Text size 130").isChecked()
    menu.close()


def test_a_new_ledger_begins_at_welcome(menu: QMenu, office: Office) -> None:
    action(menu, "New ledger").trigger()
    office.until(lambda: office.window.opening.is_welcome)  # what was done is backed up first
    assert office.window.screen_shown is None
    menu.close()


def test_quitting_closes_the_window(menu: QMenu, office: Office) -> None:
    action(menu, "Quit").trigger()
    office.until(lambda: not office.window.isVisible())  # as above
    menu.close()
