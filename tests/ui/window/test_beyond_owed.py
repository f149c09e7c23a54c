"""A promise of more than all that is owed is pointed at once; whoever saves again means it."""

from PySide6.QtCore import Qt

from tests.ui.window.test_call import CTRL, CallOffice
from tests.ui.window.test_guided_call import call

__all__ = ["call"]


def test_a_digit_too_many_is_asked_about_once(call: CallOffice) -> None:
    call.open("BRAC01")
    call.keys.type("p")
    theirs = call.form.agreed.theirs
    call.office.until(theirs.by.hasFocus)
    call.keys.type("fri")
    theirs.what.setFocus(Qt.FocusReason.TabFocusReason)
    call.keys.type("6274400")
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.office.until(lambda: "All they owe is" in theirs._message.words)
    assert "once more" in theirs._message.words
    assert call.screen.in_hand.code == "BRAC01"  # nothing is recorded yet
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()
