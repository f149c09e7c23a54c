"""A visit as it is typed: checked, tidied, and with what goes without saying."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from creditmate.db.business import business
from creditmate.db.customers import contacts_of
from creditmate.db.dispute_register import dispute_rows
from creditmate.db.entries import open_entries
from creditmate.db.our_people import our_people
from creditmate.db.visit_sites import site_address, spots_of
from creditmate.domain.department_lines import without_department
from creditmate.domain.diary_clock import zone_or
from creditmate.domain.dispute_register import DisputePick
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_cost import usual_unit
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, VisitPlan, usual_slots
from creditmate.domain.visit_refusals import VisitWhy, visit_refused
from creditmate.domain.visits import IssueKind, Side, VisitFile
from creditmate.services.place_clocks import visit_zone
from creditmate.services.typed_texts import one_line, some_lines

_LINE, _TEXT = 200, 2000
_SHORTEST, _LONGEST_VISIT = 5, 720
_MOST_TRAVEL, _MOST_TENTHS = 1440, 100_000
_AHEAD = timedelta(days=730)


def checked_plan(
    customer: CustomerRow, plan: VisitPlan, today: date, before: VisitFile | None = None
) -> VisitPlan:
    """Return a plan as it is to be put down: tidied, and with what goes without saying.

    Args:
        customer: Whom we visit.
        plan: As it was typed.
        today: A visit is on this day or later; one that is being changed may have its own day.
        before: The visit as it stands; None for a new one.

    Raises:
        UserError: ``VISIT_REFUSED``; ``FIELD_REFUSED``.
    """
    _check_when(plan, today, before)
    words = one_line("visit.words", plan.words, _TEXT)
    if not words:
        raise visit_refused(VisitWhy.NO_PURPOSE)
    home = business()
    issues = _issues(customer, plan.issues, today, before)
    slots = plan.slots or usual_slots(plan.minutes, issues)
    if sum(slot.minutes for slot in slots) > plan.minutes:
        total = sum(slot.minutes for slot in slots)
        raise visit_refused(VisitWhy.AGENDA_TOO_LONG, minutes=total, most=plan.minutes)
    site, address = _where(customer, plan)
    return replace(
        plan,
        words=words,
        zone=_zone(customer, replace(plan, site=site), before),
        site=site,
        address=address,
        owner=plan.owner,
        people=_people(customer, plan.people, before),
        issues=issues,
        points=tuple(replace(p, words=_words("visit.point", p.words)) for p in plan.points),
        slots=tuple(
            replace(
                slot,
                title=one_line("visit.slot", slot.title, _LINE),
                detail=one_line("visit.slot", slot.detail, _LINE),
                issue=slot.issue if slot.issue and slot.issue <= len(issues) else None,
            )
            for slot in slots
        ),
        requests=tuple(replace(r, what=_words("visit.request", r.what)) for r in plan.requests),
        unit=plan.unit or usual_unit(home.country),
        limits=some_lines("visit.limits", plan.limits, _TEXT),
        if_deputy=some_lines("visit.if_deputy", plan.if_deputy, _TEXT),
        note=some_lines("visit.note", plan.note, _TEXT),
    )


def _check_when(plan: VisitPlan, today: date, before: VisitFile | None) -> None:
    stays = before is not None and before.visit.day == plan.day
    if plan.day < today and not stays:
        raise visit_refused(VisitWhy.DAY_PAST, day=plan.day, today=today)
    if plan.day > today + _AHEAD:
        raise visit_refused(VisitWhy.TOO_FAR, day=plan.day)
    if not _SHORTEST <= plan.minutes <= _LONGEST_VISIT:
        raise visit_refused(VisitWhy.LENGTH, least=_SHORTEST, most=_LONGEST_VISIT)
    if not 0 <= (plan.travel_minutes or 0) <= _MOST_TRAVEL:
        raise visit_refused(VisitWhy.TRAVEL, most=_MOST_TRAVEL)
    if not 0 <= plan.distance_tenths <= _MOST_TENTHS:
        raise visit_refused(VisitWhy.DISTANCE, most=_MOST_TENTHS // 10)


def _words(field: str, text: str) -> str:
    said = one_line(field, text, _TEXT)
    if not said:
        raise visit_refused(VisitWhy.NO_WHAT)
    return said


def _where(customer: CustomerRow, plan: VisitPlan) -> tuple[int | None, str]:
    """The address as it is said: what was typed, else where the site, or the first of them, is."""
    typed = some_lines("visit.address", plan.address, _TEXT)
    site = plan.site
    if site is None and not typed:
        site = next((spot.site for spot in spots_of(customer.id)), None)
    if site is None:
        return None, typed
    found = site_address(site)
    if found is None or found[0] != customer.id:
        raise visit_refused(VisitWhy.NOT_THEIRS, found=site)
    return site, typed or without_department(found[1])


def _zone(customer: CustomerRow, plan: VisitPlan, before: VisitFile | None) -> str:
    """By which clock its hour is: as it was said, else that of the place.

    What was said of the place before is not said of another one.
    """
    stood = before.visit if before is not None else None
    moved = stood is not None and (plan.site, plan.zone) != (stood.site, stood.zone)
    elsewhere = moved and stood is not None and plan.zone == stood.zone
    said = "" if elsewhere else plan.zone
    if said and (stood is None or said != stood.zone) and not zone_or(said, ""):
        raise visit_refused(VisitWhy.UNKNOWN_ZONE, found=said)
    return visit_zone(customer.id, plan.site, said)


def _people(
    customer: CustomerRow, people: Sequence[PlanPerson], before: VisitFile | None
) -> tuple[PlanPerson, ...]:
    """Who takes part, with the names and roles that the ledger has for them."""
    theirs = {row.id: row for row in contacts_of([customer.id]).get(customer.id, ())}
    ours = {row.id: row for row in our_people(with_archived=True)}
    known = {person.contact for person in before.visit.people} if before else set()
    found = []
    for person in people:
        name, role = person.name, person.role
        if person.contact is not None:
            row = theirs.get(person.contact)
            if row is None and person.contact not in known:
                raise visit_refused(VisitWhy.NOT_THEIRS, found=person.name or person.contact)
            name, role = name or (row.name if row else ""), role or (row.role if row else "")
        if person.staff is not None:
            one = ours.get(person.staff)
            if one is None:
                raise visit_refused(VisitWhy.NOT_THEIRS, found=person.name or person.staff)
            name, role = name or one.name, role or one.role
        said = one_line("visit.person", name, _LINE)
        if not said:
            raise visit_refused(VisitWhy.NO_NAME)
        found.append(
            replace(
                person,
                name=said,
                role=one_line("visit.person", role, _LINE),
                contact=person.contact if person.side is Side.THEIRS else None,
                staff=person.staff if person.side is Side.OURS else None,
                inner_note=some_lines("visit.person", person.inner_note, _TEXT),
            )
        )
    _check_named_once(found)
    return tuple(found)


def _check_named_once(people: Sequence[PlanPerson]) -> None:
    """Nobody stands twice on an agenda; two whom we know apart may be namesakes."""
    ids: set[tuple[Side, int]] = set()
    names: dict[tuple[Side, str, str], int | None] = {}
    for one in people:
        id_, named = one.contact or one.staff, (one.side, one.name.casefold(), one.role.casefold())
        is_known = id_ is not None and (one.side, id_) in ids
        if is_known or (named in names and None in {id_, names[named]}):
            raise visit_refused(VisitWhy.TWICE, found=one.name)
        names[named] = id_
        if id_ is not None:
            ids.add((one.side, id_))


def _issues(
    customer: CustomerRow, issues: Sequence[PlanIssue], today: date, before: VisitFile | None
) -> tuple[PlanIssue, ...]:
    """What is to be settled; items and questions are the customer's own."""
    entries = {row.id for row in open_entries([customer.id], today)}
    disputes = {row.id for row in dispute_rows(today, [customer.id], pick=DisputePick.OPEN)}
    for old in before.visit.issues if before else ():
        entries |= set(old.entries)
        disputes |= {old.dispute} if old.dispute else set()
    found = []
    for issue in issues:
        if foreign := [entry for entry in issue.entries if entry not in entries]:
            raise visit_refused(VisitWhy.NOT_OPEN, found=foreign[0])
        if issue.dispute is not None and issue.dispute not in disputes:
            raise visit_refused(VisitWhy.NOT_OPEN, found=issue.dispute)
        kind = issue.kind
        if issue.dispute is not None and kind is IssueKind.OTHER:
            kind = IssueKind.DISPUTE
        found.append(
            replace(
                issue,
                what=_words("visit.issue", issue.what),
                wanted=some_lines("visit.issue", issue.wanted, _TEXT),
                fall_back=some_lines("visit.issue", issue.fall_back, _TEXT),
                papers=one_line("visit.issue", issue.papers, _TEXT),
                kind=kind,
            )
        )
    return tuple(found)
