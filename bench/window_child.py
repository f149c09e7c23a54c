"""A process with a window, for the figures about windows; imports no more than what it shows.

    python -m bench.window_child first|place|bare [LEDGER]

Begins, paints and ends at once, tidying nothing up. ``bare`` is Qt's own main window with nothing
in it; ``first`` ends when our window has been painted, ``place`` when its first place has, with
the ledger's lines. At the end it prints the bytes that it held then.
"""

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

SIZE = (1280, 800)
DAY = date(2026, 11, 23)
"""``bench.book.TODAY``, without loading what makes a book."""
PAUSE = 2
"""Milliseconds between two looks at what is shown."""


class Paints(QObject):
    """Tells of the next time that a window is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._then: Callable[[], object] | None = None
        window.installEventFilter(self)
        self._window = window

    def tell_next(self, then: Callable[[], object]) -> None:
        """Call ``then`` once, after the next painting, which is asked for."""
        self._then = then
        self._window.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look for paintings, and let everything pass."""
        if event.type() is QEvent.Type.Paint and self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None
        return super().eventFilter(watched, event)


def bare() -> None:
    """Qt alone: what no program of this kind can be faster than."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(*SIZE)
    Paints(window).tell_next(end)
    window.show()
    app.exec()


def ours(ledger: Path, *, with_place: bool) -> None:
    """Open the window on a ledger as the program does."""
    from creditmate import bootstrap  # noqa: PLC0415 - the bare window has none of it
    from creditmate.ui.app import make_application, make_window  # noqa: PLC0415
    from creditmate.ui.collecting import Collector  # noqa: PLC0415
    from creditmate.ui.screens.today import TodayScreen  # noqa: PLC0415

    gc.disable()  # as run_window does
    program = bootstrap.build(DAY)
    app = make_application("en_GB", "en_GB")
    Collector(app)
    window = make_window(program, "en_GB", "en_GB")
    paints = Paints(window)

    def look() -> None:
        """Go round until Today shows lines, and the brief of the first one beside them."""
        today = window.screen_shown
        if isinstance(today, TodayScreen) and today.panel.brief.brief is not None:
            paints.tell_next(end)
        else:
            QTimer.singleShot(PAUSE, look)

    window.show()
    window.open_ledger(ledger)
    if with_place:
        look()
    else:
        paints.tell_next(end)
    app.exec()


def end() -> None:
    """Say how much memory is held, and be gone."""
    print(held(), flush=True)
    os._exit(0)


def held() -> int:
    """Bytes of memory in use now; the most there ever were where the system tells only that."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(Path(sys.argv[2]), with_place=sys.argv[1] == "place")
