"""What lasts on a disk, what is there, and renames that wait for who looks in.

Below the database and the machine, which both write files and do not see one another.
"""

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HELD = frozenset({5, 32, 33})
"""Windows: denied, shared, locked. A virus scanner or an indexer may hold a file for a moment."""
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between the tries to rename a file that is held."""

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""How a system says that a disk, or this user's share of it, takes no more."""


def is_there(path: Path) -> bool:
    """Return whether there is a file or a folder, as far as can be seen.

    Unlike ``Path.exists`` it has an answer where the disk has none: a stick that was pulled out, a
    network that went away, a folder that is not this user's.
    """
    return os.path.exists(path)  # noqa: PTH110 - this one never raises


def is_file(path: Path) -> bool:
    """Return whether there is a file, as far as can be seen (``is_there``)."""
    return os.path.isfile(path)  # noqa: PTH113 - as above


def is_folder(path: Path) -> bool:
    """Return whether there is a folder, as far as can be seen (``is_there``)."""
    return os.path.isdir(path)  # noqa: PTH112 - as above


def sync_folder(folder: Path) -> None:
    """Make the names in a folder as lasting as the files, where the system can.

    Windows cannot, and some network drives will not: what was written is there all the same.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def replace(source: Path, target: Path) -> None:
    """Rename a file within one file system, patiently; ``target`` is replaced if there is one.

    Raises:
        OSError: It cannot be done, or something holds a file longer than that.
    """
    _patiently(lambda: os.replace(source, target))  # noqa: PTH105 - named so in D9, and in tests


def rename(source: Path, target: Path) -> None:
    """Rename a file or a folder within one file system, patiently.

    Raises:
        OSError: As ``replace``; on Windows also if there is a ``target``.
    """
    _patiently(lambda: source.rename(target))


def _patiently(work: Callable[[], object]) -> None:
    for pause in (*PAUSES, None):
        try:
            work()
        except OSError as error:
            if pause is None or getattr(error, "winerror", None) not in HELD:
                raise
            time.sleep(pause)
        else:
            return
