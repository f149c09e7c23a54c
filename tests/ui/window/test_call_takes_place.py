"""The form says what a call takes the place of, before it is saved."""

from collections.abc import Iterator

import pytest

from creditmate.services.diary import NewEntry
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import CallOffice


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.screen.in_hand.keeper.end()


def test_a_planned_call_that_is_due_is_named(call: CallOffice) -> None:
    planned = NewEntry("OTTE01", TODAY, note="ask about lintels")
    call.program.ask(lambda: call.program.diary.add(planned))
    call.open("OTTE01")
    rest = call.form.next.rest
    assert "lintels" not in rest.text()
    call.keys.type("P")
    call.office.until(lambda: "It takes the place of: Call: ask about lintels" in rest.text())
