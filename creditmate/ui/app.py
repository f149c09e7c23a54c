"""The application: its look, its direction of reading, the window, and the way out."""

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from creditmate.i18n.locales import reads_rightwards
from creditmate.services.program import Program
from creditmate.system.window_state import WindowState, window_state
from creditmate.ui.collecting import Collector
from creditmate.ui.jobs import JobRunner
from creditmate.ui.main_window import MainWindow
from creditmate.ui.queries import Desk
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.theme import Appearance, Theme

NAME = "CreditMate"
_STYLE = "Fusion"
"""Qt's own style wherever the system's would not take the whole of our palette."""


def make_application(language: str, locale: str) -> QApplication:
    """Make the application, or set up the one there is, for a language."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setStyle(_STYLE)
    rightwards = reads_rightwards(language)
    app.setLayoutDirection(
        Qt.LayoutDirection.LeftToRight if rightwards else Qt.LayoutDirection.RightToLeft
    )
    QLocale.setDefault(QLocale(locale))
    _translate_qt(app, language)
    return app


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


def run(program: Program, ledger: Path | None, language: str, locale: str) -> int:
    """Open the window on a ledger and return the exit status when it is closed."""
    app = make_application(language, locale)
    collector = Collector()
    window = make_window(program, language, locale)
    window.show()
    window.open_ledger(ledger)
    try:
        return app.exec()
    finally:
        window.stop()
        collector.stop()
