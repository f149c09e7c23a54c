"""Hours that are planned, between the customer's clock and ours, on days when clocks change too.

Source: RFC 5545, 3.3.5 (an hour that does not occur is read by the clock before the change, one
that occurs twice is the first); docs/decisions/0028.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from creditmate.domain.contact_hours import local_moment, moment_of


@dataclass(frozen=True, slots=True)
class Planned:
    """An hour by the clock of a zone; ``shifted``: the next one, for one that does not exist."""

    day: date
    at: time
    zone: str
    shifted: bool = False


def settled(day: date, at: time, zone: str) -> Planned:
    """Return an hour as the clock of its zone shows it on that day.

    In the spring the change to summer time leaves an hour out: what was planned in it is as much
    later. In the autumn one comes twice: the first is meant.
    """
    shown = local_moment(moment_of(day, at, zone), zone)
    return Planned(shown.date(), shown.time(), zone, shown != datetime.combine(day, at))


def by_clock_of(planned: Planned, zone: str) -> Planned:
    """Return the same moment by the clock of another zone."""
    if zone == planned.zone:
        return settled(planned.day, planned.at, zone)
    shown = local_moment(moment_of(planned.day, planned.at, planned.zone), zone)
    shifted = settled(planned.day, planned.at, planned.zone).shifted
    return Planned(shown.date(), shown.time(), zone, shifted)


def comes_twice(day: date, at: time, zone: str) -> bool:
    """Whether clocks are put back over an hour, so that it is shown twice on that day."""
    known = ZoneInfo(zone)
    first = datetime.combine(day, at, known)
    second = first.replace(fold=1)
    is_change = first.utcoffset() != second.utcoffset()
    return is_change and not settled(day, at, zone).shifted


def zone_or(zone: str, otherwise: str) -> str:
    """Return a zone if it is known here, else the other: a ledger may name one that is new."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise
    return zone
