"""Who is near: by coordinates, else by the postcode's district and area."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_near import (
    NEAR_KM,
    Closeness,
    Spot,
    distance_km,
    district_of,
    in_unit,
    nearby,
)
from creditmate.domain.visits import DistanceUnit

GREENWICH, PARIS = (51_477_900, -1_500), (48_856_600, 2_352_200)
spots = st.builds(
    Spot,
    customer=st.integers(1, 5),
    country=st.sampled_from(["GB", "DE"]),
    postcode=st.sampled_from(["HB4 7QT", "HB4 1AA", "HB12 3XY", "OV3 8LN", "20095", "20457", ""]),
    latitude=st.none() | st.integers(-90_000_000, 90_000_000),
    longitude=st.none() | st.integers(-180_000_000, 180_000_000),
    site=st.integers(1, 99),
)


@pytest.mark.parametrize(
    ("postcode", "country", "expected"),
    [
        ("HB4 7QT", "GB", ("HB4", "HB")),
        ("hb47qt", "GB", ("HB4", "HB")),
        ("EC1A 1BB", "GB", ("EC1A", "EC")),
        ("M1 1AE", "GB", ("M1", "M")),
        ("HB4", "GB", ("HB4", "HB")),
        ("none", "GB", ("", "")),
        ("20095", "DE", ("200", "20")),
        ("D02 AF30", "IE", ("D02", "D")),
        ("K1A 0B1", "CA", ("K1A", "K")),
        ("90210", "US", ("902", "902")),
        ("110001", "IN", ("110", "11")),
        ("7", "DE", ("", "")),
        ("", "GB", ("", "")),
    ],
)
def test_a_postcode_names_its_district_and_area(
    postcode: str, country: str, expected: tuple[str, str]
) -> None:
    assert district_of(postcode, country) == expected


def test_the_distance_is_that_of_the_globe() -> None:
    """A degree of the equator is 111.195 km; Nashville to Los Angeles airport is 2,886 km."""
    assert distance_km((0, 0), (0, 1_000_000)) == pytest.approx(111.195, abs=0.001)
    nashville, los_angeles = (36_120_000, -86_670_000), (33_940_000, -118_400_000)
    assert distance_km(nashville, los_angeles) == pytest.approx(2886.4, abs=0.5)
    assert distance_km((0, 0), (0, 180_000_000)) == pytest.approx(20_015, abs=1)
    assert in_unit(160.9344, DistanceUnit.MILE) == pytest.approx(100)
    assert in_unit(42.0, DistanceUnit.KM) == 42


def test_the_nearest_comes_first_and_each_customer_once() -> None:
    here = Spot(1, "GB", "HB4 7QT", *GREENWICH)
    close = Spot(2, "GB", "XX1 1XX", 51_500_000, 0, site=1)
    far_site = Spot(2, "GB", "XX1 1XX", 51_600_000, 0, site=2)
    same_district = Spot(3, "GB", "HB4 1AA")
    same_area = Spot(4, "GB", "HB12 3XY")
    abroad = Spot(5, "DE", "HB4 7QT")
    own = Spot(1, "GB", "HB4 7QT", *GREENWICH, site=9)
    paris = Spot(6, "GB", "HB4 7QT", *PARIS)
    found = nearby(here, [abroad, same_area, far_site, own, same_district, close, paris])
    assert [(one.spot.customer, one.spot.site) for one in found] == [(2, 1), (3, 0), (4, 0)]
    assert found[0].km == pytest.approx(2.46, abs=0.1)
    assert [one.closeness for one in found[1:]] == [Closeness.DISTRICT, Closeness.AREA]


@given(one=spots, other=spots)
def test_near_is_near_from_both_sides(one: Spot, other: Spot) -> None:
    there, back = nearby(one, [other]), nearby(other, [one])
    assert len(there) == len(back)
    assert [n.closeness for n in there] == [n.closeness for n in back]
    for near in there:
        assert near.km is None or 0 <= near.km <= NEAR_KM


@given(others=st.lists(spots, max_size=12), here=spots)
def test_nobody_twice_and_never_oneself(here: Spot, others: list[Spot]) -> None:
    found = [near.spot.customer for near in nearby(here, others)]
    assert len(found) == len(set(found))
    assert here.customer not in found
