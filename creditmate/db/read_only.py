"""A ledger that may only be read: on a disk that takes nothing, or a file that may not be changed.

SQLite reads its write-ahead journal by making files beside the database, which such a place does
not let it; told that the file is *immutable* it reads without. So it is given that word only where
nothing is left in a journal, and while nobody can write (sqlite.org, "Write-Ahead Logging", 8).
"""

import errno
import os
from pathlib import Path
from typing import BinaryIO

from creditmate.db.held_file import see_not_held
from creditmate.db.other_programs import see_let_go, shared
from creditmate.db.preflight import has_content, side_files
from creditmate.disk import HELD
from creditmate.domain.errors import Problem, UserError

_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_shut: list[BinaryIO] = []
"""The ledger that is open to be read only, held so that no other program writes meanwhile."""


def may_be_written(path: Path) -> bool:
    """Return whether a ledger, which is not open here, and its folder may be written.

    Where something else is wrong with it the answer is yes: opening it tells what.
    """
    see_not_held(path)
    if not os.access(path.parent, os.W_OK):
        return False
    try:
        path.open("rb+").close()
    except OSError as error:
        held = getattr(error, "winerror", None) in HELD  # for a moment, by whoever looks in
        return held or error.errno not in _REFUSED or not os.access(path, os.R_OK)
    return True


def reading_uri(path: Path) -> str:
    """Return how a ledger is named to be read where nothing can be written.

    Raises:
        UserError: ``DISK_READ_ONLY``: something is left in a journal, which nobody can read there;
            ``LEDGER_IN_USE``.
    """
    if any(has_content(side) for side in side_files(path)):
        raise UserError(Problem.DISK_READ_ONLY, path=path)
    see_let_go(path)
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def hold(path: Path) -> None:
    """Take down that a ledger is open to be read only, and let no other program write into it.

    Raises:
        UserError: ``LEDGER_IN_USE`` or ``LEDGER_UNREADABLE``.
    """
    _shut[:] = [shared(path)]


def let_go() -> None:
    """Take down that it is closed."""
    while _shut:
        _shut.pop().close()


def is_read_only() -> bool:
    """Return whether the ledger that is open may only be read."""
    return bool(_shut)


def see_writable(path: Path) -> None:
    """See that the ledger that is open may be written.

    Raises:
        UserError: ``DISK_READ_ONLY``.
    """
    if is_read_only():
        raise UserError(Problem.DISK_READ_ONLY, path=path)
