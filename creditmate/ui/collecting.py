"""Python's garbage is collected on the UI thread only.

Widgets stand in rings of references, which only Python's collector takes apart. By itself it
works on whichever thread happens to allocate; on the database thread it would destroy widgets
there, and Qt would crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # milliseconds
_GENERATIONS = (2, 1, 0)


def collect_if_due() -> None:
    """Collect the oldest generation that is due, with those younger than it, on this thread."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = next((g for g in _GENERATIONS if counts[g] > limits[g]), None)
    if due is not None:
        gc.collect(due)


class Collector(QObject):
    """Stands in for the automatic collection while it lives; Python's own thresholds decide."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()

    def stop(self) -> None:
        """Give the work back to Python, if it had it, once no other thread is left."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
