"""Keys in the window, as far as every start needs them; the rest is loaded for protected ledgers.

``docs/decisions/0006``: a ledger without a password opens without any of it.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from creditmate.domain.changes import Touched
from creditmate.domain.errors import UserError
from creditmate.i18n.catalogue import words
from creditmate.ui.banners import Banners
from creditmate.ui.security.cover import Cover
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.ledgers import LedgerFacts
    from creditmate.ui.security.gate import Gate
    from creditmate.ui.security.idle import IdleWatch
    from creditmate.ui.security.locking import Locking
    from creditmate.ui.security.session import SessionSignals
    from creditmate.ui.security.sheet_keeper import SheetKeeper


class Inside(Protocol):
    """What of the window's screens counts before it is locked, or closed behind the lock."""

    @property
    def is_timed(self) -> bool:
        """Whether a call is being timed."""

    def unsaved(self) -> list[str]:
        """What was typed and is not saved yet."""


class Guard(QObject):
    """Belongs to one window.

    Attributes:
        cover: The window's inside, which is covered while a password is asked for.
        before_lock: Done before it is locked by its user or for want of one, but not when the
            computer goes to sleep, where nothing may keep the key a second longer.
    """

    covered = Signal(bool)
    """Whether the window is covered: nothing of a ledger is to be seen or done."""
    locked = Signal(bool)
    """Whether it is covered by the lock, which nothing of the window may lie over."""
    unlocked = Signal()
    """What is shown may be old: another program may have had the ledger meanwhile."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of the window that it lays over, and tells
        self,
        around: Surroundings,
        window: QMainWindow,
        cover: Cover,
        inside: Inside,
        banners: Banners,
        tell: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self.cover = cover
        self._around, self._window = around, window
        self._inside, self._banners, self._tell = inside, banners, tell
        self._path: Path | None = None
        self._fingerprint: bytes | None = None
        self._is_new = False
        self._session: SessionSignals | None = None
        self._is_warned = False
        self.before_lock: Callable[[], object] = _nothing
        cover.changed.connect(self.covered)

    # ------------------------------------------------------------- made when first needed
    @cached_property
    def gate(self) -> "Gate":
        """Asks for passwords."""
        from creditmate.ui.security.gate import Gate  # noqa: PLC0415 - see the top

        return Gate(self._around, self.cover, self._tell)

    @cached_property
    def locking(self) -> "Locking":
        """Locks the ledger that is open."""
        from creditmate.ui.security.locking import Locking  # noqa: PLC0415 - see the top

        locking = Locking(self._around, self._window, self.gate, self._facts)
        locking.changed.connect(self._on_locked)
        return locking

    @cached_property
    def idle(self) -> "IdleWatch":
        """Notices that nobody is there."""
        from creditmate.ui.security.idle import IdleWatch  # noqa: PLC0415 - see the top

        idle = IdleWatch(self, lambda: self._inside.is_timed)
        idle.away.connect(self._lock_in_time)
        return idle

    def _listen(self) -> "SessionSignals":
        from creditmate.ui.security.session import SessionSignals  # noqa: PLC0415 - see the top

        session = SessionSignals(self)
        session.away.connect(self.lock)
        return session

    @cached_property
    def sheets(self) -> "SheetKeeper":
        """Sees that the recovery sheet gets on paper."""
        from creditmate.ui.security.sheet_keeper import SheetKeeper  # noqa: PLC0415 - see the top

        return SheetKeeper(self._around, self._window, self._banners, self._tell)

    # ------------------------------------------------------------- the ledger
    def ask_key(
        self,
        path: Path,
        then: "Callable[[DataKey], object]",
        left: Callable[[UserError | None], object],
    ) -> None:
        """Get the key of a ledger that is shut, from this computer's memory or from the user."""
        self.gate.ask(path, then, left)

    def uncover(self) -> None:
        """Ask for the key of no ledger any more: another one is to be opened."""
        if "gate" in vars(self):
            self.gate.stop()

    def expect_new(self) -> None:
        """The ledger that is opened next was made just now: its password was typed for it."""
        self._is_new = True

    def begin(self, path: Path, facts: "LedgerFacts") -> None:
        """A ledger was opened."""
        self._path, self._fingerprint = path, None
        was_asked = "gate" in vars(self)
        by_sheet = was_asked and self.gate.is_by_sheet
        is_proved = self._is_new or (was_asked and self.gate.is_typed)
        self._is_new = False
        self._know(facts.fingerprint, is_proved=is_proved, by_sheet=by_sheet)

    def know(self, facts: "LedgerFacts") -> None:
        """Facts have changed; the ledger may be protected now, have another key, or none."""
        if facts.fingerprint != self._fingerprint and self._path is not None:
            self._know(facts.fingerprint, is_proved=True, by_sheet=False)

    def _know(self, fingerprint: bytes | None, *, is_proved: bool, by_sheet: bool) -> None:
        self._fingerprint = fingerprint
        if self._path is None or fingerprint is None:
            self._rest()
            return
        self.sheets.begin(self._path, is_proved=is_proved, by_sheet=by_sheet)
        self.idle.begin()
        if self._session is None:
            self._session = self._listen()

    def end(self) -> None:
        """No ledger is open any more."""
        self._path = self._fingerprint = None
        self._rest()

    def _rest(self) -> None:
        if "sheets" in vars(self):
            self.sheets.end()
        if "idle" in vars(self):
            self.idle.end()

    def _facts(self) -> tuple[Path, bytes] | None:
        if self._path is None or self._fingerprint is None:
            return None
        return self._path, self._fingerprint

    def on_touched(self, touched: Touched) -> None:
        """Something was written: the sheet may be on paper by now."""
        if self._fingerprint is not None and touched & Touched.SETTINGS:
            self.sheets.look()

    def print_sheet(self) -> None:
        """Print the recovery sheet, if the ledger has one."""
        if self._fingerprint is not None:
            self.sheets.print()

    # ------------------------------------------------------------- the lock
    @property
    def is_locked(self) -> bool:
        """Whether the window is locked."""
        return "locking" in vars(self) and self.locking.is_locked

    def lock(self) -> bool:
        """Lock the ledger that is open; return whether it is locked, which some cannot be."""
        return self._facts() is not None and self.locking.lock()

    def _lock_in_time(self) -> bool:
        """Lock it; what is to be done before goes on behind the lock, which is shut after it."""
        if self._facts() is not None and not self.is_locked:
            self.before_lock()
        return self.lock()

    def lock_or_tell(self) -> None:
        """Lock it because somebody wants it locked; say why if it cannot be."""
        if self._path is not None and not self._lock_in_time():
            self._tell(
                words(self._around.language).gettext(
                    "This ledger has no password, so it cannot be locked. Settings, Security"
                    " protects it."
                )
            )

    def may_close(self) -> bool:
        """Whether the locked window may be closed: at once, unless something would be lost.

        What was typed is not named: whoever sits there need not be who typed it.
        """
        if not self.locking.is_closed and self._around.jobs.worth_asking is not None:
            return False  # it ends first; what waits for the ledger behind the lock never would
        if self._inside.unsaved() and not self._is_warned:
            self._is_warned = True
            self.gate.card.warn_unsaved()
            return False
        return True

    def _on_locked(self, locked: bool) -> None:
        self._is_warned = False
        self.locked.emit(locked)
        if not locked:
            self.unlocked.emit()
            if self.gate.is_by_sheet and self._path is not None:
                self.sheets.begin(self._path, is_proved=True, by_sheet=True)


def _nothing() -> None:
    """What there is to do before a lock while nobody keeps the ledger safe."""
