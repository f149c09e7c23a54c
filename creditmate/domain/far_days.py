"""Days so far ahead that hardly anybody means them: what is typed of them is asked about."""

from datetime import date, timedelta

FAR = timedelta(days=92)
"""Hardly anybody promises, grants or begins anything for longer than a quarter."""


def is_far(day: date | None, today: date) -> bool:
    """Whether a slip is likelier than the day itself.

    Who types the day of last Friday, without a year, has next year's: all that is paused until
    then would be paused for a year.
    """
    return day is not None and day - today > FAR
