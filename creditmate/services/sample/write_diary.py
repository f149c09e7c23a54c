"""What is planned in the sample for the days ahead: calls at their hour, and a visit."""

from dataclasses import dataclass
from datetime import date, time

from creditmate.db.diary import planned_tasks
from creditmate.db.diary_moves import set_when
from creditmate.db.gateway import Writing
from creditmate.db.next_steps import add_task
from creditmate.domain.dates import Calendar
from creditmate.domain.next_steps import About
from creditmate.services.calendars import working_calendar
from creditmate.services.sample.write import Ids

_RUNG_AT = {"PENN01": time(9, 30)}
"""Call-backs for which an hour was agreed in the talk, by our clock: they are in Britain."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Something planned so many working days ahead; the hour is the customer's."""

    ahead: int
    at: time
    code: str
    note: str
    zone: str = "Europe/London"
    visit: bool = False
    staff: int = 0


_PLANS = (
    _Plan(1, time(9, 30), "TANS01", "Do the glasshouse doors fit?"),
    _Plan(1, time(15), "REDM01", "The partner who signs is back", staff=1),
    _Plan(2, time(9, 30), "FARR01", "Whether the new order number reached us"),
    _Plan(3, time(10, 30), "LONG01", "See the new yard, and how they store frames", visit=True),
    _Plan(3, time(11), "BIRK01", "Their buyer is in before noon"),
    _Plan(4, time(10), "THOR01", "Which of us to send the invoices to", staff=1),
    _Plan(4, time(15), "HOLZ01", "Silke Brandt, about the long boards", "Europe/Berlin"),
)


def write_diary(writing: Writing, ids: Ids, staff: range, today: date) -> None:
    """Write what is planned for this week, and the hours of what was agreed for today."""
    worked = working_calendar("GB", "ENG", years=(today.year, today.year + 1))
    codes = {id_: code for code, id_ in ids.customers.items()}
    for task in planned_tasks(today, today, today):
        at = _RUNG_AT.get(codes[task.customer]) if task.kind == "call_back" else None
        if at is not None:
            set_when(writing, task.id, task.version, task.day, at, "Europe/London")
    for plan in _PLANS:
        _put_in(writing, plan, ids.customers[plan.code], staff, _day(plan, worked, today))


def _day(plan: _Plan, worked: Calendar, today: date) -> date:
    return worked.add_working_days(today, plan.ahead)


def _put_in(writing: Writing, plan: _Plan, customer: int, staff: range, day: date) -> None:
    add_task(
        writing,
        customer_id=customer,
        kind="other" if plan.visit else "call_back",
        day=day,
        note=plan.note,
        owner_id=staff[plan.staff],
        from_interaction_id=None,
        at=f"{plan.at:%H:%M}",
        zone=plan.zone,
        about=(About.VISIT if plan.visit else About.TALK).value,
    )
