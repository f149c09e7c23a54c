"""Which invoice is under query is chosen by typing its number."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    made.open("BRAC01")
    made.keys.type("d")
    office.until(made.form.extras.query.item.hasFocus)
    yield made
    made.screen.in_hand.keeper.end()


def test_the_number_finds_it(call: CallOffice) -> None:
    item = call.form.extras.query.item
    assert item.currentIndex() < 0
    call.keys.type("2230")
    assert "2230" in item.currentText()
    call.keys.type("2197")  # nothing begins with both: one begins anew
    assert "2197" in item.currentText()
    call.keys.type("all")
    assert item.currentText() == "All that is open"
    assert call.kept().query_item == "all"


def test_what_nothing_begins_with_leaves_the_choice(call: CallOffice) -> None:
    item = call.form.extras.query.item
    call.keys.type("2230")
    call.keys.type("q")
    assert "2230" in item.currentText()


def test_the_open_list_is_searched_in_the_same_way(call: CallOffice) -> None:
    item = call.form.extras.query.item
    call.keys.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    view = item.view()
    call.office.until(view.isVisible)
    QTest.keyClicks(view, "2230")
    QTest.keyClick(view, Qt.Key.Key_Return)
    call.office.until(lambda: not view.isVisible())
    assert "2230" in item.currentText()
