"""Folders beside a ledger in which what is to take its place is made, and proved.

In one there may be a copy of a protected ledger that anybody can read: none may outlive whoever
made it. As long as that runs it holds a lock on a file beside the folder, which the system gives up
for whoever is killed; what nobody holds is removed when a ledger of that folder is opened next, and
when another is begun (reliability.md D6b; figure 18).
"""

import os
import secrets
import shutil
import sys
from contextlib import suppress
from pathlib import Path

ENDS = ".making"
"""How the name of such a folder ends."""
_LOCK = ".held"
_held: dict[Path, int] = {}
"""The locks of this program by their folders, as open files."""


def staging(place: Path) -> Path:
    """Make an empty folder beside ``place`` for what is to take it; its file system is the same.

    What earlier attempts left there is removed: it never had a name.

    Raises:
        OSError: The folder of ``place`` may not be written.
    """
    clear_away(place.parent)
    folder = place.with_name(f".{place.name}.{secrets.token_hex(4)}{ENDS}")
    while not _hold(folder):  # somebody tidied up in that very moment
        folder = place.with_name(f".{place.name}.{secrets.token_hex(4)}{ENDS}")
    try:
        folder.mkdir(mode=0o700)
    except OSError:
        let_go(folder)
        raise
    return folder


def discard(staged: Path) -> None:
    """Remove a folder made by ``staging``, with what lies in it."""
    shutil.rmtree(staged, ignore_errors=True)
    let_go(staged)


def let_go(staged: Path) -> None:
    """Give up the lock of a folder that is removed, or is none of these any more."""
    lock = _held.pop(staged, None)
    if lock is not None:
        with suppress(OSError):
            os.close(lock)
        with suppress(OSError):
            _lock_of(staged).unlink(missing_ok=True)


def clear_away(parent: Path) -> None:
    """Remove what was left in a folder by programs that were ended while they were making it.

    What cannot be removed, or be told not to be held, stays.
    """
    for folder in _beginning_with_a_dot(parent, ENDS):
        if folder not in _held and not _is_held(_lock_of(folder)):
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                _lock_of(folder).unlink(missing_ok=True)
    for lock in _beginning_with_a_dot(parent, ENDS + _LOCK):  # its folder was removed or renamed
        if not lock.with_suffix("").exists() and not _is_held(lock):
            with suppress(OSError):
                lock.unlink(missing_ok=True)


def _beginning_with_a_dot(parent: Path, ends: str) -> list[Path]:
    try:
        return [path for path in parent.iterdir() if _is_ours(path.name, ends)]
    except OSError:
        return []


def _is_ours(name: str, ends: str) -> bool:
    """Whether a name is one that ``staging`` gives: a stop, a ledger's name, eight digits."""
    begins, _, digits = name.removesuffix(ends).rpartition(".")
    if not (name.startswith(".") and name.endswith(ends) and len(begins) > 1 and len(digits) == 8):
        return False
    return set(digits) <= set("0123456789abcdef")


def _lock_of(folder: Path) -> Path:
    return folder.with_name(folder.name + _LOCK)


if sys.platform == "win32":

    def _hold(folder: Path) -> bool:
        _held[folder] = os.open(_lock_of(folder), os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        return True

    def _is_held(lock: Path) -> bool:
        """Whether somebody has it open: then Windows does not let it be removed."""
        try:
            lock.unlink(missing_ok=True)
        except OSError:
            return True
        return False

else:
    from fcntl import LOCK_EX, LOCK_NB, flock

    def _hold(folder: Path) -> bool:
        """Lock a new file of that name; whether it is still there once it is locked."""
        lock = _lock_of(folder)
        file = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        _held[folder] = file
        with suppress(OSError):  # a file system without locks: nobody can ask for one either
            flock(file, LOCK_EX | LOCK_NB)
        if os.path.exists(lock):  # noqa: PTH110 - one that was removed meanwhile locks nothing
            return True
        let_go(folder)
        return False

    def _is_held(lock: Path) -> bool:
        """Whether somebody has it locked; where it cannot be told, as if somebody had."""
        try:
            file = os.open(lock, os.O_RDWR)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        try:
            flock(file, LOCK_EX | LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(file)
        return False
