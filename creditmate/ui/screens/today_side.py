"""What stands beside the list of Today: the brief of a line, what the day brought, or nothing."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creditmate.domain.day_result import DayResult
from creditmate.services.worklists import WorkDay, WorkRow
from creditmate.ui.kit.panel import Upright
from creditmate.ui.screens.today_panel import TodayPanel
from creditmate.ui.screens.today_result import TodayResult
from creditmate.ui.surroundings import Surroundings


class TodaySide(QWidget):
    """Two panels of which one is seen at most.

    Attributes:
        line: About the line one is on.
        result: What the day brought, once nothing is left of it.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.line = TodayPanel(around)
        self.result = TodayResult(around)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (Upright(), self.line, self.result):
            row.addWidget(part)
        self.hide()

    def become_small(self, *, is_small: bool) -> None:
        """Be narrower, and say less."""
        for panel in (self.line, self.result):
            panel.become_small(is_small=is_small)

    def announce(self, row: WorkRow | None) -> None:
        """Make room for the brief of a line, which is on its way; show nothing if there is none."""
        self.setVisible(row is not None)
        if row is not None:
            self.line.show()
            self.result.hide()
            self.line.announce(row)

    def show_result(self, day: WorkDay, result: DayResult) -> None:
        """Show what the day brought."""
        self.result.show_result(day, result)
        self.line.hide()
        self.result.show()
        self.show()
