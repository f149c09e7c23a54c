"""Said to have ceased trading: what is a decision about it, and what is none."""

from datetime import date, timedelta

import pytest

from creditmate.domain.ceased import SaidCeased, is_undecided
from creditmate.domain.contact_steps import Step, StepMark
from creditmate.domain.customer_status import Status, StatusChange
from creditmate.domain.holds import Hold, HoldKind, Stop

DAY = date(2026, 11, 23)
SAID = SaidCeased(DAY, 7)


def day(days: int) -> date:
    return DAY + timedelta(days=days)


def a_hold(
    first: int,
    *,
    until: int | None = None,
    ended: int | None = None,
    stops: frozenset[Stop] = frozenset({Stop.STEPS}),
) -> Hold:
    return Hold(
        1, 1, HoldKind.INSOLVENT, day(first), None,
        None if until is None else day(until), stops,
        ended_day=None if ended is None else day(ended),
    )  # fmt: skip


def test_nothing_decides_nothing() -> None:
    assert is_undecided(SAID, ())


@pytest.mark.parametrize(
    ("hold", "undecided"),
    [
        (a_hold(0), False),
        (a_hold(-9), False),  # they were left in peace already
        (a_hold(3), False),
        (a_hold(-9, until=0), False),  # it ended since: somebody looked at it
        (a_hold(-9, until=-1), True),
        (a_hold(-9, ended=0), False),
        (a_hold(-9, ended=-1), True),
        (a_hold(5, ended=4), True),  # it was never in force
        (a_hold(0, stops=frozenset(Stop) - {Stop.STEPS}), True),
    ],
)
def test_a_hold_that_stops_the_following_up_decides_it(hold: Hold, undecided: bool) -> None:
    assert is_undecided(SAID, [hold]) is undecided
    over = a_hold(-30, until=-20)
    assert is_undecided(SAID, [over, hold]) is undecided


@pytest.mark.parametrize(
    ("days", "action", "undecided"),
    [(-1, 9, True), (0, 6, True), (0, 8, False), (1, 5, False)],
)
@pytest.mark.parametrize("status", Status)
def test_how_we_trade_since_then_decides_it_whatever_it_is(
    status: Status, days: int, action: int, undecided: bool
) -> None:
    change = StatusChange(1, 1, day(days), status, action=action)
    assert is_undecided(SAID, (), change) is undecided


@pytest.mark.parametrize(("days", "undecided"), [(-1, True), (0, False), (1, False)])
def test_who_is_said_to_be_at_a_step_is_followed_up_again(days: int, undecided: bool) -> None:
    assert is_undecided(SAID, (), mark=StepMark(Step.CALL_1, day(days))) is undecided
