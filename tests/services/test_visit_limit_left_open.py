"""What a visit's report says of the limit and nobody decided is a reason for the next visit."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.domain.credit_checks import Check
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_report import Findings, LimitView, Review, RiskView
from creditmate.domain.visit_suggestions import LATELY_DAYS, WhyVisit
from creditmate.services.calls import CallNote
from creditmate.services.credit_checks import CheckEntry, CreditChecks
from creditmate.services.decisions import Decisions
from creditmate.services.visit_report_notes import NewLimit, VisitReport
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visits import Visits
from tests.services.conftest import Office
from tests.services.test_visit_suggestions import PLAN, joined, owing, suggested

VISIT = PLAN.day
AGAIN = VISIT + timedelta(days=LATELY_DAYS)
LIMIT = Money(500_000, "GBP")


def visited(
    office: Office, code: str, view: LimitView, day: date = VISIT, new: NewLimit | None = None
) -> None:
    """Plan a visit and tell of it: nothing was found but what it says of the limit."""
    office.on(day)
    made = Visits(office.gateway, office.clock).plan(code, replace(PLAN, day=day))
    said = CallNote("Ann", Outcome.ALL_WELL, "A good hour.", none_because="all is said")
    found = Findings(review=Review(view, RiskView.SAME))
    VisitReports(office.gateway, office.clock).report(
        str(made.id), VisitReport(said, found, new_limit=new)
    )


def reasons(code: str, day: date) -> list[tuple[WhyVisit, int | None]]:
    return [
        (reason.why, reason.days)
        for row in suggested(day).visits
        if row.code == code
        for reason in row.made.reasons
        if reason.why is WhyVisit.LIMIT_LEFT_OPEN
    ]


@pytest.fixture
def fresh(office: Office) -> Office:
    owing(office, "FRESH", 90_000, late=-10)
    return office


@pytest.mark.parametrize("view", [LimitView.LOWER, LimitView.LATER])
def test_a_limit_that_a_report_left_open_is_a_reason(fresh: Office, view: LimitView) -> None:
    visited(fresh, "FRESH", view)
    assert reasons("FRESH", AGAIN - timedelta(days=1)) == [], "somebody has just been there"
    assert reasons("FRESH", AGAIN) == [(WhyVisit.LIMIT_LEFT_OPEN, LATELY_DAYS)]
    assert reasons("FRESH", VISIT + timedelta(days=366)) == [], "a year later it is an old story"


@pytest.mark.parametrize("view", [LimitView.KEEP, LimitView.RAISE])
def test_one_that_may_stay_or_rise_is_none(fresh: Office, view: LimitView) -> None:
    visited(fresh, "FRESH", view)
    assert reasons("FRESH", AGAIN) == []


def test_what_the_last_report_says_counts(fresh: Office) -> None:
    visited(fresh, "FRESH", LimitView.LOWER)
    visited(fresh, "FRESH", LimitView.KEEP, AGAIN)
    assert reasons("FRESH", AGAIN + timedelta(days=LATELY_DAYS)) == []


def test_it_is_none_once_somebody_decided(fresh: Office) -> None:
    visited(fresh, "FRESH", LimitView.LOWER)
    decided = fresh.on(VISIT + timedelta(days=5))
    Decisions(decided.gateway, decided.clock).set_limit("FRESH", LIMIT, "GBP", group=False)
    assert reasons("FRESH", AGAIN) == []


def test_nor_once_it_was_looked_at(fresh: Office) -> None:
    visited(fresh, "FRESH", LimitView.LATER)
    decided = fresh.on(VISIT + timedelta(days=5))
    checks = CreditChecks(decided.gateway, decided.clock)
    checks.record("FRESH", CheckEntry(Check.REVIEW, review_day=AGAIN + timedelta(days=90)))
    assert reasons("FRESH", AGAIN) == []


def test_nor_where_the_report_decided_it(fresh: Office) -> None:
    visited(fresh, "FRESH", LimitView.LOWER, new=NewLimit(LIMIT, "GBP", "until the spring"))
    assert reasons("FRESH", AGAIN) == []


def test_what_was_said_at_a_branch_is_said_of_its_head(office: Office) -> None:
    head = owing(office, "HEAD", 90_000, late=-10)
    joined(office, owing(office, "NORTH", 90_000, late=-10), head)
    visited(office, "NORTH", LimitView.LATER)
    assert reasons("HEAD", AGAIN) == [(WhyVisit.LIMIT_LEFT_OPEN, LATELY_DAYS)]
