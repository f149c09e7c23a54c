"""By when the steps before a visit are to be done, counted in days on which both sides work.

The agenda goes out five working days before (issue 8); the other days are those of the pictured
preparation: whoever delivers is asked before the agenda is written, papers follow it, it is
confirmed in writing, and made sure of by telephone the day before (domain-rules 4.8).
"""

from collections.abc import Sequence
from datetime import date

from creditmate.domain.dates import ONE_DAY, Calendar
from creditmate.domain.next_steps import About
from creditmate.domain.visits import Preparation

AGENDA_DAYS = 5
WORKING_DAYS_BEFORE = {
    Preparation.TELL_SALES: 6,
    Preparation.SEND_AGENDA: AGENDA_DAYS,
    Preparation.SEND_PAPERS: 4,
    Preparation.CONFIRM: 3,
    Preparation.PRINT_PACK: 1,
    Preparation.RECONFIRM: 1,
    Preparation.REPORT: 0,
}
USUAL_STEPS = tuple(WORKING_DAYS_BEFORE)
"""What is done before every visit, in its order, and the report on the same day."""
_ABOUT = {
    Preparation.SEND_AGENDA: About.VISIT_AGENDA,
    Preparation.CONFIRM: About.VISIT_CONFIRM,
    Preparation.RECONFIRM: About.VISIT_RECONFIRM,
    Preparation.TELL_SALES: About.VISIT_SALES,
    Preparation.SEND_PAPERS: About.VISIT_PAPERS,
    Preparation.PRINT_PACK: About.VISIT_PACK,
    Preparation.REPORT: About.VISIT_REPORT,
}


def about_of(step: Preparation) -> About:
    """Return what a step's next step is about, as it is stored; ours has words of its own."""
    return _ABOUT.get(step, About.VISIT_STEP)


_STEP_OF = {about: step for step, about in _ABOUT.items()}


def step_about(about: str) -> Preparation | None:
    """Return the usual step that a next step about something is; None for any other."""
    return _STEP_OF.get(About(about)) if about in set(About) else None


def both_work(calendars: Sequence[Calendar], day: date) -> bool:
    """Whether a day is worked by everybody whose calendar is named."""
    return all(calendar.is_working(day) for calendar in calendars)


def working_days_before(day: date, count: int, calendars: Sequence[Calendar]) -> date:
    """Return the ``count``-th day before one on which both sides work; 0 is the day itself.

    Raises:
        ValueError: ``count`` is negative, or no day was worked for more than a year.
    """
    if count < 0:
        raise ValueError(f"{count} working days before a day")
    for _ in range(count):
        day -= ONE_DAY
        for _ in range(400):
            if both_work(calendars, day):
                break
            day -= ONE_DAY
        else:
            raise ValueError("no day is worked by both")
    return day


def due_day(step: Preparation, visit: date, calendars: Sequence[Calendar], today: date) -> date:
    """Return by when a step is to be done: never before today.

    Args:
        step: One of ``USUAL_STEPS``.
        visit: The visit's day.
        calendars: Ours and the customer's.
        today: What should have been done by now is to be done at once.
    """
    before = working_days_before(visit, WORKING_DAYS_BEFORE[step], calendars)
    return max(before, today)


def own_step_day(visit: date, calendars: Sequence[Calendar], today: date) -> date:
    """Return by when a step in our own words is to be done where nobody says: the day before."""
    return max(working_days_before(visit, 1, calendars), today)


def moved_step_day(due: date, visit: date, moved: date, today: date) -> date:
    """Return by when a step in our own words is to be done once its visit is on another day.

    It keeps its distance from the visit, as it prepares it, whatever day it was; never before
    today.
    """
    return max(due + (moved - visit), today)


def working_days_left(visit: date, calendars: Sequence[Calendar], today: date) -> int:
    """Return how many days both sides work from today up to the day before a visit."""
    day, count = today, 0
    while day < visit:
        count += both_work(calendars, day)
        day += ONE_DAY
    return count
