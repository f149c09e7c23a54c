"""Whether another program has a ledger open, or has just written into it.

A file that is renamed while somebody has it open goes on being written under its new name: what
is saved from then on is in none of the ledgers that anybody looks at. Windows refuses to rename
it; elsewhere the database's own lock is asked, which needs no key and reads nothing.
"""

import errno
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from creditmate.db.held_file import see_not_held
from creditmate.db.preflight import has_content, side_files
from creditmate.domain.errors import Problem, UserError

_LOCKED_FROM, _LOCKED_BYTES = 0x40000002, 510
"""The bytes on which SQLite locks a file for its readers and writers (os.h, SHARED_FIRST)."""
_TAKEN = {errno.EACCES, errno.EAGAIN}
"""What asking for a lock ends in that somebody else has; fcntl(2) allows either."""


@dataclass(frozen=True, slots=True)
class Mark:
    """By what it is seen that nobody has written into a ledger since; renaming leaves it alone."""

    file: int
    size: int
    changed: int


def mark_of(ledger: Path) -> Mark:
    """Return the mark of a ledger that is closed, or held shut.

    Raises:
        OSError: It is not there.
    """
    status = ledger.stat()
    return Mark(status.st_ino, status.st_size, status.st_mtime_ns)


def see_as_marked(ledger: Path, mark: Mark) -> None:
    """See that a ledger is as it was when it was marked.

    Raises:
        UserError: ``LEDGER_IN_USE``: another program has written into it.
        OSError: It is not there.
    """
    if mark_of(ledger) != mark or any(has_content(side) for side in side_files(ledger)):
        raise UserError(Problem.LEDGER_IN_USE, path=ledger)


def see_let_go(ledger: Path) -> None:
    """See that no other program has a ledger open; it may be damaged, or not be there.

    Raises:
        UserError: ``LEDGER_IN_USE``.
    """
    see_not_held(ledger)  # else looking would give up this program's own lock
    if sys.platform != "win32" and _is_locked(ledger):
        raise UserError(Problem.LEDGER_IN_USE, path=ledger)


def shared(ledger: Path) -> BinaryIO:
    """Open a ledger to read so that, where the system can, nobody writes while it stays open.

    Raises:
        UserError: ``LEDGER_IN_USE``; ``LEDGER_UNREADABLE``.
    """
    see_not_held(ledger)
    try:
        file = ledger.open("rb")
    except OSError as error:
        raise UserError(Problem.LEDGER_UNREADABLE, path=ledger, why=error.strerror) from error
    if sys.platform != "win32" and not _can_be_locked(file.fileno()):
        file.close()
        raise UserError(Problem.LEDGER_IN_USE, path=ledger)
    return file


if sys.platform != "win32":
    from fcntl import LOCK_NB, LOCK_SH, lockf

    def _is_locked(ledger: Path) -> bool:
        """Whether somebody has it locked; what cannot be opened is in nobody's use."""
        try:
            with ledger.open("rb") as file:
                return not _can_be_locked(file.fileno())
        except OSError:
            return False

    def _can_be_locked(file: int) -> bool:
        try:
            lockf(file, LOCK_SH | LOCK_NB, _LOCKED_BYTES, _LOCKED_FROM)
        except OSError as error:  # a file system without locks has nobody's either
            return error.errno not in _TAKEN
        return True
