"""Our own next step after a visit on which two sums were promised: nobody agreed to a call."""

from datetime import date, timedelta

import pytest

from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_report import Commitment
from creditmate.domain.visits import Side
from creditmate.domain.work_reasons import ReasonCode
from creditmate.services.calls import CallNote
from tests.builders import a_receipt, allocate
from tests.services.test_visit_reports import (
    FRIDAY,
    NUMBER,
    Planned,
    planned,
    pounds,
)

__all__ = ["planned"]

SECOND = date(2026, 12, 31)
AGREED = {ReasonCode.CALL_BACK}


def report(planned: Planned, next_day: date) -> None:
    talk = CallNote("", Outcome.PART_PAYMENT, "Half of it now.", next_day=next_day)
    sums = (
        Commitment(Side.THEIRS, FRIDAY, amount=pounds(60_000)),
        Commitment(Side.THEIRS, SECOND, amount=pounds(60_000)),
    )
    planned.reports.report(NUMBER, planned.report(talk, commitments=sums))


def agreed_on(planned: Planned, day: date) -> set[ReasonCode]:
    rows = planned.office.on(day).today()
    return {reason.code for row in rows for reason in row.line.reasons} & AGREED


@pytest.mark.parametrize("days", [0, 1, 10])
def test_looking_for_the_first_of_two_sums_was_agreed_with_nobody(
    planned: Planned, days: int
) -> None:
    step = FRIDAY + timedelta(days=days)
    report(planned, step)
    assert agreed_on(planned, step) == set()


def test_a_day_before_the_first_sum_was_agreed(planned: Planned) -> None:
    step = FRIDAY - timedelta(days=2)
    report(planned, step)
    assert agreed_on(planned, step) == AGREED


def test_it_stays_ours_when_the_first_sum_has_come(planned: Planned) -> None:
    report(planned, FRIDAY)
    _pay(planned, FRIDAY, 60_000)
    assert agreed_on(planned, FRIDAY + timedelta(days=3)) == set()


def _pay(planned: Planned, day: date, minor: int) -> None:
    with planned.office.gateway.write("test") as writing:
        receipt = a_receipt(writing, 1, day, minor)
        allocate(writing, receipt, planned.entries[0], minor)
