"""A day's route read from a ledger: whose visits, in which order, by which clock."""

from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.db.models import Customer, Site
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, VisitPlan
from creditmate.domain.visit_route import Known
from creditmate.domain.visits import DistanceUnit, Side, VisitEventKind
from creditmate.services.people import People
from creditmate.services.visit_report_notes import NotMet
from creditmate.services.visit_reports import VisitReports
from creditmate.services.visit_routes import DayRoute, VisitRoutes
from creditmate.services.visits import Visits
from tests.builders import a_customer
from tests.services.conftest import Office

TODAY, DAY = date(2026, 11, 23), date(2026, 12, 3)
PLAN = VisitPlan(
    DAY, time(10, 30), "To look ahead together.", travel_minutes=50, distance_tenths=440,
    issues=(PlanIssue("Orders"),),
)  # fmt: skip


@pytest.fixture
def ids(office: Office) -> dict[str, int]:
    office.on(TODAY)
    with office.gateway.write("test") as writing:
        return {code: a_customer(writing, code) for code in ("ACME", "BIRCH", "CEDAR")}


def plan(office: Office, code: str, wanted: VisitPlan) -> int:
    return Visits(office.gateway, office.clock).plan(code, wanted).id


def stands(office: Office, customer: int, latitude: float, longitude: float) -> None:
    with office.gateway.write("test") as writing:
        writing.create(
            Site,
            customer_id=customer,
            kind="delivery",
            address="4 Staithe Yard",
            postcode="OV3 8LN",
            country="GB",
            latitude=round(latitude * 1_000_000),
            longitude=round(longitude * 1_000_000),
        )


def only(day: date = DAY) -> DayRoute:
    (found,) = VisitRoutes().on(day, TODAY)
    return found


def test_visits_are_in_their_order_and_those_without_an_hour_are_last(
    office: Office, ids: dict[str, int]
) -> None:
    plan(office, "CEDAR", replace(PLAN, at=None))
    second = plan(office, "BIRCH", replace(PLAN, at=time(14, 15)))
    first = plan(office, "ACME", PLAN)
    found = only()
    assert [row.customer.code for row in found.rows] == ["ACME", "BIRCH", "CEDAR"]
    assert [row.reached is None for row in found.rows] == [False, False, True]
    assert found.route is not None
    assert [stop.stop.visit for stop in found.route.stops] == [first, second]
    assert f"{found.route.leaves:%H:%M}" == "09:35"
    assert found.unit is DistanceUnit.MILE
    assert found.route.way_back.tenths == 220


def test_a_day_without_visits_has_no_route(office: Office, ids: dict[str, int]) -> None:
    assert VisitRoutes().on(DAY, TODAY) == []


def test_what_was_called_off_is_on_no_route(office: Office, ids: dict[str, int]) -> None:
    gone = plan(office, "ACME", PLAN)
    shut = plan(office, "BIRCH", PLAN)
    plan(office, "CEDAR", PLAN)
    Visits(office.gateway, office.clock).cancel(str(gone), "they moved")
    refused = NotMet(VisitEventKind.REFUSED)
    VisitReports(office.gateway, office.clock).not_met(str(shut), refused)
    assert [row.customer.code for row in only().rows] == ["CEDAR"]


def test_the_way_between_two_places_goes_by_where_they_are(
    office: Office, ids: dict[str, int]
) -> None:
    stands(office, ids["ACME"], 52.0, 0.0)
    stands(office, ids["BIRCH"], 52.1, 0.0)  # 6.9 miles as the crow flies
    plan(office, "ACME", PLAN)
    plan(office, "BIRCH", replace(PLAN, at=time(11, 40)))
    found = only().route
    assert found is not None
    way = found.stops[1].way
    assert way.known is Known.DISTANCE
    assert way.tenths == 90
    assert way.minutes == 20  # at 44 miles in 100 minutes
    assert found.stops[1].spare == -10


def test_a_way_that_nobody_entered_is_not_known(office: Office, ids: dict[str, int]) -> None:
    plan(office, "ACME", replace(PLAN, travel_minutes=None, distance_tenths=0))
    found = only().route
    assert found is not None
    assert found.stops[0].way.known is Known.UNKNOWN
    assert found.leaves is None


def test_distances_are_said_in_one_unit(office: Office, ids: dict[str, int]) -> None:
    plan(office, "ACME", replace(PLAN, unit=DistanceUnit.KM, distance_tenths=1000))
    found = only().route
    assert found is not None
    assert found.way_back.tenths == 311


def test_hours_are_those_where_the_customers_are(office: Office, ids: dict[str, int]) -> None:
    with office.gateway.write("test") as writing:
        writing.edit(Customer, ids["BIRCH"], 1, zone="Europe/Paris")
    plan(office, "ACME", replace(PLAN, at=time(9)))
    plan(office, "BIRCH", replace(PLAN, at=time(12)))
    found = only().route
    assert found is not None
    late = found.stops[1]
    assert f"{late.arrives:%H:%M}" == "11:50"
    assert late.spare == 10


def test_each_of_us_has_a_route(office: Office, ids: dict[str, int]) -> None:
    people = People(office.gateway, office.clock, "ellen")
    ros, tom = (people.add(StaffEntry(name)).id for name in ("Ros", "Tom"))
    plan(office, "ACME", replace(PLAN, owner=ros))
    plan(office, "BIRCH", replace(PLAN, owner=tom))
    routes = VisitRoutes().on(DAY, TODAY)
    assert [(one.owner_name, one.rows[0].customer.code) for one in routes] == [
        ("Ros", "ACME"), ("Tom", "BIRCH"),
    ]  # fmt: skip
    (only_tom,) = VisitRoutes().on(DAY, TODAY, tom)
    assert only_tom.owner == tom
    with pytest.raises(UserError) as caught:
        VisitRoutes().on(DAY, TODAY, 99)
    assert caught.value.problem is Problem.UNKNOWN_STAFF


def test_whoever_of_us_goes_along_has_the_visit_on_the_sheet(
    office: Office, ids: dict[str, int]
) -> None:
    people = People(office.gateway, office.clock, "ellen")
    ros, tom = (people.add(StaffEntry(name)).id for name in ("Ros", "Tom"))
    along = (PlanPerson(Side.OURS, "Tom", staff=tom), PlanPerson(Side.OURS, "Somebody"))
    plan(office, "ACME", replace(PLAN, owner=ros, people=along))
    plan(office, "BIRCH", replace(PLAN, at=time(14, 15), owner=tom))
    plan(office, "CEDAR", replace(PLAN, at=time(16, 30), people=along))
    routes = {one.owner_name: one for one in VisitRoutes().on(DAY, TODAY)}
    codes = {name: [row.customer.code for row in one.rows] for name, one in routes.items()}
    assert codes == {"Ros": ["ACME"], "Tom": ["ACME", "BIRCH", "CEDAR"]}
    tom_goes = routes["Tom"].route
    assert tom_goes is not None
    assert len(tom_goes.stops) == 3
    (only_tom,) = VisitRoutes().on(DAY, TODAY, tom)
    assert len(only_tom.rows) == 3
