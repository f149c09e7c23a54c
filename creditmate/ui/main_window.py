"""The window: a sidebar, the place one is in, a status line. It only swaps screens."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QWidget

from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.services.ledgers import LedgerFacts
from creditmate.system.window_state import WindowState, remember_window
from creditmate.ui.kit.clipboard import let_go_of_clipboard
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.toast import Toast
from creditmate.ui.navigation import Navigation
from creditmate.ui.places import PLACES, Place, nav_entries
from creditmate.ui.queries import Latest
from creditmate.ui.screens.opening import Opening
from creditmate.ui.status import Status
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES

_OTHER_AREA = ("F6", "Shift+F6")


class MainWindow(QMainWindow):
    """Shows a place of the ledger that is open, or why none is."""

    def __init__(self, around: Surroundings, state: WindowState) -> None:
        super().__init__()
        self._around, self._state = around, state
        self._screens: dict[str, Screen] = {}
        self._facts: LedgerFacts | None = None
        self._path = Path()
        self._build()
        self._connect()
        failed = self._explain
        self._opening: Latest[LedgerFacts] = Latest(around.desk, self._on_open, failed, self)

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme, language = self._around.theme, self._around.language
        self.sidebar = Navigation(theme, language)
        self.status = Status(theme, language, self._around.locale)
        self.opening = Opening(theme, language)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.opening)
        middle = QWidget()
        grid = QGridLayout(middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.sidebar, 0, 0)
        grid.addWidget(self._stack, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(theme, language, self)
        self._ring = FocusRing(theme, self)
        self.setMinimumSize(SIZES.least_width, SIZES.least_height)
        self.resize(QSize(*(self._state.size or (SIZES.first_width, SIZES.first_height))))
        if self._state.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        around = self._around
        around.desk.failed.connect(self._tell)
        around.jobs.failed.connect(self._tell)
        around.jobs.touched.connect(self._on_touched)
        around.jobs.began.connect(self.status.follow)
        self.sidebar.chosen.connect(self.go_to)
        self.opening.ledger_chosen.connect(self.open_ledger)
        for number, place in enumerate(PLACES, 1):
            self._shortcut(f"Ctrl+{number}").activated.connect(partial(self.go_to, place.key))
        for keys in _OTHER_AREA:
            self._shortcut(keys).activated.connect(self._leave_area)

    def _shortcut(self, keys: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self)

    # ------------------------------------------------------------- the ledger
    def open_ledger(self, path: Path | None) -> None:
        """Open a ledger in the background, then show the place one was in last.

        None: say that there is none yet, and offer to choose one.
        """
        if path is None:
            self._explain(UserError(Problem.NO_LEDGER_CHOSEN))
            return
        self._keep_columns()
        self._close_screens()
        self.opening.wait_for(path)
        ledgers = self._around.program.ledgers

        def work() -> LedgerFacts:
            ledgers.close()
            ledgers.open(path)
            return ledgers.facts()

        self._path = path
        self._opening.ask(work)

    def _on_open(self, facts: LedgerFacts) -> None:
        self._facts = facts
        self.setWindowTitle(facts.business.name)
        self.sidebar.show_ledger(facts.business, nav_entries(self._around.language))
        self.status.show_ledger(self._path, facts, self._around.program.clock.today)
        known = {place.key for place in PLACES}
        self.go_to(self._state.place if self._state.place in known else PLACES[0].key)

    def _explain(self, error: Exception) -> None:
        """Say why no ledger is open."""
        if not isinstance(error, UserError):
            raise error
        self.opening.explain(problem_words(error, self._around.language, self._around.locale))

    def _close_screens(self) -> None:
        self._facts = None
        self._stack.setCurrentWidget(self.opening)
        for screen in self._screens.values():
            self._stack.removeWidget(screen)
            screen.deleteLater()
        self._screens.clear()
        self.sidebar.clear()
        self.status.clear()

    # ------------------------------------------------------------- places
    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is seen; None while no ledger is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def go_to(self, key: str) -> None:
        """Show a place; it is made when it is first shown, and keeps its state."""
        if self._facts is None:
            return
        if key not in self._screens:
            self._screens[key] = self._make(next(p for p in PLACES if p.key == key), self._facts)
        screen = self._screens[key]
        self._stack.setCurrentWidget(screen)
        self.sidebar.choose(key)
        screen.begin()

    def _make(self, place: Place, facts: LedgerFacts) -> Screen:
        screen = place.make(self._around, facts)
        screen.told.connect(self.toast.tell)
        for name, table in screen.tables().items():
            if name in self._state.tables:
                table.arrange(self._state.tables[name])
        self._stack.addWidget(screen)
        return screen

    def _on_touched(self, touched: Any) -> None:  # noqa: ANN401 - a signal's argument
        for screen in self._screens.values():
            screen.on_touched(touched)

    def _tell(self, error: Exception) -> None:
        """Tell the user what to do about an error; what is nobody's fault but ours is raised."""
        if not isinstance(error, UserError):
            raise error
        self.toast.tell(problem_words(error, self._around.language, self._around.locale))

    def _leave_area(self) -> None:
        """Go to the other one of sidebar and place."""
        shown = self.screen_shown
        if shown is None or shown.isAncestorOf(self.focusWidget() or self):
            self.sidebar.places.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            shown.begin()

    # ------------------------------------------------------------- state and end
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a rail of icons instead of the sidebar."""
        super().resizeEvent(event)
        self.sidebar.become_rail(is_rail=event.size().width() < SIZES.rail_below)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left."""
        self._keep_columns()
        screen = next((k for k, s in self._screens.items() if s is self.screen_shown), "")
        size = self.normalGeometry().size()
        remember_window(
            WindowState(
                size=(size.width(), size.height()),
                maximised=self.isMaximized(),
                place=screen or self._state.place,
                tables=self._state.tables,
            )
        )
        super().closeEvent(event)

    def _keep_columns(self) -> None:
        tables: Mapping[str, PagedTable[Any]] = {
            name: table
            for screen in self._screens.values()
            for name, table in screen.tables().items()
        }
        kept = {name: table.layout_kept() for name, table in tables.items()}
        state = self._state
        self._state = WindowState(
            state.size, state.maximised, state.place, {**state.tables, **kept}
        )

    def stop(self) -> None:
        """End the jobs, close the ledger and end its thread."""
        let_go_of_clipboard()
        self._around.jobs.stop()
        self._around.program.stop()
