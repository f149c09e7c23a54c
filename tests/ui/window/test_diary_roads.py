"""The time on the road in the diary: hatched before and after the visit it belongs to."""

from datetime import time

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from creditmate.domain.diary import DiaryDay, DiaryKind
from creditmate.ui.diary.road_paint import paint_road
from creditmate.ui.diary.week_layout import WeekLayout
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import Ground, Ink
from tests.domain.diary_items import an_item
from tests.ui.window.conftest import TODAY


def test_the_way_to_a_visit_and_home_is_hatched_beside_it(theme: Theme) -> None:
    visit = an_item(1, at=time(9), kind=DiaryKind.VISIT, minutes=60, travel=85)
    other = an_item(2, at=time(9, 30))
    day = DiaryDay(TODAY, works=True, timed=(visit, other))
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        laid = WeekLayout(theme, [day], (1072, 650), 0, direction)
        assert laid.first == 7 * 60, "one leaves at 7:35"
        there, home = (laid.road(road) for road in laid.roads)
        stands = laid.entry(visit)
        assert {(way.left(), way.width()) for way in (there, home)} == {
            (stands.left(), stands.width())
        }
        assert there.bottom() < stands.top()
        assert home.top() > stands.bottom()
        assert abs(there.height() - home.height()) <= 1
        assert there.height() > stands.height()


def test_a_way_is_drawn_with_how_long_it_takes(theme: Theme) -> None:
    picture = QImage(160, 80, QImage.Format.Format_RGB32)
    seen: list[set[int]] = []
    for takes in (0, 85):
        picture.fill(theme.colour(Ground.SURFACE))
        painter = QPainter(picture)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint_road(painter, QRect(0, 0, 160, 80), takes, theme, "en_GB")
        painter.end()
        middle = range(32, 48)
        seen.append({picture.pixel(x, y) for x in range(8, 80) for y in middle})
    muted = theme.colour(Ink.MUTED).rgb()
    assert theme.colours.line.lower() in {QColor(one).name() for one in seen[0]}
    assert muted not in seen[0], "only the pattern where nobody said how long"
    assert len(seen[1]) > len(seen[0])
