"""Writing a file so that the old one stays whole until the new one is (reliability.md D9)."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_TRIES = 5  # a virus scanner may hold a file for a moment (WinError 5, 32, 33)
_PAUSE = 0.1  # seconds


def write_whole(path: Path, content: bytes) -> None:
    """Replace ``path`` with ``content``, or leave it exactly as it was.

    Written beside it under another name, forced to disk, read back, then renamed.

    Raises:
        OSError: It could not be written; whatever was there is untouched.
    """
    beside = _beside(path)
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if beside.read_bytes() != content:
            raise OSError(f"{beside} does not read back as written")
        _replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def see_writable(path: Path) -> None:
    """See that ``write_whole`` could write ``path``, which is left as it is.

    Raises:
        OSError: It could not.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    beside = _beside(path)
    try:
        beside.open("xb").close()
    finally:
        beside.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")


def _replace(beside: Path, path: Path) -> None:
    for attempt in range(_TRIES):
        try:
            beside.replace(path)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written piece by piece; it replaces ``path`` only when all went well.

    Raises:
        OSError: It could not be written; whatever was there is untouched.
    """
    beside = _beside(path)
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
