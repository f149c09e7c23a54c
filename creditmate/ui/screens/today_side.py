"""What stands beside the list of Today: the brief of a line, what the day brought, or nothing."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.kit.panel import Upright
from creditmate.ui.screens.today_panel import TodayPanel
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.domain.day_result import DayResult
    from creditmate.ui.screens.today_result import TodayResult


class TodaySide(QWidget):
    """Two panels of which one is seen at most.

    Attributes:
        line: About the line one is on.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.line = TodayPanel(around)
        self._around = around
        self._is_small = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for part in (Upright(), self.line):
            self._row.addWidget(part)
        self.hide()

    @cached_property
    def result(self) -> "TodayResult":
        """What the day brought, made once nothing is left of it."""
        from creditmate.ui.screens.today_result import TodayResult  # noqa: PLC0415

        result = TodayResult(self._around)
        result.become_small(is_small=self._is_small)
        result.hide()
        self._row.addWidget(result)
        return result

    def become_small(self, *, is_small: bool) -> None:
        """Be narrower, and say less."""
        self._is_small = is_small
        self.line.become_small(is_small=is_small)
        if "result" in vars(self):
            self.result.become_small(is_small=is_small)

    def announce(self, row: WorkRow | None) -> None:
        """Make room for the brief of a line, which is on its way; show nothing if there is none."""
        self.setVisible(row is not None)
        if row is not None:
            self.line.show()
            if "result" in vars(self):
                self.result.hide()
            self.line.announce(row)

    def show_result(self, day: WorkDay, result: "DayResult") -> None:
        """Show what the day brought."""
        self.result.show_result(day, result)
        self.line.hide()
        self.result.show()
        self.show()
