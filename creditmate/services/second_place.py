"""The second place for backups: a stick, or a folder that another program sends elsewhere.

It is chosen on each computer for each ledger. What goes wrong with it is never in the way of the
work: it is remembered, and said calmly.
"""

from datetime import datetime
from pathlib import Path

from creditmate.db.backup import put_copy
from creditmate.db.sealing import sha256_of
from creditmate.disk import is_file, is_folder
from creditmate.domain.errors import Problem, UserError
from creditmate.services.backup_shelf import thin
from creditmate.system.backup_records import record_of, remember
from creditmate.system.computer import backup_folder
from creditmate.system.files import see_writable

AWAY = "away"
"""The second place is not there: a stick that lies in a drawer."""


def second_folder(uid: str) -> Path | None:
    """Return where in the second place a ledger's backups are; None where none was chosen."""
    chosen = record_of(uid).second
    return Path(chosen) / "CreditMate backups" / uid[:8] if chosen else None


def choose(uid: str, folder: Path | None) -> None:
    """Say where every backup of a ledger goes as well from now on; None: nowhere.

    Raises:
        UserError: ``BACKUP_FOLDER``: it is no folder that can be written, or lies where the backups
            are anyway.
    """
    if folder is not None:
        _see_usable(folder, backup_folder(uid).parent)
    chosen = "" if folder is None else str(folder.absolute())
    remember(uid, second=chosen, second_at="", second_problem="")


def _see_usable(folder: Path, usual: Path) -> None:
    try:
        see_writable(folder / "backup")
    except OSError as error:
        raise UserError(Problem.BACKUP_FOLDER, path=folder, why=error.strerror) from error
    if folder.resolve().is_relative_to(usual.resolve()):
        raise UserError(Problem.BACKUP_FOLDER, path=folder)


def take_there(uid: str, backup: Path, now: datetime) -> Path | None:
    """Put a proved backup into the second place as well, and thin what lies there.

    Returns:
        Where it is there; None where it is not.
    """
    folder = second_folder(uid)
    if folder is None:
        return None
    problem, path = AWAY, None
    # a folder that is away is not made: it would lie on the disk where the stick belongs
    if is_folder(folder.parents[1]):
        try:
            path = _put(backup, folder)
            thin(folder, uid, now, path)
            problem = ""
        except UserError as error:
            problem = error.problem.value
        except OSError:
            problem = Problem.BACKUP_FOLDER.value
    at = {} if problem else {"second_at": now.isoformat(timespec="seconds")}
    remember(uid, second_problem=problem, **at)
    return path


def _put(backup: Path, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    there = folder / backup.name
    if is_file(there) and sha256_of(there) == sha256_of(backup):
        return there
    return put_copy(backup, folder)
