"""Reading the day of Today piece by piece: the first lines come at once, the rest after them."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from creditmate.services.worklists import DayReading, WorkDay
from creditmate.ui.queries import Latest
from creditmate.ui.screens.today_state import TodayState
from creditmate.ui.surroundings import Surroundings


class Shown(Protocol):
    """Told how far the day was read, and whether that is the beginning of another reading."""

    def __call__(self, day: WorkDay, *, is_first: bool) -> None:
        """Show it."""


class TodayReading(QObject):
    """Reads on only while nobody waits for something else.

    Args:
        around: Of the window.
        state: Whose lines are read.
        shown: Told of every piece.
        is_awaited: Whether the user waits for something that comes before the rest of the day.
        parent: The screen.
    """

    outdated = Signal()
    """Today is a holiday of somebody's, which was not known: everything is to be asked again."""

    def __init__(
        self,
        around: Surroundings,
        state: TodayState,
        shown: Shown,
        is_awaited: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._around, self._state = around, state
        self._shown, self._is_awaited = shown, is_awaited
        self._reading: DayReading | None = None
        self._is_first = self._is_more = self._knows_holidays = False
        failed = around.desk.failed.emit
        self._latest: Latest[WorkDay] = Latest(around.desk, self._on_read, failed, self)
        self._holidays: Latest[bool] = Latest(around.desk, self._on_holidays, failed, self)

    def begin(self) -> None:
        """Read the day anew."""
        lists, today = self._around.program.worklists, self._around.program.clock.today
        self._reading = lists.reading(
            today,
            mine=self._state.mine,
            owner=self._state.owner,
            holidays=self._knows_holidays,
        )
        self._is_first, self._is_more = True, False
        self._latest.ask(self._reading.go_on)

    def go_on(self) -> None:
        """Read on, if there is more; what the user waits for comes first."""
        if self._reading is not None and self._is_more and not self._is_awaited():
            self._is_more = False
            self._latest.ask(self._reading.go_on)

    def learn_holidays(self, as_at: date) -> None:
        """Learn, once the first lines are there, whether today is a holiday of anybody's."""
        if not self._knows_holidays:
            lists = self._around.program.worklists
            self._holidays.ask_when_calm(lambda: lists.is_holiday_somewhere(as_at))

    def _on_read(self, day: WorkDay) -> None:
        is_first, self._is_first = self._is_first, False
        self._is_more = not day.is_whole
        self._shown(day, is_first=is_first)
        self.go_on()

    def _on_holidays(self, is_one: bool) -> None:
        self._knows_holidays = True
        if is_one:
            self.outdated.emit()
