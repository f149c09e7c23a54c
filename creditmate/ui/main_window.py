"""The window: a sidebar, the place one is in, a status line. It only swaps screens."""

from collections.abc import Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QWidget

from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.system.ledger_names import SUFFIX
from creditmate.system.window_state import WindowState, remember_window
from creditmate.ui.area_keys import AreaKeys
from creditmate.ui.banners import Banners
from creditmate.ui.dropping import FileDrop
from creditmate.ui.going import Going
from creditmate.ui.kit.clipboard import let_go_of_clipboard
from creditmate.ui.kit.focus_ring import FocusRing
from creditmate.ui.kit.screen import Screen
from creditmate.ui.ledger_door import LedgerDoor
from creditmate.ui.ledger_screens import LedgerScreens
from creditmate.ui.navigation import Navigation
from creditmate.ui.places import lines, nav_entries, place_of
from creditmate.ui.screens.opening import Opening
from creditmate.ui.security.cover import Cover
from creditmate.ui.security.guard import Guard
from creditmate.ui.shell.doors import Doors
from creditmate.ui.shell.shell import Shell
from creditmate.ui.status import Status
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.telling import Telling
from creditmate.ui.theme.tokens import SIZES
from creditmate.ui.wishes import BringIn, KeepSafe, OpenPlace, SafeDeed, StartCall, Wish

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.call_drafts import CallDraft
    from creditmate.services.ledgers import LedgerFacts
    from creditmate.ui.safety.keeper import Keeper
    from creditmate.ui.safety.rescue import Rescue


class MainWindow(QMainWindow):
    """Shows a place of the ledger that is open, or why none is."""

    speech_changed = Signal()
    """Another language or way of writing was chosen: the window is to be made anew."""

    def __init__(self, around: Surroundings, state: WindowState) -> None:
        super().__init__()
        self._around, self._state = around, state
        self._build()
        self._connect()

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        theme, language = self._around.theme, self._around.language
        self.sidebar = Navigation(theme, language)
        self.status = Status(self._around)
        self.opening = Opening(self._around)
        self.banners = Banners(self._around)
        self.screens = LedgerScreens(self._around, self.opening)
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
        cover = Cover(middle)
        self.setCentralWidget(cover)
        self.telling = Telling(self._around, self, self.screens, self.screens.spread)
        self.guard = Guard(self._around, self, cover, self.screens, self.banners, self.telling.say)
        self._ring = FocusRing(theme, self)
        self._drop = FileDrop(self)
        self.door = LedgerDoor(
            self._around, self, self._choose_ledger, self.screens.unsaved, self.guard.ask_key
        )
        areas = AreaKeys(self, self.sidebar, self.telling, lambda: self.screen_shown)
        steps = partial(areas.go, 1), partial(areas.go, -1)
        self.shell = Shell(self, self._around, self._doors(), steps)
        self.setMinimumSize(SIZES.least_width, SIZES.least_height)
        self.resize(QSize(*(self._state.size or (SIZES.first_width, SIZES.first_height))))
        if self._state.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        around = self._around
        around.desk.failed.connect(self.telling.problem)
        around.jobs.failed.connect(self.telling.problem)
        around.jobs.touched.connect(self.screens.spread)
        around.jobs.began.connect(self.status.follow)
        self.door.opening.connect(self._on_opening)
        self.door.closing.connect(self._on_closing)
        self.door.opened.connect(self._on_opened)
        self.door.shut.connect(self._show_welcome)
        self.status.progress.left.connect(self._to_place)
        self.sidebar.chosen.connect(self.go_to)
        self.sidebar.menu_wanted.connect(self.shell.open_menu)
        self.sidebar.find_wanted.connect(self.shell.find)
        self.sidebar.help_wanted.connect(self.shell.help)
        self.shell.hang_menu_below(self.sidebar.switch)
        self.screens.shown.connect(self._on_shown)
        self.screens.lines_changed.connect(self._show_lines)
        self.screens.told.connect(self.telling.say)
        self.screens.told_undo.connect(self.telling.say_undoable)
        self.screens.speech_changed.connect(self._on_speech)
        self.screens.touched.connect(self.status.catch_up)
        self.status.facts_read.connect(self._show_names)
        self.status.working.wanted.connect(self.fulfil)
        self.status.backed_up.wanted.connect(self.fulfil)
        self.screens.safety_asked.connect(self._keep_safe)
        self.opening.restore_wanted.connect(self._restore)
        self.door.offer = self._offer
        self.status.changed.connect(self.screens.spread)
        self.status.told.connect(self.telling.say)
        self.status.told_undo.connect(self.telling.say_undoable)
        self.screens.days.turned.connect(self.status.posted.ask)
        self.screens.cash_asked.connect(self.status.posted.choose)
        self.opening.ledger_chosen.connect(self.open_ledger)
        self.opening.made.connect(self._open_made)
        self.guard.covered.connect(self.shell.rest)
        self.guard.covered.connect(self.telling.wait)
        self.guard.locked.connect(self.shell.hush)
        self.guard.unlocked.connect(self.screens.look_anew)
        self.screens.touched.connect(self.guard.on_touched)
        self.screens.sheet_asked.connect(self.guard.print_sheet)
        self.opening.speech_changed.connect(self.speech_changed)
        self._drop.dropped.connect(self._on_dropped)

    def _doors(self) -> Doors:
        return Doors(
            fulfil=self.fulfil,
            open_ledger=self.open_ledger,
            welcome=self.close_ledger,
            place=lambda: self.screens.key,
            ledger=lambda: self.door.path,
            who=self.status.working.choose,
            lock=self._lock,
            restore=self._restore,
            quit=self.close,
        )

    @cached_property
    def keeper(self) -> "Keeper":
        """What keeps an eye on the ledger, made when the first one is open."""
        from creditmate.ui.safety.keeper import Keeper  # noqa: PLC0415 - the window is there sooner

        keeper = Keeper(self._around, self, self.banners)
        keeper.backer.standing_read.connect(self.status.backed_up.show_standing)
        keeper.told.connect(self.telling.say)
        keeper.wanted.connect(self.fulfil)
        keeper.touched.connect(self.screens.spread)
        self.screens.touched.connect(keeper.note_written)
        self.screens.days.turned.connect(keeper.on_new_day)
        self.door.has_news, self.door.before_leaving = keeper.knows_of_news, keeper.before
        return keeper

    @cached_property
    def rescue(self) -> "Rescue":
        """Ways back to a whole ledger, made when one is first needed."""
        from creditmate.ui.safety.rescue import Rescue  # noqa: PLC0415 - seldom needed

        rescue = Rescue(self._around, self, self.door, self.guard.ask_key, self.shell.choose_ledger)
        rescue.open_wanted.connect(self.open_ledger)
        rescue.refused.connect(self.telling.problem)
        return rescue

    def _offer(self, error: UserError) -> bool:
        return self.rescue.offer(error)

    def _restore(self) -> None:
        self.rescue.restore()

    def _keep_safe(self, wish: KeepSafe) -> None:
        if wish.deed is SafeDeed.RESTORE:
            self.rescue.restore(wish.backup)
        else:
            self.keeper.do(wish.deed)

    # ------------------------------------------------------------- the ledger
    def open_ledger(self, path: Path | None, wish: Wish | None = None) -> None:
        """Open a ledger in the background, then show the place one was in last, or a call left.

        Args:
            path: The ledger; None welcomes whoever has none yet.
            wish: To be fulfilled as soon as it is open.
        """
        if path is None:
            self._show_welcome(None)
        else:
            self.door.open(path, wish)

    def _open_made(self, path: Path, wish: Wish | None, key: "DataKey | None") -> None:
        self.guard.expect_new()
        self.door.open(path, wish, key)

    def _choose_ledger(self) -> None:
        self.shell.choose_ledger()

    def close_ledger(self) -> None:
        """Close the ledger and welcome whoever wants another one, or a new one."""
        self.door.close()

    def _on_opening(self, path: Path) -> None:
        self.guard.uncover()
        self._let_go()
        place = place_of(self._state.place) or lines()[0]
        self.opening.wait_for(path, place.coming and place.coming(self._around))
        self.sidebar.await_ledger(path.stem)
        self._show_lines()
        self.sidebar.choose(place.key)
        self._show_sides()

    def _on_closing(self, path: Path) -> None:
        self._let_go()
        self.opening.wait_to_leave(path)

    def _on_opened(
        self, facts: "LedgerFacts", unfinished: "Sequence[CallDraft]", wish: Wish | None
    ) -> None:
        self._show_sides()
        self.screens.begin(facts, self._state.tables, self._state.screens)
        self._show_names(facts)
        self._show_lines()
        self.status.show_ledger(self.door.path or Path(), facts)
        self.go_to(self._state.place)
        if unfinished:  # the program ended in the middle of a call: first of all, go on with it
            self.fulfil(StartCall(unfinished[0].code, unfinished[0].typed.incoming))
        if wish is not None:
            self.fulfil(wish)
        self.keeper.begin(self.door.path or Path())  # last: the place comes first
        self.guard.begin(self.door.path or Path(), facts)

    def _lock(self) -> None:
        _ = words(self._around.language).gettext
        if self.door.path is not None and not self.guard.lock():
            self.telling.say(
                _("This ledger has no password, so it cannot be locked. Settings, Security"
                  " protects it.")
            )  # fmt: skip

    def _show_names(self, facts: "LedgerFacts") -> None:
        """Say whose ledger it is."""
        self.guard.know(facts)
        self.setWindowTitle(facts.business.name)
        self.sidebar.show_ledger(facts.business)
        self.screens.know(facts)

    def _show_welcome(self, error: UserError | None) -> None:
        self.setWindowTitle("")
        self.opening.welcome_back(error)
        self._show_sides()
        if error is not None:
            self.rescue.offer(error)

    def _show_sides(self) -> None:
        """Welcome has the window for itself."""
        for side in (self.sidebar, self.status):
            side.setVisible(self.door.path is not None or not self.opening.is_welcome)

    def _on_dropped(self, path: Path) -> None:
        if self.guard.is_locked:
            return
        if self.door.path is None or path.suffix == SUFFIX:
            self.opening.take_file(path)
        else:
            self.fulfil(BringIn(path))

    def _let_go(self) -> None:
        """Nothing of a ledger is shown any more."""
        self.guard.end()
        self.telling.forget()
        if "keeper" in vars(self):
            self.keeper.end()
        self._state = self._state_now()
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
        self.fulfil(OpenPlace((place_of(key) or lines()[0]).key))

    def fulfil(self, wish: Wish) -> None:
        """Go where somebody wants to go, as soon as the ledger is open."""
        if not self.door.keep(wish):
            self.screens.fulfil(wish)

    def _on_shown(self, key: str) -> None:
        place = place_of(key)
        self.sidebar.choose(place.under or key if place else key)

    def _show_lines(self) -> None:
        language, screens = self._around.language, self.screens
        self.sidebar.show_lines(nav_entries(language, screens.counts, screens.standing))

    def _on_speech(self) -> None:
        """A window in another language takes the place of this one."""
        self.door.quit(self.speech_changed.emit, Going.ANEW)

    def _to_place(self) -> None:
        """Go on in the place that is shown."""
        if (shown := self.screen_shown) is not None:
            shown.begin()

    # ------------------------------------------------------------- state and end
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a rail of icons instead of the sidebar."""
        super().resizeEvent(event)
        self.sidebar.become_rail(is_rail=event.size().width() < SIZES.rail_below)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember how the window was left; first ask, if that would stop or lose something."""
        if self.guard.is_locked:
            if not self.guard.may_close():
                event.ignore()
                return
        elif not self.door.may_quit:
            event.ignore()
            self.door.quit(self.close)
            return
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
        """End what is under way, close the ledger and end every thread."""
        let_go_of_clipboard()
        self._around.stop()
