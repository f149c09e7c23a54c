"""On which day of the month a customer has its statement, and whether that day has come."""

from datetime import date

from creditmate.domain.dates import add_months, day_in_month, month_start


def awaited_day(day_of_month: int, last: date | None, as_at: date) -> date | None:
    """Return the day for which a customer's statement is to wait; None: it is time for it.

    It is time from the statement day on until one is issued: a day that was missed is made up
    for, in the next month too. Who never had a statement from us has missed none, and waits for
    the day of this month.

    Args:
        day_of_month: 1 to 31; in a shorter month its last day.
        last: The day of the last statement before ``as_at``, if there was one.
        as_at: The day of the run.
    """
    this = day_in_month(as_at.year, as_at.month, day_of_month)
    reached, coming = this, _of_month(as_at, 1, day_of_month)
    if as_at < this:
        reached, coming = _of_month(as_at, -1, day_of_month), this
    missed_nothing = as_at < this if last is None else last >= reached
    return coming if missed_nothing else None


def _of_month(day: date, months: int, day_of_month: int) -> date:
    month = add_months(month_start(day), months)
    return day_in_month(month.year, month.month, day_of_month)
