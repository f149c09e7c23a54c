"""When to try again after nobody was reached, and when to try it in another way.

Whoever is not there in the morning may be there in the afternoon: the next attempt is on the next
working day in the other half of the day. The third in a row says that ringing does not help.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from creditmate.domain.dates import Calendar

IN_VAIN = 3
"""Attempts in a row after which another way is better: common practice."""
_NOON = time(12)
_MORNING, _AFTERNOON = time(10), time(14)


@dataclass(frozen=True, slots=True)
class NextAttempt:
    """When to try again where the customer is; ``number`` is which attempt that will be.

    ``another_way`` says that one had better write.
    """

    day: date
    at: time
    number: int
    another_way: bool


def next_attempt(now: datetime, before: int, calendar: Calendar) -> NextAttempt:
    """Return when to try again.

    Args:
        now: When nobody was reached, as the customer's clock shows it.
        before: Attempts in a row before this one.
        calendar: The customer's working days.
    """
    made = before + 1
    return NextAttempt(
        day=calendar.add_working_days(now.date(), 1),
        at=_AFTERNOON if now.time() < _NOON else _MORNING,
        number=made + 1,
        another_way=made >= IN_VAIN,
    )
