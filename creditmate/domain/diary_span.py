"""Which days the diary shows at once: a day, a week, or the weeks of a month."""

from datetime import date, timedelta
from enum import StrEnum

from creditmate.domain.dates import ONE_DAY, add_months, month_end, month_start

WEEK = 7


class Span(StrEnum):
    """How much is shown at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def week_of(day: date, first_weekday: int) -> tuple[date, date]:
    """Return the first and the last day of a day's week.

    Args:
        day: Any day of it.
        first_weekday: On which weekday weeks begin: Monday 0 to Sunday 6.

    Raises:
        ValueError: There is no such weekday.
    """
    if not 0 <= first_weekday < WEEK:
        raise ValueError(f"a week that begins on {first_weekday}")
    first = day - ONE_DAY * ((day.weekday() - first_weekday) % WEEK)
    return first, first + ONE_DAY * (WEEK - 1)


def days_of(span: Span, day: date, first_weekday: int) -> tuple[date, date]:
    """Return the first and the last day that are shown; a month is shown in whole weeks."""
    if span is Span.DAY:
        return day, day
    if span is Span.WEEK:
        return week_of(day, first_weekday)
    first, _ = week_of(month_start(day), first_weekday)
    _, last = week_of(month_end(day), first_weekday)
    return first, last


def stepped(span: Span, day: date, steps: int) -> date:
    """Return the day so many days, weeks or months on; negative goes back."""
    if span is Span.MONTH:
        return add_months(day, steps)
    return day + timedelta(days=steps * (WEEK if span is Span.WEEK else 1))
