"""Enter after a name saves the call, as it does after anything else that is typed."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice


@pytest.fixture
def call(office: Office) -> CallOffice:
    return CallOffice(office)


@pytest.mark.parametrize("name", ["Daniel Marsh", "Dan", "Reception"])
def test_word_was_left_with_somebody_known_or_not_and_enter_saves(
    call: CallOffice, name: str
) -> None:
    call.open("BRAC01")
    call.keys.type("G")
    head = call.screen.page.head
    call.office.until(
        lambda: (
            head.with_whom.isAncestorOf(call.window.focusWidget())
            or call.window.focusWidget() is head.with_whom
        )
    )
    call.keys.type(name)
    call.keys.press(Qt.Key.Key_Return)
    call.until_left()
