"""A visit put down with all that hangs on it: its next steps, its people, issues and agenda."""

from datetime import date

from creditmate.db import visit_writing as stored
from creditmate.db import visits as db
from creditmate.db.business import business
from creditmate.db.diary import customers_in
from creditmate.db.gateway import Writing
from creditmate.domain.next_steps import About
from creditmate.domain.numbering import NumberPattern
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_cost import usual_unit
from creditmate.domain.visit_plan import VisitPlan
from creditmate.domain.visit_steps import USUAL_STEPS, about_of, due_day
from creditmate.domain.visits import Preparation, VisitFile
from creditmate.services.visit_calendars import both_calendars

_NUMBERS = NumberPattern("V-{yy}{mm}-{n:03}")


def put_down_visit(writing: Writing, customer: CustomerRow, plan: VisitPlan, today: date) -> int:
    """Put down a visit as ``checked_plan`` returned it, within an action, and return its id."""
    owner = plan.owner or customers_in([customer.id])[customer.id].owner or writing.staff_id
    if plan.entry is not None:
        stored.take_out_entry(writing, plan.entry, today)
    task = stored.add_step(
        writing, customer=customer.id, about=About.VISIT, day=plan.day, at=plan.at,
        zone=plan.zone, owner=owner, note=plan.words,
    )  # fmt: skip
    visit = stored.add_visit(
        writing,
        customer_id=customer.id,
        number=_next_number(today),
        task_id=task,
        **_columns(plan),
    )
    _put_parts(writing, visit, plan, today)
    calendars = both_calendars(customer.id, plan.site, today, plan.day)
    for place, kind in enumerate(_steps(plan), 1):
        due = due_day(kind, plan.day, calendars, today)
        step = stored.add_step(
            writing, customer=customer.id, about=about_of(kind), day=due, owner=owner
        )
        stored.add_preparation(writing, visit, place, kind, step)
    return visit


def put_down_step(writing: Writing, file: VisitFile, what: str, due: date) -> int:
    """Put down a step in our own words, within an action, and return its id."""
    visit = file.visit
    step = stored.add_step(
        writing, customer=visit.customer, about=about_of(Preparation.OTHER), day=due,
        owner=visit.owner, note=what,
    )  # fmt: skip
    return stored.add_preparation(writing, visit.id, len(file.steps) + 1, Preparation.OTHER, step)


def put_down_change(
    writing: Writing, file: VisitFile, plan: VisitPlan, version: int, today: date
) -> None:
    """Put down what was changed of a visit but its day and hour, within an action.

    The clock by which its hour is may be another one, as the place may be.

    Raises:
        UserError: ``CHANGED_MEANWHILE``.
    """
    visit = file.visit
    stored.edit_visit(writing, visit.id, version, **_columns(plan))
    stored.edit_step(
        writing, visit.task, note=plan.words, owner_id=plan.owner or visit.owner,
        zone=plan.zone if visit.at else "",
    )  # fmt: skip
    _put_parts(writing, visit.id, plan, today)
    _put_papers_step(writing, file, plan, today)
    stored.touch_visit(writing, visit.id)


def _put_papers_step(writing: Writing, file: VisitFile, plan: VisitPlan, today: date) -> None:
    """Papers go ahead once there are any; once there are none, that step is taken out undone."""
    visit, kind = file.visit, Preparation.SEND_PAPERS
    known = next((step for step in file.steps if step.kind is kind), None)
    wanted = kind in _steps(plan)
    if wanted and known is None:
        calendars = both_calendars(visit.customer, plan.site, today, visit.day)
        task = stored.add_step(
            writing, customer=visit.customer, about=about_of(kind),
            day=due_day(kind, visit.day, calendars, today), owner=plan.owner or visit.owner,
        )  # fmt: skip
        # behind the agenda, which has the same place and was there before
        stored.add_preparation(writing, visit.id, USUAL_STEPS.index(kind), kind, task)
    elif not wanted and known is not None and known.done_day is None:
        stored.take_out_preparation(writing, known.id, today)
        stored.edit_step(writing, known.task, archived_day=today)


def _steps(plan: VisitPlan) -> list[Preparation]:
    """The usual steps; papers go ahead only where there are any."""
    has_papers = any(issue.papers for issue in plan.issues)
    return [step for step in USUAL_STEPS if step is not Preparation.SEND_PAPERS or has_papers]


def _columns(plan: VisitPlan) -> dict[str, object]:
    return {
        "site_id": plan.site,
        "address": plan.address,
        "minutes": plan.minutes,
        "purpose_words": plan.words,
        "inner_purpose": plan.purpose.value,
        "inner_travel_minutes": plan.travel_minutes,
        "inner_distance_tenths": plan.distance_tenths,
        "inner_unit": (plan.unit or usual_unit(business().country)).value,
        "inner_limits": plan.limits,
        "inner_if_deputy": plan.if_deputy,
        "inner_note": plan.note,
        "inner_margin_minor": None if plan.margin is None else plan.margin.minor,
    }


def _put_parts(writing: Writing, visit: int, plan: VisitPlan, today: date) -> None:
    people = [
        (
            p.id,
            {
                "side": p.side.value, "contact_id": p.contact, "staff_id": p.staff,
                "name": p.name, "role": p.role, "decides": int(p.decides),
                "inner_note": p.inner_note,
            },
        )
        for p in plan.people
    ]  # fmt: skip
    stored.put_parts(writing, "people", visit, people, today)
    issues = [
        (
            i.id,
            {
                "kind": i.kind.value, "what": i.what, "papers": i.papers, "dispute_id": i.dispute,
                "inner_wanted": i.wanted, "inner_fall_back": i.fall_back,
            },
        )
        for i in plan.issues
    ]  # fmt: skip
    ids = stored.put_parts(writing, "issues", visit, issues, today)
    for id_, issue in zip(ids, plan.issues, strict=True):
        stored.put_items(writing, id_, issue.entries, today)
    slots = [
        (
            s.id,
            {
                "minutes": s.minutes, "kind": s.kind.value, "title": s.title,
                "detail": s.detail, "visit_issue_id": ids[s.issue - 1] if s.issue else None,
            },
        )
        for s in plan.slots
    ]  # fmt: skip
    stored.put_parts(writing, "slots", visit, slots, today)
    points = [
        (p.id, {"words": p.words, "said_day": p.said_day, "by_whom": p.by_whom})
        for p in plan.points
    ]
    stored.put_parts(writing, "points", visit, points, today)
    requests = [(r.id, {"what": r.what}) for r in plan.requests]
    stored.put_parts(writing, "requests", visit, requests, today)


def _next_number(day: date) -> str:
    """The number of the next visit of a month; those taken back keep theirs."""
    beginning = _NUMBERS.number(day, 1).removesuffix("001")
    return _NUMBERS.number(day, db.numbers_like(beginning) + 1)
