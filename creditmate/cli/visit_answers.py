"""Visits as JSON, and as lines on the console. All of it is ours: nothing here is a paper."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.cli.visit_worth_answers import cost_json, cost_lines, stakes_json
from creditmate.domain.visit_changes import in_one_line
from creditmate.domain.visit_plan import plan_of
from creditmate.domain.visits import InnerIssue, PreparationStep, Side, VisitEvent, VisitFile
from creditmate.i18n.diary_words import zone_place
from creditmate.i18n.formats import day_in_table, day_short, day_with_weekday
from creditmate.i18n.place_words import place_words
from creditmate.i18n.visit_words import (
    minutes_words,
    preparation_words,
    time_warning_words,
    visit_hint_words,
    visit_purpose_words,
    visit_state_words,
)
from creditmate.services.visit_lists import VisitRow
from creditmate.services.visits import VisitPage

_NOTHING = InnerIssue()


# ---------------------------------------------------------------- lists
def row_json(row: VisitRow) -> answers.Json:
    """Return a visit as it is listed."""
    visit, standing = row.file.visit, row.standing
    return {
        "id": visit.id,
        "number": visit.number,
        "code": row.code,
        "name": row.name,
        "day": answers.day(visit.day),
        "at": None if visit.at is None else f"{visit.at:%H:%M}",
        "zone": visit.zone,
        "here": None if row.here is None else f"{row.here.day} {row.here.at:%H:%M}",
        "minutes": visit.minutes,
        "state": standing.state.value,
        "agenda": answers.day(standing.agenda.day if standing.agenda else None),
        "agenda_outdated": standing.agenda_outdated,
        "confirmed": answers.day(standing.confirmed.day if standing.confirmed else None),
        "reconfirmed": answers.day(standing.reconfirmed.day if standing.reconfirmed else None),
        "purpose": visit.words,
    }


def rows_lines(session: Session, rows: list[VisitRow]) -> list[str]:
    """Return visits as a table."""
    _ = session.translate
    if not rows:
        return [_("No visit.")]
    cells = [
        [
            row.number,
            _when(session, row.file),
            who(row.code, row.name),
            visit_state_words(row.standing.state, session.language),
            _agenda(session, row),
        ]
        for row in rows
    ]
    heads = [_("Visit"), _("When"), _("Customer"), _("State"), _("Agenda")]
    return table(heads, cells, "lllll")


def _when(session: Session, file: VisitFile) -> str:
    visit = file.visit
    day = day_in_table(visit.day, session.locale, session.today)
    return day if visit.at is None else f"{day} {visit.at:%H:%M}"


def _agenda(session: Session, row: VisitRow) -> str:
    _, standing = session.translate, row.standing
    if standing.agenda is None:
        said = _("not sent") if standing.needs_agenda else ""
    elif standing.needs_agenda:
        said = _("to be sent anew")
    else:
        said = day_in_table(standing.agenda.day, session.locale, session.today)
    if standing.confirmed is not None:
        said = ", ".join(filter(None, (said, _("confirmed"))))
    return said


# ---------------------------------------------------------------- one of them
def page_json(page: VisitPage) -> answers.Json:
    """Return all that is known of a visit; what is ours alone stands under ``inner``."""
    file, worth = page.file, page.worth
    visit, inner = file.visit, file.inner
    return {
        **row_json(page.row),
        "version": visit.version,
        "address": visit.address,
        "country": visit.country,
        "site": visit.site,
        "owner": visit.owner,
        "people": [
            {
                "id": one.id, "side": one.side.value, "name": one.name, "role": one.role,
                "decides": one.decides,
            }
            for one in visit.people
        ],
        "issues": [
            {
                "id": one.id, "kind": one.kind.value, "what": one.what, "papers": one.papers,
                "dispute": one.dispute, "entries": list(one.entries),
            }
            for one in visit.issues
        ],
        "points": [one.words for one in visit.points],
        "agenda_items": [
            {
                "at": f"{one.begins:%H:%M}", "minutes": one.minutes, "kind": one.kind.value,
                "title": one.title, "issue": one.issue,
            }
            for one in visit.slots
        ],
        "requests": [{"id": one.id, "what": one.what} for one in visit.requests],
        "steps": [_step_json(file, one) for one in file.steps],
        "events": [_event_json(event) for event in file.events],
        "inner": {
            "purpose": inner.purpose.value,
            "travel_minutes": inner.travel_minutes,
            "distance_tenths": inner.distance_tenths,
            "unit": inner.unit.value,
            "limits": inner.limits,
            "if_deputy": inner.if_deputy,
            "note": inner.note,
            "margin": None if inner.margin is None else answers.money(inner.margin),
            "issues": [
                {"id": one.id, "wanted": one.wanted, "fall_back": one.fall_back}
                for one in plan_of(file).issues
            ],
            "cost": cost_json(worth.cost),
            "way_known": {
                "minutes": worth.way_known.minutes, "distance": worth.way_known.distance,
            },
            **stakes_json(worth.stakes),
            "worth_it": worth.worth_it,
        },
        "warnings": [one.why.value for one in page.times] + [one.why.value for one in page.hints],
    }  # fmt: skip


def _step_json(file: VisitFile, step: PreparationStep) -> answers.Json:
    """``done`` is the day on which somebody did it; ``left`` that it ended with the visit."""
    is_done = file.is_done(step)
    return {
        "id": step.id,
        "kind": step.kind.value,
        "due": answers.day(step.due_day),
        "done": answers.day(step.done_day) if is_done else None,
        "left": step.done_day is not None and not is_done,
        "words": step.words,
    }


def _event_json(event: VisitEvent) -> answers.Json:
    return {
        "kind": "changed" if event.change else event.kind.value,
        "day": answers.day(event.day),
        "way": event.way,
        "by_whom": event.by_whom,
        "from": answers.day(event.from_day),
        "to": answers.day(event.to_day),
        "note": event.note,
    }


def page_lines(session: Session, page: VisitPage) -> list[str]:
    """Return a visit as it is read: when, why, who, what about, what is to be done, its cost."""
    _, language, locale = session.translate, session.language, session.locale
    file = page.file
    visit, inner = file.visit, file.inner
    day = day_with_weekday(visit.day, locale)
    when = day if visit.at is None else f"{day}, {visit.at:%H:%M}"
    state = visit_state_words(page.row.standing.state, language)
    lines = [
        _("Visit {number} to {name}: {state}").format(
            number=visit.number, name=page.row.name, state=state
        ),
        f"{when}, {minutes_words(visit.minutes, language, locale)}{_here(session, page.row)}",
        place_words(in_one_line(visit.address), page.row.abroad, locale),
        visit.words,
        visit_purpose_words(inner.purpose, language),
    ]
    return [*filter(None, lines), *_people(session, file), *_issues(session, file),
            *_steps(session, file), *cost_lines(session, page.worth)]  # fmt: skip


def thoughts(session: Session, page: VisitPage) -> list[str]:
    """Return what to think of before a visit: what is against its hour, and what is missing."""
    language, locale, today = session.language, session.locale, session.today
    times = [time_warning_words(one, language, locale, today) for one in page.times]
    return [*times, *(visit_hint_words(one, language, locale) for one in page.hints)]


def _here(session: Session, row: VisitRow) -> str:
    """The hour by our clock, where that shows another one."""
    visit, here = row.file.visit, row.here
    same = here is not None and (here.day, here.at) == (visit.day, visit.at)
    if here is None or (same and not here.shifted):
        return ""
    day = f"{day_short(here.day, session.locale)} " if here.day != visit.day else ""
    said = session.translate("by the clock of {place}, {hour} by ours")
    return " " + said.format(place=zone_place(visit.zone), hour=f"{day}{here.at:%H:%M}")


def _people(session: Session, file: VisitFile) -> Iterator[str]:
    _ = session.translate
    heads = {Side.THEIRS: _("From their side:"), Side.OURS: _("From ours:")}
    for side, head in heads.items():
        people = file.visit.of_side(side)
        if people:
            yield head
        for one in people:
            told = (one.name, one.role, _("decides") if one.decides else "")
            yield "  " + ", ".join(filter(None, told))


def _issues(session: Session, file: VisitFile) -> list[str]:
    if not file.visit.issues:
        return []
    _ = session.translate
    rows = []
    for issue in file.visit.issues:
        inner = file.inner.issues.get(issue.id, _NOTHING)
        rows.append([issue.what, inner.wanted, inner.fall_back, issue.papers])
    heads = [_("To settle"), _("Wanted"), _("Fall-back, for us only"), _("Papers")]
    return table(heads, rows, "llll")


def _steps(session: Session, file: VisitFile) -> list[str]:
    _, locale = session.translate, session.locale
    rows = []
    for step in file.steps:
        ended = step.done_day
        left = "" if ended is None else _("left undone")
        rows.append([
            preparation_words(step.kind, step.words, session.language),
            day_short(step.due_day, locale),
            day_short(ended, locale) if ended and file.is_done(step) else left,
        ])  # fmt: skip
    return table([_("Preparation"), _("By"), _("Done")], rows, "lll") if rows else []
