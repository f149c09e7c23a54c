"""The screens of the ledger that is open: made when first wanted, kept, and the way back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from creditmate.domain.changes import Touched
from creditmate.system.window_state import TableLayout
from creditmate.ui.day_watch import DayWatch
from creditmate.ui.kit.screen import Screen
from creditmate.ui.payments.waiting_count import WaitingCount
from creditmate.ui.places import Place, place_for
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.wishes import (
    GoBack,
    KeepSafe,
    OpenPlace,
    PostCash,
    PrintSheet,
    SpeakAnew,
    Wish,
)

if TYPE_CHECKING:
    from creditmate.services.ledgers import LedgerFacts
    from creditmate.ui.kit.table import PagedTable

_WAY_BACK = 20  # places remembered


class LedgerScreens(QStackedWidget):
    """Shows one screen at a time, and what is shown while no ledger is open.

    Attributes:
        counts: What stands at the end of a place's line in the sidebar.
        standing: The places among those that come and go that are there now.
        days: Tells when another day has begun.
    """

    told = Signal(str)
    told_besides = Signal(str)
    told_undo = Signal(str, object)
    shown = Signal(str)
    """The key of the place that is shown now."""
    speech_changed = Signal()
    """Another language or way of writing was chosen."""
    cash_asked = Signal()
    """How far cash is posted is to be asked."""
    sheet_asked = Signal()
    """The recovery sheet is to be printed."""
    safety_asked = Signal(KeepSafe)
    """Something is to be done for the ledger's safety."""
    touched = Signal(Touched)
    """What was written, by whichever screen or job."""
    lines_changed = Signal()
    """``counts`` or ``standing`` have changed."""

    def __init__(self, around: Surroundings, without: QWidget) -> None:
        super().__init__()
        self._around, self._without = around, without
        self._facts: LedgerFacts | None = None
        self._screens: dict[str, Screen] = {}
        self._way: list[str] = []
        self._tables: dict[str, TableLayout] = {}
        self._kept: dict[str, Any] = {}
        self.counts: dict[str, str] = {}
        self.standing: set[str] = set()
        self.days = DayWatch(around.program.clock, self)
        self.days.turned.connect(self.look_anew)
        self._waiting = WaitingCount(around, self)
        self._waiting.counted.connect(lambda text: self._on_counted("payments", text))
        self.addWidget(without)

    # ------------------------------------------------------------- the ledger
    def begin(
        self, facts: "LedgerFacts", tables: Mapping[str, TableLayout], kept: Mapping[str, Any]
    ) -> None:
        """A ledger was opened; its screens are arranged as they were left."""
        self._facts, self._tables, self._kept = facts, dict(tables), dict(kept)

    def know(self, facts: "LedgerFacts") -> None:
        """Facts of the ledger have changed: screens made from now on are told the new ones."""
        self._facts = facts

    def end(self) -> None:
        """No ledger is open any more."""
        self._facts = None
        self._waiting.end()
        self.setCurrentWidget(self._without)
        for screen in self._screens.values():
            self.removeWidget(screen)
            screen.deleteLater()
        self._screens.clear()
        self._way.clear()
        self.counts.clear()
        self.standing.clear()

    def tables(self) -> dict[str, TableLayout]:
        """How tables are arranged, those of this ledger's screens and the others."""
        shown: dict[str, PagedTable[Any]] = {}
        for screen in self._screens.values():
            shown.update(screen.tables())
        return {**self._tables, **{key: table.layout_kept() for key, table in shown.items()}}

    def unsaved(self) -> list[str]:
        """What was typed and would be lost with the screens, each by what it is about."""
        return [what for screen in self._screens.values() for what in screen.unsaved]

    def left_behind(self) -> list[str]:
        """The same where a copy of the ledger takes its place: what could not be kept there."""
        shown = self._screens.values()
        return [what for screen in shown if not screen.carried for what in screen.unsaved]

    def carried(self) -> list[Callable[[], object]]:
        """Work that keeps the rest there, on the database thread."""
        return [work for screen in self._screens.values() for work in screen.carried]

    @property
    def is_timed(self) -> bool:
        """Whether a call is being timed, on whichever screen."""
        return any(screen.is_timed for screen in self._screens.values())

    def kept(self) -> dict[str, Any]:
        """What screens remember between starts, by their places."""
        now = {key: screen.keep() for key, screen in self._screens.items()}
        return {**self._kept, **{key: dict(kept) for key, kept in now.items() if kept}}

    # ------------------------------------------------------------- going places
    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is seen; None while no ledger is open."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Screen) else None

    @property
    def key(self) -> str:
        """The key of the place that is seen; empty while no ledger is open."""
        return self._way[-1] if self._way else ""

    def fulfil(self, wish: Wish) -> None:
        """Show the place that takes a wish, and hand the wish over."""
        if isinstance(wish, GoBack):
            self._go_back()
            return
        if isinstance(wish, SpeakAnew):
            self.speech_changed.emit()
            return
        if isinstance(wish, PostCash):
            self.cash_asked.emit()
            return
        if isinstance(wish, PrintSheet):
            self.sheet_asked.emit()
            return
        if isinstance(wish, KeepSafe):
            self.safety_asked.emit(wish)
            return
        place = place_for(wish)
        if self._facts is None or place is None:
            return
        screen = self._screen_of(place, self._facts)
        if not isinstance(wish, OpenPlace):
            screen.take(wish)
        if self.key != place.key:
            self._way = [*self._way[-_WAY_BACK:], place.key]
        self._show(place.key)

    def _on_wanted(self, key: str, wish: Wish) -> None:
        """A place that was left before it was done is not come back to; nobody is moved by it."""
        if isinstance(wish, GoBack) and self.key != key:
            self._way = [one for one in self._way if one != key]
        else:
            self.fulfil(wish)

    def _go_back(self) -> None:
        if len(self._way) > 1:
            self._way.pop()
            self._show(self._way[-1])

    def _show(self, key: str) -> None:
        screen = self._screens[key]
        self.setCurrentWidget(screen)
        self.shown.emit(key)
        screen.begin()
        self._waiting.begin()

    def spread(self, touched: Touched) -> None:
        """Tell every screen what was written."""
        for screen in self._screens.values():
            screen.on_touched(touched)
        self._waiting.catch_up(touched)
        self.touched.emit(touched)

    def look_anew(self) -> None:
        """Ask again for all that is shown: another day has begun, or others have written."""
        for screen in self._screens.values():
            screen.on_new_day()
        self._waiting.ask()

    # ------------------------------------------------------------- making a screen
    def _screen_of(self, place: Place, facts: "LedgerFacts") -> Screen:
        if place.key not in self._screens:
            self._screens[place.key] = self._make(place, facts)
        return self._screens[place.key]

    def _make(self, place: Place, facts: "LedgerFacts") -> Screen:
        screen = place.make(self._around, facts)
        screen.told.connect(self.told)
        screen.told_besides.connect(self.told_besides)
        screen.told_undo.connect(self.told_undo)
        screen.wanted.connect(lambda wish: self._on_wanted(place.key, wish))
        screen.changed.connect(self.spread)
        screen.counted.connect(lambda text: self._on_counted(place.key, text))
        screen.stands.connect(lambda stands: self._on_stands(place.key, stands=stands))
        for name, table in screen.tables().items():
            if name in self._tables:
                table.arrange(self._tables[name])
        if isinstance(kept := self._kept.get(place.key), dict):
            screen.restore(kept)
        self.addWidget(screen)
        return screen

    def _on_counted(self, key: str, text: str) -> None:
        if self.counts.get(key, "") != text:
            self.counts[key] = text
            self.lines_changed.emit()

    def _on_stands(self, key: str, *, stands: bool) -> None:
        if stands:
            self.standing.add(key)
        else:
            self.standing.discard(key)
        self.lines_changed.emit()
