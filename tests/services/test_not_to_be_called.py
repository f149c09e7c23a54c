"""A day set with somebody who asked not to be called is ours, and no call that they agreed to."""

from datetime import timedelta

from creditmate.domain.contact_warnings import Against
from creditmate.domain.outcomes import Outcome
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote, Calls
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

WEDNESDAY = MONDAY + timedelta(days=2)
NO_CALLS = CallNote("Ann", Outcome.DO_NOT_CALL, "write to us", next_day=WEDNESDAY)


def test_nobody_is_rung_as_agreed_who_asked_not_to_be(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", NO_CALLS)
    kinds = [row.line.kind for row in office.on(WEDNESDAY).today()]
    assert Kind.CALL_BACK not in kinds
    (task,) = office.brief("ACME").tasks
    assert not task.agreed


def test_a_call_all_the_same_goes_against_their_wish(office: Office) -> None:
    owing(office, "ACME", 50_000)
    office.call("ACME", NO_CALLS)
    tried = CallNote("", Outcome.NO_ANSWER, "", next_day=WEDNESDAY)
    found = Calls(office.gateway, office.on(WEDNESDAY).clock).against("ACME", tried)
    assert Against.REFUSED in [one.against for one in found]
