"""The walk finds what it is there to find."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.side_buttons import SideButton
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from tests.ui.window.walking import clipped, nameless, tabbed, unreached, watch_painting


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(300, 80)
    row = QHBoxLayout(made)
    for name in ("first", "second"):
        field = QLineEdit()
        field.setAccessibleName(name)
        row.addWidget(field)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_nothing_is_found_where_all_is_well(page: QWidget) -> None:
    assert nameless(page) == []
    assert unreached(page, tabbed(page)) == []
    assert clipped(page) == []


def squeezed(page: QWidget) -> None:
    label = QLabel("Far more words than there is room for", page)
    label.setFixedWidth(40)
    label.show()


def outside(page: QWidget) -> None:
    label = QLabel("x", page)
    label.setGeometry(290, 0, 60, 20)
    label.show()


def test_a_control_without_a_name(page: QWidget) -> None:
    QPushButton(page).show()
    assert nameless(page) == ["QPushButton ''"]


def test_a_control_that_tab_passes_by(page: QWidget) -> None:
    button = QPushButton("Press", page)
    button.show()
    reached: set[QWidget] = {*page.findChildren(QLineEdit)}
    assert unreached(page, reached) == ["QPushButton 'Press'"]
    assert unreached(page, {*reached, button}) == []


@pytest.mark.parametrize("spoil", [squeezed, outside])
def test_words_without_room(page: QWidget, spoil: Callable[[QWidget], None]) -> None:
    spoil(page)
    assert len(clipped(page)) == 1


def test_a_line_that_is_painted_without_room(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = SideButton(theme, Glyph.HELP, "Far too many words")
    qtbot.addWidget(painted)
    cuts = watch_painting(monkeypatch)
    for width, found in ((400, 0), (40, 1)):
        painted.resize(width, 20)
        painted.grab()
        assert len(cuts) == found
