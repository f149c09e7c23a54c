"""Visits of the sample that are planned: one being prepared, and one to tell of.

The one being prepared is to the customer that owes most, for a day on which nothing of it is due
yet: Today proposes whom it proposed.
"""

from dataclasses import dataclass, field
from datetime import date, time, timedelta

from creditmate.db.customers import customers_by_id
from creditmate.db.entries import open_entries
from creditmate.db.gateway import Writing
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.visit_plan import (
    PlanIssue,
    PlanPerson,
    PlanPoint,
    PlanRequest,
    VisitPlan,
)
from creditmate.domain.visits import (
    IssueKind,
    Preparation,
    Side,
    VisitEvent,
    VisitEventKind,
    VisitPurpose,
)
from creditmate.services.calendars import working_calendar
from creditmate.services.sample.write import Ids
from creditmate.services.sample.write_agenda import write_agenda
from creditmate.services.visit_deeds import close_step, put_down_event
from creditmate.services.visit_lists import visit_file
from creditmate.services.visit_planning import checked_plan
from creditmate.services.visit_put_down import put_down_visit

_AHEAD = 9
"""Working days until the visit: its agenda has gone out, and nothing else is due."""


@dataclass(frozen=True, slots=True)
class _Planned:
    """A visit, without the day: what is said of it."""

    code: str
    at: time
    words: str
    issues: tuple[PlanIssue, ...] = ()
    points: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    purpose: VisitPurpose = VisitPurpose.GET_WELL
    travel: int = 0
    distance: int = 0
    limits: str = ""
    if_deputy: str = ""
    overdue: bool = False
    ours: tuple[str, ...] = field(default=())


_PREPARED = _Planned(
    "CAWD01",
    time(10, 30),
    "To agree together how the open invoices can be settled before the spring season, and to put"
    " right anything in our deliveries that has held you up.",
    issues=(
        PlanIssue(
            "Overdue invoices", "6,000 on the day, the rest by the end of the year",
            "Three monthly parts, signed", IssueKind.ACCOUNT, "Statement, plan draft",
        ),
        PlanIssue(
            "Limit for the spring", "Stays until two months are on time",
            "As it is against monthly accounts", IssueKind.LIMIT, "Accounts to 30 June",
        ),
    ),
    points=("Deliveries on Fridays",),
    requests=("Your accounts to 30 June", "The date of your payment run"),
    travel=85,
    distance=960,
    limits="No discount. A plan up to three months. The limit stays.",
    if_deputy="Keep it short, leave the statement, book again for the week after.",
    overdue=True,
)  # fmt: skip
_TO_TELL = _Planned(
    "TARN01",
    time(14),
    "To hear how our deliveries work for you, and what you will need in the spring.",
    issues=(PlanIssue("Deliveries", "One day a week", "A call the day before", IssueKind.ORDERS),),
    purpose=VisitPurpose.STAY_WELL,
    travel=35,
    distance=240,
)


def write_visits(writing: Writing, ids: Ids, staff: range, today: date) -> None:
    """Plan them, as they were planned before today."""
    worked = working_calendar("GB", "ENG", years=(today.year - 1, today.year, today.year + 1))
    day = worked.add_working_days(today, _AHEAD)
    before = worked.previous_working(today - ONE_DAY)
    planned_on = min(before, today - timedelta(days=3))  # holidays may have come between
    visit = _plan(writing, _PREPARED, ids, staff, (day, planned_on))
    file = visit_file(str(visit))
    write_agenda(writing, file, before)
    close_step(writing, file, Preparation.TELL_SALES, before)
    told_of = visit_file(
        str(_plan(writing, _TO_TELL, ids, staff, (before, before - timedelta(days=12))))
    )
    for kind, ago in ((VisitEventKind.AGENDA_SENT, 8), (VisitEventKind.RECONFIRMED, 1)):
        happened = before - timedelta(days=ago)
        put_down_event(writing, told_of, VisitEvent(kind, happened, way="email"))
    for step in (Preparation.TELL_SALES, Preparation.PRINT_PACK):
        close_step(writing, told_of, step, before - ONE_DAY)


def _plan(
    writing: Writing, planned: _Planned, ids: Ids, staff: range, days: tuple[date, date]
) -> int:
    """Plan one for the first of two days, on the second, and return its id."""
    day, planned_on = days
    id_ = ids.customers[planned.code]
    customer = customers_by_id([id_])[id_]
    entries = tuple(
        row.id
        for row in open_entries([id_], planned_on)
        if row.due_day is not None and row.due_day < planned_on
    )
    issues = tuple(
        PlanIssue(
            one.what, one.wanted, one.fall_back, one.kind, one.papers,
            entries=entries if planned.overdue and one.kind is IssueKind.ACCOUNT else (),
        )
        for one in planned.issues
    )  # fmt: skip
    contacts = [
        PlanPerson(Side.THEIRS, contact=contact, decides=place > 0)
        for place, contact in enumerate(ids.contacts[planned.code])
    ]
    plan = VisitPlan(
        day=day,
        at=planned.at,
        words=planned.words,
        purpose=planned.purpose,
        owner=staff[0],
        people=(*contacts, PlanPerson(Side.OURS, staff=staff[0], decides=True)),
        issues=issues,
        points=tuple(PlanPoint(text, planned_on) for text in planned.points),
        requests=tuple(PlanRequest(text) for text in planned.requests),
        travel_minutes=planned.travel,
        distance_tenths=planned.distance,
        limits=planned.limits,
        if_deputy=planned.if_deputy,
    )
    checked = checked_plan(customer, plan, planned_on)
    return put_down_visit(writing, customer, checked, planned_on)
