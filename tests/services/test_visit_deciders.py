"""Who can decide is proposed as it was said the last time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.db.customers import contacts_of
from creditmate.domain.contact_form import Authority, ContactForm
from creditmate.domain.our_people import StaffEntry
from creditmate.domain.visit_plan import PlanPerson
from creditmate.domain.visits import Side
from creditmate.services.contacts_editing import ContactsEditing
from creditmate.services.customers import require_customer
from creditmate.services.people import People
from creditmate.services.visits import Visits
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing
from tests.services.test_visits import PLAN


@pytest.fixture
def visits(office: Office) -> Visits:
    owing(office, "ACME", 100_000)
    owing(office, "COBB", 100_000)
    return Visits(office.gateway, office.clock)


@pytest.fixture
def ellen(office: Office) -> int:
    return People(office.gateway, office.clock, "").add(StaffEntry("Ellen Rook", "ER")).id


def a_contact(office: Office, name: str, authority: Authority) -> int:
    editing = ContactsEditing(office.gateway, office.clock)
    editing.save("ACME", ContactForm(name, authority=authority))
    customer = require_customer("ACME").id
    return next(row.id for row in contacts_of([customer])[customer] if row.name == name)


def plan(visits: Visits, code: str, person: PlanPerson, days: int = 0) -> int:
    day: date = PLAN.day + timedelta(days=days)
    done = visits.plan(code, replace(PLAN, day=day, people=(person,)))
    return done.id or 0


def test_of_ours_it_is_what_was_said_for_the_visit_planned_last(visits: Visits, ellen: int) -> None:
    assert visits.deciders("ACME").ours == frozenset()
    plan(visits, "ACME", PlanPerson(Side.OURS, staff=ellen, decides=True), days=7)
    assert visits.deciders("COBB").ours == {ellen}
    plan(visits, "COBB", PlanPerson(Side.OURS, staff=ellen), days=1)
    assert visits.deciders("ACME").ours == frozenset()


def test_a_visit_that_was_taken_back_says_nothing(visits: Visits, ellen: int) -> None:
    plan(visits, "ACME", PlanPerson(Side.OURS, staff=ellen))
    said = replace(PLAN, people=(PlanPerson(Side.OURS, staff=ellen, decides=True),))
    visits.undo(visits.plan("COBB", said))
    assert visits.deciders("ACME").ours == frozenset()


def test_of_theirs_their_record_says_it_or_an_earlier_visit(office: Office, visits: Visits) -> None:
    ann = a_contact(office, "Ann Lee", Authority.DECIDES)
    bea = a_contact(office, "Bea Stone", Authority.UNKNOWN)
    assert visits.deciders("ACME").theirs == {ann}
    plan(visits, "ACME", PlanPerson(Side.THEIRS, contact=bea, decides=True))
    plan(visits, "ACME", PlanPerson(Side.THEIRS, contact=ann), days=1)
    assert visits.deciders("ACME").theirs == {ann, bea}
    assert visits.deciders("COBB").theirs == frozenset()
