"""For which day and hour a line is: what was agreed before what we planned ourselves."""

from collections.abc import Iterable, Iterator
from datetime import date, time

from creditmate.domain.agreed import answers_due, errands_due, visit_at_hour
from creditmate.domain.case_picture import Picture
from creditmate.domain.next_steps import VISIT_STEPS, About
from creditmate.domain.promises import DeedState
from creditmate.domain.work_lines import Kind
from creditmate.domain.workcase import CallBack

WRITTEN = frozenset({Kind.OURS_LATE, Kind.OURS_DUE, Kind.ANSWER_DUE})
"""What we promised is done in writing where that is possible."""
_WITH_ITS_HOUR = WRITTEN | {Kind.CALL_BACK, Kind.NOTED, Kind.HELP_SHEET}
"""Lines that are done in the call which has an hour today."""
_ERRANDS = {
    Kind.VISIT: VISIT_STEPS | {About.VISIT},
    Kind.HELP_SHEET: frozenset({About.HELP_SHEET}),
    Kind.NOTED: frozenset({About.NOTED, About.OWN}),
}


def day_and_hour(seen: Picture, kind: Kind) -> tuple[date | None, time | None]:
    """Return the day and the hour that were agreed or planned; an hour is of today alone."""
    rung = kind is Kind.CALL_BACK or (kind in _WITH_ITS_HOUR and seen.case.reach.phone)
    at = hour_today(seen, with_first=kind is Kind.CALL_BACK) if rung else None
    if at is not None:
        return seen.as_at, at
    if (day := _agreed_day(seen, kind)) is not None:
        return day, None
    if kind in _ERRANDS:
        return _errand(seen, kind)
    planned = () if kind in WRITTEN or kind is Kind.CHECK_MONEY else seen.planned_due()
    today = next(_of_today(seen, planned), None)
    if today is not None:
        return seen.as_at, today
    return next((call.day for call in planned), None), None


def _agreed_day(seen: Picture, kind: Kind) -> date | None:
    """The day of what we owe them; of a call-back its hour has gone by, or there was none."""
    if kind is Kind.OURS_LATE:
        return seen.deeds_in(DeedState.LATE)[0].due_day
    if kind is Kind.ANSWER_DUE:
        return answers_due(seen.case, seen.as_at)[0].day
    return seen.call_backs_due()[0].day if kind is Kind.CALL_BACK else None


def _errand(seen: Picture, kind: Kind) -> tuple[date, time | None]:
    due = (e for e in errands_due(seen.case, seen.as_at) if e.about in _ERRANDS[kind])
    made = visit_at_hour(seen.case, seen.as_at) if kind is Kind.VISIT else None
    errand = made or next(due)
    has_passed = errand.about is About.VISIT and errand.day < seen.as_at
    return errand.day, None if has_passed else errand.at


def hour_today(seen: Picture, *, with_first: bool = False) -> time | None:
    """Return the hour of today at which somebody is rung, agreed before planned.

    Args:
        seen: What follows from the case.
        with_first: The line is about the first call-back: it has no hour that was agreed with
            somebody else.
    """
    agreed = seen.call_backs_due()
    if with_first:
        agreed = [call for call in agreed if _whose(call) == _whose(agreed[0])]
    return next(
        (at for calls in (agreed, seen.planned_due()) for at in _of_today(seen, calls)), None
    )


def _whose(call: CallBack) -> tuple[int, str]:
    return call.customer, call.person


def _of_today(seen: Picture, calls: Iterable[CallBack]) -> Iterator[time]:
    """Hours of today; that of a day that has passed is none any more."""
    return (call.at for call in calls if call.day == seen.as_at and call.at is not None)
