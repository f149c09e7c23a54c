"""A day's route.

Worked example, mock-up paper-08: four visits, 61 miles, 2 h 19 on the road; the third is 13 minutes
too near, and is proposed for 12.50.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.visit_route import (
    BEFORE,
    Known,
    Stop,
    Way,
    entered,
    estimated,
    route,
)
from creditmate.domain.visits import DistanceUnit

MILE = DistanceUnit.MILE
DAY = date(2026, 12, 3)
LONDON, PARIS = ZoneInfo("Europe/London"), ZoneInfo("Europe/Paris")


def stop(visit: int, at: str, minutes: int, way: Way, zone: ZoneInfo = LONDON) -> Stop:
    return Stop(visit, datetime.combine(DAY, time.fromisoformat(at), zone), minutes, way)


FOUR = (
    stop(1, "10:30", 60, Way(50, 220)),
    stop(2, "11:50", 30, Way(55, 240)),
    stop(3, "12:35", 40, Way(42, 190)),
    stop(4, "14:15", 45, Way(40, 180)),
)
WAYS = {(1, 2): Way(12, 30), (2, 3): Way(28, 140), (3, 4): Way(9, 40)}


def between(one: Stop, other: Stop) -> Way:
    return WAYS[one.visit, other.visit]


def clock(moment: datetime) -> str:
    return f"{moment:%H.%M}"


def test_the_route_on_paper() -> None:
    found = route(tuple(reversed(FOUR)), between)
    assert found is not None
    assert [one.stop.visit for one in found.stops] == [1, 2, 3, 4]
    assert [clock(one.arrives) for one in found.stops] == ["10.25", "11.42", "12.48", "13.24"]
    assert [clock(one.stop.ends) for one in found.stops] == ["11.30", "12.20", "13.15", "15.00"]
    assert found.leaves is not None
    assert found.back is not None
    assert (clock(found.leaves), clock(found.back)) == ("09.35", "15.40")
    assert (found.minutes, found.tenths) == (139, 610)
    (late,) = (one for one in found.stops if one.is_too_short)
    assert (late.stop.visit, late.spare) == (3, -13)
    assert late.rather is not None
    assert clock(late.rather) == "12.50"
    assert [one.stop.visit for one in found.stops if one.is_free] == [4]
    assert found.stops[3].spare == 51


def test_a_day_without_visits_has_no_route() -> None:
    assert route((), between) is None


def test_one_visit_is_a_way_there_and_back() -> None:
    found = route(FOUR[:1], between)
    assert found is not None
    assert (found.minutes, found.tenths) == (100, 440)
    assert found.back is not None
    assert clock(found.back) == "12.20"


def test_an_unknown_distance_leaves_the_whole_unknown() -> None:
    found = route((stop(1, "10:00", 30, Way(20)),), between)
    assert found is not None
    assert found.tenths is None


def test_hours_are_those_of_the_places() -> None:
    calais = stop(2, "13:00", 60, Way(120, 600), PARIS)
    found = route((stop(1, "09:00", 60, Way(30, 150)), calais), lambda _one, _other: Way(90, 400))
    assert found is not None
    assert clock(found.stops[1].arrives) == "12.30"
    assert found.stops[1].spare == 30


def test_the_night_on_which_clocks_go_back_has_an_hour_more() -> None:
    early = datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)
    late = datetime(2026, 10, 25, 2, 30, tzinfo=LONDON)
    stops = (Stop(1, early, 30, Way(10, 50)), Stop(2, late, 30, Way(10, 50)))
    found = route(stops, lambda _one, _other: Way(90, 400))
    assert found is not None
    assert found.stops[1].spare == 60


def test_a_way_between_two_places_goes_by_the_speed_of_the_ways_entered() -> None:
    one, other = stop(1, "10:00", 30, Way(60, 300)), stop(2, "12:00", 30, Way(30, 150))
    assert estimated(one, other, 10, MILE) == Way(26, 130, Known.DISTANCE)
    unknown = stop(1, "10:00", 30, Way(60))
    other = stop(2, "12:00", 30, Way(30))
    assert estimated(unknown, other, 10, MILE) == Way(26, 130, Known.DISTANCE)
    assert estimated(unknown, other, 10, DistanceUnit.KM) == Way(16, 130, Known.DISTANCE)


def test_without_the_places_the_longer_way_stands_for_it() -> None:
    one, other = stop(1, "10:00", 30, Way(60, 300)), stop(2, "12:00", 30, Way(30, 150))
    assert estimated(one, other, None, MILE) == Way(60, 300, Known.ROUGHLY)
    other = stop(2, "12:00", 30, Way(30))
    assert estimated(one, other, None, MILE) == Way(60, None, Known.ROUGHLY)


def test_of_a_way_that_nobody_entered_no_hour_is_made_up() -> None:
    nowhere = entered(None, 0, MILE)
    assert nowhere == Way(0, None, Known.UNKNOWN)
    found = route((stop(1, "10:30", 60, nowhere),), between)
    assert found is not None
    assert (found.leaves, found.back, found.minutes, found.tenths) == (None, None, None, None)
    near, far = stop(1, "10:30", 60, nowhere), stop(2, "15:00", 60, Way(30, 150))
    assert estimated(near, far, None, MILE) == nowhere
    assert estimated(near, stop(2, "15:00", 60, nowhere), None, MILE) == nowhere
    found = route((near, stop(2, "15:00", 60, nowhere)), lambda _one, _other: nowhere)
    assert found is not None
    assert not any(one.is_free or one.is_too_short for one in found.stops)
    found = route((near, stop(2, "11:00", 60, nowhere)), lambda _one, _other: nowhere)
    assert found is not None
    assert [one.spare for one in found.stops if one.is_too_short] == [-30]


def test_a_way_entered_by_its_length_alone_is_estimated_by_it() -> None:
    assert entered(25, 220, MILE) == Way(25, 110)
    assert entered(25, 0, MILE) == Way(25)
    assert entered(None, 300, MILE) == Way(30, 150, Known.DISTANCE)


WAY = st.builds(Way, st.integers(0, 300), st.integers(0, 200))
STOPS = st.lists(
    st.builds(
        Stop,
        st.integers(1, 9),
        st.datetimes(datetime(2026, 3, 28), datetime(2026, 3, 30)).map(  # noqa: DTZ001 - the zone follows
            lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(LONDON)
        ),
        st.integers(15, 180),
        WAY,
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda one: one.visit,
)


@given(STOPS, WAY)
def test_moments_follow_one_another(stops: list[Stop], way: Way) -> None:
    found = route(stops, lambda _one, _other: way)
    assert found is not None
    assert sorted(one.stop.visit for one in found.stops) == sorted(one.visit for one in stops)
    begins = [one.stop.begins.astimezone(UTC) for one in found.stops]
    assert begins == sorted(begins)
    first = found.stops[0]
    on_road = timedelta(minutes=first.way.minutes + BEFORE)
    assert found.leaves is not None
    assert found.leaves.astimezone(UTC) + on_road == begins[0]
    for before, one in zip(found.stops, found.stops[1:], strict=False):
        needed = timedelta(minutes=before.stop.minutes + way.minutes + one.spare)
        assert before.stop.begins.astimezone(UTC) + needed == one.stop.begins.astimezone(UTC)
        assert one.is_too_short == (one.rather is not None)
        if one.rather is not None:
            later = one.rather.astimezone(UTC) - one.arrives.astimezone(UTC)
            assert timedelta(0) <= later < timedelta(minutes=5)
            assert one.rather.minute % 5 == 0


def test_where_one_of_the_ways_from_home_was_not_said_no_way_between_is_made_up() -> None:
    near, unknown = Way(5, 20), Way(0, None, Known.UNKNOWN)
    for ways in ((near, unknown), (unknown, near), (unknown, unknown)):
        first, second = (
            Stop(place, datetime(2026, 12, 3, 9 + place, tzinfo=UTC), 15, way)
            for place, way in enumerate(ways)
        )
        assert estimated(first, second, None, DistanceUnit.MILE).known is Known.UNKNOWN
    known = Stop(0, datetime(2026, 12, 3, 9, tzinfo=UTC), 15, near)
    assert estimated(known, known, None, DistanceUnit.MILE).known is Known.ROUGHLY


def test_a_way_of_no_minutes_is_no_way() -> None:
    assert entered(0, 0, DistanceUnit.MILE) == Way(0, 0)
    assert entered(0, 20, DistanceUnit.MILE) == Way(0, 10)
    assert entered(5, 0, DistanceUnit.MILE) == Way(5, None)
