"""A contact that is moved more than once leaves nothing behind with those it was not with."""

from datetime import time, timedelta

import pytest

from creditmate.db.next_steps import open_tasks
from creditmate.db.proof import prove_all
from creditmate.domain.outcomes import Outcome
from creditmate.services.calls import CallNote, Calls
from creditmate.services.contact_moves import ContactMoves
from creditmate.services.groups import Groups
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

THURSDAY = MONDAY + timedelta(days=3)
LATER = MONDAY + timedelta(days=9)
AGREED = CallNote("Ann", Outcome.CALL_BACK, "x", next_day=THURSDAY, next_at=time(10))
BEFORE = CallNote("Ann", Outcome.CALL_BACK, "before", next_day=LATER)


def move(office: Office, interaction: int, code: str) -> int:
    return ContactMoves(office.gateway, office.clock).move(interaction, code, "slip").saved.id


def steps(office: Office) -> dict[int, list[int]]:
    """The days from Monday of the next steps that everybody has."""
    found = open_tasks([1, 2, 3], office.clock.today)
    return {who: [(task.day - MONDAY).days for task in own] for who, own in found.items()}


@pytest.fixture(params=[False, True], ids=["alone", "in a group"])
def three(office: Office, request: pytest.FixtureRequest) -> Office:
    for code in ("ACME", "BOLT", "COIL"):
        owing(office, code, 50_000)
    if request.param:
        for branch in ("BOLT", "COIL"):
            Groups(office.gateway).join(branch, "ACME")
    return office


def test_what_was_agreed_is_with_the_last_one_alone(three: Office) -> None:
    made = Calls(three.gateway, three.clock).record("ACME", AGREED).id
    for code, who in (("BOLT", 2), ("COIL", 3), ("ACME", 1), ("BOLT", 2)):
        made = move(three, made, code)
        assert steps(three) == {who: [3]}
    assert prove_all() == []


def test_what_it_had_closed_is_open_again_wherever_it_goes(three: Office) -> None:
    calls = Calls(three.gateway, three.clock)
    for code in ("ACME", "BOLT"):
        calls.record(code, BEFORE)
    made = calls.record("ACME", AGREED).id
    assert steps(three) == {1: [3], 2: [9]}
    made = move(three, made, "BOLT")
    assert steps(three) == {1: [9], 2: [3]}
    made = move(three, made, "COIL")
    assert steps(three) == {1: [9], 2: [9], 3: [3]}
    move(three, made, "ACME")
    assert steps(three) == {1: [3], 2: [9]}
