"""Visits as JSON, and as lines on the console. All of it is ours: nothing here is a paper."""

from collections.abc import Iterator

from creditmate.cli import answers
from creditmate.cli.session import Session
from creditmate.cli.tables import table, who
from creditmate.domain.visit_plan import plan_of
from creditmate.domain.visits import InnerIssue, Side, VisitEvent, VisitFile
from creditmate.i18n.formats import day_in_table, day_short, day_with_weekday, money
from creditmate.i18n.visit_words import (
    distance_words,
    minutes_words,
    preparation_words,
    visit_purpose_words,
    visit_reason_words,
    visit_state_words,
)
from creditmate.services.visit_lists import VisitRow
from creditmate.services.visit_suggestions import Near, Suggested, SuggestedVisit
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
    elif standing.agenda_outdated:
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
        "steps": [
            {
                "id": one.id, "kind": one.kind.value, "due": answers.day(one.due_day),
                "done": answers.day(one.done_day), "words": one.words,
            }
            for one in file.steps
        ],
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
            "cost": {
                "minutes": worth.cost.minutes,
                "time": answers.money(worth.cost.time),
                "way": answers.money(worth.cost.way),
                "total": answers.money(worth.cost.total),
            },
            "overdue": answers.money(worth.stakes.overdue),
            "worth_it": worth.worth_it,
        },
        "warnings": [one.why.value for one in page.times] + [one.why.value for one in page.hints],
    }  # fmt: skip


def _event_json(event: VisitEvent) -> answers.Json:
    return {
        "kind": event.kind.value,
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
        f"{when}, {minutes_words(visit.minutes, language, locale)}",
        ", ".join(visit.address.splitlines()),
        visit.words,
        visit_purpose_words(inner.purpose, language),
    ]
    return [*filter(None, lines), *_people(session, file), *_issues(session, file),
            *_steps(session, file), *_cost(session, page)]  # fmt: skip


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
        done = step.done_day
        rows.append([
            preparation_words(step.kind, step.words, session.language),
            day_short(step.due_day, locale),
            "" if done is None else day_short(done, locale),
        ])  # fmt: skip
    return table([_("Preparation"), _("By"), _("Done")], rows, "lll") if rows else []


def _cost(session: Session, page: VisitPage) -> Iterator[str]:
    _, language, locale = session.translate, session.language, session.locale
    cost, stakes = page.worth.cost, page.worth.stakes
    yield _("It costs {total}: {time} away, {way}.").format(
        total=money(cost.total, locale, symbol=True),
        time=minutes_words(cost.minutes, language, locale),
        way=distance_words(cost.distance_tenths, cost.rates.unit, language, locale),
    )
    if stakes.overdue.minor > 0:
        yield _("At stake: {amount} overdue.").format(
            amount=money(stakes.overdue, locale, symbol=True)
        )


# ---------------------------------------------------------------- who is worth one, who is near
def suggested_json(found: Suggested) -> answers.Json:
    """Return who is worth a visit."""
    return {
        "visits": [_suggestion_json(row) for row in found.visits],
        "forms_unknown": found.forms_unknown,
    }


def _suggestion_json(row: SuggestedVisit) -> answers.Json:
    return {
        "code": row.code,
        "name": row.name,
        "purpose": row.made.purpose.value,
        "stake": answers.money(row.made.stake),
        "reasons": [
            {
                "why": one.why.value,
                "amount": None if one.amount is None else answers.money(one.amount),
                "limit": None if one.limit is None else answers.money(one.limit),
                "count": one.count,
                "days": one.days,
            }
            for one in row.made.reasons
        ],
        "last_visit": answers.day(row.last_visit),
        "near": list(row.near),
    }


def suggested_lines(session: Session, found: Suggested) -> list[str]:
    """Return who is worth a visit, and why."""
    _, language, locale = session.translate, session.language, session.locale
    lines = []
    for row in found.visits:
        why = [visit_reason_words(one, language, locale) for one in row.made.reasons]
        lines.append(f"{who(row.code, row.name)}: {'; '.join(why)}")
        if row.near:
            lines.append("  " + _("near: {codes}").format(codes=", ".join(row.near)))
    if not lines:
        lines.append(_("Nobody stands out as worth a visit."))
    if found.forms_unknown:
        text = session.catalogue.ngettext(
            "{count} customer is left out: nobody has said what legal form it has.",
            "{count} customers are left out: nobody has said what legal form they have.",
            found.forms_unknown,
        )
        lines.append(text.format(count=found.forms_unknown))
    return lines


def near_json(rows: list[Near]) -> list[answers.Json]:
    """Return who is near somebody."""
    return [
        {
            "code": row.code,
            "name": row.name,
            "distance": None if row.distance is None else round(row.distance, 1),
            "unit": row.unit.value,
            "overdue": answers.money(row.overdue),
            "last_visit": answers.day(row.last_visit),
            "planned": row.planned,
        }
        for row in rows
    ]


def near_lines(session: Session, rows: list[Near]) -> list[str]:
    """Return who is near somebody, as a table."""
    _, locale = session.translate, session.locale
    if not rows:
        return [_("Nobody is known to be near.")]
    cells = []
    for row in rows:
        far = _("same area")
        if row.distance is not None:
            tenths = round(row.distance * 10)
            far = distance_words(tenths, row.unit, session.language, locale)
        overdue = money(row.overdue, locale) if row.overdue.minor else ""
        cells.append([who(row.code, row.name), far, overdue, row.planned])
    heads = [_("Customer"), _("Distance"), _("Overdue"), _("Visit")]
    return table(heads, cells, "llrl")
