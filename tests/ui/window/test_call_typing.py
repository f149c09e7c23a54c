"""What is typed in a call is never taken for something else, nor lost: found by a stranger."""

import pytest
from PySide6.QtCore import Qt

from creditmate.i18n.formats import money
from creditmate.ui.incoming.they_called import TheyCalled
from creditmate.ui.screens.call import CallScreen
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CTRL, CallOffice, plain
from tests.ui.window.test_they_called import names, opened, parked, press, typed


@pytest.fixture
def call(office: Office) -> CallOffice:
    return CallOffice(office)


def test_of_a_part_the_amount_is_typed_first(call: CallOffice) -> None:
    """It is proposed to nobody: what is typed first must not become the day."""
    call.open("BRAC01")
    call.keys.type("t")
    call.office.until(call.form.agreed.theirs.what.hasFocus)
    call.keys.type("500")
    call.keys.press(Qt.Key.Key_Tab)
    call.keys.type("fri")
    assert call.form.agreed.theirs.what.text() == "500"
    assert call.form.agreed.theirs.by.text() == "fri"


def test_a_day_that_is_not_understood_is_said_when_it_is_left(call: CallOffice) -> None:
    call.open("BRAC01")
    call.keys.type("p")
    call.office.until(call.form.agreed.theirs.by.hasFocus)
    call.keys.type("xyz")
    call.keys.press(Qt.Key.Key_Tab)
    call.office.until(lambda: not call.form.agreed.theirs.by.hasFocus())
    said = call.form.agreed.theirs._message.words
    assert "“xyz” is not understood" in said


def test_a_promise_far_away_is_doubted_once(call: CallOffice) -> None:
    """A day that has just passed is next year's: nobody means that, and it would silence them."""
    call.open("BRAC01")
    call.keys.type("p")
    call.office.until(call.form.agreed.theirs.by.hasFocus)
    call.keys.type("20/11")
    assert "362 days" in call.form.agreed.theirs.by.accessibleDescription()
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.office.until(lambda: "once more" in call.form.agreed.theirs._message.words)
    assert call.screen.in_hand.code == "BRAC01"  # nothing is recorded yet
    call.keys.press(Qt.Key.Key_S, CTRL)
    call.until_left()


def test_in_the_place_of_a_promise_all_of_it_is_promised(call: CallOffice) -> None:
    call.open("SKEL01")
    running = call.brief().accounts[0].pay_now
    assert running.promised
    call.keys.type("p")
    theirs = call.form.agreed.theirs
    assert plain(theirs.what.text()) == plain(money(running.due, "en_GB"))
    call.form.agreed.replaces.setFocus()
    call.keys.press(Qt.Key.Key_Space)
    whole = running.due + running.promised
    call.office.until(lambda: plain(theirs.what.text()) == plain(money(whole, "en_GB")))
    assert "All of it" in theirs.what.accessibleDescription()


def test_a_call_straight_from_they_called_was_not_put_aside(office: Office) -> None:
    note = opened(office)
    typed(note, "brackenford")
    office.until(lambda: names(note))
    press(note, Qt.Key.Key_Tab)
    typed(note, "Daniel")
    note.finder.setFocus()
    press(note, Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CallScreen)
    office.until(lambda: screen.in_hand.code == "BRAC01")
    assert screen.in_hand.typed.with_name == "Daniel"
    assert screen.page._notice is None


def test_the_number_of_somebody_nobody_knows_is_parked(office: Office) -> None:
    note = opened(office)
    typed(note, "0161 555 0001")
    office.until(lambda: note.results.lines and not names(note))
    press(note, Qt.Key.Key_Escape)
    office.until(lambda: [one.find for one in parked(office)] == ["0161 555 0001"])
    office.come_to_the_front()
    again: TheyCalled = opened(office)
    office.until(lambda: names(again) == ["0161 555 0001"])
    press(again, Qt.Key.Key_Return)
    assert again.finder.input.text() == "0161 555 0001"


def test_who_is_found_again_at_once_is_not_parked(office: Office) -> None:
    note = opened(office)
    typed(note, "brackenford")
    office.until(lambda: names(note))
    press(note, Qt.Key.Key_Escape)
    office.until(lambda: not note.isVisible())
    assert parked(office) == []
