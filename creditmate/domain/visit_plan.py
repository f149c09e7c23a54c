"""What is typed about a visit: whom we see, when, about what, and what stays with us."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from creditmate.domain.money import Money
from creditmate.domain.visits import (
    DistanceUnit,
    InnerIssue,
    IssueKind,
    Side,
    SlotKind,
    VisitFile,
    VisitPurpose,
    VisitSlot,
)

USUAL_LENGTH = 60
"""Minutes: common practice, and the length of the pictured agendas."""
SHARE = 5
"""Minutes of which an agenda's items are multiples, where there is room."""
_WEIGHTS = {
    SlotKind.WELCOME: 3,
    SlotKind.ORDERS: 2,
    SlotKind.ISSUE: 3,
    SlotKind.ACCOUNT: 3,
    SlotKind.PROPOSAL: 2,
    SlotKind.POINTS: 3,
    SlotKind.NEXT: 1,
}
_FIRST = (SlotKind.WELCOME, SlotKind.POINTS, SlotKind.NEXT, SlotKind.ACCOUNT, SlotKind.ISSUE)
"""What stays on an agenda that is too short for everything, the most needed first."""


@dataclass(frozen=True, slots=True)
class PlanPerson:
    """Somebody who is to take part; ``id`` 0 for one who was not among them before."""

    side: Side
    name: str = ""
    role: str = ""
    decides: bool = False
    contact: int | None = None
    staff: int | None = None
    inner_note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlanIssue:
    """Something to be settled, what we want of it, and with what we would be content."""

    what: str
    wanted: str = ""
    fall_back: str = ""
    kind: IssueKind = IssueKind.OTHER
    papers: str = ""
    dispute: int | None = None
    entries: tuple[int, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """A point of the customer's own."""

    words: str
    said_day: date | None = None
    by_whom: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """An item of the agenda; ``issue`` is the place of its issue in the plan, from 1."""

    minutes: int
    kind: SlotKind
    title: str = ""
    detail: str = ""
    issue: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """Something we ask them to have ready."""

    what: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """A visit as it is typed.

    ``at`` is the hour where they are. An empty ``zone`` is the customer's, an empty ``address``
    that of the site, no ``slots`` the usual agenda. ``entry`` is the diary's plan whose place it
    takes. Of the way, ``travel_minutes`` is once (None where nobody said, 0 where they are next
    door), ``distance_tenths`` there and back.
    """

    day: date
    at: time | None
    words: str
    minutes: int = USUAL_LENGTH
    purpose: VisitPurpose = VisitPurpose.GET_WELL
    zone: str = ""
    site: int | None = None
    address: str = ""
    owner: int | None = None
    people: tuple[PlanPerson, ...] = ()
    issues: tuple[PlanIssue, ...] = ()
    points: tuple[PlanPoint, ...] = ()
    slots: tuple[PlanSlot, ...] = ()
    requests: tuple[PlanRequest, ...] = ()
    travel_minutes: int | None = None
    distance_tenths: int = 0
    unit: DistanceUnit | None = None
    limits: str = ""
    if_deputy: str = ""
    note: str = ""
    margin: Money | None = None
    entry: int | None = None


def plan_of(file: VisitFile) -> VisitPlan:
    """Return a visit as it would be typed, to be changed."""
    visit, inner = file.visit, file.inner
    nothing = InnerIssue()
    places = {issue.id: place for place, issue in enumerate(visit.issues, 1)}
    return VisitPlan(
        day=visit.day,
        at=visit.at,
        words=visit.words,
        minutes=visit.minutes,
        purpose=inner.purpose,
        zone=visit.zone,
        site=visit.site,
        address=visit.address,
        owner=visit.owner,
        people=tuple(
            PlanPerson(
                p.side, p.name, p.role, p.decides, p.contact, p.staff,
                inner.people.get(p.id, ""), p.id,
            )
            for p in visit.people
        ),
        issues=tuple(
            PlanIssue(
                i.what, inner.issues.get(i.id, nothing).wanted,
                inner.issues.get(i.id, nothing).fall_back, i.kind, i.papers, i.dispute, i.entries,
                i.id,
            )
            for i in visit.issues
        ),
        points=tuple(PlanPoint(p.words, p.said_day, p.by_whom, p.id) for p in visit.points),
        slots=tuple(
            PlanSlot(s.minutes, s.kind, s.title, s.detail, places.get(s.issue or 0), s.id)
            for s in visit.slots
        ),
        requests=tuple(PlanRequest(r.what, r.id) for r in visit.requests),
        travel_minutes=inner.travel_minutes,
        distance_tenths=inner.distance_tenths,
        unit=inner.unit,
        limits=inner.limits,
        if_deputy=inner.if_deputy,
        note=inner.note,
        margin=inner.margin,
    )  # fmt: skip


# ---------------------------------------------------------------- the agenda
def usual_slots(minutes: int, issues: Sequence[PlanIssue]) -> tuple[PlanSlot, ...]:
    """Return an agenda that fills the time: how they are first, their points, what follows last.

    Args:
        minutes: How long the visit takes, at least ``SHARE``.
        issues: What is to be settled; of the account there is one item, whatever is open.

    Raises:
        ValueError: There is no time for anything.
    """
    if minutes < SHARE:
        raise ValueError(f"{minutes} minutes")
    wanted = _items(issues)
    while len(wanted) * SHARE > minutes:
        wanted.remove(max(wanted, key=_how_dispensable))
    return _shared(wanted, minutes)


def _items(issues: Sequence[PlanIssue]) -> list[PlanSlot]:
    kinds = [issue.kind for issue in issues]
    found = [PlanSlot(0, SlotKind.WELCOME), PlanSlot(0, SlotKind.ORDERS)]
    found += [
        PlanSlot(0, SlotKind.ISSUE, issue=place)
        for place, kind in enumerate(kinds, 1)
        if kind not in {IssueKind.ACCOUNT, IssueKind.ORDERS}
    ]
    if IssueKind.ACCOUNT in kinds:
        found.append(PlanSlot(0, SlotKind.ACCOUNT, issue=kinds.index(IssueKind.ACCOUNT) + 1))
    return [*found, PlanSlot(0, SlotKind.POINTS), PlanSlot(0, SlotKind.NEXT)]


def _how_dispensable(slot: PlanSlot) -> tuple[int, int]:
    rank = _FIRST.index(slot.kind) if slot.kind in _FIRST else len(_FIRST)
    return rank, slot.issue or 0


def _shared(wanted: Sequence[PlanSlot], minutes: int) -> tuple[PlanSlot, ...]:
    """Give each item one share, the rest by weight, and what is left over to the first of all."""
    shares = minutes // SHARE
    weights = [_WEIGHTS[slot.kind] for slot in wanted]
    spare, total = shares - len(wanted), sum(weights)
    given = [1 + spare * weight // total for weight in weights]
    left = shares - sum(given)
    by_weight = sorted(range(len(wanted)), key=lambda place: -weights[place])
    for place in by_weight[:left]:
        given[place] += 1
    lengths = [count * SHARE for count in given]
    lengths[0] += minutes - sum(lengths)
    return tuple(
        replace(slot, minutes=length) for slot, length in zip(wanted, lengths, strict=True)
    )


def with_hours(at: time | None, slots: Sequence[VisitSlot]) -> tuple[VisitSlot, ...]:
    """Return an agenda's items with the hour at which each begins; from midnight without one."""
    begins, found = datetime.combine(date.min, at or time()), []
    for slot in slots:
        found.append(replace(slot, begins=begins.time()))
        begins += timedelta(minutes=slot.minutes)
    return tuple(found)
