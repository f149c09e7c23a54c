"""The window: a sidebar, the place one is in, a status line. It only swaps screens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QWidget

from creditmate.domain.changes import Touched
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.problems import problem_words
from creditmate.services.ledgers import LedgerFacts
from creditmate.system.window_state import WindowState, remember_window
from creditmate.ui.kit.clipboard import let_go_of_clipboard
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.screen import Screen
from creditmate.ui.kit.toast import Toast
from creditmate.ui.ledger_screens import LedgerScreens
from creditmate.ui.navigation import Navigation
from creditmate.ui.places import lines, nav_entries, place_of
from creditmate.ui.queries import Latest
from creditmate.ui.screens.opening import Opening
from creditmate.ui.status import Status
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.wishes import GoBack, Wish

_OTHER_AREA = ("F6", "Shift+F6")
_BACK = "Alt+Left"


class MainWindow(QMainWindow):
    """Shows a place of the ledger that is open, or why none is."""

    def __init__(self, around: Surroundings, state: WindowState) -> None:
        super().__init__()
        self._around, self._state = around, state
        self._facts: LedgerFacts | None = None
        self._path = Path()
        self._undo: Callable[[], Touched] | None = None
        self._build()
        self._connect()
        failed = self._explain
        self._opening: Latest[LedgerFacts] = Latest(around.desk, self._on_open, failed, self)
        self._undoing: Latest[Touched] = Latest(around.desk, self.screens.spread, self._tell, self)

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme, language = self._around.theme, self._around.language
        self.sidebar = Navigation(theme, language)
        self.status = Status(theme, language, self._around.locale)
        self.opening = Opening(theme, language)
        self.screens = LedgerScreens(self._around, self.opening)
        middle = QWidget()
        grid = QGridLayout(middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.sidebar, 0, 0)
        grid.addWidget(self.screens, 0, 1)
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
        around.jobs.touched.connect(self.screens.spread)
        around.jobs.began.connect(self.status.follow)
        self.sidebar.chosen.connect(self.go_to)
        self.screens.shown.connect(self._on_shown)
        self.screens.lines_changed.connect(self._show_lines)
        self.screens.told.connect(self._on_told)
        self.screens.told_undo.connect(self._on_told_undo)
        self.toast.undone.connect(self._on_undo)
        self.opening.ledger_chosen.connect(self.open_ledger)
        for number, place in enumerate(lines(), 1):
            self._shortcut(f"Ctrl+{number}").activated.connect(partial(self.go_to, place.key))
        for keys in _OTHER_AREA:
            self._shortcut(keys).activated.connect(self._leave_area)
        self._shortcut(_BACK).activated.connect(partial(self.fulfil, GoBack()))

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
        self._close_ledger()
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
        self.screens.begin(facts, self._state.tables, self._state.screens)
        self.sidebar.show_ledger(facts.business)
        self._show_lines()
        self.status.show_ledger(self._path, facts, self._around.program.clock.today)
        self.go_to(self._state.place)

    def _explain(self, error: Exception) -> None:
        """Say why no ledger is open."""
        if not isinstance(error, UserError):
            raise error
        self.opening.explain(problem_words(error, self._around.language, self._around.locale))

    def _close_ledger(self) -> None:
        self._state = self._state_now()
        self._facts = None
        self.screens.end()
        self.sidebar.clear()
        self.status.clear()

    # ------------------------------------------------------------- places
    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is seen; None while no ledger is open."""
        return self.screens.screen_shown

    def go_to(self, key: str) -> None:
        """Show a place; the first one for a key that no place has."""
        self.screens.go_to(key)

    def fulfil(self, wish: Wish) -> None:
        """Go where somebody wants to go."""
        self.screens.fulfil(wish)

    def _on_shown(self, key: str) -> None:
        place = place_of(key)
        self.sidebar.choose(place.under or key if place else key)

    def _show_lines(self) -> None:
        screens = self.screens
        self.sidebar.show_lines(
            nav_entries(self._around.language, screens.counts, screens.standing)
        )

    # ------------------------------------------------------------- telling
    def _on_told(self, text: str) -> None:
        self._undo = None
        self.toast.tell(text)

    def _on_told_undo(self, text: str, undo: Callable[[], Touched]) -> None:
        self._undo = undo
        self.toast.tell(text, can_undo=True)

    def _on_undo(self) -> None:
        if self._undo is not None:
            self._undoing.ask(self._undo)
            self._undo = None

    def _tell(self, error: Exception) -> None:
        """Tell the user what to do about an error; what is nobody's fault but ours is raised."""
        if not isinstance(error, UserError):
            raise error
        self._on_told(problem_words(error, self._around.language, self._around.locale))

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
        self._state = self._state_now()
        remember_window(self._state)
        super().closeEvent(event)

    def _state_now(self) -> WindowState:
        """How the window is; a place that comes and goes is not the one to begin in."""
        place = place_of(self.screens.key)
        line = (place.under or place.key) if place and not place.while_open else ""
        size = self.normalGeometry().size()
        return WindowState(
            size=(size.width(), size.height()),
            maximised=self.isMaximized(),
            place=line or self._state.place,
            tables={**self._state.tables, **self.screens.tables()},
            screens={**self._state.screens, **self.screens.kept()},
        )

    def stop(self) -> None:
        """End the jobs, close the ledger and end its thread."""
        let_go_of_clipboard()
        self._around.jobs.stop()
        self._around.program.stop()
