"""At which hours, in the customer's own time, a customer may be approached.

What rings or comes to the door has its hours: calls, text messages and visits. A letter or an
e-mail lies there until it is read.

Source: issue 7, "quiet hours in the customer's time"; docs/decisions/0023.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from creditmate.domain.dates import Calendar

DISTURBS = frozenset({"call", "text", "meeting", "visit"})
"""Ways of approaching somebody that have their hours."""


class NotNow(StrEnum):
    """Why somebody is not approached at a moment."""

    HOLIDAY = "holiday"
    WEEKEND = "weekend"
    HOURS = "hours"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of weekdays and of weekends; nobody is approached from the last one on.

    Where the first is not before the last, there are none. ``weekends`` says whether weekends
    have any.
    """

    weekday_from: time = time(7, 30)
    weekday_to: time = time(21)
    weekend_from: time = time(9)
    weekend_to: time = time(21)
    weekends: bool = False


DEFAULT_HOURS = Hours()


def local_moment(moment: datetime, zone: str) -> datetime:
    """Return a moment as the clock of a zone shows it, without its zone.

    Args:
        moment: Aware.
        zone: IANA name.

    Raises:
        ZoneInfoNotFoundError: There is no such zone.
    """
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def moment_of(day: date, hour: time, zone: str) -> datetime:
    """Return the moment, in UTC, at which the clock of a zone shows an hour that was agreed.

    An hour that the change to summer time leaves out is the same time after midnight by the clock
    of winter; one that comes twice in autumn is the first.

    Raises:
        ZoneInfoNotFoundError: There is no such zone.
    """
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def days_worked(calendar: Calendar, hours: Hours) -> Calendar:
    """Return the days on which somebody may be approached: where weekends have hours, those too."""
    return replace(calendar, weekend=frozenset()) if hours.weekends else calendar


def may_contact(
    moment: datetime,
    channel: str,
    calendar: Calendar,
    hours: Hours = DEFAULT_HOURS,
    wished: tuple[time, time] | None = None,
) -> NotNow | None:
    """Return why somebody is not approached at a moment; None where nothing is against it.

    Args:
        moment: Day and time by the customer's clock.
        channel: How.
        calendar: The customer's working days and public holidays.
        hours: Of the policy.
        wished: The hours the customer wishes instead, from the first to before the last.
    """
    if channel not in DISTURBS:
        return None
    day, weekend = moment.date(), moment.weekday() in calendar.weekend
    if day in calendar.holidays:
        return NotNow.HOLIDAY
    if weekend and not hours.weekends:
        return NotNow.WEEKEND
    if wished is not None:
        return None if _inside(moment, *wished) else NotNow.WISH
    return None if _inside(moment, *usual_hours(day, calendar, hours)) else NotNow.HOURS


def usual_hours(day: date, calendar: Calendar, hours: Hours) -> tuple[time, time]:
    """Return the hours of a day that the policy has, from the first to before the last."""
    if day.weekday() in calendar.weekend:
        return hours.weekend_from, hours.weekend_to
    return hours.weekday_from, hours.weekday_to


def _inside(moment: datetime, first: time, last: time) -> bool:
    return first <= moment.time() < last
