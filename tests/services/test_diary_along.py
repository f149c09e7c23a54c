"""Whoever of us goes along to a visit has it in the diary, with what it overlaps, and in Today."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from creditmate.db.models import Customer
from creditmate.domain.diary import DiaryKind
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.visit_plan import PlanIssue, PlanPerson, VisitPlan
from creditmate.domain.visits import Side
from creditmate.domain.work_lines import Kind
from creditmate.services.diary_export import to_export
from creditmate.services.diary_reading import DiaryPage, Wanted
from creditmate.services.people import People
from creditmate.services.visits import Visits
from creditmate.services.worklists import WorkLists
from tests.builders import a_customer
from tests.services.conftest import Office
from tests.services.test_diary import diary

TODAY, DAY = date(2026, 11, 23), date(2026, 12, 8)
PLAN = VisitPlan(
    DAY, time(10), "To look ahead together.", travel_minutes=20, issues=(PlanIssue("Orders"),)
)


@pytest.fixture
def staff(office: Office) -> dict[str, int]:
    """Marian, who looks after the customers, and Ellen."""
    office.on(TODAY)
    people = People(office.gateway, office.clock, "")
    return {
        name: people.add(StaffEntry(name, initials=name[:2].upper())).id
        for name in ("Marian", "Ellen")
    }


@pytest.fixture
def visits(office: Office, staff: dict[str, int]) -> dict[str, int]:
    """Marian's visit to which Ellen goes along, and Ellen's own at the same hour."""
    with office.gateway.write("test") as writing:
        for code in ("ACME", "BIRCH"):
            writing.edit(Customer, a_customer(writing, code), 1, owner_id=staff["Marian"])
    both = tuple(PlanPerson(Side.OURS, name, staff=staff[name]) for name in staff)
    made = Visits(office.gateway, office.clock)
    return {
        "ACME": made.plan("ACME", replace(PLAN, owner=staff["Marian"], people=both)).id,
        "BIRCH": made.plan("BIRCH", replace(PLAN, owner=staff["Ellen"])).id,
    }


def of_day(office: Office, owner: int | None) -> DiaryPage:
    return diary(office).between(Wanted(DAY, DAY, owner))


def codes(page: DiaryPage) -> list[str]:
    return [item.code for item in page.items if item.kind is DiaryKind.VISIT]


def test_whoever_goes_along_has_the_visit_and_the_overlap(
    office: Office, staff: dict[str, int], visits: dict[str, int]
) -> None:
    page = of_day(office, staff["Ellen"])
    assert codes(page) == ["ACME", "BIRCH"]
    first, second = (item for item in page.items if item.kind is DiaryKind.VISIT)
    assert {first, second} < set(to_export(page))
    assert page.overlaps == {first.key: (second.key,), second.key: (first.key,)}
    assert of_day(office, None).overlaps == page.overlaps
    assert first.along == frozenset(staff.values())
    assert second.along == frozenset()
    assert codes(of_day(office, staff["Marian"])) == ["ACME"]
    assert set(visits) == {"ACME", "BIRCH"}


def test_the_steps_before_it_stay_with_whose_they_are(
    office: Office, staff: dict[str, int], visits: dict[str, int]
) -> None:
    page = diary(office).between(Wanted(TODAY, DAY - timedelta(days=1), staff["Ellen"]))
    assert {item.visit for item in page.items} == {visits["BIRCH"]}


def own(office: Office, owner: int | None, day: date) -> dict[str, Kind]:
    office.on(day)
    reading = WorkLists(office.gateway).reading(day, owner=owner, holidays=False)
    return {row.code: row.line.kind for row in reading.go_on().rows}


def test_a_visit_stands_in_the_own_day_of_whoever_makes_it(
    office: Office, staff: dict[str, int], visits: dict[str, int]
) -> None:
    assert own(office, staff["Ellen"], DAY) == {"ACME": Kind.VISIT, "BIRCH": Kind.VISIT}
    assert own(office, staff["Marian"], DAY) == {"ACME": Kind.VISIT, "BIRCH": Kind.VISIT}
    assert own(office, staff["Ellen"], DAY + timedelta(days=1)) == {
        "ACME": Kind.VISIT, "BIRCH": Kind.VISIT,
    }  # fmt: skip
    assert len(visits) == 2


def test_a_step_before_it_stands_in_the_day_of_whose_it_is(
    office: Office, staff: dict[str, int], visits: dict[str, int]
) -> None:
    agenda = DAY - timedelta(days=5)
    assert own(office, None, agenda).keys() == {"ACME", "BIRCH"}
    assert own(office, staff["Ellen"], agenda).keys() == {"BIRCH"}, "ACME's agenda is Marian's"
    assert len(visits) == 2
