"""What the window is made of, where each part stands, and how it was left."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QWidget

from creditmate.system.window_state import WindowState
from creditmate.ui.banners import Banners
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.screen import Screen
from creditmate.ui.ledger_screens import LedgerScreens
from creditmate.ui.navigation import Navigation
from creditmate.ui.places import nav_entries, place_of
from creditmate.ui.screens.opening import Opening
from creditmate.ui.security.cover import Cover
from creditmate.ui.status import Status
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Telling
from creditmate.ui.theme.tokens import SIZES


class WindowFrame(QMainWindow):
    """The parts alone: what they do for a ledger is ``MainWindow``'s.

    Attributes:
        sidebar: The places, and whose ledger it is.
        status: The foot.
        opening: What is seen while no ledger is open.
        banners: Lines above the place.
        screens: The places.
        cover: All of these, and what may be laid over them.
        telling: What is told in passing.
    """

    def __init__(self, around: Surroundings, state: WindowState) -> None:
        super().__init__()
        self._around, self._state = around, state
        self.sidebar = Navigation(around.theme, around.language)
        self.status = Status(around)
        self.opening = Opening(around)
        self.banners = Banners(around)
        self.screens = LedgerScreens(around, self.opening)
        self.cover = Cover(self._laid_out())
        self.setCentralWidget(self.cover)
        self.telling = Telling(around, self, self.screens, self.screens.spread)
        self._ring = FocusRing(around.theme, self)
        self.setMinimumSize(SIZES.least_width, SIZES.least_height)
        self.resize(QSize(*(state.size or (SIZES.first_width, SIZES.first_height))))
        if state.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self._connect_parts()

    def _laid_out(self) -> QWidget:
        middle = QWidget()
        grid = QGridLayout(middle)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.sidebar, 0, 0, 2, 1)
        grid.addWidget(self.banners, 0, 1)
        grid.addWidget(self.screens, 1, 1)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        return middle

    def _connect_parts(self) -> None:
        """What is told in one part is heard in the others."""
        around, screens, status, telling = self._around, self.screens, self.status, self.telling
        around.desk.failed.connect(telling.problem)
        around.jobs.failed.connect(telling.problem)
        around.jobs.touched.connect(screens.spread)
        around.jobs.began.connect(status.follow)
        screens.shown.connect(self._on_shown)
        screens.lines_changed.connect(self._show_lines)
        screens.told.connect(telling.say)
        screens.told_besides.connect(telling.say_besides)
        screens.told_undo.connect(telling.say_undoable)
        screens.touched.connect(status.catch_up)
        screens.days.turned.connect(status.posted.ask)
        screens.cash_asked.connect(status.posted.choose)
        status.progress.left.connect(self._to_place)
        status.changed.connect(screens.spread)
        status.told.connect(telling.say)
        status.told_undo.connect(telling.say_undoable)

    # ------------------------------------------------------------- the place one is in
    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is seen; None while no ledger is open."""
        return self.screens.screen_shown

    def _on_shown(self, key: str) -> None:
        place = place_of(key)
        self.sidebar.choose(place.under or key if place else key)

    def _show_lines(self) -> None:
        language, screens = self._around.language, self.screens
        self.sidebar.show_lines(nav_entries(language, screens.counts, screens.standing))

    def _to_place(self) -> None:
        """Go on in the place that is shown."""
        if (shown := self.screen_shown) is not None:
            shown.begin()

    # ------------------------------------------------------------- its size
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a rail of icons instead of the sidebar."""
        super().resizeEvent(event)
        self.sidebar.become_rail(is_rail=event.size().width() < SIZES.rail_below)

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
