"""A visit as it stood on a day: moved since, it had another one; and who could answer us."""

from dataclasses import replace
from datetime import date, time

from creditmate.db.business import business_version
from creditmate.db.models import Business
from creditmate.db.our_people import add_staff
from creditmate.domain.visit_hints import HintWhy
from creditmate.domain.visit_plan import plan_of
from creditmate.services.visits import VisitPick
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing
from tests.services.test_visits import MONDAY, PLAN, STAFF, VISIT, visits

LATER = date(2026, 12, 8)


def planned(office: Office) -> str:
    owing(office, "ACME", 100_000)
    made = visits(office).plan("ACME", PLAN).id
    return visits(office).show(str(made), MONDAY).row.number


def test_moved_since_it_had_the_day_it_had_then(office: Office) -> None:
    number = planned(office)
    office.clock.today = date(2026, 11, 25)
    visits(office).move(number, LATER, time(14), "they asked")
    office.clock.today = date(2026, 11, 27)
    visits(office).move(number, VISIT.replace(day=10), time(9, 15), "they asked again")
    known = visits(office)
    whens = {
        as_at: (file.visit.day, file.visit.at, file.visit.slots[0].begins)
        for as_at in (MONDAY, date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27))
        for file in [known.show(number, as_at).row.file]
    }
    assert list(whens.values()) == [
        (VISIT, time(10, 30), time(10, 30)),
        (LATER, time(14), time(14)),
        (LATER, time(14), time(14)),
        (VISIT.replace(day=10), time(9, 15), time(9, 15)),
    ]
    (row,) = known.all(date(2026, 11, 26), VisitPick.UPCOMING)
    assert row.here is not None
    assert (row.here.day, row.here.at) == (LATER, time(14))
    (row,) = known.of_customer("ACME", MONDAY)
    assert row.file.visit.day == VISIT


def test_who_could_not_answer_us_is_said_before_the_agenda_goes(office: Office) -> None:
    number = planned(office)

    def whys() -> set[HintWhy]:
        return {one.why for one in visits(office).show(number, MONDAY).hints}

    def ours(**more: str) -> None:
        with office.gateway.write("test") as writing:
            writing.edit(Business, 1, business_version(), **more)

    ours(phone="", email="")
    assert HintWhy.NO_ANSWER in whys()
    ours(email="office@example.com")
    assert HintWhy.NO_ANSWER not in whys()
    ours(email="")
    with office.gateway.write("test") as writing:
        ros = add_staff(writing, {**STAFF, "phone": "01632 960001"})
    page = visits(office).show(number, MONDAY)
    visits(office).change(number, replace(plan_of(page.file), owner=ros), page.file.visit.version)
    assert HintWhy.NO_ANSWER not in whys(), "whoever keeps it can be rung"
