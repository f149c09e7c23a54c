"""``timeline``: everything that happened with a customer, the newest first."""

from datetime import date

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.domain.story import StoryEvent, StoryListing, StoryWanted, Talk, Topic
from creditmate.i18n.day_parsing import Towards
from creditmate.i18n.formats import day_short
from creditmate.i18n.story_words import StoryTeller

_AT_A_TIME = 200
"""Happenings read in one question, so that a long story needs no more memory than a short one."""


def timeline(session: Session) -> int:
    """Print a customer's timeline, narrowed as asked."""
    asked = session.arguments
    session.open_to_read()
    wanted = StoryWanted(
        Topic(asked.topic),
        asked.search,
        asked.channel,
        _day(session, asked.first, "--from"),
        _day(session, asked.last, "--to"),
    )
    stories, today = session.program.stories, session.today
    listing = session.ask(lambda: stories.listing(asked.code, wanted, today))
    events = [event for part in _parts(session, listing) for event in part]
    teller = StoryTeller(session.language, session.locale, today)
    if session.wants_json:
        session.say_json([_answer(event, teller) for event in events])
        return 0
    if not events:
        session.say(session.translate("Nothing of that kind happened."))
    for event in events:
        session.say(_line(session, event, teller))
    return 0


def _parts(session: Session, listing: StoryListing) -> list[list[StoryEvent]]:
    stories, keys = session.program.stories, listing.keys
    cuts = range(0, len(keys), _AT_A_TIME)
    return [
        session.ask(lambda at=at: stories.rows(listing, keys[at : at + _AT_A_TIME]))  # type: ignore[misc]
        for at in cuts
    ]


def _day(session: Session, text: str | None, field: str) -> date | None:
    return session.day(text, field, Towards.PAST) if text else None


def _line(session: Session, event: StoryEvent, teller: StoryTeller) -> str:
    told = teller.tell(event)
    day = day_short(event.key.day, session.locale)
    number = f"{event.key.id} " if isinstance(event, Talk) else ""
    head = " · ".join(part for part in (told.title, told.tag, told.end) if part)
    return f"{day}  {number}{head}" + (f": {told.text}" if told.text else "")


def _answer(event: StoryEvent, teller: StoryTeller) -> answers.Json:
    told = teller.tell(event)
    answer: answers.Json = {
        "day": answers.day(event.key.day),
        "what": event.key.what.name.lower(),
        "id": event.key.id,
        "title": told.title,
        "text": told.text,
        "tag": told.tag,
        "end": told.end,
    }
    if isinstance(event, Talk):
        answer |= {
            "channel": event.channel,
            "direction": event.direction,
            "outcome": event.outcome,
            "with": event.with_name,
            "notes": event.notes,
            "override": event.override or None,
            "corrects": event.corrects,
            "corrected": event.corrected,
            "moved_from": event.moved_from or None,
            "files": list(event.files),
        }
    return answer
