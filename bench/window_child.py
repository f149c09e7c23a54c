"""A process with a window, for the figures about windows; imports no more than what it shows.

    python -m bench.window_child first|place|bare [LEDGER]

Begins, paints and ends at once, tidying nothing up. ``bare`` is Qt's own main window with nothing
in it. ``first`` ends when our window has been painted with Today in it: its head, the day, and
placeholders for its lines; ``place`` when these lines and the brief of the first one have been. At
the end it prints the bytes that it held then.
"""

import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZE = (1280, 800)
DAY = date(2026, 11, 23)
"""``bench.book.TODAY``, without loading what makes a book."""
LISTENS_AT: list[Path] = []
"""The file at which our window listens for later starts."""
PAUSE = 2
"""Milliseconds between two looks at what is shown."""


def bare() -> None:
    """Qt alone: what no program of this kind can be faster than."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - loading it counts

    from bench.paints import Paints  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(*SIZE)
    Paints(window).tell_next(end)
    window.show()
    app.exec()


def ours(ledger: Path, *, with_place: bool) -> None:
    """Do what ``run_window`` does on a ledger, step by step, and look at what is painted."""
    gc.disable()
    from creditmate import bootstrap  # noqa: PLC0415 - the bare window has none of it
    from creditmate.i18n.locales import computer_locale  # noqa: PLC0415
    from creditmate.system.computer import last_ledger  # noqa: PLC0415

    program = bootstrap.build(DAY)
    computer_locale()
    last_ledger()
    from PySide6.QtCore import QDir, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from bench.paints import Paints  # noqa: PLC0415
    from creditmate.ui.app import Seat, handed_over  # noqa: PLC0415
    from creditmate.ui.collecting import Collector  # noqa: PLC0415
    from creditmate.ui.shell.bugs import Bugs  # noqa: PLC0415
    from creditmate.ui.shell.whose import server_name  # noqa: PLC0415

    if handed_over(ledger):
        sys.exit("a window is open already")
    LISTENS_AT.append(Path(QDir.tempPath(), server_name()))
    seat, _bugs, _collector = Seat(program, "en_GB", "en_GB"), Bugs(), Collector()
    window = seat.window
    seat.begin(ledger)
    paints = Paints(window)  # the last to come is told first: what the window does next is no paint
    if with_place:

        def look() -> None:
            today = window.screen_shown
            if today is not None and shows_brief(today):
                paints.tell_next(end)
            else:
                QTimer.singleShot(PAUSE, look)

        paints.tell_next(look)
    else:
        paints.tell_next(lambda: end_with_today(window))
    QApplication.exec()


def end_with_today(window: "QWidget") -> None:
    """End if what was painted is Today's head with placeholders below."""
    from creditmate.ui.kit.work_line import Coming  # noqa: PLC0415 - loaded by now
    from creditmate.ui.screens.today_coming import TodayComing  # noqa: PLC0415

    painted = [today for today in window.findChildren(TodayComing) if today.isVisible()]
    if not painted or not all(isinstance(row, Coming) for row in painted[0].list.rows):
        sys.exit("Today was not painted")
    end()


def shows_brief(screen: "QWidget") -> bool:
    """Whether a screen is Today, with its lines and the brief of the first of them."""
    from creditmate.ui.screens.today import TodayScreen  # noqa: PLC0415 - loaded when it is shown

    return isinstance(screen, TodayScreen) and screen.panel.brief.brief is not None


def end() -> None:
    """Say how much memory is held, and be gone; the next one has to be the first window again."""
    print(held(), flush=True)
    for file in LISTENS_AT:
        file.unlink(missing_ok=True)
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
