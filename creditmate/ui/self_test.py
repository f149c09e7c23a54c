"""The window painted once, to prove that everything it needs is there."""

import os
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QEventLoop, QLibraryInfo, QTimer, QTranslator
from PySide6.QtGui import QColor, QGuiApplication, QImage

from creditmate.services.program import Program
from creditmate.system.window_state import WindowState
from creditmate.ui.app import make_application, make_window
from creditmate.ui.collecting import Collector
from creditmate.ui.main_window import MainWindow
from creditmate.ui.shell.guide import GUIDE_FILE
from creditmate.ui.theme.theme import Appearance

_LANGUAGE = "en_GB"
_PATIENCE = 30_000
"""Milliseconds for the window to show its first place."""
_TICK = 20
_SETTLED = 15
"""Ticks after the first place is shown: its rows have come, and nothing fades in any more."""
_COLOURS = 40
"""Letters with smooth edges and an icon or two have more; an empty window has a handful."""
_OFTEN = 7
"""Pixels from one that is looked at to the next, each way."""


class NotPainted(Exception):  # noqa: N818 - reads as what happened
    """The window did not come up, or with nothing on it."""


def painted(program: Program, ledger: Path, locale: str) -> str:
    """Open the window on a ledger, see its first place painted, and close it.

    On Linux without a display it is painted in memory.

    Returns:
        Versions, platform and size.

    Raises:
        NotPainted: Nothing came up in time, or next to nothing was painted, or Qt's own words
            or the guide are missing.
    """
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(map(os.environ.get, displays)):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = make_application(_LANGUAGE, locale)
    _look_for_words()
    collector = Collector(application)
    window = make_window(program, _LANGUAGE, locale, Appearance.LIGHT, WindowState())
    window.show()
    window.open_ledger(ledger)
    try:
        _wait(window)
        colours = _colours(window.grab().toImage())
        size = window.size()
    finally:
        window.close()
        window.stop()
        window.deleteLater()
        collector.stop()
    if colours < _COLOURS:
        raise NotPainted(f"{colours} colours")
    platform = QGuiApplication.platformName()
    version = f"Qt {QLibraryInfo.version().toString()}, PySide {PySide6.__version__}"
    return f"{version}, {platform}, {size.width()} × {size.height()}"


def _look_for_words() -> None:
    """Qt's dialogs speak other languages, and Help anything, by files that a package may lack."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not QTranslator().load("qtbase_de", folder):
        raise NotPainted(f"qtbase_de.qm in {folder}")
    if not GUIDE_FILE.exists():
        raise NotPainted(GUIDE_FILE)


def _wait(window: MainWindow) -> None:
    """Let the window work until its first place has settled."""
    loop, settled = QEventLoop(window), 0

    def look() -> None:
        nonlocal settled
        settled += window.screen_shown is not None
        if settled > _SETTLED:
            loop.quit()

    ticks = QTimer(window, interval=_TICK)
    ticks.timeout.connect(look)
    ticks.start()
    QTimer.singleShot(_PATIENCE, loop, loop.quit)
    loop.exec()
    ticks.stop()
    if settled <= _SETTLED:
        raise NotPainted(window.opening.said)


def _colours(image: QImage) -> int:
    """Count the different colours among some of the pixels."""
    places = ((x, y) for x in range(0, image.width(), _OFTEN)
              for y in range(0, image.height(), _OFTEN))  # fmt: skip
    return len({QColor(image.pixel(x, y)).rgb() for x, y in places})
