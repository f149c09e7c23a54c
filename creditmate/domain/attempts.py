"""When to try again after nobody was reached, and when to try it in another way.

Whoever is not there in the morning may be there in the afternoon: the next attempt is on the next
working day in the other half of the day, or as soon after it as the policy of contacts lets us
ring; whoever had asked to be rung still expects us. The third in a row says that ringing does not
help.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from creditmate.domain.contact_budget import Purpose, Touch, Used, refusal, used
from creditmate.domain.contact_hours import may_contact
from creditmate.domain.contact_warnings import Whom

IN_VAIN = 3
"""Attempts in a row after which another way is better: common practice."""
_NOON = time(12)
_MORNING, _AFTERNOON = time(10), time(14)
_FAR = 4 * 60
"""Minutes: so that somebody of us is there nobody is rung at supper who is best rung at noon."""
_BY_PHONE = "call"
_LOOKED_AHEAD = 45
"""Working days: more than the longest window of the budget."""
_QUARTERS = [time(minutes // 60, minutes % 60) for minutes in range(0, 24 * 60, 15)]


@dataclass(frozen=True, slots=True)
class NextAttempt:
    """When to try again where the customer is; ``number`` is which attempt that will be.

    ``another_way`` says that one had better write.
    """

    day: date
    at: time
    number: int
    another_way: bool


def next_attempt(
    whom: Whom,
    before: int,
    purpose: Purpose = Purpose.OWN,
    *,
    asked: bool = False,
    is_here: Callable[[datetime], bool] = lambda _moment: True,
) -> NextAttempt:
    """Return when to try again.

    Args:
        whom: Who was not reached, at that moment.
        before: Attempts in a row before this one.
        purpose: Why it was tried. What follows up a promise costs nothing of the budget, but how
            often we ring in vain counts.
        asked: They had asked to be rung, and still expect us: that costs nothing.
        is_here: Whether somebody of us is there at a moment by their clock; where nobody is near
            the hour wanted, theirs alone count.
    """
    made = before + 1
    again = _AFTERNOON if whom.moment.time() < _NOON else _MORNING
    day, at = _first_free(_tried(whom, purpose), again, None if asked else purpose, is_here)
    return NextAttempt(day=day, at=at, number=made + 1, another_way=made >= IN_VAIN)


def _tried(whom: Whom, purpose: Purpose) -> Whom:
    """What is known of them after this attempt."""
    kept = Purpose.ATTEMPT if purpose is Purpose.OWN else purpose
    touch = Touch(whom.moment.date(), kept, _BY_PHONE, reached=False)
    return replace(whom, touches=(*whom.touches, touch))


def _first_free(
    whom: Whom, wanted: time, purpose: Purpose | None, is_here: Callable[[datetime], bool]
) -> tuple[date, time]:
    """The first working day on which they may be rung, and the hour nearest to the one wanted.

    No ``purpose`` of ours: they wish it.
    """
    for day in _working_days(whom):
        if _has_room(whom, used(whom.touches, day), day, purpose):
            hours = (wanted, *sorted(_QUARTERS, key=lambda one: _apart(one, wanted)))
            theirs = [at for at in hours if _may_ring(whom, datetime.combine(day, at))]
            near = (at for at in theirs if _apart(at, wanted) <= _FAR)
            ours = (at for at in near if is_here(datetime.combine(day, at)))
            if theirs:
                return day, next(ours, theirs[0])
    return next(_working_days(whom)), wanted  # at no time: whoever rings is told what is against it


def _working_days(whom: Whom) -> Iterator[date]:
    day = whom.moment.date()
    for _ in range(_LOOKED_AHEAD):
        day = whom.calendar.add_working_days(day, 1)
        yield day


def _has_room(whom: Whom, known: Used, day: date, purpose: Purpose | None) -> bool:
    limits = whom.policy.limits
    if purpose is None:
        return True
    if purpose is not Purpose.PROMISE:
        return refusal(known, limits, day) is None
    return known.attempts_week < limits.attempts_week


def _may_ring(whom: Whom, moment: datetime) -> bool:
    hours = whom.policy.hours
    return may_contact(moment, _BY_PHONE, whom.calendar, hours, whom.wished) is None


def _apart(one: time, other: time) -> int:
    return abs(one.hour * 60 + one.minute - other.hour * 60 - other.minute)
