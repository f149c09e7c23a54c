"""Notices that another day has begun: the window stays open overnight."""

from PySide6.QtCore import QObject, QTimer, Signal

from creditmate.domain.ports import Clock

EVERY = 10_000
"""ms between looks at the clock; one timer to midnight would be late after a night asleep."""


class DayWatch(QObject):
    """Looks at the clock as long as its owner lives."""

    turned = Signal()
    """Today is another day than it was."""

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._day = clock, clock.today
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        today, before = self._clock.today, self._day
        if today != before:
            self._day = today
            self.turned.emit()
