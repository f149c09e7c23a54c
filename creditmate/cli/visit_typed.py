"""A visit as it is typed on the command line."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from creditmate.cli.arguments import visits as forms
from creditmate.cli.far_days import meant_day
from creditmate.cli.owners import owner_named
from creditmate.cli.session import Session
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_plan import (
    PlanIssue,
    PlanPerson,
    PlanPoint,
    PlanRequest,
    VisitPlan,
    plan_of,
)
from creditmate.domain.visits import IssueKind, Side, VisitFile, VisitPurpose
from creditmate.i18n.dispute_words import dispute_title
from creditmate.i18n.formats import money
from creditmate.i18n.hour_parsing import parse_hour
from creditmate.i18n.parsing import parse_money

_KINDS = {kind.value: kind for kind in IssueKind}
_DECIDES = {"": None, "decides": True, "no": False}


def typed_plan(session: Session, code: str) -> VisitPlan:
    """Return a new visit as it is typed.

    Raises:
        UserError: Something cannot be read, or names nothing.
    """
    asked = session.arguments
    bare = VisitPlan(meant_day(session, asked.day, "--day"), None, "", entry=asked.entry)
    return _described(session, code, bare)


def changed_plan(session: Session, code: str, file: VisitFile) -> VisitPlan:
    """Return a visit with what was typed in place of what it was.

    Raises:
        UserError: As ``typed_plan``.
    """
    asked, plan = session.arguments, plan_of(file)
    if asked.day is not None:
        plan = replace(plan, day=meant_day(session, asked.day, "--day"))
    issues = asked.issue or asked.overdue or asked.dispute
    if issues or asked.minutes is not None:
        plan = replace(plan, slots=())
    return _described(session, code, replace(plan, issues=() if issues else plan.issues))


def _described(session: Session, code: str, plan: VisitPlan) -> VisitPlan:
    asked = session.arguments
    given: dict[str, object] = {
        "words": asked.purpose,
        "minutes": asked.minutes,
        "site": None if asked.site is None else _site(session, code),
        "zone": asked.zone,
        "address": None if asked.address is None else asked.address.replace("\\n", "\n"),
        "travel_minutes": asked.travel,
        "distance_tenths": None if asked.distance is None else _tenths(asked.distance),
        "limits": asked.limits,
        "if_deputy": asked.if_deputy,
        "note": asked.inner_note,
        "people": _people(session, code, plan),
        "issues": _issues(session, code) or None,
        "points": tuple(PlanPoint(text, session.today) for text in asked.point) or None,
        "requests": tuple(PlanRequest(text) for text in asked.request) or None,
    }
    if asked.time is not None:
        given["at"] = parse_hour(asked.time, session.locale, field="--time")
    if asked.owner is not None:
        given["owner"] = owner_named(session, asked.owner)
    if asked.stay_well:
        given["purpose"] = VisitPurpose.STAY_WELL
    if asked.margin is not None:
        currency = session.ask(session.program.settings.read).currency
        given["margin"] = parse_money(asked.margin, currency, session.locale, field="--margin")
    if asked.site is not None and asked.address is None:
        given["address"] = ""
    told = {name: value for name, value in given.items() if value is not None}
    return replace(plan, **told)  # type: ignore[arg-type] # each has the type of its field


def _site(session: Session, code: str) -> int:
    """One of their addresses."""
    site: int = session.arguments.site
    places = session.ask(lambda: session.program.visits.places(code))
    known = [place.site for place in places if place.site is not None]
    if site not in known:
        expected = ", ".join(map(str, known)) or "–"
        raise UserError(Problem.BAD_OPTION, option="--site", found=site, expected=expected)
    return site


def _tenths(text: str) -> int:
    try:
        return int(Decimal(text.replace(",", ".")) * 10)
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise UserError(
            Problem.BAD_NUMBER, field="--distance", found=text, expected="96"
        ) from error


def _people(session: Session, code: str, plan: VisitPlan) -> tuple[PlanPerson, ...] | None:
    """Who takes part: a side that is named takes the place of the one before."""
    asked, found = session.arguments, list[PlanPerson]()
    if not asked.with_theirs and not asked.with_ours:
        return None
    for side, typed in ((Side.THEIRS, asked.with_theirs), (Side.OURS, asked.with_ours)):
        if typed:
            found += [_person(session, code, side, text) for text in typed]
        else:
            found += [person for person in plan.people if person.side is side]
    return tuple(found)


def _person(session: Session, code: str, side: Side, text: str) -> PlanPerson:
    """Somebody who takes part; where it is not said whether they decide, as it was said before."""
    name, role, decides = _parts(text, 3)
    theirs = side is Side.THEIRS
    if decides not in _DECIDES:
        option = "--with" if theirs else "--from-us"
        raise UserError(Problem.BAD_OPTION, option=option, found=text, expected=forms.PERSON)
    person = PlanPerson(side, name, role, decides=bool(_DECIDES[decides]))
    known = _known(session, code, side, name.casefold())
    if known is None:
        return person
    id_, named = known
    said = session.ask(lambda: session.program.visits.deciders(code))
    if _DECIDES[decides] is None:
        person = replace(person, decides=id_ in (said.theirs if theirs else said.ours))
    if theirs:
        return replace(person, contact=id_, name=named)
    return replace(person, staff=id_, name=named)


def _known(session: Session, code: str, side: Side, wanted: str) -> tuple[int, str] | None:
    """The id and name of somebody on record, by name, or by the initials of one of ours."""
    if side is Side.THEIRS:
        contacts = session.ask(lambda: session.program.contacts_editing.of(code))
        named = ((form.id, form.name) for form in contacts if form.name.casefold() == wanted)
        return next(((id_, name) for id_, name in named if id_ is not None), None)
    staff = session.ask(session.program.people.staff)
    found = (row for row in staff if wanted in {row.initials.casefold(), row.name.casefold()})
    return next(((row.id, row.name) for row in found), None)


def _issues(session: Session, code: str) -> tuple[PlanIssue, ...]:
    asked = session.arguments
    late = _overdue(session, code) if asked.overdue else None
    found = [] if late is None or not late.entries else [late]
    if late is not None and not late.entries:
        session.remark(session.translate("Nothing is overdue: it is no issue."))
    found += [_dispute(session, code, named) for named in asked.dispute]
    return (*found, *(_issue(text) for text in asked.issue))


def _issue(text: str) -> PlanIssue:
    head, equals, rest = text.partition("=")
    kind = _KINDS.get(head.strip()) if equals else None
    what, wanted, fall_back, papers = _parts(text if kind is None else rest, 4)
    return PlanIssue(what, wanted, fall_back, kind or IssueKind.OTHER, papers)


def _parts(text: str, most: int) -> Sequence[str]:
    parts = [part.strip() for part in text.split(";", most - 1)]
    return [*parts, *("",) * (most - len(parts))]


def _overdue(session: Session, code: str) -> PlanIssue:
    """All that is overdue, as one issue."""
    entries = session.ask(lambda: session.program.visits.overdue_entries(code))
    return PlanIssue(session.translate("Overdue invoices"), kind=IssueKind.ACCOUNT, entries=entries)


def _dispute(session: Session, code: str, named: str) -> PlanIssue:
    """A question of theirs, in the words of the register."""
    rows = session.ask(lambda: session.program.visits.open_questions(code))
    row = next((one for one in rows if str(one.id) == named.strip()), None)
    if row is None:
        known = ", ".join(str(one.id) for one in rows) or "–"
        raise UserError(Problem.BAD_OPTION, option="--dispute", found=named, expected=known)
    numbers = ", ".join(item.number for item in row.items)
    amounts = [money(item.questioned, session.locale, symbol=True) for item in row.items]
    title = dispute_title(row.reason, session.language)
    what = ", ".join(filter(None, (title, numbers, *amounts[:1])))
    return PlanIssue(what, kind=IssueKind.DISPUTE, dispute=row.id)
