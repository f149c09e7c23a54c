"""A number that was said to be wrong is marked in a call, and somebody else is turned to."""

from collections.abc import Iterator

import pytest

from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote
from tests.ui.window.conftest import TODAY, Office
from tests.ui.window.test_call import CallOffice

CODE, WRONG, OTHER = "SALL01", "Yvonne Castell", "Martin Brough"


@pytest.fixture
def call(office: Office) -> Iterator[CallOffice]:
    made = CallOffice(office)
    yield made
    made.window.screens.end()


def test_who_has_a_good_number_is_called_and_the_wrong_one_is_marked(
    office: Office, call: CallOffice
) -> None:
    program = office.around.program
    note = CallNote(WRONG, Outcome.WRONG_NUMBER, "a bakery", TODAY)
    program.ask(lambda: program.calls.record(CODE, note))
    call.open(CODE)
    head = call.screen.page.head
    assert head.name == OTHER
    assert not head.wrong.isVisible()
    head.show_name(WRONG)
    assert head.wrong.isVisible()
    assert head.phone.isVisible()
    head.show_name("Somebody new")
    assert not head.wrong.isVisible()
