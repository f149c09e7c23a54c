"""By which clock an hour at a place is said."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.place_clock import Whereabouts, has_several_clocks, place_zone, zones_in

TERRITORIES = {
    "America/Chicago": "US",
    "America/New_York": "US",
    "America/Adak": "US",
    "Europe/Berlin": "DE",
    "Europe/Busingen": "DE",
    "Europe/London": "GB",
    "Europe/Paris": "FR",
}
HERE = Whereabouts("GB", "Europe/London")
AMERICAN = ("America/New_York", "America/Adak", "America/Chicago")


def test_the_zone_of_most_business_is_the_first() -> None:
    assert zones_in("US", TERRITORIES) == AMERICAN
    assert zones_in("DE", TERRITORIES) == ("Europe/Berlin", "Europe/Busingen")
    assert zones_in("XX", TERRITORIES) == ()


@pytest.mark.parametrize(
    ("country", "customer", "expected"),
    [
        ("FR", Whereabouts("GB", "Europe/London"), "Europe/Paris"),  # a site abroad
        ("FR", Whereabouts("FR", "Europe/London"), "Europe/Paris"),  # ours for want of another
        ("FR", Whereabouts("FR", ""), "Europe/Paris"),
        ("FR", Whereabouts("FR", "Europe/Monaco"), "Europe/Monaco"),  # chosen for them
        ("US", Whereabouts("US", "America/Chicago"), "America/Chicago"),
        ("US", Whereabouts("GB", "America/Chicago"), "America/Chicago"),  # one of the country's
        ("US", Whereabouts("FR", "Europe/Paris"), "America/New_York"),
        ("GB", Whereabouts("FR", "Europe/Paris"), "Europe/London"),  # a site of theirs here
        ("GB", Whereabouts("GB", ""), "Europe/London"),
        ("XX", Whereabouts("GB", "Europe/London"), "Europe/London"),  # a country nobody knows
        ("XX", Whereabouts("GB", ""), None),
    ],
)
def test_an_hour_is_by_the_clock_of_the_place(
    country: str, customer: Whereabouts, expected: str | None
) -> None:
    assert place_zone(country, zones_in(country, TERRITORIES), customer, HERE) == expected


@given(
    country=st.sampled_from(["US", "DE", "FR"]),
    where=st.sampled_from(["US", "DE", "FR", "GB"]),
    zone=st.sampled_from(["", *TERRITORIES]),
)
def test_abroad_it_is_never_our_clock(country: str, where: str, zone: str) -> None:
    zones = zones_in(country, TERRITORIES)
    assert place_zone(country, zones, Whereabouts(where, zone), HERE) != HERE.zone


def test_several_clocks_are_those_that_show_different_hours_on_the_day() -> None:
    assert has_several_clocks(AMERICAN, date(2026, 12, 3), time(10, 30))
    assert has_several_clocks(AMERICAN, date(2026, 12, 3), None)
    assert not has_several_clocks(("Europe/Berlin", "Europe/Busingen"), date(2026, 12, 3), None)
    assert not has_several_clocks(("America/New_York", "Not/Known"), date(2026, 12, 3), None)
    assert not has_several_clocks((), date(2026, 12, 3), None)
    # Phoenix keeps its clock all year, Denver does not
    desert = ("America/Phoenix", "America/Denver")
    assert not has_several_clocks(desert, date(2026, 12, 3), None)
    assert has_several_clocks(desert, date(2026, 7, 3), None)
