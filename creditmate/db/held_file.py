"""The file of the open ledger is never opened a second time by this process.

Where locks belong to processes (POSIX), closing any handle of a file gives up every lock that the
process has on it: a mere look at the first bytes would let a second program into the ledger, and
two writers destroy it. Source: fcntl(2); sqlite.org, "How To Corrupt An SQLite Database File", 2.2.
"""

from pathlib import Path

from creditmate.domain.errors import Problem, UserError

_held: list[tuple[int, int]] = []
"""Device and number of the open ledger's file."""


def hold(path: Path) -> None:
    """Take down that the database has a file open from now on."""
    _held[:] = [_identity(path)]


def let_go() -> None:
    """Take down that the database has closed it."""
    _held.clear()


def is_still_at(path: Path) -> bool:
    """Return whether the open ledger's file is the one of this name.

    It may have been deleted or moved, and another ledger may have its name since.
    """
    try:
        return _identity(path) in _held
    except OSError:
        return False


def see_not_held(path: Path) -> None:
    """See that a file may be opened beside the database.

    Raises:
        UserError: ``LEDGER_IN_USE``: it is the ledger that this program has open.
    """
    if _held:
        try:
            held = _identity(path) in _held
        except OSError:  # not there, or not to be looked at: nobody has it open
            return
        if held:
            raise UserError(Problem.LEDGER_IN_USE, path=path)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
