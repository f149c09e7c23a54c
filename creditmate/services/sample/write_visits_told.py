"""Visits of the sample that were made and told: two to one customer, so that a course is seen.

Nobody promised anything on them, and the customer was called since: what is owed, and whom Today
proposes, stays as it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from creditmate.db.contact_details import add_detail
from creditmate.db.conversation import add_interaction
from creditmate.db.customers import customers_by_id
from creditmate.db.gateway import Writing
from creditmate.db.visit_report_writing import add_findings
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_channels import Way
from creditmate.domain.dates import Calendar
from creditmate.domain.feeling import Mood
from creditmate.domain.outcomes import Outcome
from creditmate.domain.visit_observations import Observation, Seen, Topic
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, PlanRequest, VisitPlan
from creditmate.domain.visit_report import (
    Came,
    Findings,
    IssueOutcome,
    IssueResult,
    LimitView,
    RequestOutcome,
    Review,
    RiskView,
    Told,
)
from creditmate.domain.visits import (
    IssueKind,
    Side,
    VisitEvent,
    VisitEventKind,
    VisitFile,
    VisitPurpose,
)
from creditmate.services.calendars import working_calendar
from creditmate.services.sample.write import Ids
from creditmate.services.sample.write_talks import summer_minutes
from creditmate.services.visit_deeds import end_visit, put_down_event
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_planning import checked_plan
from creditmate.services.visit_put_down import put_down_visit
from creditmate.services.visit_report_writing import with_cost

CODE = "LONG01"
"""Whom we visited: bought ever more, always paid on the 20th."""
_AT = time(10, 30)
_AHEAD = timedelta(days=14)
"""So long before a visit was planned."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A visit that was made so many days ago, and what it brought."""

    ago: int
    words: str
    issues: tuple[PlanIssue, ...]
    results: tuple[tuple[IssueResult, str], ...]
    note: str
    mood: Mood
    seen: Mapping[Topic, tuple[Seen, str]] = field(default_factory=dict)
    paper: str = ""
    limit: LimitView = LimitView.KEEP


_MADE = (
    _Made(
        ago=195,
        words="To get to know one another, and to hear how our deliveries work for you.",
        issues=(PlanIssue("Deliveries on time", "A fixed day a week", "A call the day before"),),
        results=((IssueResult.WANTED, "Wednesdays, from next month on"),),
        note="Huw showed us round. They want to know a day earlier when a delivery comes.",
        mood=Mood.WARM,
        seen={
            Topic.STOCK: (Seen.SAME, "racks two thirds full"),
            Topic.EQUIPMENT: (Seen.BETTER, "a new press, paid for"),
            Topic.STAFF: (Seen.SAME, ""),
            Topic.TRADE: (Seen.BETTER, "two crews more"),
            Topic.SUPPLIERS: (Seen.SAME, ""),
            Topic.TONE: (Seen.SAME, "open"),
        },
        limit=LimitView.RAISE,
    ),
    _Made(
        ago=100,
        words="To look ahead together at your larger orders, and how invoices reach you best.",
        issues=(
            PlanIssue("Orders without a number", "A number on every one", "By e-mail beforehand"),
            PlanIssue(
                "Limit for larger orders", "Stays for half a year", "A tenth more",
                kind=IssueKind.LIMIT,
            ),
        ),
        results=(
            (IssueResult.FALL_BACK, "Huw sends it before we load"),
            (IssueResult.WANTED, "no need for now"),
        ),
        note="A quiet hour. The yard is tidy; another supplier's frames stand where ours did.",
        mood=Mood.CALM,
        seen={
            **dict.fromkeys(Topic, (Seen.SAME, "")),
            Topic.ORDER: (Seen.BETTER, "papers by job, not in piles"),
            Topic.REFERENCES: (Seen.BETTER, "others give them more"),
            Topic.SUPPLIERS: (Seen.WORSE, "somebody else's frames"),
            Topic.SITE: (Seen.NOT_SEEN, ""),
            Topic.RECORDS: (Seen.NOT_SEEN, ""),
        },
        paper="Your accounts of last year",
    ),
)  # fmt: skip


def write_visits_told(writing: Writing, ids: Ids, staff: range, today: date) -> None:
    """Write the visits that were made, each with its report of the same day."""
    worked = working_calendar("GB", "ENG", years=range(today.year - 2, today.year + 1))
    for made in _MADE:
        _write(writing, made, ids, staff, _day(made, worked, today))


def _day(made: _Made, worked: Calendar, today: date) -> date:
    return worked.next_working(today - timedelta(days=made.ago))


def _write(writing: Writing, made: _Made, ids: Ids, staff: range, day: date) -> None:
    id_, contact = ids.customers[CODE], ids.contacts[CODE][0]
    customer = customers_by_id([id_])[id_]
    plan = VisitPlan(
        day=day,
        at=_AT,
        words=made.words,
        purpose=VisitPurpose.STAY_WELL,
        owner=staff[0],
        people=(PlanPerson(Side.THEIRS, decides=True, contact=contact),),
        issues=made.issues,
        requests=(PlanRequest(made.paper),) if made.paper else (),
        travel_minutes=40,
        distance_tenths=310,
    )
    planned_on = day - _AHEAD
    visit = put_down_visit(writing, customer, checked_plan(customer, plan, planned_on), planned_on)
    file = visit_file(str(visit))
    talk = _talk(writing, made, file, staff[0], contact)
    told = Told(day, talk, with_cost(_findings(made, file), file))
    add_findings(writing, visit, told, {})
    for kind in (VisitEventKind.HELD, VisitEventKind.REPORTED):
        put_down_event(writing, file, VisitEvent(kind, day, interaction=talk))
    end_visit(writing, file, day, talk)


def _talk(writing: Writing, made: _Made, file: VisitFile, staff: int, contact: int) -> int:
    visit = file.visit
    offset = summer_minutes(visit.day)
    begins = datetime.combine(visit.day, _AT, UTC) - timedelta(minutes=offset)
    talk = add_interaction(
        writing,
        customer_id=visit.customer,
        contact_id=contact,
        heard_name="",
        staff_id=staff,
        channel=Way.VISIT.value,
        direction="out",
        number="",
        day=visit.day,
        at=begins.isoformat(timespec="milliseconds"),
        at_offset=offset,
        seconds=visit.minutes * 60,
        outcome=Outcome.ALL_WELL.value,
        notes=made.note,
        next_day=None,
        none_because="all was said",
        mood=made.mood.value,
    )
    add_detail(
        writing,
        interaction_id=talk,
        purpose=Purpose.AGREED.value,
        step="",
        barrier="",
        told="",
        zone=visit.zone,
        satisfaction=None,
        override="",
    )
    return talk


def _findings(made: _Made, file: VisitFile) -> Findings:
    issues = zip(file.visit.issues, made.results, strict=True)
    return Findings(
        results=tuple(IssueOutcome(issue.id, *result) for issue, result in issues),
        requests=tuple(RequestOutcome(one.id, Came.RECEIVED) for one in file.visit.requests),
        observations=tuple(Observation(topic, *found) for topic, found in made.seen.items()),
        review=Review(limit=made.limit, risk=RiskView.SAME, mood=made.mood),
    )
