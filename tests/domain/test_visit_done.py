"""Which steps of a visit were done by somebody, and not closed with it."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.visits import Preparation, PreparationStep, VisitEvent, VisitEventKind
from tests.domain.test_visit_plan import a_file

DAY = date(2026, 11, 26)
TALK = 7
STEP = PreparationStep(1, Preparation.CONFIRM, 1, DAY)
REPORT = replace(STEP, kind=Preparation.REPORT)
REPORTED = VisitEvent(VisitEventKind.REPORTED, DAY, interaction=TALK)
NOBODY = VisitEvent(VisitEventKind.NOBODY, DAY, interaction=TALK)


@pytest.mark.parametrize(
    ("step", "event", "is_done"),
    [
        (STEP, REPORTED, False),
        (replace(STEP, done_day=DAY), REPORTED, True),
        (replace(STEP, done_day=DAY, left=True), REPORTED, False),
        (replace(STEP, done_day=DAY, talk=TALK), REPORTED, False),
        (replace(REPORT, done_day=DAY, talk=TALK), REPORTED, True),
        (replace(REPORT, done_day=DAY, talk=TALK), NOBODY, False),
        (replace(REPORT, done_day=DAY, left=True), replace(REPORTED, interaction=None), False),
    ],
)
def test_what_ended_with_the_visit_was_done_by_nobody(
    step: PreparationStep, event: VisitEvent, *, is_done: bool
) -> None:
    assert replace(a_file(), events=(event,)).is_done(step) is is_done
