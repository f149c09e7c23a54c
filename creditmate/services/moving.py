"""Moving a ledger from a place that is none for it into the program's own folder.

It is copied, the copy is proved and opened; the old one stays where it is and is named, to be
deleted by whoever it belongs to once the new one has been looked at (reliability.md D5).
"""

import itertools
from dataclasses import dataclass
from pathlib import Path

from creditmate.db.relocating import relocate
from creditmate.db.swapping import belongings
from creditmate.disk import is_file
from creditmate.domain.data_key import DataKey
from creditmate.domain.errors import Cancelled, Problem, UserError
from creditmate.domain.progress import Progress, silent
from creditmate.services.disk_room import see_room_in
from creditmate.services.ledger_places import conflict_copies, see_place
from creditmate.services.ledgers import Ledgers, named_holder
from creditmate.system.ledger_place import ledger_folder
from creditmate.system.moved_ledgers import moved_to, remember_move


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of moving a ledger.

    Attributes:
        path: Where it is now, and open.
        left: The old file, which nobody needs any more.
        copies: Other versions that a sync program had left beside the old one: whoever knows
            should look whether anything was entered there.
    """

    path: Path
    left: Path
    copies: tuple[Path, ...]


class Moving:
    """Moves ledgers onto this computer."""

    def __init__(self, ledgers: Ledgers) -> None:
        self._ledgers = ledgers

    def move_here(
        self, path: Path, key: DataKey | None = None, progress: Progress = silent
    ) -> Moved:
        """Copy a ledger into the program's own folder, prove the copy, and open it.

        A ledger that is open is closed first; if the move fails, none is open.

        Args:
            path: The ledger.
            key: What ``unlocking`` gave for it; None for an unprotected one.
            progress: Told the bytes copied; may cancel, which leaves all as it was.

        Raises:
            UserError: What ``copy_here`` and ``open_here`` raise. The old one is as it was.
        """
        self._ledgers.close()
        moved = copy_here(path, key, progress)
        self.open_here(moved, key)
        return moved

    def move_open(self, progress: Progress = silent) -> Moved:
        """Do the same with the ledger that is open; if the move fails, it is open again.

        Args:
            progress: As ``move_here``.

        Raises:
            UserError: What ``move_here`` raises; ``NO_LEDGER_CHOSEN``: none is open.
        """
        path = self._ledgers.path
        if path is None:
            raise UserError(Problem.NO_LEDGER_CHOSEN)
        key = self._ledgers.key_of(path)
        try:
            return self.move_here(path, key, progress)
        except (UserError, Cancelled):
            self._ledgers.open(path, key)
            raise

    def open_here(self, moved: Moved, key: DataKey | None) -> None:
        """Open a ledger that was copied, instead of what is open; the second half of ``move_here``.

        Raises:
            UserError: As ``Ledgers.open``; none is open then.
        """
        self._ledgers.close()
        self._ledgers.open(moved.path, key)


def copy_here(path: Path, key: DataKey | None = None, progress: Progress = silent) -> Moved:
    """Copy a ledger and prove the copy: the half of ``move_here`` for any thread.

    Whatever is open stays open. Where the ledger went is remembered from then on, so that it is
    not copied a second time.

    Args:
        path: The ledger, which is open nowhere.
        key: What ``unlocking`` gave for it; None for an unprotected one.
        progress: Told the bytes copied; may cancel, which leaves all as it was.

    Raises:
        UserError: ``MOVED_ALREADY``; ``PLACE_…``: the program's own folder is no place for it
            either; ``DISK_LOW``; what ``relocate`` raises. The old one is as it was.
    """
    before = moved_to(path)
    if before is not None:
        raise UserError(Problem.MOVED_ALREADY, path=path, moved=before)
    if not is_file(path):
        raise UserError(Problem.LEDGER_MISSING, path=path)
    place = free_place(path.name)
    see_place(place, making=True)
    see_room_in(place.parent, path.stat().st_size)
    copies = conflict_copies(path, is_shut=True)
    with named_holder(path):
        relocate(path, key, place, progress)
    remember_move(path, place)
    return Moved(place, path, tuple(copies))


def free_place(name: str) -> Path:
    """Return a place in the program's own folder that no ledger has, by this name if it is free.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``: there is no such folder, and it cannot be made.
    """
    folder = ledger_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(Problem.FOLDER_UNWRITABLE, path=folder, why=error.strerror) from error
    first = folder / name
    names = (first.with_stem(f"{first.stem} {count}") for count in itertools.count(2))
    return next(place for place in (first, *itertools.islice(names, 1000)) if not belongings(place))
