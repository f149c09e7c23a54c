"""When a copy of an invoice that never came goes out, and when one asks whether it was read.

Source: domain-rules.md 4.7, "invoice not received": our own promise, and a step after it.
"""

from datetime import date

from creditmate.domain.dates import Calendar

_SENT_WITHIN = 1
_READ_WITHIN = 2


def copy_sent(calendar: Calendar, today: date) -> date:
    """Return the day by which a copy is sent: the next working day."""
    return calendar.add_working_days(today, _SENT_WITHIN)


def copy_read(calendar: Calendar, sent: date) -> date:
    """Return the day on which one asks what they say to it: they have had two to look at it."""
    return calendar.add_working_days(sent, _READ_WITHIN)
