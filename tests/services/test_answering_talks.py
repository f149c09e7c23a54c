"""What was promised and did not come stays on the list until it was spoken of."""

from datetime import timedelta

import pytest

from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.plan_terms import PlanTerms
from creditmate.domain.work_lines import Kind
from creditmate.services.calls import CallNote
from tests.services.conftest import Office
from tests.services.test_calls_and_today import MONDAY, owing

PASSED = MONDAY + timedelta(days=7)
NEXT_DAY = PASSED + timedelta(days=1)


def said(office: Office, outcome: Outcome, **more: object) -> None:
    told = {"none_because": "all said", **more}
    office.call("ACME", CallNote("Ann", outcome, "x", **told))  # type: ignore[arg-type]


def kinds(office: Office) -> list[Kind]:
    return [row.line.kind for row in office.today()]


def promised(office: Office) -> None:
    owing(office, "ACME", 50_000)
    by = MONDAY + timedelta(days=2)
    said(office, Outcome.WILL_PAY, promised=Money(50_000, "GBP"), promised_by=by)
    office.on(PASSED).posted(PASSED - timedelta(days=1))
    assert kinds(office) == [Kind.PROMISE_NOT_KEPT]


def part_of_a_plan(office: Office) -> None:
    owing(office, "ACME", 50_000)
    first = MONDAY + timedelta(days=4)
    plan = PlanTerms(first=first, parts=2)
    said(office, Outcome.PLAN_AGREED, plan=plan)
    office.on(PASSED).posted(PASSED - timedelta(days=1))
    assert kinds(office) == [Kind.INSTALMENT]


@pytest.mark.parametrize("waits_for", [promised, part_of_a_plan])
@pytest.mark.parametrize("channel", ["call", "email"])
def test_a_talk_of_theirs_about_something_else_answers_nothing(
    office: Office, waits_for: object, channel: str
) -> None:
    waits_for(office)  # type: ignore[operator]
    before = kinds(office)
    said(office, Outcome.ALL_WELL, incoming=True, channel=channel)
    assert kinds(office) == before
    office.on(NEXT_DAY)
    assert kinds(office) == before


@pytest.mark.parametrize("waits_for", [promised, part_of_a_plan])
def test_what_we_or_they_said_of_it_does(office: Office, waits_for: object) -> None:
    waits_for(office)  # type: ignore[operator]
    before = kinds(office)
    said(office, Outcome.REFUSES, incoming=True)
    assert kinds(office) != before
