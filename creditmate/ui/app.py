"""The application: its look, its direction of reading, the window, and the way out."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from creditmate.i18n.pseudo import PSEUDO
from creditmate.services.program import Program
from creditmate.system.faults import faults_before
from creditmate.system.preferences import preferences
from creditmate.system.window_state import WindowState, window_state
from creditmate.ui.collecting import Collector
from creditmate.ui.first_paint import FirstPaint
from creditmate.ui.jobs import JobRunner
from creditmate.ui.kit.mark import MARK_FILE
from creditmate.ui.main_window import MainWindow
from creditmate.ui.queries import Desk
from creditmate.ui.shell.bugs import Bugs
from creditmate.ui.shell.whose import may_be_open
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Appearance, Theme

if TYPE_CHECKING:
    from creditmate.system.crash_report import CrashReport
    from creditmate.ui.shell.first_window import FirstWindow

NAME = "CreditMate"
_STYLE = "Fusion"
"""Qt's own style wherever the system's would not take the whole of our palette."""


def make_application(language: str, locale: str) -> QApplication:
    """Make the application, or set up the one there is, for a language."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setWindowIcon(QIcon(str(MARK_FILE)))
    app.setDesktopFileName(NAME.lower())  # by which Wayland knows whose window it is
    app.setStyle(_STYLE)
    app.setLayoutDirection(direction_of(language))
    QLocale.setDefault(QLocale(locale))
    _translate_qt(app, language)
    return app


def direction_of(language: str) -> Qt.LayoutDirection:
    """Return how a language is read, as Qt knows it; the pseudo-language tries leftwards."""
    if language == PSEUDO:
        return Qt.LayoutDirection.RightToLeft
    return QLocale(language).textDirection()


def _translate_qt(app: QApplication, language: str) -> None:
    """Let Qt's own dialogs speak the language too, where Qt knows it."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)


def make_window(
    program: Program,
    language: str,
    locale: str,
    appearance: Appearance = Appearance.SYSTEM,
    state: WindowState | None = None,
) -> MainWindow:
    """Make the window; nothing is shown yet.

    Args:
        program: Its ledger is opened by ``MainWindow.open_ledger``.
        language: Of the words.
        locale: Of figures and days.
        appearance: Light, dark, or as the system has it.
        state: How the window was left; what this computer remembers if nothing is given.
    """
    theme = Theme(appearance)
    theme.dress()
    desk, jobs = Desk(program), JobRunner()
    around = Surroundings(program, desk, jobs, theme, language, locale)
    return MainWindow(around, state or window_state())


class Seat(QObject):
    """Keeps the one window, and makes it anew when its user wants to be spoken to otherwise.

    Attributes:
        window: The window as it is now.
        around: What its screens are given.
    """

    def __init__(self, program: Program, language: str, locale: str) -> None:
        super().__init__()
        chosen = preferences()
        make_application(chosen.language or language, chosen.locale or locale)
        theme = Theme(_appearance(chosen.appearance), chosen.text_size / 100)
        theme.dress()
        desk, jobs = Desk(program), JobRunner()
        self.around = Surroundings(
            program, desk, jobs, theme, chosen.language or language, chosen.locale or locale
        )
        self.window = self._make()
        self._first: FirstWindow | None = None
        self._ended: Sequence[CrashReport] = ()

    def begin(self, ledger: Path | None, ended: "Sequence[CrashReport]" = ()) -> None:
        """Show the window, and open a ledger once it was painted.

        Args:
            ledger: None welcomes.
            ended: Reports of what ended earlier runs, told once a ledger is open.
        """
        if ended:
            self._ended = ended
            self.window.door.opened.connect(self._on_opened)
        paint = FirstPaint(self.window)
        paint.done.connect(self._listen)
        self.around.program.later(paint.waiting())
        self.window.show()
        self.window.open_ledger(ledger)

    def _listen(self) -> None:
        """Hear later starts; the network's modules are not waited for by the window."""
        from creditmate.ui.shell.first_window import FirstWindow  # noqa: PLC0415

        self._first = FirstWindow(self)
        self._first.called.connect(self.on_called)
        self._first.listen()

    def stop(self) -> None:
        """Hear no other start any more, close the ledger and end every thread."""
        if self._first is not None:
            self._first.stop()
        self.window.stop()

    def _make(self) -> MainWindow:
        window = MainWindow(self.around, window_state())
        window.speech_changed.connect(self._on_speech, Qt.ConnectionType.QueuedConnection)
        return window

    def _on_speech(self) -> None:
        """Put a window with the words and figures now chosen in the place of the old one."""
        chosen, around, old = preferences(), self.around, self.window
        self.around = around.speaking(
            chosen.language or around.language, chosen.locale or around.locale
        )
        QApplication.setQuitOnLastWindowClosed(False)
        ledger = old.door.path
        old.close()  # remembers its size, which the new one takes
        make_application(self.around.language, self.around.locale)
        self.window = self._make()
        self.window.show()
        self.window.open_ledger(ledger)
        QApplication.setQuitOnLastWindowClosed(True)
        old.deleteLater()

    def on_called(self, ledger: Path | None) -> None:
        """The program was started again: come to the front, with the ledger if one was named."""
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if ledger is not None:
            window.open_ledger(ledger)

    def on_bug(self, report: "CrashReport") -> None:
        """Something of ours went wrong: say so, with the report of it."""
        self.window.telling.bug(report)

    def on_bug_again(self) -> None:
        """It went wrong once more."""
        self.window.telling.bug_again()

    def _on_opened(self) -> None:
        ended, self._ended = self._ended, ()
        if ended:
            self.window.telling.ended(ended)


def _appearance(chosen: str) -> Appearance:
    return Appearance(chosen) if chosen in tuple(Appearance) else Appearance.SYSTEM


def handed_over(ledger: Path | None) -> bool:
    """Whether the user has a window open already, which was given the ledger to open."""
    if not may_be_open():
        return False
    from creditmate.ui.shell.first_window import hand_over  # noqa: PLC0415 - a second start only

    return hand_over(ledger)


def run(program: Program, asked: Path | None, last: Path | None, language: str, locale: str) -> int:
    """Open the window on a ledger and return the exit status when it is closed.

    Where the user has a window open already, it comes to the front instead, with the ledger that
    was asked for.

    Args:
        program: No ledger of it is open yet.
        asked: The ledger named at the start, if one was.
        last: The ledger to open if none was named; None welcomes whoever has none.
        language: Of the words, unless another one was chosen on this computer.
        locale: Of figures and days, with the same proviso.
    """
    if handed_over(asked):
        program.stop()
        return 0
    seat = Seat(program, language, locale)
    bugs, collector = Bugs(), Collector()
    bugs.met.connect(seat.on_bug)
    bugs.met_again.connect(seat.on_bug_again)
    seat.begin(asked or last, faults_before())
    try:
        return QApplication.exec()
    finally:
        seat.stop()
        collector.stop()
        bugs.stop()
