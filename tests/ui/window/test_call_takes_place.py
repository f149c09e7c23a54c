"""The form says what a call takes the place of, before it is saved."""

from collections.abc import Iterator

import pytest

from creditmate.services.diary import NewEntry
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import CallOffice, plain


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.screen.in_hand.keeper.end()


def test_a_planned_call_that_is_due_is_named(call: CallOffice) -> None:
    planned = NewEntry("OTTE01", TODAY, note="ask about lintels")
    call.program.ask(lambda: call.program.diary.add(planned))
    call.open("OTTE01")
    rest = call.form.next.before
    assert "takes the place" not in rest.text()
    call.keys.type("P")
    call.office.until(lambda: "It takes the place of: Call: ask about lintels" in rest.text())


AGAIN = "To be tried again then: Call: ask about lintels"


def test_what_nobody_answering_sets_on_is_read_before_the_key_that_saves_it(
    call: CallOffice,
) -> None:
    planned = NewEntry("OTTE01", TODAY, note="ask about lintels")
    call.program.ask(lambda: call.program.diary.add(planned))
    call.open("OTTE01")
    said = plain(call.form.next.before.text())
    assert said.startswith("If nobody answers, next try Tue 24 Nov, ")
    assert AGAIN in said
    assert call.form.next.before.isVisible()


def test_where_only_a_try_follows_nothing_is_said_before(call: CallOffice) -> None:
    call.open("OTTE01")
    assert not call.form.next.before.text()


def test_who_calls_us_has_answered(call: CallOffice) -> None:
    planned = NewEntry("OTTE01", TODAY, note="ask about lintels")
    call.program.ask(lambda: call.program.diary.add(planned))
    call.open("OTTE01", incoming=True)
    assert "nobody answers" not in call.form.next.before.text()


def test_the_message_says_what_the_key_did_and_one_key_takes_it_back(call: CallOffice) -> None:
    planned = NewEntry("OTTE01", TODAY, note="ask about lintels")
    call.program.ask(lambda: call.program.diary.add(planned))
    call.open("OTTE01")
    before = call.brief()
    call.keys.type("n")
    call.until_left()
    toast = call.window.telling.toast
    call.office.until(toast.isVisible)
    said = plain(toast.message)
    assert said.startswith("Call with Ottermere Lodge Hotel recorded. Next try Tue 24 Nov,")
    assert AGAIN in said
    assert call.brief() != before
    call.undo()
    assert call.brief() == before
    assert AGAIN in plain(call.form.next.before.text())  # the form is back, and says it too
