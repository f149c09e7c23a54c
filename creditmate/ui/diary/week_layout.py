"""Where days, hours and entries stand in the week; all in pixels of the view."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QStyle

from creditmate.domain.diary import DiaryDay, DiaryItem
from creditmate.domain.diary_roads import Road, roads
from creditmate.domain.diary_room import Lane, lanes
from creditmate.ui.diary.gathered import Block, blocks_of
from creditmate.ui.diary.strip import Strip
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Type

FIRST_HOUR, LAST_HOUR = 8, 18
"""The hours that are always shown; more where something stands outside them."""
_HOUR = 60
_DAY = 24 * _HOUR
_LEGIBLE = 3
"""So many times its height an entry is wide at least: an icon and a few letters."""
SNAP = 15
"""Minutes: what is dragged falls on a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the week: a day, and an hour of it unless it is the strip for the whole day."""

    day: date
    at: time | None


class WeekLayout:
    """Lays days side by side, hours below one another; mirrored where people read from the right.

    Args:
        theme: Gives the height of lines.
        days: In their order.
        size: Width and height of the view.
        scrolled: How far down the hours one is.
        direction: Of reading.
        strip: What stands above the hours, and how much of it.
        key: Of the entry one is on.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a picture depends on
        self,
        theme: Theme,
        days: Sequence[DiaryDay],
        size: tuple[int, int],
        scrolled: int,
        direction: Qt.LayoutDirection,
        strip: Strip | None = None,
        key: str = "",
    ) -> None:
        self.days, self._direction = tuple(days), direction
        self._width, self._height = size
        self._scrolled = scrolled
        self.gutter = theme.wide(SIZES.diary_gutter)
        small, body = theme.line(Type.SMALL), theme.line(Type.BODY)
        self.pill = max(SIZES.diary_pill, small + SPACE.xs)
        has_holiday = any(day.holidays for day in self.days)
        self.head = body + theme.line(Type.HEADING) + SPACE.xs + (small if has_holiday else 0)
        room = max(self._height - self.head, 0) // (self.pill + SPACE.xs)
        self.rows = (strip or Strip()).rows(self.days, key, room)
        self.strip = self.rows.count * (self.pill + SPACE.xs) + SPACE.s
        self.top = self.head + self.strip
        begins = [_minutes(item.at) for day in self.days for item in day.timed if item.at]
        ends = [_minutes(i.at) + i.minutes for day in self.days for i in day.timed if i.at]
        self.roads = [road for day in self.days for road in roads(day.timed)]
        begins += [road.begins for road in self.roads]
        ends += [road.ends for road in self.roads]
        self.first = min([FIRST_HOUR * _HOUR, *(at // _HOUR * _HOUR for at in begins)])
        self.last = max([LAST_HOUR * _HOUR, *(min(-(-e // _HOUR) * _HOUR, _DAY) for e in ends)])
        hours = (self.last - self.first) // _HOUR
        fitting = min((self._height - self.top - 1) // hours, SIZES.diary_hour)
        self.hour = max(fitting, 2 * (self.pill + 2))
        self._columns = self._cut()
        least = self.pill * _HOUR // self.hour
        self._lanes: dict[str, Lane] = {}
        self._items = {item.key: item for day in self.days for item in day.timed}
        self.blocks: dict[str, Block] = {}
        for place, day in enumerate(self.days):
            self._lanes |= self._beside(day.timed, self._columns[place][1], least)

    def _beside(self, timed: Sequence[DiaryItem], wide: int, least: int) -> dict[str, Lane]:
        """What stands beside what; contacts of which none could be read stand for one another."""
        found = lanes(timed, least)
        fit = max(wide // (_LEGIBLE * self.pill), 1)
        side_by_side = {key: lane.of for key, lane in found.items()}
        blocks = blocks_of(timed, side_by_side, fit, least)
        if not blocks:
            return found
        self.blocks |= blocks
        alone = [item for item in timed if item.key not in blocks]
        wholes = {block.item.key: block.item for block in blocks.values()}
        return lanes([*alone, *wholes.values()], least)

    def _cut(self) -> list[tuple[int, int]]:
        """Left edge and width of each day: days off of which nothing is said are narrow."""
        room = self._width - self.gutter
        idle = [not (day.works or day.items or day.holidays) for day in self.days]
        narrow = SIZES.diary_day_off if len(self.days) > 1 and not all(idle) else 0
        count = idle.count(False) if narrow else len(self.days)
        wide = (room - (narrow * idle.count(True) if narrow else 0)) / max(count, 1)
        found, at = [], float(self.gutter)
        for is_idle in idle:
            width = narrow if narrow and is_idle else wide
            found.append((round(at), round(at + width) - round(at)))
            at += width
        return found

    # ------------------------------------------------------------- rectangles
    @property
    def depth(self) -> int:
        """How high all hours are."""
        return (self.last - self.first) * self.hour // _HOUR

    @property
    def grid(self) -> QRect:
        """Where hours are seen."""
        return QRect(0, self.top, self._width, max(self._height - self.top, 0))

    def column(self, place: int) -> QRect:
        """Return a day from the top of the view to its end."""
        left, width = self._columns[place]
        return self._mirrored(QRect(left, 0, width, self._height))

    def gutter_rect(self, top: int, height: int) -> QRect:
        """Return a piece of the column in which hours are told."""
        return self._mirrored(QRect(0, top, self.gutter, height))

    def hour_top(self, minutes: int) -> int:
        """Return where an hour begins, of minutes after midnight."""
        return self.top + (minutes - self.first) * self.hour // _HOUR - self._scrolled

    def entry(self, item: DiaryItem) -> QRect:
        """Return where an entry stands, or the block it is in; empty if it is not seen."""
        block = self.blocks.get(item.key)
        item = item if block is None else block.item
        place = self.place_of(item.day)
        if place is None:
            return QRect()
        left, width = self._columns[place]
        if item.at is None:
            row = self.rows.of.get(item.key)
            return QRect() if row is None else self._in_strip(place, row)
        lane = self._lanes[item.key]
        room = width - 2 * SPACE.xs
        at, wide = left + SPACE.xs + room * lane.place // lane.of, room // lane.of
        return self._mirrored(QRect(at, *self._span(item.at, item.minutes, wide)))

    def _in_strip(self, place: int, row: int) -> QRect:
        left, width = self._columns[place]
        top = self.head + SPACE.xs + row * (self.pill + SPACE.xs)
        return self._mirrored(QRect(left + SPACE.xs, top, width - 2 * SPACE.xs - 1, self.pill))

    def more(self, day: date) -> QRect:
        """Return where it is told that a day has more for all of it; empty where it has not."""
        place, more = self.place_of(day), self.rows.more.get(day)
        return QRect() if place is None or more is None else self._in_strip(place, more.row)

    def is_more(self, at: QPoint) -> bool:
        """Return whether a point is where more of a day's entries are told of."""
        return any(self.more(day).contains(at) for day in self.rows.more)

    def road(self, road: Road) -> QRect:
        """Return where a way stands: as wide as the visit that it belongs to."""
        of = self.entry(self._items[road.key])
        top = self.hour_top(road.begins)
        return QRect(of.left(), top + 1, of.width(), max(self.hour_top(road.ends) - top - 2, 0))

    def ghost(self, spot: Spot, minutes: int) -> QRect:
        """Return where something would stand that is dropped at a place."""
        place = self.place_of(spot.day)
        if place is None:
            return QRect()
        left, width = self._columns[place]
        wide = width - 2 * SPACE.xs
        if spot.at is None:
            top = self.head + SPACE.xs
            return self._mirrored(QRect(left + SPACE.xs, top, wide, self.pill))
        return self._mirrored(QRect(left + SPACE.xs, *self._span(spot.at, minutes, wide)))

    def _span(self, at: time, minutes: int, wide: int) -> tuple[int, int, int]:
        """Top, width and height of so many minutes; what goes on after midnight ends there."""
        top = self.hour_top(_minutes(at))
        end = self.hour_top(min(_minutes(at) + minutes, _DAY))
        return top + 1, wide - 1, max(end - top, self.pill) - 2

    def place_of(self, day: date) -> int | None:
        """Return the place of a day among those shown."""
        return next((n for n, one in enumerate(self.days) if one.day == day), None)

    # ------------------------------------------------------------- points
    def spot(self, at: QPoint) -> Spot | None:
        """Return what is at a point; None beside the days."""
        place = next((n for n in range(len(self.days)) if self._holds(n, at)), None)
        if place is None:
            return None
        day = self.days[place].day
        if at.y() < self.top:
            return Spot(day, None)
        minutes = (at.y() - self.top + self._scrolled) * _HOUR // self.hour + self.first
        snapped = min(max(minutes, 0), _DAY - SNAP) // SNAP * SNAP
        return Spot(day, time(*divmod(snapped, _HOUR)))

    def _holds(self, place: int, at: QPoint) -> bool:
        column = self.column(place)
        return column.left() <= at.x() <= column.right()

    def item_at(self, at: QPoint, items: Iterable[DiaryItem]) -> DiaryItem | None:
        """Return the entry at a point; hours that are scrolled away are not there."""
        for item in items:
            if (item.at is None) == (at.y() < self.top) and self.entry(item).contains(at):
                return item
        return None

    def _mirrored(self, piece: QRect) -> QRect:
        whole = QRect(0, 0, self._width, self._height)
        return QStyle.visualRect(self._direction, whole, piece)


def _minutes(at: time) -> int:
    return at.hour * _HOUR + at.minute
