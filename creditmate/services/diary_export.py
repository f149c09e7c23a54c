"""The diary for calendars elsewhere: what is still to be done, with stable names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from creditmate.domain.diary import DiaryItem, Source
from creditmate.domain.errors import Problem, UserError
from creditmate.exchange.calendar_out import CalendarEvent, calendar_file
from creditmate.services.diary_reading import DiaryPage
from creditmate.system.files import write_whole


@dataclass(frozen=True, slots=True)
class EventWords:
    """What a calendar says of an item; whoever exports it says it in their language."""

    title: str
    words: str
    category: str


Say = Callable[[DiaryItem], EventWords]


def to_export(page: DiaryPage) -> tuple[DiaryItem, ...]:
    """Return what goes into a calendar: all that is not done."""
    return tuple(item for item in page.items if not item.done)


def save_calendar(path: Path, page: DiaryPage, name: str, say: Say, moment: datetime) -> int:
    """Write a calendar file and return how many events it has; the ledger is not asked.

    Args:
        path: What is there is replaced, once the file is whole.
        page: The days.
        name: Of the calendar.
        say: Puts an item into words.
        moment: When it is written, aware.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``.
    """
    events = [_event(item, page.ledger, say(item)) for item in to_export(page)]
    try:
        write_whole(path, calendar_file(events, name, moment))
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=path, why=error.strerror) from error
    return len(events)


def _event(item: DiaryItem, ledger: str, said: EventWords) -> CalendarEvent:
    is_planned = item.source is Source.TASK and not item.late
    return CalendarEvent(
        uid=f"{item.key}@{ledger}.creditmate",
        # a plan of ours is changed in place; what is a fact has one day, and the moment tells
        sequence=max(item.version - 1, 0),
        title=said.title,
        day=item.set_day if is_planned else item.day,
        at=item.set_at if is_planned else None,
        zone=item.zone,
        minutes=item.minutes,
        words=said.words,
        category=said.category,
        busy=item.at is not None,
    )
