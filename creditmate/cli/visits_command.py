"""``visits``: those to come and to report, who deserves one, who is near, and when it could be."""

from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.cli.visit_answers import row_json, rows_lines
from creditmate.cli.visit_suggested_answers import (
    near_json,
    near_lines,
    suggested_json,
    suggested_lines,
)
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.diary_words import zone_place
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.visit_words import time_warning_words
from creditmate.services.visit_lists import VisitPick, VisitRow


def visits(session: Session) -> int:
    """Print visits, or what was asked about them."""
    asked = session.arguments
    session.open_to_read()
    if asked.suggest:
        return _suggest(session)
    if asked.near is not None:
        return _near(session)
    if asked.free is not None:
        return _free(session)
    rows = _rows(session)
    if session.wants_json:
        session.say_json({"visits": [row_json(row) for row in rows]})
    else:
        session.say_lines(rows_lines(session, rows))
    return 0


def _rows(session: Session) -> list[VisitRow]:
    asked, today, of = session.arguments, session.today, session.program.visits
    if asked.customer is not None:
        return session.ask(lambda: of.of_customer(asked.customer, today))
    pick = VisitPick.OPEN
    if asked.done:
        pick = VisitPick.ALL
    elif asked.to_report:
        pick = VisitPick.TO_REPORT
    return session.ask(lambda: of.all(today, pick))


def _suggest(session: Session) -> int:
    today = session.today
    found = session.ask(lambda: session.program.visit_suggestions.suggest(today))
    if session.wants_json:
        session.say_json(suggested_json(found))
    else:
        session.say_lines(suggested_lines(session, found))
    return 0


def _near(session: Session) -> int:
    code, today = session.arguments.near, session.today
    rows = session.ask(lambda: session.program.visit_suggestions.near(code, today))
    if session.wants_json:
        session.say_json({"near": near_json(rows)})
    else:
        session.say_lines(near_lines(session, rows))
    return 0


def _free(session: Session) -> int:
    _, asked = session.translate, session.arguments
    day = session.today if asked.day is None else session.day(asked.day, "--day")
    owner = None if asked.owner is None else owner_named(session, asked.owner)
    if asked.travel < 0:
        raise UserError(Problem.BAD_OPTION, option="--travel", found=asked.travel, expected="0, 50")
    wanted = (asked.free, day, asked.minutes, asked.travel, owner)
    found = session.ask(lambda: session.program.visits.free_on(*wanted))
    against = session.ask(lambda: session.program.visits.against_day(asked.free, day))
    there, *_rest = session.ask(lambda: session.program.visits.places(asked.free))
    if session.wants_json:
        spans = [{"from": f"{one.first:%H:%M}", "to": f"{one.last:%H:%M}"} for one in found]
        whys = [one.why.value for one in against]
        session.say_json({"day": day.isoformat(), "free": spans, "against": whys})
        return 0
    if not found and not against:
        said = day_with_weekday(day, session.locale)
        session.say(_("No such time is free on {day}.").format(day=said))
    for warning in against:
        session.say(time_warning_words(warning, session.language, session.locale, session.today))
    if found and there.elsewhere:
        place = zone_place(there.zone)
        session.say(_("By our clock, not by that of {place}:").format(place=place))
    for one in found:
        hours = {"first": f"{one.first:%H:%M}", "last": f"{one.last:%H:%M}"}
        session.say(_("{first} to {last}").format(**hours))
    return 0
