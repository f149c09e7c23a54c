"""Files that the database's layer makes: readable by this user only, forced to disk, moved."""

import errno
import os
from pathlib import Path

from creditmate.disk import FULL, is_folder, is_there, rename
from creditmate.domain.errors import Problem, UserError


def refusal(folder: Path, error: OSError) -> UserError:
    """Return what it means that something could not be written into a folder."""
    if error.errno in FULL:
        return UserError(Problem.DISK_FULL, path=folder)
    return UserError(Problem.FOLDER_UNWRITABLE, path=folder, why=error.strerror)


def see_takes_files(folder: Path) -> None:
    """See that files can be made in a folder, before anything long is begun.

    Raises:
        UserError: ``FOLDER_UNWRITABLE``: it is not there, or may only be read.
    """
    fault = 0
    if not is_folder(folder):
        fault = errno.ENOTDIR if is_there(folder) else errno.ENOENT
    elif not os.access(folder, os.W_OK):
        is_disk = hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY
        fault = errno.EROFS if is_disk else errno.EACCES
    if fault:
        raise refusal(folder, OSError(fault, os.strerror(fault), str(folder)))


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
