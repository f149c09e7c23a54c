"""A call that is typed where nothing can be kept: nobody loses it without having been asked."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from creditmate.db.connection import execute
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.call import CallScreen
from creditmate.ui.wishes import StartCall
from tests.ui.window.conftest import Office
from tests.ui.window.test_call import CallOffice

SAID = "Helen signs on Thursdays"


@pytest.fixture
def call(office: Office) -> CallOffice:
    """A call is open on a ledger whose disk takes nothing any more."""
    made = CallOffice(office)
    made.open("BRAC01")
    made.program.ask(partial(execute, "PRAGMA query_only = 1"))
    return made


def typed(call: CallOffice) -> None:
    call.form.notes.input.setFocus()
    call.keys.type(SAID)
    call.office.until(lambda: call.screen.page.kept.said == "Not saved yet")


def question(call: CallOffice) -> Question:
    call.office.until(lambda: isinstance(QApplication.activeModalWidget(), Question))
    found = QApplication.activeModalWidget()
    assert isinstance(found, Question)
    return found


def test_whoever_leaves_the_ledger_or_closes_the_window_is_asked_first(call: CallOffice) -> None:
    typed(call)
    for leave in (call.window.close_ledger, call.window.close):
        leave()
        asked = question(call)
        assert "the call with Brackenford Homes Ltd" in asked.accessibleDescription()
        asked.reject()
        call.office.until(lambda: QApplication.activeModalWidget() is None)
        assert call.window.isVisible()
        assert call.form.typed.notes == SAID
    call.program.ask(partial(execute, "PRAGMA query_only = 0"))
    call.office.until(lambda: call.screen.page.kept.said == "Saved as you type")
    assert call.window.screens.unsaved() == []


def test_another_call_does_not_take_its_place(call: CallOffice) -> None:
    typed(call)
    call.window.screens.fulfil(StartCall("ASHL01"))
    toast = call.window.telling.toast
    call.office.until(toast.isVisible)
    assert toast.message == (
        "The call with Brackenford Homes Ltd is not saved yet: save or discard it before you begin"
        " another."
    )
    assert (call.screen.in_hand.code, call.form.typed.notes) == ("BRAC01", SAID)
    call.screen.page.discard.click()
    call.until_left()
    call.open("ASHL01")
    assert call.form.typed.notes == ""


def test_a_call_in_which_nothing_was_typed_is_left_in_silence(call: CallOffice) -> None:
    call.keys.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    call.until_left()
    call.program.ask(lambda: None)
    call.office.qtbot.wait(50)
    assert "toast" not in vars(call.window.telling)
    assert not call.window.screens.unsaved()


def test_what_could_be_kept_is_left_without_a_question(office: Office) -> None:
    call = CallOffice(office)
    call.open("BRAC01")
    call.form.notes.input.setFocus()
    call.keys.type(SAID)
    assert call.kept().notes == SAID
    assert isinstance(call.window.screen_shown, CallScreen)
    assert call.window.screens.unsaved() == []
