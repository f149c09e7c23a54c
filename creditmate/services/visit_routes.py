"""A day's visits as whoever makes them goes from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from creditmate.db.business import business
from creditmate.db.customers import customers_by_id
from creditmate.db.our_people import staff_row
from creditmate.db.visit_days import spots_of, visits_on
from creditmate.domain.diary_clock import settled, zone_or
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.rows import CustomerRow
from creditmate.domain.visit_cost import usual_unit
from creditmate.domain.visit_near import distance_km, in_unit
from creditmate.domain.visit_route import Route, RouteStop, Stop, Way, entered, estimated, route
from creditmate.domain.visit_standing import VisitStanding, standing_of
from creditmate.domain.visits import DistanceUnit, Visit, VisitFile
from creditmate.services.visit_hours import of_ours
from creditmate.services.visit_lists import visit_files

_KM_IN_MILE = 1.609344


@dataclass(frozen=True, slots=True)
class RouteRow:
    """A visit of the day; ``reached`` is None where no hour is agreed, so that it has no place.

    ``abroad`` is the country of its place (ISO 3166) where that is not ours, and ``zone`` that by
    which its hour is where our clock shows another one, ``here``.
    """

    file: VisitFile
    customer: CustomerRow
    standing: VisitStanding
    reached: RouteStop | None
    abroad: str = ""
    zone: str = ""
    here: datetime | None = None


@dataclass(frozen=True, slots=True)
class DayRoute:
    """The visits that one of us makes on a day, in their order; those without an hour are last.

    Besides ``owner``'s own they are those to which ``owner`` goes along. It is None where nobody
    is named who goes. Distances are in ``unit``.
    """

    day: date
    owner: int | None
    owner_name: str
    unit: DistanceUnit
    rows: tuple[RouteRow, ...]
    route: Route | None


class VisitRoutes:
    """Lays out the visits of a day."""

    def on(self, day: date, as_at: date, owner: int | None = None) -> list[DayRoute]:
        """Return each one's route on a day, as it is known on another.

        Args:
            day: Of the visits.
            as_at: What was put down for a later day is not known.
            owner: Only this one of us.

        Raises:
            UserError: ``UNKNOWN_STAFF``.
        """
        if owner is not None and staff_row(owner) is None:
            raise UserError(Problem.UNKNOWN_STAFF, found=owner)
        files = visit_files(visits_on(day))
        goes = {file.visit.id: _going(file) for file in files}
        who = dict.fromkeys(one for file in files for one in goes[file.visit.id])
        return [
            _route(day, one, [file for file in files if one in goes[file.visit.id]], as_at)
            for one in who
            if owner in {None, one}
        ]


def _going(file: VisitFile) -> tuple[int | None, ...]:
    """Whose it is first, then those of us who are named on its agenda; None where nobody is."""
    owner, along = file.visit.owner, sorted(of_ours(file))
    if owner is None:
        return tuple(along) or (None,)
    return (owner, *(one for one in along if one != owner))


def _route(day: date, owner: int | None, files: Sequence[VisitFile], as_at: date) -> DayRoute:
    home = business()
    unit = usual_unit(home.country)
    spots = spots_of([file.visit.id for file in files])
    stops = [stop for file in files if (stop := _stop(file, unit, home.zone)) is not None]

    def between(one: Stop, other: Stop) -> Way:
        here, there = spots.get(one.visit), spots.get(other.visit)
        straight = None if here is None or there is None else distance_km(here, there)
        return estimated(one, other, None if straight is None else in_unit(straight, unit), unit)

    found = route(stops, between, ZoneInfo(home.zone))
    reached = {} if found is None else {stop.stop.visit: stop for stop in found.stops}
    places = list(reached)
    customers = customers_by_id({file.visit.customer for file in files})
    in_order = sorted(
        files, key=lambda f: places.index(f.visit.id) if f.visit.id in reached else len(places)
    )
    person = None if owner is None else staff_row(owner)
    rows = tuple(
        RouteRow(
            file,
            customers[file.visit.customer],
            standing_of(file, as_at),
            reached.get(file.visit.id),
            "" if file.visit.country == home.country else file.visit.country,
            *_other_clock(file.visit, reached.get(file.visit.id), home.zone),
        )
        for file in in_order
    )
    return DayRoute(day, owner, "" if person is None else person.name, unit, rows, found)


def _other_clock(visit: Visit, reached: RouteStop | None, home: str) -> tuple[str, datetime | None]:
    """The zone of an hour where our clock shows another one, and that one; '' and None for none."""
    if reached is None:
        return "", None
    begins = reached.stop.begins
    here = begins.astimezone(ZoneInfo(home))
    return ("", None) if begins.utcoffset() == here.utcoffset() else (visit.zone, here)


def _stop(file: VisitFile, unit: DistanceUnit, home: str) -> Stop | None:
    visit, inner = file.visit, file.inner
    if visit.at is None:
        return None
    hour = settled(visit.day, visit.at, zone_or(visit.zone or home, home))
    begins = datetime.combine(hour.day, hour.at, ZoneInfo(hour.zone))
    tenths = inner.distance_tenths * _factor(inner.unit, unit)
    way = entered(inner.travel_minutes, tenths, unit)
    return Stop(visit.id, begins, visit.minutes, way)


def _factor(said: DistanceUnit, wanted: DistanceUnit) -> float:
    if said is wanted:
        return 1
    return _KM_IN_MILE if said is DistanceUnit.MILE else 1 / _KM_IN_MILE
