from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.button import Button
from creditmate.ui.kit.check_row import CheckRow
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.tabs import Tabs, TabText
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, SIZES
from tests.ui.kit.looking import has_colour, shown

GROWN = SIZES.focus + SIZES.focus_gap


def test_it_follows_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    one, other = Button(theme, "One"), Button(theme, "Other")
    window = shown(qtbot, one, other)
    ring = FocusRing(theme, window)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ring.target is other
    place = other.geometry().adjusted(-GROWN, -GROWN, GROWN, GROWN)
    assert ring.geometry() == place
    assert has_colour(ring, LIGHT.accent)
    window.resize(700, 400)
    qtbot.waitUntil(lambda: ring.width() == other.width() + 2 * GROWN)


def test_a_click_shows_none_until_a_key_is_used(theme: Theme, qtbot: QtBot) -> None:
    one, other = CheckRow(theme, "One"), CheckRow(theme, "Other")
    window = shown(qtbot, one, other)
    ring = FocusRing(theme, window)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()
    QTest.keyClick(one, Qt.Key.Key_Space)
    assert ring.target is one
    assert ring.width() == SIZES.check + 2 * GROWN


def test_lists_have_none(theme: Theme, qtbot: QtBot) -> None:
    view, button = QListView(), Button(theme, "One")
    window = shown(qtbot, view, button)
    ring = FocusRing(theme, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.hide()
    assert ring.target is None


def test_what_scrolls_away_takes_its_ring_along(theme: Theme, qtbot: QtBot) -> None:
    page, area, button = QWidget(), QScrollArea(), Button(theme, "Inside")
    column = QVBoxLayout(page)
    column.addWidget(button)
    column.addSpacing(600)
    area.setWidget(page)
    window = shown(qtbot, area)
    ring = FocusRing(theme, window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is button
    before = ring.geometry()
    assert has_colour(ring, LIGHT.accent)
    area.verticalScrollBar().setValue(GROWN)
    assert ring.geometry() == before.translated(0, -GROWN)
    area.verticalScrollBar().setValue(column.contentsMargins().top() + button.height() // 2)
    top = area.viewport().mapTo(window, QPoint(0, 0)).y()
    assert ring.y() == top
    assert ring.height() == button.height() - button.height() // 2 + GROWN
    area.verticalScrollBar().setValue(500)
    assert ring.geometry().isEmpty()
    area.verticalScrollBar().setValue(0)
    assert ring.geometry() == before


def test_it_outlives_the_page_that_it_was_shown_on(theme: Theme, qtbot: QtBot) -> None:
    page, area, inside, other = QWidget(), QScrollArea(), Button(theme, "In"), Button(theme, "Out")
    QVBoxLayout(page).addWidget(inside)
    area.setWidget(page)
    window = shown(qtbot, area, other)
    ring = FocusRing(theme, window)
    inside.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is inside
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.target is other


def test_a_key_that_chooses_another_part_takes_it_there(theme: Theme, qtbot: QtBot) -> None:
    tabs = Tabs(theme, "What is shown")
    tabs.show_tabs([TabText("story", "Story"), TabText("terms", "Terms")])
    window = shown(qtbot, tabs)
    ring = FocusRing(theme, window)
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.key == "terms"
    qtbot.waitUntil(lambda: ring.geometry().center().x() > tabs.tabRect(1).left())
