"""What is to be done with a customer on a day because it was said so, besides talks about money."""

from datetime import date, time

from creditmate.domain.chasing import Portion
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.errands import AnswerDue, Errand
from creditmate.domain.next_steps import BEFORE_REPORT, OUR_CHORES, VISIT_STEPS, About
from creditmate.domain.passed import peace_passed
from creditmate.domain.plan_end import is_about
from creditmate.domain.plans import (
    InstalmentStanding,
    InstalmentState,
    PlanStanding,
    PlanState,
)
from creditmate.domain.promises import LIVE
from creditmate.domain.workcase import Case

_WITH_THEM = (VISIT_STEPS | {About.VISIT}) - OUR_CHORES
_SHOWN = frozenset({About.VISIT, About.HELP_SHEET, About.NOTED, About.OWN}) | VISIT_STEPS


def instalments_due(case: Case, as_at: date) -> list[InstalmentStanding]:
    """Return the parts of plans that are due on the day, or late and may still come.

    Nobody has spoken since the day of any of them: a talk about it is enough, until it is time to
    write. That is not done by speaking; on the day on which it was done nothing more is. From then
    on the plan ends unless the part comes: only a talk after that is enough. A later day that they
    named for all that is missing by then is waited for first.
    """
    if not case.plans:
        return []
    spoken = case.answered_on or date.min
    return [
        part
        for plan in case.plans
        if plan.is_kept
        for part in plan.instalments
        if part.asked_minor > 0
        and _waits(part, as_at)
        and part.written_day != as_at
        and not _is_promised_later(case, plan, part)
        and (
            spoken < max(part.late_since, part.written_day or date.min)
            or (spoken < as_at and is_to_write(case, plan, part, as_at))
        )
    ]


def _is_promised_later(case: Case, plan: PlanStanding, part: InstalmentStanding) -> bool:
    """Whether a later day runs on which a part, and those before it, are to come."""
    asked = sum(one.asked_minor for one in plan.instalments if one.due_day <= part.due_day)
    return any(
        one.state in LIVE
        and one.promise.due_day > part.due_day
        and one.unfilled_minor >= asked
        and is_about(one.promise, plan.plan)
        for one in case.standings
    )


def is_time_to_write(case: Case, as_at: date) -> bool:
    """Whether it is time to write about any missed part."""
    return any(
        is_to_write(case, plan, part, as_at)
        for plan in case.plans
        if plan.is_kept
        for part in plan.instalments
    )


def is_to_write(case: Case, plan: PlanStanding, part: InstalmentStanding, as_at: date) -> bool:
    """Whether it is time to write about a missed part: the plan does not end without a letter.

    While a day that they named for it runs, it is waited for.
    """
    if part.state is not InstalmentState.MISSED or part.written_day is not None:
        return False
    if (as_at - part.late_since).days < plan.plan.cure_days:
        return False
    if case.peace is not None and peace_passed(case) is not None:
        return False  # they were left in peace: they are spoken with first
    return not any(
        standing.state in LIVE and is_about(standing.promise, plan.plan)
        for standing in case.standings
    )


def days_late(case: Case, portion: Portion, as_at: date) -> int:
    """Return how late what is asked of an item is: of a missed part of a plan, since its own day.

    The invoice may be due for long, or not yet: whoever keeps to a plan but for one part is asked
    for that part alone.
    """
    if not case.plans:  # as with most: every item of every line is asked
        return (as_at - portion.entry.due_day).days
    missed = (
        part.due_day
        for plan in case.plans
        if plan.is_kept
        and portion.entry.id in plan.plan.entries
        and portion.chaseable_minor <= plan.missed_minor
        for part in plan.missed
    )
    return (as_at - min(missed, default=portion.entry.due_day)).days


def _waits(part: InstalmentStanding, as_at: date) -> bool:
    is_today = part.state is InstalmentState.OPEN and part.due_day == as_at
    return is_today or part.state is InstalmentState.MISSED


def plans_in_default(case: Case) -> list[PlanStanding]:
    """Return the plans in default that nobody has spoken about since."""
    if not case.plans:
        return []
    spoken = case.answered_on or date.min
    return [
        plan
        for plan in case.plans
        if plan.state is PlanState.DEFAULTED and (plan.defaulted_day or date.max) > spoken
    ]


def answers_due(case: Case, as_at: date) -> list[AnswerDue]:
    """Return the questions of theirs whose answer is due from us, the longest due first."""
    if not case.answers:
        return []
    due = (answer for answer in case.answers if answer.day <= as_at)
    return sorted(due, key=lambda answer: (answer.day, answer.dispute))


def errands_due(case: Case, as_at: date) -> list[Errand]:
    """Return what else is to be done, the earliest first.

    An opportunity waits while a question of theirs is open: nobody is sold anything who complains.
    Of a visit whose day has passed the report is left to do.
    """
    if not case.errands:
        return []
    is_open = any(entry.disputed_minor for entry in case.entries)
    reports = (e.day for e in case.errands if e.about is About.VISIT_REPORT and e.day < as_at)
    passed = max(reports, default=date.min)
    due = (
        errand
        for errand in case.errands
        if errand.about in _SHOWN
        and errand.day <= as_at
        and not (is_open and errand.offers)
        and not was_spoken_of(errand, case)
        and (errand.about not in BEFORE_REPORT or errand.day > passed)
    )
    return sorted(due, key=lambda errand: (errand.day, errand.at or time.max))


def visit_at_hour(case: Case, as_at: date) -> Errand | None:
    """Return the visit that is made at an hour of the day, the first of them."""
    if not case.errands:
        return None
    due = (e for e in errands_due(case, as_at) if e.about is About.VISIT and e.day == as_at)
    return next((errand for errand in due if errand.at is not None), None)


def is_with_them(case: Case, as_at: date) -> bool:
    """Whether a visit is made today, or is to be arranged with them.

    To be asked about it they are turned to once: from then on it is work of ours to see to it.
    """
    return any(
        errand.about is About.VISIT or not _was_tried(errand, case)
        for errand in errands_due(case, as_at)
        if errand.about in _WITH_THEM
    )


def _was_tried(errand: Errand, case: Case) -> bool:
    touches = () if case.contacting is None else case.contacting.touches
    return any(one.purpose is Purpose.AGREED and one.day >= errand.day for one in touches)


def was_spoken_of(errand: Errand, case: Case) -> bool:
    """Whether there was a talk since what was noted was to be come back to.

    Of a group each member's own talks count, which were looked at as its case was made.
    """
    if errand.noted is None or errand.customer:
        return False
    spoken = case.spoken_on or date.min
    return spoken >= errand.day and spoken > errand.noted
