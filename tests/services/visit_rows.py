"""Visits put straight into the ledger, for tests to which only their day and cost matter."""

from datetime import date

from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Visit,
    VisitEvent,
    VisitIssue,
    VisitIssueItem,
    VisitPerson,
    VisitPreparation,
    VisitRequest,
    VisitReview,
)
from creditmate.db.next_steps import add_task


def a_visit(writing: Writing, customer: int, number: str, day: date) -> int:
    """Plan a visit of an hour, two hours from here, and return its id."""
    step = {"customer_id": customer, "note": "", "from_interaction_id": None}
    task = add_task(
        writing, **step, kind="other", day=day, at="10:30", zone="Europe/London", about="visit"
    )
    visit = writing.create(
        Visit,
        customer_id=customer,
        number=number,
        task_id=task,
        site_id=None,
        address="4 Staithe Yard, Saltmere",
        minutes=60,
        purpose_words="To look ahead together.",
        ended_day=None,
        inner_purpose="get_well",
        inner_travel_minutes=85,
        inner_distance_tenths=960,
        inner_unit="mile",
        inner_limits="",
        inner_if_deputy="",
        inner_note="",
        inner_margin_minor=None,
    )
    report = add_task(
        writing, **step, kind="other", day=day, at=None, zone="", about="visit_report"
    )
    writing.create(VisitPreparation, visit_id=visit, place=1, kind="report", task_id=report)
    return visit


def held(writing: Writing, visit: int, day: date, cost: int | None = None) -> int:
    """Put down that a visit was held, and what it cost; return the event."""
    if cost is not None:
        writing.add(
            VisitReview,
            visit_id=visit,
            interaction_id=None,
            day=day,
            credit_limit_id=None,
            inner_limit="",
            inner_risk="",
            inner_mood="",
            inner_satisfaction=None,
            inner_minutes=230,
            inner_distance_tenths=960,
            inner_cost_minor=cost,
            inner_currency="GBP",
            inner_note="",
        )
    return writing.add(
        VisitEvent,
        visit_id=visit,
        interaction_id=None,
        kind="held",
        day=day,
        way="",
        contact_id=None,
        by_whom="",
        paper_id=None,
        from_day=None,
        from_at=None,
        to_day=None,
        to_at=None,
        note="",
    )


def an_issue(writing: Writing, visit: int, place: int, what: str, *entries: int) -> int:
    """Add something to be settled on a visit and return its id."""
    issue = writing.create(
        VisitIssue,
        visit_id=visit,
        place=place,
        kind="account" if entries else "other",
        what=what,
        papers="",
        dispute_id=None,
        inner_wanted="All of it",
        inner_fall_back="Half of it",
    )
    for entry in entries:
        writing.create(VisitIssueItem, visit_issue_id=issue, entry_id=entry)
    return issue


def a_request(writing: Writing, visit: int, place: int, what: str) -> int:
    """Ask for a paper on a visit and return its id."""
    return writing.create(VisitRequest, visit_id=visit, place=place, what=what)


def a_person(writing: Writing, visit: int, place: int, name: str, *, decides: bool) -> int:
    """Let somebody of theirs take part."""
    return writing.create(
        VisitPerson,
        visit_id=visit,
        place=place,
        side="theirs",
        contact_id=None,
        staff_id=None,
        name=name,
        role="",
        decides=int(decides),
        inner_note="",
    )
