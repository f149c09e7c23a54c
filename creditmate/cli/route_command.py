"""``route``: a day's visits in their order, with the ways between them."""

from creditmate.cli import answers
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.cli.visit_papers_command import write_route_sheets
from creditmate.domain.visit_route import RouteStop, Way
from creditmate.domain.visits import DistanceUnit
from creditmate.i18n.diary_words import zone_place
from creditmate.i18n.distances import distance_words, duration_words, way_words
from creditmate.i18n.formats import day_with_weekday
from creditmate.i18n.place_words import place_words
from creditmate.i18n.visit_report_words import known_words
from creditmate.services.visit_routes import DayRoute, RouteRow


def route(session: Session) -> int:
    """Print the visits of a day for each of us who goes."""
    session.open_to_read()
    asked, routes = session.arguments, session.program.visit_routes
    day = session.today if asked.day is None else session.day(asked.day, "DATE")
    owner = owner_named(session, asked.owner) if asked.owner else None
    if asked.out is not None:
        return write_route_sheets(session, day, owner)
    found = session.ask(lambda: routes.on(day, session.today, owner))
    if session.wants_json:
        session.say_json({"day": answers.day(day), "routes": [_route_json(one) for one in found]})
    elif found:
        for one in found:
            session.say_lines(_route_lines(session, one))
    else:
        words = session.translate("No visit is planned for {day}.")
        session.say(words.format(day=day_with_weekday(day, session.locale)))
    return 0


# ---------------------------------------------------------------- JSON
def _route_json(one: DayRoute) -> answers.Json:
    found = one.route
    answer: answers.Json = {
        "owner": one.owner_name or None,
        "unit": one.unit.value,
        "stops": [_stop_json(row) for row in one.rows],
    }
    if found is not None:
        answer |= {
            "leaves": None if found.leaves is None else f"{found.leaves:%H:%M}",
            "back": None if found.back is None else f"{found.back:%H:%M}",
            "minutes": found.minutes,
            "distance_tenths": found.tenths,
            "way_back": _way_json(found.way_back),
        }
    return answer


def _stop_json(row: RouteRow) -> answers.Json:
    visit, reached = row.file.visit, row.reached
    answer: answers.Json = {
        "number": visit.number,
        "code": row.customer.code,
        "name": row.customer.name,
        "at": None if visit.at is None else f"{visit.at:%H:%M}",
        "zone": visit.zone,
        "here": None if row.here is None else f"{row.here:%H:%M}",
        "minutes": visit.minutes,
        "address": visit.address,
        "country": visit.country,
        "purpose": visit.words,
        "confirmed": row.standing.confirmed is not None,
    }
    if reached is not None:
        rather, known = reached.rather, reached.way.is_known
        answer |= {
            "way": _way_json(reached.way),
            "arrives": f"{reached.arrives:%H:%M}" if known else None,
            "spare": reached.spare if known or reached.is_too_short else None,
            "rather": None if rather is None else f"{rather:%H:%M}",
        }
    return answer


def _way_json(way: Way) -> answers.Json:
    minutes = way.minutes if way.is_known else None
    return {"minutes": minutes, "distance_tenths": way.tenths, "known": way.known.value}


# ---------------------------------------------------------------- lines
def _route_lines(session: Session, one: DayRoute) -> list[str]:
    _, locale, found = session.translate, session.locale, one.route
    lines = [" – ".join(p for p in (day_with_weekday(one.day, locale), one.owner_name) if p)]
    if found is not None and found.leaves is not None:
        lines.append(_("{at}  Leave").format(at=f"{found.leaves:%H:%M}"))
    for row in one.rows:
        lines += _stop_lines(session, row, one.unit)
    if found is not None:
        way = _way_words(session, found.way_back, one.unit)
        if found.back is None:
            lines.append(_("Back: {way}").format(way=way))
        else:
            lines.append(_("{at}  Back ({way})").format(at=f"{found.back:%H:%M}", way=way))
        if found.minutes:
            road = duration_words(found.minutes, locale)
            lines.append(_("On the road: {time}").format(time=road))
    return lines


def _stop_lines(session: Session, row: RouteRow, unit: DistanceUnit) -> list[str]:
    _, visit, reached = session.translate, row.file.visit, row.reached
    who = f"{row.customer.code}  {row.customer.name}"
    if reached is None:
        return [_("(no hour)  {who}").format(who=who)]
    begins, ends = reached.stop.begins, reached.stop.ends
    span = f"{begins:%H:%M}–{ends:%H:%M}"
    lines = [f"       {_way_words(session, reached.way, unit)}", f"{span}  {who}"]
    address = place_words(_one_line(visit.address), row.abroad, session.locale)
    clock = ""
    if row.here is not None:
        said = _("by the clock of {place}, {hour} by ours")
        clock = said.format(place=zone_place(row.zone), hour=f"{row.here:%H:%M}")
    lines += [f"       {text}" for text in (address, clock, visit.words) if text]
    if row.standing.confirmed is None:
        lines.append("       " + _("Not confirmed yet"))
    return [*lines[:1], *_warning(session, reached), *lines[1:]]


def _way_words(session: Session, way: Way, unit: DistanceUnit) -> str:
    parts = [known_words(way.known, session.language)]
    if way.is_known:
        parts.insert(0, way_words(way.minutes, way.tenths, unit.value, session.locale))
    elif way.tenths is not None:
        parts.insert(0, distance_words(way.tenths, unit.value, session.locale))
    return ", ".join(part for part in parts if part)


def _warning(session: Session, reached: RouteStop) -> list[str]:
    if reached.rather is None:
        return []
    words = session.catalogue.ngettext(
        "! Too short by {count} minute: move it to {at}, or ring ahead",
        "! Too short by {count} minutes: move it to {at}, or ring ahead",
        -reached.spare,
    )
    return ["     " + words.format(count=-reached.spare, at=f"{reached.rather:%H:%M}")]


def _one_line(address: str) -> str:
    return ", ".join(line.strip() for line in address.splitlines() if line.strip())
