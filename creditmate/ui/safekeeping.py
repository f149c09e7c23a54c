"""What keeps the open ledger safe and what leads back to a whole one, as the window has them.

Both are loaded when they are first needed (``docs/decisions/0006``).
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from creditmate.domain.errors import UserError
from creditmate.ui.ledger_door import LedgerDoor
from creditmate.ui.security.guard import Guard
from creditmate.ui.surroundings import Surroundings
from creditmate.ui.window_frame import WindowFrame
from creditmate.ui.wishes import KeepSafe, SafeDeed

if TYPE_CHECKING:
    from creditmate.ui.safety.keeper import Keeper
    from creditmate.ui.safety.moving_open import MovingOpen
    from creditmate.ui.safety.rescue import Rescue


class Safekeeping(QObject):
    """Belongs to one window.

    Args:
        around: Of the window.
        frame: The window.
        door: The way into a ledger and out of it.
        guard: Gets the key of one that is to be moved.
        choose: Lets the user choose another ledger.
    """

    wanted = Signal(object)
    """A ``Wish`` that one of its lines leads to."""
    open_wanted = Signal(Path)
    """This ledger is to be opened instead."""
    _damage_met = Signal(object)
    """From the database thread to this one: the ``UserError``."""

    def __init__(
        self,
        around: Surroundings,
        frame: WindowFrame,
        door: LedgerDoor,
        guard: Guard,
        choose: Callable[[], object],
    ) -> None:
        super().__init__(frame)
        self._around, self._frame, self._door, self._guard = around, frame, door, guard
        self._choose = choose
        door.offer = self.offer
        self._damage_met.connect(self._on_damage, Qt.ConnectionType.QueuedConnection)
        around.program.damage_met = self._meet_damage
        frame.opening.restore_wanted.connect(self.restore)
        frame.screens.safety_asked.connect(self.fulfil)

    @cached_property
    def keeper(self) -> "Keeper":
        """What keeps an eye on the ledger, made when the first one is open."""
        from creditmate.ui.safety.keeper import Keeper  # noqa: PLC0415 - the window is there sooner

        frame, door = self._frame, self._door
        keeper = Keeper(self._around, frame, frame.banners)
        keeper.backer.standing_read.connect(frame.status.backed_up.show_standing)
        keeper.told.connect(frame.telling.say)
        keeper.wanted.connect(self.wanted)
        keeper.notices.move_wanted.connect(self._move_open)
        keeper.notices.copy_wanted.connect(self.open_wanted)
        keeper.touched.connect(frame.screens.spread)
        frame.screens.touched.connect(keeper.note_written)
        frame.screens.days.turned.connect(keeper.on_new_day)
        self._guard.before_lock = keeper.back_up_unasked
        door.has_news, door.before_leaving = keeper.knows_of_news, keeper.before
        return keeper

    @cached_property
    def _moving(self) -> "MovingOpen":
        from creditmate.ui.safety.moving_open import MovingOpen  # noqa: PLC0415 - seldom needed

        moving = MovingOpen(self._around, self._door, self._frame.screens, self)
        moving.copied.connect(self.rescue.tell_copied)
        return moving

    def _move_open(self, path: Path) -> None:
        self._moving.begin(path)

    @cached_property
    def rescue(self) -> "Rescue":
        """Ways back to a whole ledger, made when one is first needed."""
        from creditmate.ui.safety.rescue import Rescue  # noqa: PLC0415 - seldom needed

        frame, ask_key = self._frame, self._guard.ask_key
        rescue = Rescue(self._around, frame, self._door, ask_key, self._choose)
        rescue.open_wanted.connect(self.open_wanted)
        rescue.refused.connect(frame.telling.problem)
        rescue.told.connect(frame.telling.say)
        return rescue

    def end(self) -> None:
        """No ledger is open any more, or soon none will be."""
        if "keeper" in vars(self):
            self.keeper.end()

    def offer(self, error: UserError) -> bool:
        """Offer a way out of what keeps a ledger shut; return whether there is one."""
        return self.rescue.offer(error)

    def _meet_damage(self, error: UserError) -> None:
        """Bring it to the window's thread, unless the window is gone."""
        with suppress(RuntimeError):
            self._damage_met.emit(error)

    def _on_damage(self, error: UserError) -> None:
        """Something met damage of the ledger that is open: a line over all places leads on."""
        if self._door.path is not None:
            self.keeper.say_damaged(partial(self._door.leave_damaged, error))

    def restore(self) -> None:
        """Restore a backup that the user chooses."""
        self.rescue.restore()

    def fulfil(self, wish: KeepSafe) -> None:
        """Do what somebody wants done about backups."""
        if wish.deed is SafeDeed.RESTORE:
            self.rescue.restore(wish.backup)
        else:
            self.keeper.do(wish.deed)
