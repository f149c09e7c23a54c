"""Addresses on the map: put down, put back, taken away, and who is near by distance then."""

from datetime import date

import pytest

from creditmate.db.gateway import Writing
from creditmate.db.models import Customer, Site
from creditmate.db.proof import prove_all
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.visit_near import Closeness
from creditmate.domain.visit_refusals import VisitWhy
from creditmate.services.map_places import MapPlaces
from creditmate.services.visit_suggestions import VisitSuggestions
from tests.builders import a_customer
from tests.services.conftest import Office

MONDAY = date(2026, 11, 23)
HERE, NEAR, FAR = "51.500000, -0.120000", "51.520000, -0.120000", "53.400000, -2.980000"


def a_site(writing: Writing, customer: int, postcode: str, kind: str = "billing") -> int:
    return writing.create(
        Site, customer_id=customer, kind=kind, address=f"1 Mill Lane\n{kind}", postcode=postcode,
        country="GB",
    )  # fmt: skip


@pytest.fixture
def sites(office: Office) -> dict[str, int]:
    """The addresses of two firms in the same district."""
    found = {}
    with office.gateway.write("t") as writing:
        for code in ("ONE", "TWO"):
            customer = a_customer(writing, code)
            writing.edit(Customer, customer, 1, legal_form="company")
            found[code] = a_site(writing, customer, "HB4 7QT")
    return found


def near(code: str) -> list[tuple[str, bool, Closeness | None]]:
    found = VisitSuggestions().near(code, MONDAY)
    return [(one.code, one.distance is not None, one.found.closeness) for one in found]


def test_with_both_on_the_map_distance_tells_who_is_near(
    office: Office, sites: dict[str, int]
) -> None:
    places = MapPlaces(office.gateway)
    places.place("ONE", sites["ONE"], HERE)
    assert near("ONE") == [("TWO", False, Closeness.DISTRICT)], "one of two: by the postcode"
    places.place("TWO", sites["TWO"], f"geo:{NEAR.replace(' ', '')}")
    assert near("ONE") == [("TWO", True, None)]
    places.place("TWO", sites["TWO"], FAR)
    assert near("ONE") == []
    assert not prove_all()


def test_it_is_put_back_and_taken_away(office: Office, sites: dict[str, int]) -> None:
    places = MapPlaces(office.gateway)
    first = places.place("ONE", sites["ONE"], HERE)
    second = places.place("ONE", sites["ONE"], NEAR)
    assert (first.before, second.before) == (None, (51_500_000, -120_000))
    places.put_back(second)
    assert [one.degrees for one in places.of_customer("ONE")] == [(51_500_000, -120_000)]
    places.place("ONE", sites["ONE"], "  ")
    assert [one.degrees for one in places.of_customer("ONE")] == [None]
    places.put_back(first)
    assert [one.degrees for one in places.of_customer("ONE")] == [None]


def test_nonsense_is_refused_and_changes_nothing(office: Office, sites: dict[str, int]) -> None:
    places = MapPlaces(office.gateway)
    places.place("ONE", sites["ONE"], HERE)
    for text in ("Mill Lane", "0, 0", "95, 10"):
        with pytest.raises(UserError) as refused:
            places.place("ONE", sites["ONE"], text)
        assert refused.value.problem is Problem.VISIT_REFUSED
        assert refused.value.facts == {"why": VisitWhy.NO_PLACE.value, "found": text}
    assert [one.degrees for one in places.of_customer("ONE")] == [(51_500_000, -120_000)]


def test_the_address_is_the_customers_own(office: Office, sites: dict[str, int]) -> None:
    with pytest.raises(UserError) as refused:
        MapPlaces(office.gateway).place("ONE", sites["TWO"], HERE)
    assert refused.value.facts["why"] == VisitWhy.NOT_THEIRS.value
    assert [one.degrees for one in MapPlaces(office.gateway).of_customer("TWO")] == [None]


def test_each_address_has_its_own_place(office: Office, sites: dict[str, int]) -> None:
    with office.gateway.write("t") as writing:
        customer = Site.get_by_id(sites["ONE"]).customer_id
        other = a_site(writing, customer, "HB9 1AA", "delivery")
    places = MapPlaces(office.gateway)
    places.place("ONE", other, FAR)
    known = {one.site: (one.address, one.degrees) for one in places.of_customer("ONE")}
    assert known[other] == ("1 Mill Lane, delivery, HB9 1AA", (53_400_000, -2_980_000))
    assert known[sites["ONE"]][1] is None
