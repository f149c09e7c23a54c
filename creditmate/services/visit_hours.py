"""When a visit can be: what else is in the diary of whoever goes, and who works on the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from creditmate.db.business import business
from creditmate.db.diary import customers_in
from creditmate.db.our_people import our_people
from creditmate.domain.contact_hours import local_moment
from creditmate.domain.dates import ONE_DAY
from creditmate.domain.diary import DiaryItem, DiaryKind
from creditmate.domain.diary_clock import Planned, by_clock_of, settled
from creditmate.domain.diary_room import OUR_HOURS, Free
from creditmate.domain.visit_times import (
    Sides,
    Taken,
    TimeWarning,
    day_warnings,
    free_for_visit,
    time_warnings,
)
from creditmate.domain.visits import Side, VisitFile
from creditmate.domain.wishes import WishKind, hours_of
from creditmate.services.contact_policies import policies_of
from creditmate.services.diary_reading import Wanted, read_page
from creditmate.services.manners import wished
from creditmate.services.place_clocks import visit_zone
from creditmate.services.visit_calendars import both_calendars


@dataclass(frozen=True, slots=True)
class VisitTime:
    """An hour at which somebody may be visited; ``at`` is by the clock of the place, ``zone``.

    ``visit`` is the one it is about, whose own hour is nothing against it. ``along`` are those of
    us who go along with ``owner``. ``travel`` is None where nobody said how long the way is.
    """

    customer: int
    day: date
    at: time | None = None
    minutes: int = 60
    travel: int | None = None
    owner: int | None = None
    zone: str = ""
    site: int | None = None
    visit: int = 0
    along: frozenset[int] = frozenset()

    @classmethod
    def of(cls, file: VisitFile) -> "VisitTime":
        """Return the hour of a visit that is planned."""
        visit = file.visit
        return cls(
            customer=visit.customer, day=visit.day, at=visit.at, minutes=visit.minutes,
            travel=file.inner.travel_minutes, owner=visit.owner, zone=visit.zone,
            site=visit.site, visit=visit.id, along=of_ours(file),
        )  # fmt: skip


def against(when: VisitTime, today: date) -> tuple[TimeWarning, ...]:
    """Return what is against an hour; where none is said, what is against the day."""
    home, sides = business(), _sides(when, today)
    if when.at is None:
        return day_warnings(when.day, sides)
    planned = Planned(when.day, when.at, visit_zone(when.customer, when.site, when.zone))
    here = by_clock_of(settled(planned.day, planned.at, planned.zone), home.zone)
    others = _taken(when, here.day, today)
    return time_warnings(planned, when.minutes, when.travel, others, sides)


def _sides(when: VisitTime, today: date) -> Sides:
    ours, theirs = both_calendars(when.customer, when.site, when.day, when.day)
    wishes = wished([when.customer], today).wishes.get(when.customer, ())
    return Sides(
        ours=ours,
        theirs=theirs,
        our_zone=business().zone,
        hours=policies_of([when.customer])[when.customer].hours,
        wished=next((hours_of(w.value) for w in wishes if w.kind is WishKind.HOURS), None),
    )


def free_hours(when: VisitTime, now: datetime, today: date) -> tuple[Free, ...]:
    """Return when a visit can be on a day by our clock, so that we are back within our hours.

    Nothing is free where one of the two sides does not work on that day.

    Args:
        when: The day, and how long it takes with the way.
        now: Today nobody leaves before it.
        today: The day.
    """
    (first, last), here = OUR_HOURS, local_moment(now, business().zone)
    if when.day == today == here.date():
        first = max(first, here.time().replace(second=0, microsecond=0))
    if first > last or day_warnings(when.day, _sides(when, today)):
        return ()
    others = _taken(when, when.day, today)
    return free_for_visit(when.day, others, (first, last), when.minutes, when.travel or 0)


def _taken(when: VisitTime, day: date, today: date) -> list[Taken]:
    """What else whoever goes has to do around a day; what nobody has is not in the way.

    To a visit everybody of ours goes who is named on its agenda, not only whose it is.
    """
    people = our_people()
    page = read_page(Wanted(day - ONE_DAY, day + ONE_DAY), today, people)
    sole = people[0].id if len(people) == 1 else None
    owner = when.owner or customers_in([when.customer])[when.customer].owner or sole
    items = [item for item in page.items if item.visit != when.visit or not when.visit]
    going = when.along if owner is None else when.along | {owner}
    ours = (item for item in items if item.owner == owner or going & item.hands)
    return list(_timed(ours))


def of_ours(file: VisitFile) -> frozenset[int]:
    """Return those of our people who are named among who takes part."""
    named = (one.staff for one in file.visit.of_side(Side.OURS))
    return frozenset(id_ for id_ in named if id_ is not None)


def _timed(items: Iterable[DiaryItem]) -> Iterable[Taken]:
    for item in items:
        if item.at is not None and not item.done:
            away = item.kind is DiaryKind.VISIT
            yield Taken(
                item.key, item.begins, item.ends, item.travel, item.name, away, item.next_door
            )
