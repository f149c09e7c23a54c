"""How far behind the bank the books are."""

from datetime import date

import pytest

from creditmate.domain.cash_age import cash_age
from creditmate.domain.dates import Calendar

FRIDAY, MONDAY, TUESDAY = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("posted", "today", "days", "stale"),
    [
        (FRIDAY, FRIDAY, 0, False),
        (FRIDAY, MONDAY, 0, False),
        (FRIDAY, TUESDAY, 1, False),
        (FRIDAY, WEDNESDAY, 2, True),
        (None, MONDAY, None, True),
        (date(2020, 1, 1), MONDAY, 99, True),
    ],
)
def test_working_days_between_are_counted(
    posted: date | None, today: date, days: int | None, stale: bool
) -> None:
    found = cash_age(posted, today, Calendar())
    assert (found.working_days, found.is_stale) == (days, stale)


def test_holidays_are_not_counted() -> None:
    calendar = Calendar(holidays=frozenset({MONDAY}))
    assert cash_age(FRIDAY, WEDNESDAY, calendar).working_days == 1
