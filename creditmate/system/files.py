"""The one writer of files beside the ledger: the old one stays whole until the new one is.

What is written goes beside the file under another name; every byte is counted, forced to disk and
read back before it takes the name (reliability.md D9: Qt's own writer replaced a good file by a
cut one on a full disk, and said that all was well).
"""

import errno
import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from creditmate.disk import is_folder, replace, sync_folder

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_CHUNK = 1 << 20
_NAMED_AFTER = 40
"""Characters of the file's own name in that of its part: file systems end at 255 bytes."""


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replace ``path`` with ``content``, or leave it exactly as it was.

    Args:
        path: Where it goes; a link is followed.
        content: All of it.
        private: Only this user may read it, where the system knows of that.

    Raises:
        OSError: It could not be written; whatever was there is untouched.
    """
    with whole_file(path, private=private) as file:
        file.write(content)


@contextmanager
def whole_file(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Open a file to be written piece by piece; it replaces ``path`` only when all went well.

    Raises:
        OSError: It could not be written; whatever was there is untouched.
    """
    path = Path(os.path.realpath(path))
    beside = _beside(path)
    try:
        with _Counted(_opened(beside, private=private)) as counted:
            with io.BufferedWriter(counted) as file:
                yield file
                file.flush()
                counted.sync()
        if _read(beside) != (counted.size, counted.hashed.digest()):
            raise OSError(errno.EIO, "does not read back as written", str(path))
        replace(beside, path)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):  # what went wrong before is what counts
            beside.unlink(missing_ok=True)


def see_writable(path: Path) -> None:
    """See that ``write_whole`` could write ``path``, which is left as it is.

    Raises:
        OSError: It could not.
    """
    path = Path(os.path.realpath(path))
    if is_folder(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    beside = _beside(path)
    try:
        beside.open("xb").close()
    finally:
        beside.unlink(missing_ok=True)


class _Counted(io.RawIOBase):
    """Passes bytes on to a file, counting and hashing what the file took."""

    def __init__(self, file: io.FileIO) -> None:
        self._file = file
        self.size = 0
        self.hashed = hashlib.sha256()

    def writable(self) -> bool:
        """Whether it takes bytes, as ``BufferedWriter`` asks."""
        return True

    def write(self, content: "ReadableBuffer", /) -> int:
        """Hand bytes on and return how many were taken; the buffer offers the rest again."""
        taken = self._file.write(content)
        self.hashed.update(memoryview(content)[:taken])
        self.size += taken
        return taken

    def sync(self) -> None:
        """Force to disk what was taken."""
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def _opened(beside: Path, *, private: bool) -> io.FileIO:
    """Make the file, which must be new."""
    mode = 0o600 if private else 0o666

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags, mode)

    return io.FileIO(beside, "xb", opener=opener)


def _read(path: Path) -> tuple[int, bytes]:
    """Return how long a file is and its hash."""
    hashed, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            hashed.update(chunk)
            size += len(chunk)
    return size, hashed.digest()


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name[:_NAMED_AFTER]}.{os.urandom(4).hex()}.part")
