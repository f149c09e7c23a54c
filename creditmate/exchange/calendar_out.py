"""A calendar file (.ics) that any calendar program reads.

Each event has a name of its own that never changes, and a number that grows as it is changed: a
file that is brought in again puts right what it brought the time before. Source: RFC 5545.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar import vText as Text

from creditmate.domain.dates import ONE_DAY
from creditmate.domain.diary_clock import settled

_MAKER = "-//CreditMate//CreditMate//EN"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something for a calendar: on a day, or from an hour of a zone on for so many minutes.

    ``uid`` names it for good, everywhere; ``sequence`` counts its changes; ``busy`` says whether it
    takes up our time. ``words``, ``place`` and ``organiser`` (an e-mail address) may be empty. One
    that is not ``own`` goes to somebody else, whose calendar it is for.
    """

    uid: str
    sequence: int
    title: str
    day: date
    at: time | None = None
    zone: str = ""
    minutes: int = 0
    words: str = ""
    category: str = ""
    busy: bool = False
    place: str = ""
    organiser: str = ""
    own: bool = True
    cancelled: bool = False


def calendar_file(events: Iterable[CalendarEvent], name: str, moment: datetime) -> bytes:
    """Return a calendar file; the zones of its hours are described in it.

    Args:
        events: In the order of the file.
        name: What calendar programs call it; '' for what goes into a calendar that is there:
            some make another one of a file with a name.
        moment: When it is made, aware.
    """
    known = sorted(events, key=lambda event: event.day)
    calls_off = bool(known) and all(event.cancelled for event in known)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if calls_off else "PUBLISH")
    if name:
        calendar.add("x-wr-calname", name)
    for event in known:
        calendar.add_component(_event(event, moment))
    if known:
        # rules of change for the years around: a calendar may not go on from the last one alone
        first, last = known[0].day.year, known[-1].day.year
        calendar.add_missing_timezones(date(first - 1, 1, 1), date(last + 2, 1, 1))
    return bytes(calendar.to_ical())


def _event(event: CalendarEvent, moment: datetime) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", moment.astimezone(UTC).replace(microsecond=0))
    made.add("sequence", event.sequence)
    made.add("summary", event.title)
    if event.at is None:
        made.add("dtstart", event.day)
        made.add("dtend", event.day + ONE_DAY)
    else:
        planned = settled(event.day, event.at, event.zone)
        made.add("dtstart", datetime.combine(planned.day, planned.at, ZoneInfo(event.zone)))
        # no end: in an hour that comes twice it could not be told from the one before
        made.add("duration", timedelta(minutes=event.minutes))
    if event.words:
        made.add("description", event.words)
    if event.category:
        made.add("categories", [Text(event.category)])
    made.add("transp", "OPAQUE" if event.busy else "TRANSPARENT")
    if event.own:
        made.add("class", "PRIVATE")
    if event.place:
        made.add("location", event.place)
    if event.organiser:
        made.add("organizer", f"mailto:{event.organiser}")
    if event.cancelled:
        made.add("status", "CANCELLED")
    return made
