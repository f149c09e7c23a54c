"""What lasts on a disk: names and bytes forced to it, and renames that wait for who looks in."""

import os
import time
from contextlib import suppress
from pathlib import Path

_HELD = frozenset({5, 32, 33})
"""Windows: denied, shared, locked. A virus scanner may hold a file for a moment."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)


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


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable, where the system can (Windows cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def move(source: Path, target: Path) -> None:
    """Rename within one file system; ``target`` must not exist. Nothing to rename is no error.

    Raises:
        OSError: It cannot be done: something holds the file, or there is already one.
    """
    if target.exists() and source.exists():
        raise FileExistsError(17, os.strerror(17), str(target))
    for pause in (*_PAUSES, None):
        try:
            source.rename(target)
        except FileNotFoundError:
            if source.exists():  # the folder it goes to is missing
                raise
            return
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
