"""A call that was agreed begins with whom it was agreed with, be they on file or not."""

from collections.abc import Iterator

import pytest

from creditmate.domain.outcomes import Outcome
from creditmate.services.call_notes import CallNote
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import CallOffice, plain
from tests.ui.window.test_guided_call import spoken


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.screen.in_hand.keeper.end()


def asked_to_be_rung(call: CallOffice, name: str) -> None:
    note = CallNote(name, Outcome.CALL_BACK, "n", incoming=True, next_day=TODAY)
    call.program.ask(lambda: call.program.calls.record("ASHL01", note))


def test_the_call_turns_to_whom_it_was_agreed_with(call: CallOffice) -> None:
    asked_to_be_rung(call, "Craig Ashworth")
    call.open("ASHL01")
    assert call.screen.page.head.name == "Craig Ashworth"


def test_whoever_is_not_on_file_is_asked_for_at_the_number_there_is(call: CallOffice) -> None:
    asked_to_be_rung(call, "Gail Tranter")
    call.open("ASHL01")
    head = call.screen.page.head
    assert head.name == "Gail Tranter"
    assert head.person is None
    assert head.phone.isVisibleTo(head)
    known = call.brief().reached_by
    assert known is not None
    assert known.phone in plain(head.phone.text())
    assert "May I speak with Gail Tranter?" in plain(spoken(call))
    head.show_name("Somebody Else")
    assert not head.phone.isVisibleTo(head)
