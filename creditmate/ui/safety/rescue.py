"""Ways back to a whole ledger: a backup restored, a damaged file replaced, a ledger moved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from creditmate.disk import is_folder
from creditmate.domain.errors import Problem, UserError
from creditmate.i18n.catalogue import words
from creditmate.i18n.place_problems import is_about_place
from creditmate.services.moving import Moved
from creditmate.services.restoring import Restored
from creditmate.services.unlocking import is_protected
from creditmate.services.unpacking import Unpacked
from creditmate.system.backup_records import uid_of
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import BACKUP_FILES, ask_file
from creditmate.ui.queries import Latest
from creditmate.ui.safety.backup_key_dialog import with_key
from creditmate.ui.safety.change_words import ChangeWords
from creditmate.ui.safety.old_password import then_new_password
from creditmate.ui.safety.restore_dialog import RestoreDialog
from creditmate.ui.safety.restore_work import Opened, read
from creditmate.ui.safety.restored_words import (
    Facts,
    moved_facts,
    restored_facts,
    restored_key_words,
)
from creditmate.ui.safety.told_dialog import ToldDialog
from creditmate.ui.shut_ledger import ledger_of
from creditmate.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from creditmate.domain.data_key import DataKey
    from creditmate.services.damage import Lost
    from creditmate.ui.jobs import Job

    AskKey = Callable[
        [Path, Callable[[DataKey], object], Callable[[UserError | None], object]], object
    ]

_DAMAGE = frozenset({
    Problem.LEDGER_DAMAGED, Problem.MIGRATION_FAILED,
    Problem.KEY_FILE_MISSING, Problem.KEY_FILE_DAMAGED, Problem.KEY_FILE_OTHER,
})  # fmt: skip
_IF_KNOWN = frozenset({
    Problem.LEDGER_EMPTY, Problem.LEDGER_UNKNOWN, Problem.LEDGER_FOREIGN, Problem.LEDGER_MISSING,
})  # fmt: skip
"""Of a file that this computer knows as a ledger they mean damage too."""


class Door(Protocol):
    """What of the window's door is needed here."""

    @property
    def opened(self) -> SignalInstance:
        """Emitted when a ledger is open."""

    def leave_for(self, then: Callable[[], object]) -> None:
        """Do ``then`` once nothing typed is lost by it."""

    def exchange(self, path: Path, work: Callable[[], object], job: "Job | None" = None) -> None:
        """Let ``work`` put a ledger in its place, and show what is open then."""


class Rescue(QObject):
    """One way at a time; the door shows the ledger that is open in the end.

    Args:
        around: Of the window.
        window: Over which is asked.
        door: Closes what is open and shows what takes its place.
        ask_key: Gets the key of a ledger that is to be moved.
        choose: Lets the user choose another ledger.
    """

    refused = Signal(UserError)
    open_wanted = Signal(Path)
    told = Signal(str)
    """What came of it, in a sentence."""

    def __init__(
        self,
        around: Surroundings,
        window: QWidget,
        door: Door,
        ask_key: "AskKey",
        choose: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._around, self._window, self._door = around, window, door
        self._ask_key, self._choose = ask_key, choose
        self._ = words(around.language).gettext
        self._tell: Callable[[], ToldDialog | None] = _nothing
        self._reading: Latest[Opened] = Latest(around.keys, self._on_read, self._on_refused, self)
        self._moved = Path()
        self._seeing: Latest[bool] = Latest(around.keys, self._on_seen, self._on_refused, self)
        door.opened.connect(self._on_opened)

    # ------------------------------------------------------------- a backup
    def restore(self, backup: Path | None = None) -> None:
        """Restore a backup; it is asked for if none is named. First what is typed is seen to."""
        self._door.leave_for(partial(self._restore, backup))

    def _restore(self, backup: Path | None) -> None:
        if backup is not None:
            self._reading.ask(partial(read, self._around.program, backup, None))
            return
        kinds = [f"{self._('Backups')} {BACKUP_FILES}"]
        title = self._("Choose the backup to restore")
        ask_file(self._window, title, Purpose.BACKUPS, kinds, self._restore)

    def _on_read(self, opened: Opened) -> None:
        with_key(self._around, self._window, opened, self._ask_where)

    def _ask_where(self, opened: Opened) -> None:
        RestoreDialog(self._around, self._window, opened, partial(self._put, opened)).begin()

    def _put(self, opened: Opened, unpacked: Unpacked, place: Path, takes_place: bool) -> None:
        program, key = self._around.program, opened.kept if takes_place else opened.key
        self.exchange(
            place, lambda: (program.restoring.in_place if takes_place
                            else program.restoring.into_new)(unpacked, place, key), opened, ()
        )  # fmt: skip

    def exchange(
        self,
        place: Path,
        put: Callable[[], Restored],
        opened: Opened,
        lost: "tuple[Lost, ...] | None",
    ) -> None:
        """Put a backup in its place and show it, then tell what was compared and equal."""
        around, done = self._around, list[Restored]()
        made = ChangeWords(around.language, around.locale, around.program.clock.now()).made(
            opened.backup.manifest
        )

        def tell() -> ToldDialog | None:
            if not done:
                return None
            now = around.program.clock.now()
            facts = restored_facts(done[0], lost, now, around.language, around.locale)
            if key := restored_key_words(done[0], opened, around.language):
                facts.append((self._("Its key"), key))
            title = self._("This is the ledger of {when}, whole").format(when=made)
            dialog = self._told(title, facts, done[0].aside)
            then_new_password(dialog, around, opened, done[0].path, self.told.emit)
            return dialog

        self._tell = tell
        self._door.exchange(place, lambda: done.append(put()))

    # ------------------------------------------------------------- what cannot be opened
    def offer(self, error: UserError) -> bool:
        """Offer a way out of what keeps a ledger from being opened; return whether there is one."""
        if is_about_place(error.problem):
            self._offer_place(error)
            return True
        if error.problem in _DAMAGE or (error.problem in _IF_KNOWN and _is_known(error)):
            self._offer_backup(error)
            return True
        return False

    def _offer_backup(self, error: UserError) -> None:
        from creditmate.ui.safety.mending import Mending  # noqa: PLC0415 - seldom needed

        mending = Mending(self._around, self._window, error, self.exchange, self._door.leave_for)
        mending.ledger_wanted.connect(self._choose)
        mending.begin()

    def _offer_place(self, error: UserError) -> None:
        from creditmate.ui.safety.place_dialog import PlaceDialog  # noqa: PLC0415 - seldom needed

        dialog = PlaceDialog(self._around, self._window, error)
        dialog.move_wanted.connect(self._move)
        dialog.open_wanted.connect(self.open_wanted)
        dialog.begin()

    def tell_copied(self, moved: Moved, carries: bool) -> None:
        """The ledger that is open was copied onto this computer: tell it once that is shown."""
        self._tell = lambda: self._told_moved(moved, carries=carries)

    def _move(self, path: Path) -> None:
        self._door.leave_for(partial(self._see_key, path))

    def _see_key(self, path: Path) -> None:
        self._moved = path
        self._seeing.ask(partial(is_protected, path))

    def _on_seen(self, protected: bool) -> None:
        path = self._moved
        if protected:
            self._ask_key(path, partial(self._move_with, path), _leave_it)
        else:
            self._move_with(path, None)

    def _move_with(self, path: Path, key: "DataKey | None") -> None:
        from creditmate.ui.safety.moving_here import MovingHere  # noqa: PLC0415 - seldom needed

        moving = MovingHere(self._around, path, key)

        def tell() -> ToldDialog | None:
            return None if moving.moved is None else self._told_moved(moving.moved)

        self._tell = tell
        self._door.exchange(path, moving.put, moving.job)

    # ------------------------------------------------------------- telling
    def _told_moved(self, moved: Moved, *, carries: bool = False) -> ToldDialog:
        title = self._("“{name}” is on this computer now").format(name=moved.path.stem)
        facts = moved_facts(moved, self._around.language, carries=carries)
        return self._told(title, facts, moved.left.parent)

    def _told(self, title: str, facts: Facts, folder: Path | None) -> ToldDialog:
        return ToldDialog(self._around, self._window, title, facts, folder)

    def _on_opened(self) -> None:
        tell, self._tell = self._tell, _nothing
        if (dialog := tell()) is not None:
            dialog.begin()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.refused.emit(error)
        else:
            self._around.desk.failed.emit(error)


def _is_known(error: UserError) -> bool:
    """Whether a ledger was opened here by that path, and a backup could lie there again."""
    path = ledger_of(error)
    # where even its folder is gone, it is rather the disk that is not connected
    return path is not None and is_folder(path.parent) and uid_of(path) is not None


def _nothing() -> None:
    """What there is to tell when nothing was restored or moved."""


def _leave_it(_error: UserError | None) -> None:
    """The ledger stays where it is, and shut."""
