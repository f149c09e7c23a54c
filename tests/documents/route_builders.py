"""The day of mockups/paper-08-route-sheet.png."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from creditmate.documents.route_sheet_paper import NearBy, RouteSheet, SheetNote, SheetStop
from creditmate.domain.money import Money
from creditmate.domain.visit_hints import HintWhy, VisitHint
from creditmate.domain.visit_route import Stop, Way, route
from creditmate.domain.visit_times import TimeWarning, TimeWhy
from tests.documents.builders import a_card

DAY, LONDON = date(2026, 12, 3), ZoneInfo("Europe/London")
_BETWEEN = {(1, 2): Way(12, 30), (2, 3): Way(28, 140), (3, 4): Way(9, 40)}


def a_stop(visit: int, at: time, minutes: int, way: Way) -> Stop:
    return Stop(visit, datetime.combine(DAY, at, LONDON), minutes, way)


STOPS = (
    a_stop(1, time(10, 30), 60, Way(50, 220)),
    a_stop(2, time(11, 50), 30, Way(50, 220)),
    a_stop(3, time(12, 35), 40, Way(40, 180)),
    a_stop(4, time(14, 15), 45, Way(40, 180)),
)
ROUTE = route(STOPS, lambda one, other: _BETWEEN[one.visit, other.visit])
assert ROUTE is not None
SHEET = RouteSheet(
    business=a_card(),
    day=DAY,
    route=ROUTE,
    stops=(
        SheetStop("Brindle Row Interiors Ltd", "Unit 6, Tannery Yard, Overmere OV3 8LN",
                  "Ruth Okafor, director", "01632 960 271",
                  "Short delivery on 2118; plan for the overdue part",
                  date(2026, 11, 23), date(2026, 11, 25)),
        SheetStop("Larch & Lintel Ltd", "9 Quay Street, Overmere OV1 2TB", "Anwen Pryce, buyer",
                  "01632 960 318", "Stay-well visit, spring range", date(2026, 11, 24)),
        SheetStop("Haldane Garden Rooms", "14 Mill Brow, Kirkbarrow KB2 5QD", "Tobias Haldane",
                  "01632 960 402", "Courtesy visit; cedar delivery", None, date(2026, 11, 30),
                  coordinates=(54.345678, -2.75)),
        SheetStop("St Wulfrun’s Parish Hall", "Church Walk, Kirkbarrow KB1 1AH",
                  "Mrs J. Tennant, treasurer", "01632 960 455", "New customer: terms to be signed",
                  date(2026, 11, 24), date(2026, 12, 1)),
    ),
    who=("Ellen Rook", "Tom Ashby"),
    home="The Old Sawpit, Hollin Bridge",
    near=(NearBy("Cobb & Larkspur Shopfitting Ltd", 2, (Money(279_600, "GBP"),), 20),),
    take=("Four visit packs", "terms version 3 twice", "delivery note 12 August"),
    notes=(
        SheetNote("Haldane Garden Rooms", (TimeWarning(TimeWhy.THEIR_WISH, at=time(12, 35)),)),
        SheetNote(
            "St Wulfrun’s Parish Hall",
            hints=(VisitHint(HintWhy.NOBODY_DECIDES_THERE),),
            words="ring the side bell",
        ),
    ),
    printed=datetime(2026, 12, 2, 17, 5, tzinfo=LONDON),
)  # fmt: skip
