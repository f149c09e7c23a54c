"""One key anywhere opens a note: the customer is found, or it is parked, and nothing is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creditmate.services.call_drafts import TypedCall
from creditmate.services.incoming import TypedIncoming
from creditmate.ui.incoming.they_called import TheyCalled
from creditmate.ui.screens.call import CallScreen
from tests.ui.window.conftest import Office

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def note(office: Office) -> TheyCalled:
    return opened(office)


def opened(office: Office) -> TheyCalled:
    office.press(Qt.Key.Key_I, CTRL)
    office.until(lambda: office.window.findChildren(TheyCalled))
    made = office.window.findChildren(TheyCalled)[-1]
    office.until(made.isVisible)
    office.until(made.finder.input.hasFocus)
    return made


def typed(note: TheyCalled, text: str) -> None:
    QTest.keyClicks(note.focusWidget(), text)


def press(note: TheyCalled, key: Qt.Key) -> None:
    QTest.keyClick(note.focusWidget(), key)


def parked(office: Office) -> list[TypedIncoming]:
    program = office.around.program
    return [one.typed for one in program.ask(program.incoming.parked)]


def names(note: TheyCalled) -> list[str]:
    return [line.text for line in note.results.lines if line.does is not None]


def test_the_customer_is_found_and_the_note_is_its_call_form(
    office: Office, note: TheyCalled
) -> None:
    typed(note, "brackenford")
    office.until(lambda: names(note))
    assert names(note)[0].startswith("Brackenford")
    press(note, Qt.Key.Key_Tab)
    assert note.with_name.input.hasFocus()
    typed(note, "Daniel")
    press(note, Qt.Key.Key_Tab)
    typed(note, "Asks about the oak")
    note.finder.setFocus()
    press(note, Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CallScreen)
    office.until(lambda: screen.in_hand.code == "BRAC01")
    assert screen.in_hand.typed.notes == "Asks about the oak"
    assert screen.in_hand.typed.with_name == "Daniel"
    assert screen.in_hand.typed.incoming
    assert parked(office) == []


def test_escape_parks_what_was_noted_and_the_next_time_it_is_offered(
    office: Office, note: TheyCalled
) -> None:
    press(note, Qt.Key.Key_Tab)
    typed(note, "Somebody from Leeds")
    press(note, Qt.Key.Key_Escape)
    office.until(lambda: parked(office))
    (kept,) = parked(office)
    assert kept.with_name == "Somebody from Leeds"
    office.until(lambda: QApplication.activeModalWidget() is None)
    office.come_to_the_front()
    again = opened(office)
    office.until(lambda: names(again) == ["Somebody from Leeds"])
    press(again, Qt.Key.Key_Return)
    assert again.with_name.input.text() == "Somebody from Leeds"
    again.notes.setFocus()
    typed(again, "the invoice of May")
    office.until(lambda: [one.notes for one in parked(office)] == ["the invoice of May"])


def test_enter_typed_early_takes_whoever_answers(office: Office, note: TheyCalled) -> None:
    typed(note, "brackenford")
    press(note, Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CallScreen)
    office.until(lambda: screen.in_hand.code == "BRAC01")


def test_another_note_never_takes_the_place_of_what_is_typed(
    office: Office, note: TheyCalled
) -> None:
    program = office.around.program
    other = TypedIncoming(with_name="Somebody else", notes="before")
    program.ask(lambda: program.incoming.park(program.clock.now(), other))
    typed(note, "x")
    press(note, Qt.Key.Key_Backspace)
    office.until(lambda: names(note) == ["Somebody else"])
    note.with_name.setFocus()
    typed(note, "Ann")
    press(note, Qt.Key.Key_Return)
    assert note.with_name.input.text() == "Ann"
    assert "park this note" in note.finder.input.accessibleDescription()


def test_escape_from_an_empty_note_leaves_nothing(office: Office, note: TheyCalled) -> None:
    typed(note, "nobody")
    press(note, Qt.Key.Key_Escape)
    office.until(lambda: QApplication.activeModalWidget() is None)
    assert parked(office) == []


def test_without_somebody_chosen_it_says_so(office: Office, note: TheyCalled) -> None:
    typed(note, "zzzz")
    office.until(lambda: len(note.results.lines) == 1)
    press(note, Qt.Key.Key_Return)
    assert "park the note" in note.finder.input.accessibleDescription()


def test_where_a_call_is_being_typed_the_note_waits_beside_it(
    office: Office, note: TheyCalled
) -> None:
    program = office.around.program
    program.ask(
        lambda: program.call_drafts.save("BRAC01", program.clock.now(), TypedCall(notes="ours"))
    )
    press(note, Qt.Key.Key_Tab)
    typed(note, "Daniel")
    note.finder.setFocus()
    typed(note, "brac01")
    office.until(lambda: names(note))
    press(note, Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    assert [one.with_name for one in parked(office)] == ["Daniel"]


def test_a_number_that_nobody_has_goes_with_the_call_once_it_is_known_whose_it_is(
    office: Office, note: TheyCalled
) -> None:
    typed(note, "020 7946 0046")
    office.until(lambda: len(note.results.lines) == 1)
    assert "number" in note.results.lines[0].text
    press(note, Qt.Key.Key_Return)
    assert "park the note" in note.finder.input.accessibleDescription()
    note.finder.input.selectAll()
    typed(note, "brac01")
    office.until(lambda: names(note))
    press(note, Qt.Key.Key_Return)
    office.until(lambda: isinstance(office.window.screen_shown, CallScreen))
    screen = office.window.screen_shown
    assert isinstance(screen, CallScreen)
    office.until(lambda: screen.in_hand.code == "BRAC01")
    assert "020 7946 0046" in screen.in_hand.typed.notes
