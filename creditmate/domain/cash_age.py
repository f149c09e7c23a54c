"""How far behind the bank the books are: a fact that a promise or a claim is judged by."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.dates import ONE_DAY, Calendar

STALE_AFTER = 1
"""Working days that the books may be behind without anybody's being told (issue 4)."""
_COUNTED = 99
"""More working days than that are not told apart."""


@dataclass(frozen=True, slots=True)
class CashAge:
    """Up to which day cash is posted, and how many working days lie between it and today.

    Both None before it was said for the first time. Today's own money has until tomorrow.
    """

    posted_to: date | None
    working_days: int | None

    @property
    def is_stale(self) -> bool:
        """Whether the books are further behind than they may be unnoticed."""
        return self.working_days is None or self.working_days > STALE_AFTER


def cash_age(posted_to: date | None, today: date, calendar: Calendar) -> CashAge:
    """Count the working days after ``posted_to`` and before ``today``, at most 99.

    So money posted up to Friday is none behind on Monday, and one on Tuesday.
    """
    if posted_to is None:
        return CashAge(None, None)
    behind, day = 0, posted_to + ONE_DAY
    while day < today and behind < _COUNTED:
        behind += calendar.is_working(day)
        day += ONE_DAY
    return CashAge(posted_to, behind)
