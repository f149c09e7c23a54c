"""Day arithmetic that calendars of months and of working days ask for.

The domain has no today and knows no country: days, weekends and holidays are arguments.
"""

from calendar import monthrange
from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = frozenset(range(7))
"""Monday 0 to Sunday 6, as ``date.weekday`` counts."""
SATURDAY_SUNDAY = frozenset({5, 6})
ONE_DAY = timedelta(days=1)
LONGEST_CLOSURE = 366
"""Days without a working day after which a calendar is taken to be wrong."""


def day_in_month(year: int, month: int, day_of_month: int) -> date:
    """Return that day of the month, or the month's last day where it does not exist.

    Raises:
        ValueError: ``day_of_month`` is not 1 to 31, ``month`` not 1 to 12, or the year unknown.

    Source: domain-rules 4.5 (NetSuite, iRely, GnuCash).
    """
    if not 1 <= day_of_month <= 31:
        raise ValueError(f"day of month {day_of_month} is not 1 to 31")
    return date(year, month, min(day_of_month, monthrange(year, month)[1]))


def month_start(day: date) -> date:
    """Return the first day of ``day``'s month."""
    return day.replace(day=1)


def month_end(day: date) -> date:
    """Return the last day of ``day``'s month."""
    return day_in_month(day.year, day.month, 31)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later (or earlier), or the last day of a shorter month.

    Raises:
        ValueError: The year would leave 1 to 9999.
    """
    years, month = divmod(day.month - 1 + months, 12)
    return day_in_month(day.year + years, month + 1, day.day)


def months_between(earlier: date, later: date) -> int:
    """Count the month ends crossed: 0 in the same month, negative when ``later`` is earlier."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are worked: not on a weekend, not on a holiday.

    ``weekend`` holds weekdays as ``date.weekday`` counts them. ``holidays`` is anything that
    answers ``day in holidays``: a frozenset kept by the user, or a country's calendar.

    Raises:
        ValueError: ``weekend`` names something else than weekdays, or all seven.
    """

    weekend: frozenset[int] = SATURDAY_SUNDAY
    holidays: Container[date] = frozenset()

    def __post_init__(self) -> None:
        if not self.weekend < WEEKDAYS:
            raise ValueError(f"a weekend of {sorted(self.weekend)}")

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is worked."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def next_working(self, day: date) -> date:
        """Return ``day`` if it is worked, else the first day after it that is.

        Raises:
            ValueError: No day is worked for more than a year.
        """
        return self._nearest(day, ONE_DAY)

    def previous_working(self, day: date) -> date:
        """Return ``day`` if it is worked, else the last day before it that was.

        Raises:
            ValueError: No day was worked for more than a year.
        """
        return self._nearest(day, -ONE_DAY)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``; 0 is ``day`` itself, worked or not.

        Raises:
            ValueError: ``count`` is negative, or no day is worked for more than a year.
        """
        if count < 0:
            raise ValueError(f"{count} working days after a day")
        for _ in range(count):
            day = self._nearest(day + ONE_DAY, ONE_DAY)
        return day

    def _nearest(self, day: date, step: timedelta) -> date:
        for _ in range(LONGEST_CLOSURE):
            if self.is_working(day):
                return day
            day += step
        raise ValueError(f"no working day within {LONGEST_CLOSURE} days")
