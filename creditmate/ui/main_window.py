"""The window: a sidebar, the place one is in, a status line. It only swaps screens."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from creditmate.domain.errors import UserError
from creditmate.system.ledger_names import SUFFIX
from creditmate.system.window_state import WindowState, remember_window
from creditmate.ui.area_keys import AreaKeys
from creditmate.ui.dropping import FileDrop
from creditmate.ui.going import Going
from creditmate.ui.kit.clipboard import let_go_of_clipboard
from creditmate.ui.ledger_door import LedgerDoor
from creditmate.ui.places import lines, place_of
from creditmate.ui.safekeeping import Safekeeping
from creditmate.ui.security.guard import Guard
from creditmate.ui.shell.doors import Doors
from creditmate.ui.shell.shell import Shell
from creditmate.ui.shut_ledger import ledger_of
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.window_frame import WindowFrame
from creditmate.ui.wishes import BringIn, OpenPlace, StartCall, Wish

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.call_drafts import CallDraft
    from creditmate.services.ledgers import LedgerFacts
    from creditmate.ui.safety.keeper import Keeper
    from creditmate.ui.safety.rescue import Rescue


class MainWindow(WindowFrame):
    """Shows a place of the ledger that is open, or why none is.

    Attributes:
        guard: Asks for passwords, and locks.
        door: The way into a ledger and out of it.
        shell: Its own keys, menu and help.
        safe: What keeps the ledger safe.
    """

    speech_changed = Signal()
    """Another language or way of writing was chosen: the window is to be made anew."""

    def __init__(self, around: Surroundings, state: WindowState) -> None:
        super().__init__(around, state)
        self._build()
        self._connect()

    # ------------------------------------------------------------- building
    def _build(self) -> None:
        around = self._around
        self.guard = Guard(around, self, self.cover, self.screens, self.banners, self.telling.say)
        self._drop = FileDrop(self)
        self.door = LedgerDoor(
            around, self, self._choose_ledger, self.screens.unsaved, self.guard.ask_key
        )
        self.safe = Safekeeping(around, self, self.door, self.guard, self._choose_ledger)
        areas = AreaKeys(self, self.sidebar, self.telling, lambda: self.screen_shown)
        steps = partial(areas.go, 1), partial(areas.go, -1)
        self.shell = Shell(self, around, self._doors(), steps)

    def _connect(self) -> None:
        self.door.opening.connect(self._on_opening)
        self.door.closing.connect(self._on_closing)
        self.door.opened.connect(self._on_opened)
        self.door.shut.connect(self._show_welcome)
        self.door.left_shut.connect(self._show_left)
        self.sidebar.chosen.connect(self.go_to)
        self.sidebar.menu_wanted.connect(self.shell.open_menu)
        self.sidebar.find_wanted.connect(self.shell.find)
        self.sidebar.help_wanted.connect(self.shell.help)
        self.shell.hang_menu_below(self.sidebar.switch)
        self.screens.speech_changed.connect(self._on_speech)
        self.status.facts_read.connect(self._show_names)
        self.status.working.wanted.connect(self.fulfil)
        self.status.backed_up.wanted.connect(self.fulfil)
        self.safe.wanted.connect(self.fulfil)
        self.safe.open_wanted.connect(self.open_ledger)
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
            lock=self.guard.lock_or_tell,
            restore=self.safe.restore,
            tell=self.telling.say,
            quit=self.close,
        )

    @property
    def keeper(self) -> "Keeper":
        """What keeps an eye on the ledger."""
        return self.safe.keeper

    @property
    def rescue(self) -> "Rescue":
        """Ways back to a whole ledger."""
        return self.safe.rescue

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
            self.fulfil(StartCall(unfinished[0].code, unfinished[0].typed.incoming, recovered=True))
        if wish is not None:
            self.fulfil(wish)
        self.keeper.begin(self.door.path or Path())  # last: the place comes first
        self.guard.begin(self.door.path or Path(), facts)

    def _show_names(self, facts: "LedgerFacts") -> None:
        """Say whose ledger it is."""
        self.guard.know(facts)
        self.setWindowTitle(facts.business.name)
        self.sidebar.show_ledger(facts.business)
        self.screens.know(facts)

    def _show_welcome(self, error: UserError | None) -> None:
        self._welcome(error, None if error is None else ledger_of(error))
        if error is not None:
            self.safe.offer(error)

    def _show_left(self, path: Path) -> None:
        self._welcome(None, path)

    def _welcome(self, error: UserError | None, again: Path | None) -> None:
        self.setWindowTitle("")
        self.opening.welcome_back(error, again)
        self._show_sides()

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
        self.safe.end()
        self._state = self._state_now()
        self.screens.end()
        self.sidebar.clear()
        self.status.clear()

    # ------------------------------------------------------------- places
    def go_to(self, key: str) -> None:
        """Show a place; the first one for a key that no place has."""
        self.fulfil(OpenPlace((place_of(key) or lines()[0]).key))

    def fulfil(self, wish: Wish) -> None:
        """Go where somebody wants to go, as soon as the ledger is open."""
        if not self.door.keep(wish):
            self.screens.fulfil(wish)

    def _on_speech(self) -> None:
        """A window in another language takes the place of this one."""
        self.door.quit(self.speech_changed.emit, Going.ANEW)

    # ------------------------------------------------------------- state and end
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

    def stop(self) -> None:
        """End what is under way, close the ledger and end every thread."""
        let_go_of_clipboard()
        self._around.stop()
