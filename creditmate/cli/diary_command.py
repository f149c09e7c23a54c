"""``diary``: what stands on which day; put in, moved, taken out, and written as a calendar."""

import re
from datetime import date, time

from creditmate.cli.diary_answers import item_json, page_json, page_lines
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.domain.diary import DiaryItem
from creditmate.domain.diary_span import Span, days_of
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.diary_days import first_weekday
from creditmate.i18n.diary_words import (
    against_words,
    calendar_words,
    clock_words,
    kind_words,
    there_words,
)
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.services.diary import DiaryPage, NewEntry, Put, Wanted, What

_WHEN = re.compile(r"(?P<day>.+?)(?:T(?P<hour>[0-9].*))?")


def diary(session: Session) -> int:
    """Print the diary, or do what was said with it."""
    arguments = session.arguments
    if arguments.add is not None:
        return _add(session)
    if arguments.move is not None:
        return _move(session)
    if arguments.take_out is not None:
        return _take_out(session)
    session.open_to_read()
    if arguments.free is not None:
        return _free(session)
    page = _page(session)
    if arguments.ics is not None:
        return _export(session, page)
    if session.wants_json:
        session.say_json(page_json(page))
    else:
        session.say_lines(page_lines(session, page))
    return 0


# ---------------------------------------------------------------- reading
def _page(session: Session) -> DiaryPage:
    arguments = session.arguments
    typed = {
        Span.DAY: arguments.day,
        Span.WEEK: arguments.week,
        Span.MONTH: arguments.month,
    }
    span, text = next((pair for pair in typed.items() if pair[1] is not None), (Span.WEEK, None))
    day = session.today if text is None else session.day(text, f"--{span.value}")
    first, last = days_of(span, day, first_weekday(session.locale))
    wanted = Wanted(first, last, _owner(session), session.language)
    return session.ask(lambda: session.program.diary.between(wanted))


def _owner(session: Session) -> int | None:
    named = session.arguments.owner
    return None if named is None else owner_named(session, named)


def _free(session: Session) -> int:
    _, arguments, locale = session.translate, session.arguments, session.locale
    day = session.today if arguments.day is None else session.day(arguments.day, "--day")
    owner, minutes = _owner(session), arguments.free
    found = session.ask(lambda: session.program.diary.free(day, minutes, owner))
    if session.wants_json:
        spans = [{"from": f"{one.first:%H:%M}", "to": f"{one.last:%H:%M}"} for one in found]
        session.say_json({"day": day.isoformat(), "free": spans})
        return 0
    if not found:
        session.say(_("No such time is free on {day}.").format(day=day_with_weekday(day, locale)))
    for one in found:
        hours = (clock_words(one.first, locale), clock_words(one.last, locale))
        session.say(_("{first} to {last}").format(first=hours[0], last=hours[1]))
    return 0


def _export(session: Session, page: DiaryPage) -> int:
    # it loads the library of calendars
    from creditmate.services.diary_export import EventWords, save_calendar  # noqa: PLC0415

    _, path = session.translate, session.arguments.ics

    def say(item: DiaryItem) -> EventWords:
        language, locale = session.language, session.locale
        there = there_words(item, language, locale)
        words = [there, item.words if session.arguments.with_notes else ""]
        return EventWords(
            calendar_words(item, language, locale),
            "\n".join(filter(None, words)),
            kind_words(item.kind, language),
        )

    name = _("Diary")
    count = save_calendar(path, page, name, say, session.program.clock.now())
    if session.wants_json:
        session.say_json({"file": str(path), "events": count})
    else:
        text = session.catalogue.ngettext(
            "{count} entry is in {path}.", "{count} entries are in {path}.", count
        )
        session.say(text.format(count=count, path=path))
    return 0


# ---------------------------------------------------------------- writing
def _add(session: Session) -> int:
    session.open_to_write()
    arguments = session.arguments
    if arguments.at is None:
        raise UserError(Problem.BAD_OPTION, option="--add", found="", expected="--at")
    day, at = _when(session, arguments.at, "--at")
    owner = _owner(session)
    entry = NewEntry(arguments.add, day, What(arguments.what), at, arguments.note, owner)
    put = session.ask_to_the_end(lambda: session.program.diary.add(entry))
    return _told(session, put)


def _move(session: Session) -> int:
    session.open_to_write()
    number, typed = session.arguments.move
    if not number.isdecimal():
        raise UserError(Problem.NOT_IN_DIARY, found=number)
    day, at = _when(session, typed, "--move")
    program = session.program

    def move() -> Put:
        item = program.diary.item(int(number))
        return program.diary.move(item.id, item.version, day, item.at if at is None else at)

    return _told(session, session.ask_to_the_end(move))


def _take_out(session: Session) -> int:
    session.open_to_write()
    number, program = session.arguments.take_out, session.program

    def take_out() -> Put:
        return program.diary.take_out(number, program.diary.item(number).version)

    return _told(session, session.ask_to_the_end(take_out))


def _when(session: Session, typed: str, field: str) -> tuple[date, time | None]:
    """Read a day, and the hour behind a T where there is one."""
    found = _WHEN.fullmatch(typed)
    day, hour = (found["day"], found["hour"]) if found else (typed, None)
    at = None if hour is None else parse_hour(hour, session.locale, field=field)
    return session.day(day, field), at


def _told(session: Session, put: Put) -> int:
    _, item, locale = session.translate, put.now, session.locale
    if session.wants_json:
        session.say_json({"id": put.id, "item": None if item is None else item_json(item)})
        return 0
    if item is None:
        session.say(_("Taken out."))
        return 0
    day = day_with_weekday(item.day, locale)
    if item.at is None:
        said = _("In the diary as {id}: {name}, {day}.")
    else:
        said = _("In the diary as {id}: {name}, {day}, {hour}.")
    hour = "" if item.at is None else clock_words(item.at, locale)
    session.say(said.format(id=put.id, name=item.name, day=day, hour=hour))
    if item.against is not None:
        session.remark(against_words(item.against, item.set_day, session.language, locale))
    there = there_words(item, session.language, locale)
    if there:
        session.say(_("By their clock: {hour}.").format(hour=there))
    return 0
