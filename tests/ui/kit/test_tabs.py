"""Tabs without a pane, with real keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.tabs import Tabs, TabText
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, SIZES
from tests.ui.kit.looking import has_colour, shown

TABS = (TabText("story", "Story"), TabText("account", "Account", "5"), TabText("terms", "Terms"))


def made(theme: Theme, qtbot: QtBot) -> Tabs:
    tabs = Tabs(theme, "What is shown")
    tabs.show_tabs(TABS)
    shown(qtbot, tabs)
    return tabs


def test_arrows_choose_and_are_told(theme: Theme, qtbot: QtBot) -> None:
    tabs = made(theme, qtbot)
    assert (tabs.key, tabs.accessibleName()) == ("story", "What is shown")
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen) as told:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert told.args == ["account"] == [tabs.key]
    assert tabs.accessibleTabName(1) == "Account 5"


def test_steps_go_round(theme: Theme, qtbot: QtBot) -> None:
    tabs = made(theme, qtbot)
    for expected in ("account", "terms", "story"):
        tabs.step(1)
        assert tabs.key == expected
    tabs.step(-1)
    assert tabs.key == "terms"


def test_the_tab_that_was_shown_stays_and_a_lost_one_gives_way(theme: Theme, qtbot: QtBot) -> None:
    tabs = made(theme, qtbot)
    tabs.choose("terms")
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs((TABS[0], TABS[2]))
    assert (tabs.key, tabs.count()) == ("terms", 2)
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs.show_tabs(TABS[:2])
    assert told.args == ["story"]
    tabs.choose("larkspur")
    assert tabs.key == "story"


def test_choosing_moves_nothing_and_names_are_never_cut(theme: Theme, qtbot: QtBot) -> None:
    tabs = made(theme, qtbot)
    before = [tabs.tabRect(place) for place in range(3)]
    tabs.choose("terms")
    assert [tabs.tabRect(place) for place in range(3)] == before
    assert {rect.height() for rect in before} == {SIZES.tabs}
    assert all(tabs.tabRect(p).width() >= tabs.tabSizeHint(p).width() for p in range(3))
    theme.choose(theme.appearance, 2.0)
    assert tabs.tabRect(0).width() > before[0].width()


def test_the_line_is_under_the_tab_that_is_shown(theme: Theme, qtbot: QtBot) -> None:
    tabs = made(theme, qtbot)
    assert has_colour(tabs, LIGHT.accent)
    outline, _radius = tabs.focus_outline()
    assert tabs.tabRect(0).contains(outline)
