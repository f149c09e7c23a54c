"""Until when a part of a plan may still come: as the signed paper says, and what was named since.

The paper: when a part has not come we write, and so long after that letter the plan ends. So
without a letter it does not end, however late a part is. A day that they named for all that is
missing, in time, is waited for. Source: docs/decisions/0025-plans-and-more-time.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.plans import Plan
from creditmate.domain.promises import Promise


@dataclass(frozen=True, slots=True)
class Missing:
    """A part that did not come by its day: the days that count, and what was waited for since.

    ``owed`` are, by the id of a promise about the plan, the minor units that were missing of this
    part and of those before it on the day on which the promise was made. ``waits`` are the days on
    which all of it was in question, or said to be paid: from when, until when.
    """

    due_day: date
    cure_day: date
    owed: dict[int, int]
    waits: tuple[tuple[date, date], ...] = ()


def written_about(due_day: date, written: Iterable[date]) -> date | None:
    """Return the first day after a part's own on which we wrote to them; None where we did not."""
    return min((day for day in written if day > due_day), default=None)


def last_day(
    plan: Plan, part: Missing, written: Iterable[date], promises: Iterable[Promise]
) -> date | None:
    """Return the last day on which a part may come; None while nothing was written about it.

    Args:
        plan: Whose part it is.
        part: Which has not come by its day.
        written: The days on which we wrote to them.
        promises: Of theirs, with those that were taken back.
    """
    wrote = written_about(part.due_day, written)
    if wrote is None:
        return None
    last = max(part.cure_day, wrote + timedelta(days=plan.cure_days))
    named = [(one.made_day, _waited_to(one)) for one in promises if _brings_it(one, plan, part)]
    for day, waited_to in sorted([*named, *part.waits]):
        if day <= last:
            last = max(last, waited_to)
    return last


def _brings_it(promise: Promise, plan: Plan, part: Missing) -> bool:
    """Whether it is about all that is missing: who names a day for 1 has named none for 10,000."""
    return is_about(promise, plan) and promise.minor >= part.owed.get(promise.id, 0)


def is_about(promise: Promise, plan: Plan) -> bool:
    """Whether a promise is about something that a plan pays."""
    return promise.currency == plan.currency and not plan.entries.isdisjoint(promise.entries)


def _waited_to(promise: Promise) -> date:
    """The last day of its grace, unless it was taken back or replaced before."""
    taken_back = date.max if promise.ended is None else promise.ended.day
    return min(promise.until_day, taken_back)
