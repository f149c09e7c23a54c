"""Days in months to come that a slip could mean: taken only where they are typed plainly."""

import re
from datetime import date

from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.far_days import is_far

_WHOLE = 3
"""Parts of a day that has its year: day, month and year."""


def meant_day(session: Session, text: str, field: str) -> date:
    """Read a day on which something is promised, granted or looked after.

    A day without a year is the next one there is: who types the day of last Friday would have
    next year's, and everything paused until then. So what lies further ahead than a quarter is
    to be typed with its year, or as so many days from now (``+120``).

    Raises:
        UserError: ``BAD_DATE``; ``DAY_FAR``.
    """
    day = session.day(text, field)
    plain = str(day.year) in text or len(re.findall(r"\w+", text)) >= _WHOLE
    if is_far(day, session.today) and not plain and not text.strip().startswith("+"):
        raise UserError(Problem.DAY_FAR, field=field, day=day)
    return day
