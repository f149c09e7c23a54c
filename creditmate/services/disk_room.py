"""Whether the disk has room for what comes next, asked before it is begun."""

import shutil
from pathlib import Path

from creditmate.db.connection import ledger_path
from creditmate.db.preflight import side_files
from creditmate.db.read_only import see_writable
from creditmate.domain.disk_room import Bytes, DiskRoom, Room, disk_room
from creditmate.domain.errors import Problem, UserError


def room_on_disk(coming: int = 0) -> DiskRoom | None:
    """Return how the disk with the open ledger stands; None where the system does not say.

    Args:
        coming: Bytes that are about to be added.
    """
    path = ledger_path()
    return _room(path.parent, sum(map(_size, (path, *side_files(path)))), coming)


def see_room(coming: int) -> None:
    """See that there is room for something large in the open ledger, before it is begun.

    Args:
        coming: Bytes that it adds.

    Raises:
        UserError: ``DISK_LOW``, or ``DISK_READ_ONLY``: such a disk has no room as a rule, and to
            make some would not help; nothing was begun.
    """
    path = ledger_path()
    see_writable(path)
    _see(path, room_on_disk(coming))


def see_room_in(folder: Path, ledger: int) -> None:
    """See that a folder has room for a ledger of so many bytes, and for working with it.

    Raises:
        UserError: ``DISK_LOW``; nothing was begun.
    """
    _see(folder, _room(folder, ledger, 0))


def _see(path: Path, found: DiskRoom | None) -> None:
    if found is not None and found.room is not Room.PLENTY:
        free, needed = Bytes(found.free), Bytes(found.needed)
        raise UserError(Problem.DISK_LOW, path=path, free=free, needed=needed)


def _room(folder: Path, ledger: int, coming: int) -> DiskRoom | None:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return None
    return disk_room(free, ledger, coming)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
