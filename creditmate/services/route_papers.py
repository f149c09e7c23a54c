"""The route sheet of a day, for each of us who goes; made anew whenever it is asked for."""

from collections.abc import Iterator, Sequence
from datetime import date

from creditmate.db.business import business
from creditmate.db.customers import contacts_of
from creditmate.db.visit_days import spots_of
from creditmate.documents.route_sheet_paper import RouteSheet, SheetStop
from creditmate.domain.ports import Clock
from creditmate.domain.rows import BusinessRow, ContactRow
from creditmate.domain.visit_changes import in_one_line
from creditmate.domain.visits import Side
from creditmate.services.letterhead import business_card, paper_form
from creditmate.services.route_remarks import near_route, notes_of
from creditmate.services.visit_agenda_content import addressee
from creditmate.services.visit_routes import DayRoute, RouteRow, VisitRoutes
from creditmate.services.visits_known import VisitsKnown

_DEGREE = 1_000_000


class RoutePapers:
    """Makes route sheets.

    Args:
        clock: Tells the day and the moment.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def papers(self, day: date, owner: int | None = None) -> list[RouteSheet]:
        """Return the sheets of a day, one for each of us who has a visit with an hour.

        Args:
            day: Of the visits.
            owner: Only this one of us.

        Raises:
            UserError: ``UNKNOWN_STAFF``.
        """
        routes = VisitRoutes().on(day, self._clock.today, owner)
        return [paper for one in routes if (paper := self._paper(one)) is not None]

    def _paper(self, one: DayRoute) -> RouteSheet | None:
        if one.route is None:
            return None
        home = business()
        timed = [row for row in one.rows if row.reached is not None]
        late = [row for row in one.rows if row.reached is None]
        spots = spots_of([row.file.visit.id for row in timed])
        people = contacts_of([row.customer.id for row in timed])
        return RouteSheet(
            business=business_card(home),
            day=one.day,
            route=one.route,
            stops=tuple(
                _stop(row, people.get(row.customer.id, ()), spots.get(row.file.visit.id))
                for row in timed
            ),
            unit=one.unit,
            who=_who(one, timed),
            home=_home(home),
            near=tuple(near_route(timed, one.unit, self._clock.today)),
            take=tuple(_take(timed)),
            notes=tuple(notes_of(one.rows, VisitsKnown(self._clock), self._clock.today)),
            without_hour=tuple(row.customer.name for row in late),
            printed=self._clock.now(),
            locale=home.locale,
            size=paper_form(home)[0],
        )


def _stop(row: RouteRow, people: Sequence[ContactRow], spot: tuple[int, int] | None) -> SheetStop:
    visit, standing = row.file.visit, row.standing
    first = addressee(visit)
    known = next((one for one in people if first is not None and one.id == first.contact), None)
    confirmed = standing.reconfirmed or standing.confirmed
    said = () if first is None else tuple(part for part in (first.name, first.role) if part)
    return SheetStop(
        name=row.customer.name,
        address=in_one_line(visit.address),
        person=", ".join(said),
        phone="" if known is None else known.phone,
        about="; ".join(issue.what for issue in visit.issues) or visit.words,
        agenda_day=None if standing.agenda is None else standing.agenda.day,
        confirmed_day=None if confirmed is None else confirmed.day,
        outdated=standing.agenda_outdated,
        abroad=row.abroad,
        zone=row.zone,
        here=row.here,
        coordinates=None if spot is None else (spot[0] / _DEGREE, spot[1] / _DEGREE),
    )


def _who(one: DayRoute, rows: list[RouteRow]) -> tuple[str, ...]:
    """Who goes: whose route it is first, then whoever of us comes along to a visit."""
    along = [person.name for row in rows for person in row.file.visit.of_side(Side.OURS)]
    return tuple(dict.fromkeys(name for name in (one.owner_name, *along) if name))


def _home(home: BusinessRow) -> str:
    lines = business_card(home).postal_address
    return ", ".join(line for line in lines if line)


def _take(rows: list[RouteRow]) -> Iterator[str]:
    """The papers that issues speak of, each with whose they are."""
    for row in rows:
        for issue in row.file.visit.issues:
            if issue.papers:
                yield f"{issue.papers} ({row.customer.name})"
