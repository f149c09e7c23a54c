"""Where a visit is when nobody says it: where they are, not where goods go; by whose clock."""

from datetime import date

import pytest

from creditmate.db.models import Site
from creditmate.services.customers import require_customer
from creditmate.services.visit_places import VisitPlace
from creditmate.services.visits import Visits
from tests.services.conftest import Office
from tests.services.test_calls_and_today import owing
from tests.services.test_visits import MONDAY, PLAN


@pytest.fixture
def visits(office: Office) -> Visits:
    owing(office, "ACME", 100_000)
    return Visits(office.gateway, office.clock)


def a_site(office: Office, kind: str, address: str, country: str = "GB") -> int:
    with office.gateway.write("test") as writing:
        return writing.create(
            Site, customer_id=require_customer("ACME").id, kind=kind, address=address, postcode="",
            country=country,
        )  # fmt: skip


def address_of(visits: Visits, on: date = MONDAY) -> str:
    return visits.show(str(visits.plan("ACME", PLAN).id), on).file.visit.address


def test_it_is_where_they_are_not_where_goods_are_sent(office: Office, visits: Visits) -> None:
    yard = a_site(office, "delivery", "Marlpit Yard")
    assert address_of(visits) == "Marlpit Yard"  # nothing else is known of them
    own = a_site(office, "billing", "Accounts\nReach House, Calder Way")
    assert address_of(visits) == "Reach House, Calder Way"
    calais = a_site(office, "delivery", "12 Quai du Rhin\nCalais", "FR")
    assert visits.places("ACME") == (
        VisitPlace(own, "Reach House, Calder Way", "Europe/London"),
        VisitPlace(yard, "Marlpit Yard", "Europe/London"),
        VisitPlace(calais, "12 Quai du Rhin, Calais", "Europe/Paris", True),
    )


def test_of_whom_no_address_is_known_the_clock_is(visits: Visits) -> None:
    assert visits.places("ACME") == (VisitPlace(None, "", "Europe/London"),)
