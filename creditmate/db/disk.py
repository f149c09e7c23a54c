"""Files that the database's layer makes: readable by this user only, forced to disk, moved."""

import os
from pathlib import Path

from creditmate.disk import FULL, is_there, rename
from creditmate.domain.errors import Problem, UserError


def refusal(folder: Path, error: OSError) -> UserError:
    """Return what it means that something could not be written into a folder."""
    if error.errno in FULL:
        return UserError(Problem.DISK_FULL, path=folder)
    return UserError(Problem.FOLDER_UNWRITABLE, path=folder, why=error.strerror)


def make_private(path: Path) -> None:
    """Make an empty file that only this user may read, where the system knows of that.

    Raises:
        FileExistsError: There is one already.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def sync_file(path: Path) -> None:
    """Force what a file holds to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def move(source: Path, target: Path) -> None:
    """Rename within one file system; ``target`` must not exist. Nothing to rename is no error.

    Raises:
        OSError: It cannot be done: something holds the file, or there is already one.
    """
    if is_there(target) and is_there(source):
        raise FileExistsError(17, os.strerror(17), str(target))
    try:
        rename(source, target)
    except FileNotFoundError:
        if is_there(source):  # the folder it goes to is missing
            raise
