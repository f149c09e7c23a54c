"""Today as it is seen while its ledger is being opened: head and placeholders, nothing asked."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creditmate.i18n.catalogue import words
from creditmate.ui.kit.work_list import WorkList
from creditmate.ui.screens.today_head import TodayHead
from creditmate.ui.surroundings import Surroundings


class TodayComing(QWidget):
    """Needs no use-case and no ledger, so that it is painted before either is loaded.

    The day is written once the rest has been painted, since writing a day loads much as well.

    Attributes:
        list: Where the lines will be.
    """

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._clock = around.program.clock
        self.head = TodayHead(around.theme, around.language, around.locale)
        self.list = WorkList(around.theme, words(around.language).gettext("What to do today"))
        self.list.show_coming()
        self.setFocusProxy(self.list)
        self._is_day_due = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once this is over, the day can be written."""
        super().paintEvent(event)
        if self._is_day_due:
            self._is_day_due = False
            QTimer.singleShot(0, self, self._say_day)

    def _say_day(self) -> None:
        self.head.say_day(self._clock.today)
