"""Places on the map: what is read, and what is no place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.map_place import degrees_of, degrees_text

LONDON = (51_507_400, -127_800)
DEGREES = st.tuples(
    st.integers(-90_000_000, 90_000_000), st.integers(-180_000_000, 180_000_000)
).filter(any)


@pytest.mark.parametrize(
    "text",
    [
        "51.5074, -0.1278",
        "51.5074,-0.1278",
        " 51.5074 -0.1278 ",
        "51.5074; -0.1278",
        "51.5074, \N{MINUS SIGN}0.1278",
        "51,5074 -0,1278",
        "51,5074; -0,1278",
        "51,5074, -0,1278",
        "geo:51.5074,-0.1278",
        "geo:51.5074,-0.1278,12;u=35",
        "GEO:51.5074,-0.1278?z=17",
        "https://www.openstreetmap.org/#map=17/51.5074/-0.1278",
        "https://www.openstreetmap.org/?mlat=51.5074&mlon=-0.1278#map=17/48.1/11.5",
        "https://www.google.com/maps/@51.5074,-0.1278,17z",
        "https://www.google.com/maps/place/Yard/@48.1,11.5,17z/data=!3m1!3d51.5074!4d-0.1278",
        "https://www.google.com/maps/search/?api=1&query=51.5074%2C-0.1278",
        "https://maps.google.com/?q=51.5074,-0.1278",
        "https://www.google.com/maps/place/51.5074,-0.1278",
        "https://maps.apple.com/?ll=51.5074,-0.1278",
        "https://www.bing.com/maps?cp=51.5074~-0.1278&lvl=16",
        "51°30'26.64\"N 0°7'40.08\"W",
        "51° 30′ 26.64″ n, 0° 7′ 40.08″ w",
        "51.5074 N, 0.1278 W",
        "51.5074° N, 0.1278° W",
        "51.5074N 0.1278W",
        "N 51.5074, W 0.1278",
        "N51.5074° W0.1278°",
        "0.1278 W, 51.5074 N",
        "51,5074° N, 0,1278° W",
        "51°30’26.64”N 0°7’40.08”W",
        "51º30'26.64''N 0º7'40.08''W",
        "N 51° 30' 26.64\" W 0° 7' 40.08\"",
        "51 30 26.64 N 0 7 40.08 W",
        "51° 30.444' N, 0° 7.668' W",
    ],
)
def test_it_is_read_as_it_is_typed_or_pasted(text: str) -> None:
    assert degrees_of(text) == LONDON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "London",
        "4 Staithe Yard, Saltmere",
        "51.5074",
        "91, 0.5",
        "51.5, 181",
        "-90.000001, 0.5",
        "0, 0",
        "https://www.google.com/maps/@0,0,3z",
        "51.5, -0.1, 12",
        "51°60'00\"N 0°7'40\"W",
        "51°30'00\"N 0°7'60\"W",
        "https://maps.app.goo.gl/Ab1Cd2",
        "https://example.org/51.5/-0.1",
        "51.5074, -0.1278 and more",
        "HB4 7QT",
        "51.5 N",
        "51.5 N, 0.12 S",
        "51.5 N, 0.12",
        "51.5 N, 200 W",
        "51.5.1 N, 0.12 W",
        "51.5 30 N, 0.12 W",
        "51 30 10 5 N, 0.12 W",
        "1234 N, 0.12 W",
        "-51.5 N, 0.12 W",
    ],
)
def test_what_is_no_place_is_not_read(text: str) -> None:
    assert degrees_of(text) is None


@pytest.mark.parametrize("text", ["90, 180", "-90, -180", "45°S 170°E"])
def test_the_ends_of_the_earth_are_on_it(text: str) -> None:
    assert degrees_of(text) is not None


@given(DEGREES)
def test_what_is_shown_can_be_typed_again(degrees: tuple[int, int]) -> None:
    assert degrees_of(degrees_text(degrees)) == degrees
    assert degrees_of(f"geo:{degrees_text(degrees).replace(' ', '')}") == degrees


@given(st.text(max_size=60))
def test_nothing_typed_is_off_the_earth(text: str) -> None:
    found = degrees_of(text)
    assert found is None or (abs(found[0]) <= 90_000_000 and abs(found[1]) <= 180_000_000)
