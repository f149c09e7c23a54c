"""The route sheet: in its order, with a way out where time is short, and a code for each place."""

from dataclasses import replace
from datetime import date, time

import pytest

from creditmate.documents.page import RIGHT, PageSize, page
from creditmate.documents.qr import map_code
from creditmate.documents.route_sheet import draw_route
from creditmate.documents.route_sheet_paper import RouteSheet
from creditmate.domain.visit_route import Known, Way, route
from creditmate.domain.visits import DistanceUnit
from tests.documents.longer_words import in_longer_words
from tests.documents.reading import Drawn, drawn, find, texts
from tests.documents.route_builders import ROUTE, SHEET, STOPS, a_stop


def pages(paper: RouteSheet = SHEET) -> list[list[Drawn]]:
    return drawn(draw_route(paper).drawn.pdf)


def said(paper: RouteSheet = SHEET) -> str:
    return " ".join(text for one in pages(paper) for text in texts(one))


def many(count: int) -> RouteSheet:
    stops = [a_stop(n, time(8 + n // 4, n % 4 * 15), 10, Way(10, 30)) for n in range(count)]
    found = route(stops, lambda _one, _other: Way(5, 10))
    assert found is not None
    lines = tuple(replace(SHEET.stops[0], name=f"Customer {n:02}") for n in range(count))
    return replace(SHEET, route=found, stops=lines)


def test_the_day_of_the_picture_is_one_page_with_its_times() -> None:
    (only,) = pages()
    found = " ".join(texts(only))
    for words in (
        "INTERNAL day sheet",
        "Thursday 3 December 2026",
        "4 visits, 61 miles, 2 h 19 on the road",
        "09:35",
        "Leave The Old Sawpit, Hollin Bridge",
        "50 min, 22 miles, arrive 10:25",
        "to 11:30",
        "12 min, 3 miles, arrive 11:42",
        "Agenda sent 23 Nov, confirmed 25 Nov",
        "Agenda sent 24 Nov, not confirmed yet",
        "28 min, 14 miles, arrive 12:48",
        "Gap too short by 13 minutes: move to 12:50, or ring ahead",
        "9 min, 4 miles, arrive 13:24, then 51 min free",
        "Return, 40 min, 18 miles, home about 15:40",
        "Cobb & Larkspur Shopfitting Ltd, 2 miles from stop 2, overdue £2,796.00",
        "Odometer",
        "Route 3 Dec 2026",
    ):
        assert words in found
    names = [text for text in texts(only) if text in {stop.name for stop in SHEET.stops}]
    assert names == [stop.name for stop in SHEET.stops]


def test_what_is_not_confirmed_stands_out() -> None:
    (only,) = pages()
    assert "Bold" in find(only, "Agenda sent 24 Nov, not confirmed yet").font
    assert "Bold" not in find(only, "Agenda sent 23 Nov, confirmed 25 Nov").font


def test_an_agenda_that_says_another_time_stands_out_though_they_confirmed() -> None:
    stop = replace(SHEET.stops[0], outdated=True)
    (only,) = pages(replace(SHEET, stops=(stop, *SHEET.stops[1:])))
    assert "Bold" in find(only, "Agenda sent says another time, confirmed 25 Nov").font


def test_a_way_that_nobody_knows_the_length_of_is_told_in_minutes_alone() -> None:
    found = route(STOPS[:2], lambda _one, _other: Way(50, None, Known.ROUGHLY))
    assert found is not None
    words = said(replace(SHEET, route=found, stops=SHEET.stops[:2]))
    assert "50 min, arrive 12:20" in words
    assert "2 visits, 2 h 30 on the road" in words


def test_of_a_way_that_nobody_entered_neither_minutes_nor_hours_are_told() -> None:
    nowhere = Way(0, None, Known.UNKNOWN)
    stops = tuple(replace(one, from_home=nowhere) for one in STOPS[:2])
    found = route(stops, lambda _one, _other: nowhere)
    assert found is not None
    words = said(replace(SHEET, route=found, stops=SHEET.stops[:2]))
    assert words.count("The way is not known") == 2
    assert "Return, the way is not known" in words
    assert "2 visits, not every way is known" in words
    for made_up in ("0 min", "arrive", "10:25", "home about", "on the road"):
        assert made_up not in words.replace("Times on the road are estimates", "")


def test_kilometres_are_said_where_they_are_used() -> None:
    words = said(replace(SHEET, unit=DistanceUnit.KM, locale="de_DE"))
    assert "61 km" in words
    assert "mile" not in words


@pytest.mark.parametrize("count", [1, 5, 30])
def test_no_stop_is_parted_from_its_way_and_each_page_is_marked(count: int) -> None:
    found = pages(many(count))
    names = [t for one in found for t in texts(one) if t.startswith("Customer ")]
    assert names == [f"Customer {n:02}" for n in range(count)]
    for number, one in enumerate(found, start=1):
        assert "INTERNAL" in texts(one)
        assert f"Page {number} of {len(found)}" in texts(one)
        arrivals = [text for text in texts(one) if "arrive" in text]
        assert len(arrivals) == sum(text.startswith("Customer ") for text in texts(one))


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("wordy", [False, True])
def test_nothing_leaves_the_page_nor_is_lost_in_longer_words(
    size: PageSize, wordy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wordy:
        in_longer_words(monkeypatch)
    checked, form = draw_route(replace(many(12), size=size)), page(size)
    for one in drawn(checked.drawn.pdf):
        assert max(item.right for item in one) <= RIGHT + form.shift + 0.1
        assert max(item.baseline for item in one) <= form.footer_baseline + 0.1
    assert checked.warnings == ()


def test_the_same_day_gives_the_same_bytes() -> None:
    assert ROUTE is SHEET.route
    assert draw_route(SHEET) == draw_route(replace(SHEET, day=date(2026, 12, 3)))


# ------------------------------------------------------------- the code
def test_known_coordinates_open_any_map_and_an_address_is_looked_for() -> None:
    known, asked = map_code("9 Quay Street", (54.345678, -2.75)), map_code("9 Quay Street")
    assert known is not None
    assert asked is not None
    assert len(known.rows) < len(asked.rows)
    assert 20 <= known.size <= 27


def test_an_address_too_long_for_a_code_has_none() -> None:
    assert map_code("9 Quay Street, " * 30) is None
    stop = replace(SHEET.stops[0], address="9 Quay Street, " * 30)
    (only, *_more) = pages(replace(SHEET, stops=(stop, *SHEET.stops[1:])))
    assert texts(only).count("Map") < 4


def test_a_place_that_is_not_known_is_said_and_has_no_code() -> None:
    placeless = replace(SHEET.stops[0], address="", coordinates=None)
    stops = (placeless, *SHEET.stops[1:])
    found = said(replace(SHEET, stops=stops))
    assert "Where is not said yet" in found
    assert "Where is not said yet" not in said()
    assert found.split().count("Map") == said().split().count("Map") - 1
