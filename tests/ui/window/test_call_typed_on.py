"""What one types on after a save belongs to no other call; words for a machine are seen first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.domain.outcomes import Outcome
from creditmate.ui.screens.call import CallScreen
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CTRL, CallOffice


@pytest.fixture
def call(office: Office) -> CallOffice:
    return CallOffice(office)


def call_and_save_next(call: CallOffice) -> CallScreen:
    """Somebody asks to be rung again; saved, so that the next call opens by itself."""
    call.open("BRAC01")
    screen = call.screen
    call.form.notes.input.setFocus()
    call.keys.type("Rings again")
    call.form.go_to("next")
    call.keys.type("tomorrow")
    call.form.outcomes.choose(Outcome.CALL_BACK)
    call.keys.press(Qt.Key.Key_Return, CTRL)
    return screen


def next_form(call: CallOffice, screen: CallScreen) -> str:
    call.office.until(lambda: screen.in_hand.code not in {"", "BRAC01"})
    call.office.until(lambda: call.window.focusWidget() is screen.page.form.outcomes.grid)
    return screen.in_hand.code


def test_what_is_typed_on_after_a_save_acts_on_no_other_customer(call: CallOffice) -> None:
    screen = call_and_save_next(call)
    code = next_form(call, screen)
    for letter in "nobody pn":
        QTest.keyClicks(call.window.focusWidget(), letter)
    assert screen.page.form.outcomes.grid.outcome is None
    assert not screen.recorder.is_busy
    assert "once more" in screen.page.form.outcomes.hint
    call.office.until(lambda: not screen.typed_on.is_active)
    assert screen.in_hand.code == code
    call.keys.type("p")
    assert screen.page.form.outcomes.grid.outcome is Outcome.WILL_PAY


def test_nor_on_the_list_on_the_way_to_it(call: CallOffice) -> None:
    screen = call_and_save_next(call)

    def typed_on_until_it_opens() -> bool:
        assert QApplication.activeModalWidget() is None, "Today's own key opened a dialog"
        QTest.keyClicks(call.window.focusWidget() or call.window, "n")  # Today's "Add..."
        return screen.in_hand.code not in {"", "BRAC01"}

    call.office.until(typed_on_until_it_opens)
    assert call.window.screens.screen_shown is screen
    next_form(call, screen)
    assert screen.page.form.outcomes.grid.outcome is None


def test_a_field_is_typed_into_at_once_and_keys_with_ctrl_act(call: CallOffice) -> None:
    screen = call_and_save_next(call)
    next_form(call, screen)
    screen.page.form.notes.input.setFocus()
    call.keys.type("non")
    assert screen.page.form.notes.input.toPlainText() == "non"


def test_whoever_opens_a_call_is_not_waited_for(call: CallOffice) -> None:
    call.open("BRAC01")
    call.keys.type("p")
    assert call.form.outcomes.grid.outcome is Outcome.WILL_PAY


# ------------------------------------------------------------- words for a machine, or for another
@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_the_words_for_a_machine_are_seen_before_it_is_saved(
    call: CallOffice, modifiers: Qt.KeyboardModifier
) -> None:
    call.open("BRAC01")
    leave = call.screen.page.leave
    call.keys.type("v")
    assert leave.isVisible()
    assert leave.states.key == "voicemail"
    assert "this is" in leave.said[0]
    assert not call.screen.recorder.is_busy
    screen = call.screen
    call.keys.press(Qt.Key.Key_Return, modifiers)
    call.office.until(lambda: screen.in_hand.code != "BRAC01")
    last = call.brief().last_contacts[0]
    assert last.outcome == Outcome.VOICEMAIL.value
    assert last.next_day is not None  # the next attempt is proposed, as for nobody answering


def test_of_word_left_it_is_asked_with_whom(call: CallOffice) -> None:
    call.open("BRAC01")
    screen, head = call.screen, call.screen.page.head
    call.keys.type("g")
    call.office.until(lambda: head.with_whom.isAncestorOf(call.window.focusWidget() or head)
                      or head.with_whom is call.window.focusWidget())  # fmt: skip
    assert screen.page.leave.states.key == "somebody"
    call.keys.type("Reception")
    assert head.name == "Reception"
    call.keys.press(Qt.Key.Key_Return)
    call.office.until(lambda: screen.in_hand.code != "BRAC01")
    last = call.brief().last_contacts[0]
    assert (last.outcome, last.with_name) == (Outcome.GATEKEEPER.value, "Reception")


def test_the_words_asked_for_by_key_go_with_the_outcome(call: CallOffice) -> None:
    call.open("BRAC01")
    call.keys.type("p")
    call.keys.type("fri")
    call.keys.press(Qt.Key.Key_Escape)
    call.keys.type("v")
    call.keys.press(Qt.Key.Key_F8)
    assert call.screen.page.leave.states.key == "voicemail"
